import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { Contact } from '../contract.ts'
import { duplicateReasons } from './scoring.ts'

export const Duplicate = Type.Object(
  {
    contacts: Type.Array(Contact, { description: 'The two, the older one first.' }),
    score: Type.Number({ description: '0 to 1: how likely they are one person.' }),
    reasons: Type.Array(Type.Enum(duplicateReasons)),
  },
  { title: 'Duplicate' },
)
export type Duplicate = Static<typeof Duplicate>

export const DuplicatePage = pageOf(Duplicate, 'DuplicatePage')

export const NewDismissal = Type.Object(
  { contact_ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 2, maxItems: 2 }) },
  { title: 'NewDismissal', additionalProperties: false, description: 'Two contacts that are not one.' },
)
export type NewDismissal = Static<typeof NewDismissal>

export const Dismissal = Type.Object(
  { contact_ids: Type.Array(Type.String({ format: 'uuid' })), created_at: Type.String({ format: 'date-time' }) },
  { title: 'Dismissal' },
)
export type Dismissal = Static<typeof Dismissal>
