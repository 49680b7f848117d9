import { Type, type Static } from 'typebox'
import { ContactQuery } from '#modules/contacts'
import { TimelineQuery } from '#modules/timeline'

const closed = { additionalProperties: false } as const
const id = Type.String({ format: 'uuid' })

const { limit: _contacts, cursor: _contactCursor, count: _count, ...contactFilters } = ContactQuery.properties
/** What the list takes: the file has the same contacts in the same order. */
export const ContactExportQuery = Type.Object(contactFilters, closed)
export type ContactExportQuery = Static<typeof ContactExportQuery>

const { limit: _entries, cursor: _entryCursor, ...timelineFilters } = TimelineQuery.properties
export const TimelineExportQuery = Type.Object(
  {
    ...timelineFilters,
    contact_id: Type.Optional(id),
    company_id: Type.Optional(id),
  },
  { ...closed, description: 'Of the organization, or of one contact or company.' },
)
export type TimelineExportQuery = Static<typeof TimelineExportQuery>
