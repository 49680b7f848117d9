import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false }
const color = Type.Union([Type.String({ pattern: '^#[0-9a-f]{6}$' }), Type.Null()])

export const Tag = Type.Object({ id, name: Type.String(), color, created_at: time, updated_at: time }, { title: 'Tag' })
export type Tag = Static<typeof Tag>

export const CountedTag = Type.Object(
  { ...Tag.properties, contact_count: Type.Integer({ description: 'Contacts that have it, as of now.' }) },
  { title: 'CountedTag' },
)
export type CountedTag = Static<typeof CountedTag>

export const TagPage = pageOf(CountedTag, 'TagPage')

const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

export const NewTag = Type.Object({ name, color: Type.Optional(color) }, { ...closed, title: 'NewTag' })
export type NewTag = Static<typeof NewTag>

export const TagChange = Type.Object({ name: Type.Optional(name), color: Type.Optional(color) }, { ...closed, title: 'TagChange' })
export type TagChange = Static<typeof TagChange>

export const TagQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 100, description: 'Only those that have this in their name.' })),
    colored: Type.Optional(Type.Boolean({ description: 'Only those that have a color, or none.' })),
  },
  closed,
)
