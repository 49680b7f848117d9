import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { bulkActions, bulkChangeOf } from '../../bulk/contract.ts'
import { CompanyFilter } from '../../listing/filter.ts'
import { CompanyChange, CompanyQuery } from '../contract.ts'

const id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const { q, domain } = CompanyQuery.properties

export const BulkCompanyChange = Type.Object(
  { domain: CompanyChange.properties.domain },
  { ...closed, title: 'BulkCompanyChange', minProperties: 1, description: 'What each company gets: null takes away.' },
)
export type BulkCompanyChange = Static<typeof BulkCompanyChange>

export const BulkCompanySelection = Type.Object(
  { q, domain, filter: Type.Optional(CompanyFilter), except: Type.Optional(Type.Array(id, { maxItems: 10_000, description: 'But for these.' })) },
  { ...closed, title: 'BulkCompanySelection', description: 'Whatever a list with the same parameters shows; without any, all companies.' },
)
export type BulkCompanySelection = Static<typeof BulkCompanySelection>

const wanted = {
  action: Type.Enum(bulkActions, { description: '`restore` is for companies that are deleted, the others for those that are not.' }),
  company_ids: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 10_000 })),
  selection: Type.Optional(BulkCompanySelection),
}

export const CompanyBulkPreview = Type.Object(wanted, { ...closed, title: 'CompanyBulkPreview', description: 'Either `company_ids` or `selection`.' })

export const NewCompanyBulkChange = Type.Object(
  { ...wanted, change: Type.Optional(BulkCompanyChange) },
  { ...closed, title: 'NewCompanyBulkChange', description: 'Either `company_ids` or `selection`; a `change` when that is the action.' },
)

export const CompanyBulkChange = bulkChangeOf('CompanyBulkChange', Type.Unsafe<BulkCompanyChange>(Type.Record(Type.String(), Type.Unknown())))
export const CompanyBulkChangePage = pageOf(CompanyBulkChange, 'CompanyBulkChangePage')
