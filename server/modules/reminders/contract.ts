import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { MessageHead } from '#modules/rooms'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description })

const zone = Type.String({ maxLength: 64, description: 'Of the IANA database: `Europe/Berlin`.' })
const locale = Type.Enum(['en', 'de'], { default: 'en', description: 'The language of days and times.' })
const words = Type.String({ minLength: 1, maxLength: 200, description: '`tomorrow at 9`, `in 20 minutes`, `every monday 8:30`. A day without a time is at 9.' })

export const When = Type.Object({ text: words, zone, locale }, { ...closed, title: 'ReminderWhen' })
export type When = Static<typeof When>

export const ReadWhen = Type.Object(
  { remind_at: nullable(time, 'Null: the words say no time to come.'), repeat_rule: nullable(Type.String()) },
  { title: 'ReadReminderWhen' },
)
export type ReadWhen = Static<typeof ReadWhen>

export const Reminder = Type.Object(
  {
    id,
    message: nullable(MessageHead, 'What it is about; null for one without, and where you do not see the message any more.'),
    text: Type.String({ description: 'In your own words.' }),
    remind_at: time,
    repeat_rule: nullable(Type.String(), 'By which it comes again (RFC 5545).'),
    told_at: nullable(time, 'Since when you are reminded; null while it is to come.'),
    created_at: time,
  },
  { title: 'Reminder' },
)
export type Reminder = Static<typeof Reminder>

export const ReminderPage = pageOf(Reminder, 'ReminderPage')
export const ReminderQuery = Type.Object({ ...pageQuery, message_id: Type.Optional({ ...id, description: 'Those of this message.' }) }, closed)

const at = Type.Object({ remind_at: time, repeat_rule: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })), zone: Type.Optional(zone) }, { ...closed, description: 'A rule needs the zone.' })
const when = Type.Object({ when: words, zone, locale }, closed)

export const NewReminder = Type.Object(
  {
    message_id: Type.Optional(id),
    text: Type.Optional(Type.String({ maxLength: 1_000, description: 'Without a message it says something.' })),
    time: Type.Union([at, when]),
  },
  { ...closed, title: 'NewReminder' },
)
export type NewReminder = Static<typeof NewReminder>

export const ReminderChange = Type.Object(
  { text: Type.Optional(Type.String({ maxLength: 1_000 })), remind_at: Type.Optional({ ...time, description: 'Another time for this one; where it comes again, that does not change when it does.' }) },
  { ...closed, title: 'ReminderChange' },
)
export type ReminderChange = Static<typeof ReminderChange>
