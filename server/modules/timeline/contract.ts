import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { participantRoles } from './participants.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])
const nullableText = nullable(Type.String())
const closed = { additionalProperties: false } as const

const kindPattern = '^[a-z][a-z_]{0,39}$'
const directions = ['in', 'out', 'internal'] as const
const statuses = ['confirmed', 'tentative', 'cancelled'] as const

const entry = {
  id,
  kind: Type.String({ description: '`mail`, `meeting`, `call`, `note`; others will follow.' }),
  direction: Type.Union([Type.Enum(directions), Type.Null()], {
    description: 'As the organization sees it; null where neither side is known to be ours.',
  }),
  subject: nullableText,
  snippet: nullableText,
  occurred_at: Type.String({ format: 'date-time', description: 'When it happened, or begins.' }),
  ends_at: nullable(time),
  all_day: Type.Boolean(),
  location: nullableText,
  status: nullable(Type.Enum(statuses)),
  source: Type.String({ description: 'Where it comes from: `mail`, or `manual` for what was written here.' }),
  message_id: Type.Union([id, Type.Null()], { description: 'Of kind `message`: which one of a room it is.' }),
  thread_id: id,
  has_attachments: Type.Boolean({ description: 'Beside pictures that are shown in its text.' }),
  pinned: Type.Boolean(),
  created_by: Type.Union([Type.Object({ kind: Type.String(), id: Type.String() }), Type.Null()], {
    description: 'Who wrote it here; null for what was brought in.',
  }),
  created_at: time,
  updated_at: time,
  deleted_at: Type.Union([time, Type.Null()], { description: 'Gone from the lists, and can be restored until it is purged.' }),
  participants: Type.Array(
    Type.Object({
      role: Type.Enum(participantRoles),
      address: nullableText,
      name: nullableText,
      contact_id: nullable(id),
      contact_ids: Type.Array(id, { description: 'All who share the address; `contact_id` is the oldest of them.' }),
      company_id: nullable(id),
    }),
  ),
}

export const TimelineEntry = Type.Object(entry, { title: 'TimelineEntry' })
export type TimelineEntry = Static<typeof TimelineEntry>

export const TimelinePage = pageOf(TimelineEntry, 'TimelinePage')

export const InteractionBody = Type.Object(
  {
    text: Type.Union([Type.String(), Type.Null()], { description: 'As a mail program shows it; of a note, its Markdown.' }),
    quoted: Type.Union([Type.String(), Type.Null()], {
      description: 'The end of `text` that only quotes what was answered: to be folded.',
    }),
    html: Type.Union([Type.String(), Type.Null()], {
      description: 'As it was sent but safe to show; null where it was sent as text alone. Pictures from elsewhere are left out.',
    }),
    remote_images: Type.Integer({ description: 'How many pictures from elsewhere there are: load them with `remote_images=load`.' }),
    truncated: Type.Boolean({ description: 'It was longer than is kept.' }),
  },
  { title: 'InteractionBody' },
)
export type InteractionBody = Static<typeof InteractionBody>

export const Attachment = Type.Object(
  {
    id,
    name: Type.String(),
    type: Type.String({ description: 'What the content shows it to be, else what the sender says.' }),
    size: Type.Integer({ description: 'Bytes.' }),
    embedded: Type.Boolean({ description: 'Shown in the text, not beside it.' }),
    url: Type.Union([Type.String(), Type.Null()], { description: 'Where it is; null when it was left out.' }),
    left_out: Type.Union([Type.String(), Type.Null()], { description: 'Why it was.' }),
  },
  { title: 'Attachment' },
)
export type Attachment = Static<typeof Attachment>

export const InteractionQuery = Type.Object(
  { remote_images: Type.Optional(Type.Literal('load', { description: 'Leaves pictures from elsewhere in the HTML: their servers learn of it.' })) },
  closed,
)

export const Interaction = Type.Object(
  {
    ...entry,
    body: nullable(InteractionBody),
    attachments: Type.Array(Attachment),
    thread: Type.Object({ id, count: Type.Integer({ description: 'Interactions in it, this one among them.' }) }),
  },
  { title: 'Interaction' },
)
export type Interaction = Static<typeof Interaction>

const text = (maxLength: number) => Type.Union([Type.String({ maxLength }), Type.Null()])

const changeable = {
  direction: Type.Optional(Type.Union([Type.Enum(directions), Type.Null()])),
  subject: Type.Optional(text(1_000)),
  text: Type.Optional(text(100_000)),
  occurred_at: Type.Optional(Type.String({ format: 'date-time', description: 'When it happened or begins; now, unless given.' })),
  ends_at: Type.Optional(nullable(time)),
  all_day: Type.Optional(Type.Boolean()),
  location: Type.Optional(text(1_000)),
  status: Type.Optional(nullable(Type.Enum(statuses))),
  participants: Type.Optional(
    Type.Array(
      Type.Union([
        Type.Object({ role: Type.Optional(Type.Enum(participantRoles)), contact_id: id }, closed),
        Type.Object({
          role: Type.Optional(Type.Enum(participantRoles)),
          address: Type.String({ maxLength: 320, pattern: '^[^@\\s]+@[^@\\s]+$' }),
          name: Type.Optional(text(200)),
        }, closed),
      ]),
      { maxItems: 500, description: 'Contacts by id, others by address.' },
    ),
  ),
  company_ids: Type.Optional(Type.Array(id, { maxItems: 100, description: 'Companies that it is about.' })),
}

export const NewManualInteraction = Type.Object(
  {
    kind: Type.String({
      pattern: kindPattern, not: { enum: ['mail', 'note'] },
      description: '`call`, `meeting`, or another word; mail is imported, and notes are written at /notes.',
    }),
    ...changeable,
  },
  { ...closed, title: 'NewInteraction' },
)
export type NewManualInteraction = Static<typeof NewManualInteraction>

export const InteractionChange = Type.Object(
  { ...changeable, pinned: Type.Optional(Type.Boolean()) },
  { ...closed, title: 'InteractionChange', description: 'What is left out stays; a list that is given replaces the one before.' },
)
export type InteractionChange = Static<typeof InteractionChange>

const filters = {
  kind: Type.Optional(
    Type.Array(Type.String({ pattern: kindPattern }), { maxItems: 20, description: 'Only of these kinds; repeat it for several.' }),
  ),
  direction: Type.Optional(Type.Enum(directions)),
  has_attachments: Type.Optional(Type.Boolean()),
  occurred_from: Type.Optional(Type.String({ format: 'date-time', description: 'Belongs to it.' })),
  occurred_to: Type.Optional(Type.String({ format: 'date-time', description: 'Does not belong to it.' })),
}

export const TimelineQuery = Type.Object({ ...pageQuery, ...filters }, closed)
export type TimelineQuery = Static<typeof TimelineQuery>

export const KindCounts = Type.Object(
  {
    data: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })),
    complete: Type.Boolean({ description: 'Otherwise only the newest were counted: show the counts with a plus.' }),
  },
  { title: 'KindCounts' },
)
export type KindCounts = Static<typeof KindCounts>
