import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { categories, closed, id, time } from '../contract.ts'
import { color, name } from '../labels/contract.ts'

export const TaskStatus = Type.Object(
  {
    id,
    name: Type.String(),
    category: Type.Enum(categories, { description: 'What it means. It stays: for another one, make another status and move the tasks there.' }),
    color,
    position: Type.String({ description: 'They are in the order of these texts, byte by byte.' }),
    created_at: time,
    updated_at: time,
  },
  { title: 'TaskStatus' },
)
export type TaskStatus = Static<typeof TaskStatus>

export const TaskStatusPage = pageOf(TaskStatus, 'TaskStatusPage')
export const TaskStatusQuery = Type.Object(pageQuery, closed)

export const NewTaskStatus = Type.Object(
  { name, category: Type.Enum(categories), color: Type.Optional(color), after_id: Type.Optional(Type.Union([id, Type.Null()], { description: 'Right behind this one; null: the first. Otherwise the last.' })) },
  { ...closed, title: 'NewTaskStatus' },
)
export type NewTaskStatus = Static<typeof NewTaskStatus>

export const TaskStatusChange = Type.Object(
  { name: Type.Optional(name), color: Type.Optional(color), after_id: NewTaskStatus.properties.after_id },
  { ...closed, title: 'TaskStatusChange' },
)
export type TaskStatusChange = Static<typeof TaskStatusChange>

export const TaskStatusRemoval = Type.Object({ into: Type.Optional(Type.String({ format: 'uuid', description: 'The status that its tasks come to, those that are deleted as well.' })) }, closed)
