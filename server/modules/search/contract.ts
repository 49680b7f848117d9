import { Type, type Static } from 'typebox'

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])
const marks = Type.Array(Type.Array(Type.Integer()), { description: 'Where what was searched for stands: [from, to) in UTF-16 units.' })

export const SearchQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 200, description: 'Words, in any order; each may be unfinished. With a filter of messages (`from:`, `in:`, `has:`, `before:`, `after:`, as in `GET /rooms/search`) messages alone are found.' }),
    kind: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20, description: 'Only these; repeat it for several.' })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 10, description: 'Of each kind.' }),
  },
  { additionalProperties: false },
)
export type SearchQuery = Static<typeof SearchQuery>

const Hit = Type.Object({
  id: Type.String({ format: 'uuid' }),
  title: Type.String(),
  title_marks: marks,
  subtitle: nullable(Type.String()),
  excerpt: nullable(Type.String()),
  excerpt_marks: marks,
  photo_url: nullable(Type.String()),
  at: nullable(Type.String({ format: 'date-time' })),
  contact_id: nullable(Type.String({ format: 'uuid' })),
  room_id: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], { description: 'Of a message, where it was sent.' }),
  thread_id: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], { description: 'Of an answer, the message that begins its thread.' }),
})
export type Hit = Static<typeof Hit>

export const SearchResult = Type.Object(
  {
    groups: Type.Array(
      Type.Object({
        kind: Type.String({ description: '`contact`, `company`, `mail`, `meeting`, `call`, `note`, `message`, `task`.' }),
        data: Type.Array(Hit),
        has_more: Type.Boolean(),
      }),
      { description: 'Kinds of which something was found.' },
    ),
    meant: nullable(
      Type.Array(Type.String(), { description: 'The words it was searched for instead, where nothing has those that were given.' }),
    ),
  },
  { title: 'SearchResult' },
)
export type SearchResult = Static<typeof SearchResult>
