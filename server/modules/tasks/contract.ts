import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'

export const id = Type.String({ format: 'uuid' })
export const time = Type.String({ format: 'date-time' })
export const day = Type.String({ format: 'date' })
export const closed = { additionalProperties: false } as const
export const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])
const ids = (description: string) => Type.Array(id, { maxItems: 100, uniqueItems: true, description })

export const categories = ['backlog', 'todo', 'doing', 'done', 'cancelled'] as const
export type Category = (typeof categories)[number]

export const priorities = ['none', 'low', 'medium', 'high', 'urgent'] as const

const repeatModes = ['on_completion', 'on_schedule'] as const

export const by = Type.Object({ kind: Type.String(), id: Type.String() })

export const Task = Type.Object(
  {
    id,
    title: Type.String(),
    description: nullable(Type.String({ description: 'Markdown, as it was written.' })),
    status_id: id,
    category: Type.Enum(categories, { description: 'Of its status.' }),
    priority: Type.Enum(priorities),
    due_on: nullable(Type.String({ format: 'date', description: 'A day, wherever its reader is.' })),
    due_time: nullable(Type.String({ description: '`15:00`, on the clocks of `due_zone`.' })),
    due_zone: nullable(Type.String({ description: 'Of the IANA database; there exactly when there is a time.' })),
    due_at: nullable(Type.String({ format: 'date-time', description: 'The moment that day, time and zone mean together; null without a time.' })),
    starts_on: nullable(day),
    estimate_minutes: nullable(Type.Integer()),
    parent_id: nullable(id),
    parent: nullable(Type.Object({ id, title: Type.String() }, { description: 'What it is a part of.' })),
    position: Type.String({ description: 'Its place on the board, within its status: they are in the order of these texts, byte by byte.' }),
    subtasks: Type.Object({ total: Type.Integer(), done: Type.Integer({ description: 'Done or cancelled.' }) }),
    assignee_ids: Type.Array(id),
    watcher_ids: Type.Array(id, { description: 'Who is told of it beside those it is assigned to; guests among them see it.' }),
    labels: Type.Array(Type.String(), { description: 'Names, in alphabetical order.' }),
    blockers: Type.Array(Type.Object({ id, title: Type.String(), category: Type.Enum(categories) }), { description: 'What it waits for, done or not.' }),
    blocked: Type.Boolean({ description: 'Whether one of these is neither done nor cancelled.' }),
    contacts: Type.Array(Type.Object({ id, name: Type.String(), photo_url: nullable(Type.String()) }), { description: 'Whom it is about, but the deleted.' }),
    companies: Type.Array(Type.Object({ id, name: Type.String() })),
    room_ids: Type.Array(id, { description: 'Rooms that it is about: what they are, they say to whom sees them.' }),
    message_ids: Type.Array(id, { description: 'Messages that it came from, likewise.' }),
    comments_room_id: nullable(Type.String({ format: 'uuid', description: 'The room of its comments; null as long as nobody has wanted to say something.' })),
    repeat_rule: nullable(Type.String({ description: 'RRULE (RFC 5545), from the day on which this one is due.' })),
    repeat_mode: nullable(Type.Enum(repeatModes)),
    repeated_from_id: nullable(Type.String({ format: 'uuid', description: 'The one before, where it came again.' })),
    created_by: by,
    created_at: time,
    updated_at: time,
    completed_at: nullable(Type.String({ format: 'date-time', description: 'Since when it is done.' })),
    deleted_at: nullable(Type.String({ format: 'date-time', description: 'Since when it is out of all lists; until it is purged it can be restored.' })),
  },
  { title: 'Task' },
)
export type Task = Static<typeof Task>

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const dueTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '`15:00`; needs `due_on` and `due_zone`.' })
export const zoneName = Type.String({ minLength: 1, maxLength: 64, description: 'Of the IANA database: `Europe/Berlin`.' })
export const labelNames = Type.Array(text(100), { maxItems: 100, description: 'Names; new ones are made.' })

export const changeable = {
  title: Type.Optional(text(500)),
  description: Type.Optional(nullable(Type.String({ maxLength: 50_000, description: 'Markdown.' }))),
  status_id: Type.Optional(id),
  category: Type.Optional(Type.Enum(categories, { description: 'Instead of `status_id`: the first status of this category.' })),
  priority: Type.Optional(Type.Enum(priorities)),
  due_on: Type.Optional(nullable(day)),
  due_time: Type.Optional(nullable(dueTime)),
  due_zone: Type.Optional(nullable(zoneName)),
  starts_on: Type.Optional(nullable(day)),
  estimate_minutes: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }))),
  parent_id: Type.Optional(nullable(Type.String({ format: 'uuid', description: 'The task that it is a part of; four levels at most.' }))),
  repeat_rule: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 500, description: 'RRULE such as `FREQ=WEEKLY;BYDAY=MO`, with UNTIL but not COUNT; needs `due_on`. Null: it comes no more.' }))),
  repeat_mode: Type.Optional(Type.Enum(repeatModes, { description: 'When the next one is made: `on_completion` unless given, or when its day has come.' })),
  assignee_ids: Type.Optional(ids('Members, guests too.')),
  watcher_ids: Type.Optional(ids('Members, guests too: they see it by that.')),
  labels: Type.Optional(labelNames),
  blocker_ids: Type.Optional(ids('Tasks that have to be done first.')),
  contact_ids: Type.Optional(ids('Whom it is about.')),
  company_ids: Type.Optional(ids('Companies that it is about.')),
  room_ids: Type.Optional(ids('Rooms that it is about, of those that you see.')),
  message_ids: Type.Optional(ids('Messages that it came from, of those that you see.')),
}

export const NewTask = Type.Object({ ...changeable, title: text(500) }, { ...closed, title: 'NewTask' })
export type NewTask = Static<typeof NewTask>

export const TaskChange = Type.Object(changeable, {
  ...closed,
  title: 'TaskChange',
  description: 'What is left out stays; a list that is given replaces the one before. Without a day there is no time.',
})
export type TaskChange = Static<typeof TaskChange>

export const TaskMove = Type.Object(
  {
    status_id: Type.Optional(id),
    after_id: Type.Optional(nullable(Type.String({ format: 'uuid', description: 'Right behind this one; null: the first of all.' }))),
    before_id: Type.Optional(nullable(Type.String({ format: 'uuid', description: 'Right before this one; null: the last of all.' }))),
  },
  {
    ...closed,
    title: 'TaskMove',
    description: 'Where on the board it goes: one neighbour is enough. One that has left that column meanwhile is passed over. Without either it comes first.',
  },
)
export type TaskMove = Static<typeof TaskMove>

export const HistoryEntry = Type.Object(
  {
    id,
    field: Type.String({ description: 'As `TaskChange` calls it, or `position`, `deleted_at`.' }),
    before: Type.Unknown(),
    after: Type.Unknown(),
    changed_by: by,
    created_at: Type.String({ format: 'date-time', description: 'What was changed at once has one time.' }),
  },
  { title: 'TaskHistoryEntry' },
)
export type HistoryEntry = Static<typeof HistoryEntry>

export const History = pageOf(HistoryEntry, 'TaskHistory')
export const HistoryQuery = Type.Object(pageQuery, closed)
export const params = Type.Object({ id })
