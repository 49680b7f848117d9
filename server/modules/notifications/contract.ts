import { Type, type Static } from 'typebox'
import { languages } from '#platform/languages'
import { pageQuery } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

export const notificationKinds = [
  'urgent', 'mention', 'direct_message', 'reply', 'assigned', 'due_soon', 'unblocked', 'reminder', 'not_sent', 'operation_finished', 'operation_failed',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

const place = Type.String({
  pattern: '^(room:[0-9a-f-]{36}(/thread:[0-9a-f-]{36})?|task:[0-9a-f-]{36}|operation:[0-9a-f-]{36}|reminder:[0-9a-f-]{36}|scheduled_message:[0-9a-f-]{36})$',
  description: 'Where it happened: `room:<id>`, `room:<id>/thread:<id>`, `task:<id>`, `operation:<id>`, `reminder:<id>`, `scheduled_message:<id>`.',
})

export const Notification = Type.Object(
  {
    id,
    kind: Type.Enum(notificationKinds),
    place,
    subject: Type.String({ description: 'What it leads to, the latest: `message:<id>`, `task:<id>`, `import:<id>`, `operation:<id>`, `reminder:<id>`, `scheduled_message:<id>`.' }),
    title: Type.Union([Type.String(), Type.Null()], {
      description: 'What the channel, the task or the file is called; null of direct messages.',
    }),
    is_comment: Type.Boolean({ description: 'It was said about a task: `title` is the task\'s.' }),
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
    snoozed_until: Type.Union([time, Type.Null()], { description: 'Then it comes back, unread; or when more happens there.' }),
  },
  { title: 'Notification', description: 'What of one kind happened in one place.' },
)
export type Notification = Static<typeof Notification>

export const NotificationCounts = Type.Object(
  { unread: Type.Integer({ description: 'Places of which something in the inbox is not read; 1,000 when there are more.' }), snoozed: Type.Integer({ description: 'Places of which something is snoozed; 1,000 when there are more.' }) },
  { title: 'NotificationCounts' },
)
export type NotificationCounts = Static<typeof NotificationCounts>

const notificationStates = ['open', 'snoozed', 'done'] as const
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

const changes = {
  read: Type.Optional(Type.Boolean()),
  done: Type.Optional(Type.Boolean({ description: 'What is done is read; `false` brings it back to the inbox as it was before.' })),
  snoozed_until: Type.Optional(nullable(Type.String({ format: 'date-time', description: 'In the future; null brings it back at once.' }))),
}

export const NotificationChange = Type.Object(
  changes,
  { ...closed, minProperties: 1, maxProperties: 1, title: 'NotificationChange', description: 'One of these.' },
)
export type NotificationChange = Static<typeof NotificationChange>

export const NotificationsChange = Type.Object(
  { ids: Type.Array(id, { minItems: 1, maxItems: 100, uniqueItems: true }), ...changes },
  { ...closed, minProperties: 2, maxProperties: 2, title: 'NotificationsChange', description: 'Which, and one of the changes.' },
)
export type NotificationsChange = Static<typeof NotificationsChange>

export const NotificationsChanged = Type.Object(
  { data: Type.Array(Notification, { description: 'Those of them that there are, as they are now.' }), counts: NotificationCounts },
  { title: 'NotificationsChanged' },
)
export type NotificationsChanged = Static<typeof NotificationsChanged>

export const InboxClearing = Type.Object(
  {
    up_to: Type.Optional(Type.String({ format: 'date-time', description: 'Everything in the inbox that had happened by then is done: `happened_at` of the first that you show.' })),
    undo: Type.Optional(Type.String({ format: 'date-time', description: 'A `done_at` of before: what was done then is as it was before it.' })),
  },
  { ...closed, minProperties: 1, maxProperties: 1, title: 'InboxClearing', description: 'One of these.' },
)
export type InboxClearing = Static<typeof InboxClearing>

export const InboxCleared = Type.Object(
  {
    done_at: Type.Union([time, Type.Null()], { description: 'To undo it by; null when there was nothing to be done.' }),
    has_more: Type.Boolean({ description: 'It takes 1,000 at once: say it again.' }),
    counts: NotificationCounts,
  },
  { title: 'InboxCleared' },
)
export type InboxCleared = Static<typeof InboxCleared>

export const NotificationsRead = Type.Object(
  {
    ids: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 100, uniqueItems: true })),
    place: Type.Optional({ ...place, description: 'Everything about it: to be said when it is opened. A room is read by `/rooms/:id/read`.' }),
    up_to: Type.Optional(Type.String({ format: 'date-time', description: 'Everything that had happened by then: `happened_at` of the first that you show.' })),
  },
  { ...closed, minProperties: 1, maxProperties: 1, title: 'NotificationsRead', description: 'One of these.' },
)
export type NotificationsRead = Static<typeof NotificationsRead>

const Ways = Type.Object(
  {
    in_app: Type.Boolean({ description: 'Whether it comes into the inbox. What does not, is told in no other way either.' }),
    mail: Type.Boolean({ description: 'Whether a mail tells of it, when it was not seen.' }),
    push: Type.Boolean({ description: 'Whether browsers that were let show it while no page of ours is looked at.' }),
  },
  { ...closed, title: 'NotificationWays' },
)
export type NotificationWays = Static<typeof Ways>

const mailMinutes = nullable(Type.Integer({
  minimum: 1, maximum: 10_080, description: 'How long what comes is gathered for one mail; null: no mail at all. What is urgent is mailed at once.',
}))

const urgentWhenQuiet = Type.Boolean({ description: 'Whether mail and push tell of what is urgent also when you are not to be disturbed (`/availability`). Everything else waits until then.' })

const pushSnippets = Type.Boolean({ description: 'Whether pushes say what was said; else they say only who wrote, and where. Locked screens show them.' })

export const NotificationPreferences = Type.Object(
  {
    kinds: Type.Object(Object.fromEntries(notificationKinds.map((kind) => [kind, Ways])) as Record<NotificationKind, typeof Ways>),
    muted: Type.Array(Type.Object({ place, title: Type.Union([Type.String(), Type.Null()], { description: 'What it is called, as far as one was told.' }) }), {
      description: 'Of what happens there nothing comes.',
    }),
    mail_minutes: mailMinutes,
    urgent_when_quiet: urgentWhenQuiet,
    push_snippets: pushSnippets,
  },
  { title: 'NotificationPreferences' },
)
export type NotificationPreferences = Static<typeof NotificationPreferences>

const WayChanges = Type.Partial(Ways, closed)

export const NotificationPreferencesChange = Type.Object(
  {
    kinds: Type.Optional(Type.Object(
      Object.fromEntries(notificationKinds.map((kind) => [kind, Type.Optional(WayChanges)])) as Record<NotificationKind, ReturnType<typeof Type.Optional<typeof WayChanges>>>,
      closed,
    )),
    mute: Type.Optional({ ...place, description: 'Nothing of this place any more. A room is muted by `/rooms/:id/membership`.' }),
    unmute: Type.Optional(place),
    mail_minutes: Type.Optional(mailMinutes),
    urgent_when_quiet: Type.Optional(urgentWhenQuiet),
    push_snippets: Type.Optional(pushSnippets),
  },
  { ...closed, minProperties: 1, title: 'NotificationPreferencesChange', description: 'What is left out stays.' },
)
export type NotificationPreferencesChange = Static<typeof NotificationPreferencesChange>

const inBase64Url = (maxLength: number) => Type.String({ pattern: '^[\\w-]+={0,2}$', maxLength })

export const NewPushSubscription = Type.Object(
  {
    endpoint: Type.String({ format: 'uri', maxLength: 2_000, description: 'Of the `PushSubscription` of the browser, as the keys.' }),
    keys: Type.Object({ p256dh: inBase64Url(100), auth: inBase64Url(30) }, closed),
    language: Type.Enum(languages, { description: 'In which it is told.' }),
  },
  { ...closed, title: 'NewPushSubscription' },
)
export type NewPushSubscription = Static<typeof NewPushSubscription>

export const PushSubscription = Type.Object({ id, created_at: time }, { title: 'PushSubscription' })
export type PushSubscription = Static<typeof PushSubscription>

export const PushKey = Type.Object({ public_key: Type.String({ description: 'The `applicationServerKey` for `PushManager.subscribe`.' }) }, { title: 'PushKey' })

export const UnsubscribeQuery = Type.Object(
  { token: Type.String({ pattern: '^[0-9a-f-]{36}\\.[0-9a-f-]{36}\\.[\\w-]{32}$', description: 'Of the link in a mail.' }) },
  closed,
)
