import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { ContactReference } from '../contract.ts'
import { relationshipKinds } from './kinds.ts'

const id = Type.String({ format: 'uuid' })
const nullableText = Type.Union([Type.String(), Type.Null()])
const label = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

export const NewRelationship = Type.Object(
  {
    contact_id: Type.String({ format: 'uuid', description: 'The other one.' }),
    kind: Type.Enum(relationshipKinds, { description: 'What the other one is to the contact in the path: its manager.' }),
    label: Type.Optional(label),
    inverse_label: Type.Optional(label),
  },
  {
    title: 'NewRelationship',
    additionalProperties: false,
    description: '`custom` needs both labels: `mentor`, and `mentee` as seen from the other side. No other has any.',
  },
)
export type NewRelationship = Static<typeof NewRelationship>

export const Relationship = Type.Object(
  {
    id,
    kind: Type.Enum(relationshipKinds, { description: 'What the one below is to the contact that was asked about.' }),
    label: nullableText,
    contact: ContactReference,
    created_at: Type.String({ format: 'date-time' }),
  },
  { title: 'Relationship', description: 'As seen from one side.' },
)
export type Relationship = Static<typeof Relationship>

export const RelationshipPage = pageOf(Relationship, 'RelationshipPage')

