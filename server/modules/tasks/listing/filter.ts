import { Type, type Static } from 'typebox'
import { categories, closed, day, id, priorities, zoneName } from '../contract.ts'

const several = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema, description: string) =>
  Type.Optional(Type.Array(schema, { minItems: 1, maxItems: 50, description }))
const somebody = (...words: ['me'] | ['me', 'none']) => Type.Optional(Type.Union([...words.map((word) => Type.Literal(word)), id]))

/** What lists, the board, the calendar, views and bulk changes are narrowed down by: all of it holds. */
export const taskFilter = {
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Words, each a part of the title or the description.' })),
  assignee: somebody('me', 'none'),
  watcher: somebody('me'),
  creator: somebody('me'),
  status_id: several(id, 'One of these.'),
  category: several(Type.Enum(categories), 'One of these.'),
  open: Type.Optional(Type.Boolean({ description: 'Whether it is neither done nor cancelled.' })),
  priority: several(Type.Enum(priorities), 'One of these.'),
  label: several(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }), 'All of these.'),
  due: Type.Optional(Type.Enum(['overdue', 'today', 'some', 'none'], { description: '`overdue` and `today` by the clocks of `zone`; what is done is not overdue.' })),
  due_from: Type.Optional(day),
  due_to: Type.Optional(Type.String({ format: 'date', description: 'Both ends belong to it, by the clocks of `zone`.' })),
  contact_id: Type.Optional(id),
  company_id: Type.Optional(id),
  room_id: Type.Optional(Type.String({ format: 'uuid', description: 'What is about this room, or came from a message in it.' })),
  parent_id: Type.Optional(Type.Union([Type.Literal('none'), id], { description: '`none`: what is no part of another task.' })),
  blocker_id: Type.Optional(Type.String({ format: 'uuid', description: 'What waits for this task.' })),
  blocked: Type.Optional(Type.Boolean({ description: 'Whether it waits for something that is neither done nor cancelled.' })),
}

export const TaskFilter = Type.Object(taskFilter, { ...closed, title: 'TaskFilter', description: 'All of it holds.' })
export type TaskFilter = Static<typeof TaskFilter>

/** Whose clocks say which day it is. */
export const zone = Type.Object({ zone: Type.String({ ...zoneName, default: 'UTC', description: 'Whose clocks say which day it is: `Europe/Berlin`.' }) }).properties.zone
