import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const nullableText = Type.Union([Type.String(), Type.Null()])

export const TimelineEntry = Type.Object(
  {
    id,
    kind: Type.Enum(['mail']),
    direction: Type.Union([Type.Enum(['in', 'out', 'internal']), Type.Null()], {
      description: 'As the organization sees it; null where neither side is known to be ours.',
    }),
    subject: nullableText,
    snippet: nullableText,
    occurred_at: Type.String({ format: 'date-time' }),
    source: Type.String({ description: 'Where it comes from: `mail`.' }),
    thread_id: id,
    has_attachments: Type.Boolean(),
    participants: Type.Array(
      Type.Object({
        role: Type.Enum(['from', 'to', 'cc', 'bcc']),
        address: Type.String(),
        name: nullableText,
        contact_id: Type.Union([id, Type.Null()]),
        contact_ids: Type.Array(id, { description: 'All who share the address; `contact_id` is the oldest of them.' }),
      }),
    ),
  },
  { title: 'TimelineEntry' },
)
export type TimelineEntry = Static<typeof TimelineEntry>

export const TimelinePage = pageOf(TimelineEntry, 'TimelinePage')
