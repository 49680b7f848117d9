import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const color = Type.Union([Type.String({ pattern: '^#[0-9a-f]{6}$' }), Type.Null()])
const closed = { additionalProperties: false }

const fieldTypes = ['text', 'number', 'date', 'select', 'url', 'boolean'] as const
export type FieldType = (typeof fieldTypes)[number]

const FieldOption = Type.Object(
  { key: Type.String({ description: 'What contacts have; it stays.' }), label: Type.String(), color },
  { title: 'FieldOption' },
)

export const Field = Type.Object(
  {
    id,
    key: Type.String({ description: 'Under which contacts have the value; it stays.' }),
    label: Type.String(),
    type: Type.Enum(fieldTypes),
    options: Type.Array(FieldOption, { description: 'Of a select, in their order.' }),
    position: Type.Integer(),
    created_at: time,
    updated_at: time,
  },
  { title: 'Field' },
)
export type Field = Static<typeof Field>

export const FieldPage = pageOf(Field, 'FieldPage')

const options = Type.Array(
  Type.Object({ key: Type.Optional(text(100)), label: text(100), color: Type.Optional(color) }, closed),
  { maxItems: 500, description: 'All of them, in their order. One without `key` is new, and its label becomes its key.' },
)

export const NewField = Type.Object(
  {
    label: text(200),
    key: Type.Optional(text(200)),
    type: Type.Enum(fieldTypes),
    options: Type.Optional(options),
  },
  { ...closed, title: 'NewField', description: 'The label becomes its key, unless one is given.' },
)
export type NewField = Static<typeof NewField>

export const FieldChange = Type.Object(
  {
    label: Type.Optional(text(200)),
    options: Type.Optional(options),
    position: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: 'Its place among the fields, from 1.' })),
  },
  {
    ...closed,
    title: 'FieldChange',
    description: 'Renaming changes no contact. An option that is left out is taken away from the contacts that have it.',
  },
)
export type FieldChange = Static<typeof FieldChange>
