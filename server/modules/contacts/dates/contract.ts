import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { ContactReference } from '../contract.ts'

const id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }

const kind = Type.Enum(['birthday', 'anniversary', 'custom'])
const year = Type.Union([Type.Integer({ minimum: 1, maximum: 9999 }), Type.Null()], { description: 'Null where only the day is known.' })
const month = Type.Integer({ minimum: 1, maximum: 12 })
const day = Type.Integer({ minimum: 1, maximum: 31 })
const label = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const yearly = Type.Boolean({ description: 'Whether it comes again each year; else it needs a year.' })

const shown = {
  id,
  kind,
  label: Type.Union([Type.String(), Type.Null()], { description: 'What a custom date is.' }),
  year,
  month,
  day,
  yearly,
}

export const ContactDate = Type.Object(
  { ...shown, contact_id: id, created_at: Type.String({ format: 'date-time' }) },
  { title: 'ContactDate' },
)
export type ContactDate = Static<typeof ContactDate>

export const ContactDatePage = pageOf(ContactDate, 'ContactDatePage')

export const NewContactDate = Type.Object(
  { kind, label: Type.Optional(label), year: Type.Optional(year), month, day, yearly: Type.Optional(yearly) },
  { ...closed, title: 'NewContactDate', description: 'A custom date needs a label; a contact has one birthday.' },
)
export type NewContactDate = Static<typeof NewContactDate>

export const ContactDateChange = Type.Object(
  {
    label: Type.Optional(label),
    year: Type.Optional(year),
    month: Type.Optional(month),
    day: Type.Optional(day),
    yearly: Type.Optional(yearly),
  },
  { ...closed, title: 'ContactDateChange', description: 'What is left out stays.' },
)
export type ContactDateChange = Static<typeof ContactDateChange>

export const UpcomingQuery = Type.Object(
  {
    ...pageQuery,
    from: Type.Optional(
      Type.String({ pattern: '^(?:19|2\\d)\\d\\d-\\d\\d-\\d\\d$', description: 'The first day; today in UTC unless given.' }),
    ),
    days: Type.Integer({ minimum: 1, maximum: 365, default: 30 }),
  },
  closed,
)
export type UpcomingQuery = Static<typeof UpcomingQuery>

export const UpcomingDate = Type.Object(
  {
    ...shown,
    occurs_on: Type.String({
      format: 'date',
      description: 'The day within the time asked for; 29 February is on the 28th in a year without one.',
    }),
    years: Type.Union([Type.Integer(), Type.Null()], { description: 'Since the first time: how old somebody will be.' }),
    contact: ContactReference,
  },
  { title: 'UpcomingDate' },
)
export type UpcomingDate = Static<typeof UpcomingDate>

export const UpcomingDatePage = pageOf(UpcomingDate, 'UpcomingDatePage')
