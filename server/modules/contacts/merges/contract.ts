import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { Contact, ContactReference } from '../contract.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false }

/** Of what only one of the contacts can give. */
const choice = Type.Optional(id)

export const NewMerge = Type.Object(
  {
    into: Type.String({ format: 'uuid', description: 'The contact that stays.' }),
    contact_ids: Type.Array(id, { minItems: 1, maxItems: 20, description: 'Those that become part of it.' }),
    choices: Type.Optional(
      Type.Object(
        {
          name: choice,
          given_name: choice,
          family_name: choice,
          title: choice,
          company: choice,
          owner: choice,
          photo: choice,
          fields: Type.Optional(Type.Record(Type.String({ minLength: 1, maxLength: 200 }), id, { maxProperties: 500 })),
        },
        {
          ...closed,
          description: 'Whose value stands, by contact. Unless chosen, that of `into`, or of the first that has one.',
        },
      ),
    ),
  },
  { ...closed, title: 'NewMerge' },
)
export type NewMerge = Static<typeof NewMerge>

export const Merge = Type.Object(
  {
    id,
    into: Type.Union([ContactReference, Type.Null()], { description: 'Null when it was merged itself since, or removed.' }),
    into_id: id,
    contacts: Type.Array(Type.Object({ id, name: Type.Union([Type.String(), Type.Null()]) }), {
      description: 'Those that became part of it; their names are forgotten when it is undone.',
    }),
    created_at: time,
    created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
    undone_at: Type.Union([time, Type.Null()]),
  },
  { title: 'Merge' },
)
export type Merge = Static<typeof Merge>

export const MergePage = pageOf(Merge, 'MergePage')

export const MergeQuery = Type.Object({ ...pageQuery, contact_id: Type.Optional(id) }, closed)

export const MergeUndone = Type.Object(
  { into: Contact, contacts: Type.Array(Contact, { description: 'Those that are there again.' }) },
  { title: 'MergeUndone' },
)
export type MergeUndone = Static<typeof MergeUndone>

export const MergedInto = Type.Object({ merged_into: id }, { title: 'MergedInto' })
