import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

const authorKinds = ['user', 'api_key', 'system', 'outside'] as const

export const Author = Type.Object(
  {
    kind: Type.Enum(authorKinds, { description: '`outside`: somebody who was never a member here.' }),
    id: nullable(id),
    name: Type.Union([Type.String(), Type.Null()], { description: 'As they are called now, or were when they left.' }),
  },
  { title: 'Author' },
)

export const MessageFile = Type.Object(
  {
    id,
    name: Type.String(),
    type: Type.String({ description: 'What the content shows it to be, else what was said when it was uploaded.' }),
    size: Type.Integer({ description: 'Bytes.' }),
    width: Type.Union([Type.Integer(), Type.Null()], { description: 'Of a picture, in pixels; it has a thumbnail.' }),
    height: nullable(Type.Integer()),
    url: Type.String({ description: 'To be saved; with `?inline=true` to be shown, if it is a picture.' }),
    thumbnail_url: nullable(Type.String()),
  },
  { title: 'MessageFile' },
)
export type MessageFile = Static<typeof MessageFile>

export const RoomFile = Type.Object({ ...MessageFile.properties, message_id: id, uploaded_by: id, created_at: time }, { title: 'RoomFile' })
export type RoomFile = Static<typeof RoomFile>
export const RoomFilePage = pageOf(RoomFile, 'RoomFilePage')

const ThreadSummary = Type.Object(
  {
    reply_count: Type.Integer({ description: 'But for deleted ones.' }),
    last_reply_at: nullable(time),
    author_ids: Type.Array(id, { description: 'Who answered, the latest first; at most five.' }),
  },
  { title: 'ThreadSummary' },
)
type ThreadSummary = Static<typeof ThreadSummary>

const Urgency = Type.Object(
  {
    until: Type.String({ format: 'date-time', description: 'So long those who have not acted on it are told again, every 5 minutes.' }),
    acknowledgements: Type.Array(Type.Object({ user_id: id, acknowledged_at: nullable(time) }), { description: 'Whom it asks, and since when they have acknowledged it.' }),
  },
  { title: 'MessageUrgency' },
)

export const LinkPreview = Type.Object(
  { url: Type.String({ description: 'As it stands in the message.' }), title: Type.String(), description: Type.String(), site: Type.String() },
  { title: 'LinkPreview', description: 'What the page says of itself: plain text, of which some may be empty.' },
)
export type LinkPreview = Static<typeof LinkPreview>

export const Message = Type.Object(
  {
    id,
    room_id: id,
    thread_id: Type.Union([id, Type.Null()], { description: 'The message that begins the thread in which this one answers.' }),
    seq: Type.Integer({ description: 'Counts the messages of the room from 1, without gaps; those of a thread by themselves.' }),
    author: Author,
    client_id: nullable(id),
    text: Type.String({ description: 'Markdown, as it was written; empty of a deleted one.' }),
    html: Type.String({ description: 'What the Markdown says, safe to show.' }),
    snippet: Type.String({ description: 'Its beginning as plain text.' }),
    mentions: Type.Object({
      user_ids: Type.Array(id, { description: 'Whom it concerns by name, or by `@here`.' }),
      room: Type.Boolean({ description: 'It concerns everyone in the room.' }),
    }),
    reactions: Type.Array(Type.Object({ emoji: Type.String(), user_ids: Type.Array(id) }, { title: 'Reaction' }), { description: 'The first one first.' }),
    files: Type.Array(MessageFile),
    previews: Type.Array(LinkPreview, { description: 'Of the pages to which it links, where the organization has them read.' }),
    urgent: Type.Union([Urgency, Type.Null()]),
    thread: Type.Union([ThreadSummary, Type.Null()], { description: 'The answers to it; null without any, and of an answer.' }),
    pinned_at: nullable(time),
    created_at: time,
    edited_at: nullable(time),
    deleted_at: nullable(time),
  },
  { title: 'Message' },
)
export type Message = Static<typeof Message>

export const PinnedMessages = Type.Object({ data: Type.Array(Message) }, { title: 'PinnedMessages' })

export const Bookmark = Type.Object({ message: Message, created_at: time }, { title: 'Bookmark' })
export type Bookmark = Static<typeof Bookmark>

export const BookmarkPage = pageOf(Bookmark, 'BookmarkPage')

/** Characters of a message. */
export const longestMessage = 40_000

const written = 'Markdown. `[@Ada](user:<id>)` mentions a user, `@room` everyone in the room, `@here` those of them who are here.'
const text = Type.String({ minLength: 1, maxLength: longestMessage, pattern: '\\S', description: written })

export const NewMessage = Type.Object(
  {
    text: Type.String({ maxLength: longestMessage, description: `${written} It says something, or there are files.` }),
    thread_id: Type.Optional(Type.String({ format: 'uuid', description: 'The message of the room that this one answers, in its thread.' })),
    file_ids: Type.Optional(Type.Array(id, { maxItems: 20, uniqueItems: true, description: 'Of files that you have uploaded to the room.' })),
    urgent: Type.Optional(Type.Boolean({
      description: 'Asks whom it names, in a direct room everybody else, to acknowledge it, and tells them again every 5 minutes until they do, for 30. From members, for at most 20 people, at most 10 in an hour.',
    })),
    client_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'Chosen by you, another for each message: sent again it is the same message.' }),
    ),
  },
  { ...closed, title: 'NewMessage' },
)
export type NewMessage = Static<typeof NewMessage>

export const MessageChange = Type.Object({ text }, { ...closed, title: 'MessageChange' })
export type MessageChange = Static<typeof MessageChange>

export const MessageSearchQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.String({
      minLength: 1,
      maxLength: 500,
      description:
        'Words, of which the last may be unfinished; with `from:me`, `from:ada@example.org`, `from:"Ada Lovelace"`, `in:general`, ' +
        '`has:file` (or `image`, `link`, `reaction`, `thread`, `pin`), `before:2026-03-01`, `after:2026-01-31`. All must hold.',
    }),
  },
  closed,
)
export type MessageSearchQuery = Static<typeof MessageSearchQuery>

const Mark = Type.Array(Type.Integer(), { minItems: 2, maxItems: 2, description: 'From, to: in UTF-16 units of the excerpt.' })

export const FoundMessage = Type.Object(
  { message: Message, excerpt: Type.String({ description: 'Plain text around the first of the words.' }), excerpt_marks: Type.Array(Mark) },
  { title: 'FoundMessage' },
)
export type FoundMessage = Static<typeof FoundMessage>

export const FoundMessagePage = pageOf(FoundMessage, 'FoundMessagePage')

const seq = Type.Integer({ minimum: 0, maximum: 2_147_483_647 })
const uuidPattern = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

export const MessageEdits = Type.Object(
  {
    data: Type.Array(
      Type.Object({ text: Type.String(), html: Type.String(), until: Type.String({ format: 'date-time', description: 'When it was changed to the next.' }) }),
      { description: 'What it said before, the first text first.' },
    ),
  },
  { title: 'MessageEdits' },
)
export type MessageEdits = Static<typeof MessageEdits>

export const MessageQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    before: Type.Optional({ ...seq, description: 'Those before this number; the latest, unless something is given.' }),
    after: Type.Optional({ ...seq, description: 'Those after this number.' }),
    around: Type.Optional(
      Type.String({ pattern: `^(\\d{1,9}|${uuidPattern})$`, description: 'This message, by number or id, in the middle.' }),
    ),
    at: Type.Optional(Type.String({ format: 'date-time', description: 'The first message from this time on, in the middle.' })),
  },
  { ...closed, description: 'At most one of `before`, `after`, `around` and `at`.' },
)
export type MessageQuery = Static<typeof MessageQuery>

export const MessagePage = Type.Object(
  {
    data: Type.Array(Message, { description: 'In their order, the oldest first; deleted ones too.' }),
    before: Type.Union([seq, Type.Null()], { description: 'Give it as `before` to have those before; null: there are none.' }),
    after: Type.Union([seq, Type.Null()], { description: 'Give it as `after` to have those after; null: there are none yet.' }),
  },
  { title: 'MessagePage' },
)
export type MessagePage = Static<typeof MessagePage>
