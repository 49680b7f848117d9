import { Type, type Static } from 'typebox'
import { pageQuery } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

export const notificationKinds = [
  'urgent', 'mention', 'direct_message', 'reply', 'assigned', 'due_soon', 'unblocked', 'reminder', 'operation_finished', 'operation_failed',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

const place = Type.String({
  pattern: '^(room:[0-9a-f-]{36}(/thread:[0-9a-f-]{36})?|task:[0-9a-f-]{36}|operation:[0-9a-f-]{36}|reminder:[0-9a-f-]{36})$',
  description: 'Where it happened: `room:<id>`, `room:<id>/thread:<id>`, `task:<id>`, `operation:<id>`, `reminder:<id>`.',
})

export const Notification = Type.Object(
  {
    id,
    kind: Type.Enum(notificationKinds),
    place,
    subject: Type.String({ description: 'What it leads to, the latest: `message:<id>`, `task:<id>`, `operation:<id>`.' }),
    title: Type.Union([Type.String(), Type.Null()], {
      description: 'What the channel, the task or the file is called; null of direct messages.',
    }),
    snippet: Type.String({ description: 'How the message begins, or why the operation failed.' }),
    actor: Type.Object({
      kind: Type.String(),
      id: nullable(Type.String()),
      name: Type.Union([Type.String(), Type.Null()], { description: 'As they were called then; null of Rapport itself.' }),
    }),
    unread_count: Type.Integer({ description: 'How much of this kind happened there that you have not read; 0 when it is read.' }),
    happened_at: Type.String({ format: 'date-time', description: 'The latest of it, or when it came back from being snoozed.' }),
    read_at: nullable(time),
    done_at: Type.Union([time, Type.Null()], { description: 'Out of the inbox, until more happens there.' }),
    snoozed_until: Type.Union([time, Type.Null()], { description: 'Then it comes back, unread.' }),
  },
  { title: 'Notification', description: 'What of one kind happened in one place.' },
)
export type Notification = Static<typeof Notification>

export const NotificationCounts = Type.Object(
  { unread: Type.Integer({ description: 'Entries of the inbox that are not read.' }), snoozed: Type.Integer() },
  { title: 'NotificationCounts' },
)
export type NotificationCounts = Static<typeof NotificationCounts>

export const notificationStates = ['open', 'snoozed', 'done'] as const
export type NotificationState = (typeof notificationStates)[number]

export const NotificationQuery = Type.Object(
  {
    ...pageQuery,
    state: Type.Enum(notificationStates, { default: 'open', description: '`open` is what the inbox shows.' }),
    unread: Type.Optional(Type.Literal(true, { description: 'Only what is not read.' })),
    kind: Type.Optional(Type.Enum(notificationKinds)),
  },
  closed,
)
export type NotificationQuery = Static<typeof NotificationQuery>

export const NotificationPage = Type.Object(
  {
    data: Type.Array(Notification, { description: 'The latest first.' }),
    next_cursor: Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page.' }),
    counts: NotificationCounts,
  },
  { title: 'NotificationPage' },
)
export type NotificationPage = Static<typeof NotificationPage>

export const NotificationChange = Type.Object(
  {
    read: Type.Optional(Type.Boolean()),
    done: Type.Optional(Type.Boolean({ description: 'What is done is read; `false` brings it back to the inbox.' })),
    snoozed_until: Type.Optional(nullable(Type.String({ format: 'date-time', description: 'In the future; null brings it back at once.' }))),
  },
  { ...closed, minProperties: 1, maxProperties: 1, title: 'NotificationChange', description: 'One of these.' },
)
export type NotificationChange = Static<typeof NotificationChange>

export const NotificationsRead = Type.Object(
  {
    ids: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 100, uniqueItems: true })),
    place: Type.Optional({ ...place, description: 'Everything about it: to be said when it is opened. A room is read by `/rooms/:id/read`.' }),
    up_to: Type.Optional(Type.String({ format: 'date-time', description: 'Everything that had happened by then: `happened_at` of the first that you show.' })),
  },
  { ...closed, minProperties: 1, maxProperties: 1, title: 'NotificationsRead', description: 'One of these.' },
)
export type NotificationsRead = Static<typeof NotificationsRead>

const Ways = Type.Object({ in_app: Type.Boolean({ description: 'Whether it comes into the inbox.' }) }, { ...closed, title: 'NotificationWays' })

export const NotificationPreferences = Type.Object(
  { kinds: Type.Object(Object.fromEntries(notificationKinds.map((kind) => [kind, Ways])) as Record<NotificationKind, typeof Ways>) },
  { title: 'NotificationPreferences' },
)
export type NotificationPreferences = Static<typeof NotificationPreferences>

const WayChanges = Type.Partial(Ways, closed)

export const NotificationPreferencesChange = Type.Object(
  {
    kinds: Type.Object(
      Object.fromEntries(notificationKinds.map((kind) => [kind, Type.Optional(WayChanges)])) as Record<NotificationKind, ReturnType<typeof Type.Optional<typeof WayChanges>>>,
      closed,
    ),
  },
  { ...closed, title: 'NotificationPreferencesChange', description: 'What is left out stays.' },
)
export type NotificationPreferencesChange = Static<typeof NotificationPreferencesChange>
