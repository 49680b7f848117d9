import { Type, type Static, type TSchema } from 'typebox'
import { operationStatuses } from '#platform/operations'
import { pageOf, pageQuery } from '#platform/pages'
import { changeable, ContactQuery } from '../contract.ts'
import { ContactFilter } from '../listing/filter.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false }
const { company, title, owner_id, fields, tags } = changeable
const { view, q, email, tag, company_id, owner_id: ownedBy } = ContactQuery.properties
const ids = (minItems: number) => Type.Array(id, { minItems, maxItems: 10_000 })
const operationId = Type.Union([id, Type.Null()])

export const bulkActions = ['change', 'delete', 'restore'] as const
export type BulkAction = (typeof bulkActions)[number]

export const BulkContactChange = Type.Object(
  { company, title, owner_id, fields, add_tags: tags, remove_tags: tags },
  {
    ...closed,
    title: 'BulkContactChange',
    minProperties: 1,
    description: 'What each contact gets: what is left out stays, null takes away. Tags and fields that are not there yet are made.',
  },
)
export type BulkContactChange = Static<typeof BulkContactChange>

export const BulkSelection = Type.Object(
  {
    view,
    q,
    filter: Type.Optional(ContactFilter),
    email,
    tag,
    company_id,
    owner_id: ownedBy,
    except: Type.Optional(Type.Array(id, { maxItems: 10_000, description: 'But for these.' })),
  },
  { ...closed, title: 'BulkSelection', description: 'Whoever a list with the same parameters shows; without any, everybody.' },
)
export type BulkSelection = Static<typeof BulkSelection>

const wanted = {
  action: Type.Enum(bulkActions, { description: '`restore` is for contacts that are deleted, the others for those that are not.' }),
  contact_ids: Type.Optional(ids(1)),
  selection: Type.Optional(BulkSelection),
}

export const BulkPreview = Type.Object(wanted, {
  ...closed,
  title: 'BulkPreview',
  description: 'Either `contact_ids` or `selection`.',
})

export const NewBulkChange = Type.Object(
  { ...wanted, change: Type.Optional(BulkContactChange) },
  { ...closed, title: 'NewBulkChange', description: 'Either `contact_ids` or `selection`; a `change` when that is the action.' },
)
export type NewBulkChange = Static<typeof NewBulkChange>

export const BulkCount = Type.Object({ total: Type.Integer({ description: 'How many are meant.' }) }, { title: 'BulkCount' })

const progress = {
  status: Type.Enum(operationStatuses),
  operation_id: operationId,
}

/** A bulk change of whatever kind, with the schema of its change. */
export const bulkChangeOf = <Change extends TSchema>(title: string, change: Change) => Type.Object(
  {
    id,
    action: Type.Enum(bulkActions),
    change: Type.Union([change, Type.Null()]),
    ...progress,
    operation_id: { ...operationId, description: 'Its progress; it can be paused and cancelled there. Null where it was done at once.' },
    total: Type.Integer({ description: 'How many were meant when it began.' }),
    done: Type.Integer(),
    changed: Type.Integer({ description: 'Those that were not so already.' }),
    created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
    created_at: time,
    undo: Type.Union([
      Type.Object({
        ...progress,
        restored: Type.Integer({ description: 'Those that are as they were before.' }),
        kept: Type.Integer({ description: 'Those that were changed since, and stay so; or are gone.' }),
        created_at: time,
      }),
      Type.Null(),
    ], { description: 'Null while it stands.' }),
  },
  { title },
)

export const BulkChange = bulkChangeOf('BulkChange', Type.Unsafe<BulkContactChange>(Type.Record(Type.String(), Type.Unknown())))
export type BulkChange = Static<typeof BulkChange>
export type AnyBulkChange = Omit<BulkChange, 'change'> & { change: unknown }

export const BulkChangePage = pageOf(BulkChange, 'BulkChangePage')
export const BulkChangeQuery = Type.Object(pageQuery, closed)
