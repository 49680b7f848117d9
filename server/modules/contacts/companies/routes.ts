import { Type } from 'typebox'
import type { App } from '#platform/http'
import type { Tenancy } from '#platform/tenancy'
import { addBulkRoutes } from '../bulk/routes.ts'
import { changeCompany, createCompany } from './actions.ts'
import { companyBulk } from './bulk/company-bulk.ts'
import { CompanyBulkChange, CompanyBulkChangePage, CompanyBulkPreview, NewCompanyBulkChange } from './bulk/contract.ts'
import { Company, CompanyChange, CompanyPage, CompanyQuery, CountedCompany, NewCompany } from './contract.ts'
import { listCompanies } from './listing.ts'
import { getCompany } from './queries.ts'
import { mergeCompany, removeCompany, restoreCompany } from './removal.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function companyRoutes(app: App, tenancy: Tenancy) {
  const { tenant, replica, transact } = tenancy
  app.get('/companies', {
    config: { access: 'member' },
    schema: { operationId: 'listCompanies', querystring: CompanyQuery, response: { 200: CompanyPage } },
  }, ({ actor, query }) => listCompanies(replica(actor.org_id), actor, query))

  app.post('/companies', {
    config: { access: 'member' },
    schema: { operationId: 'createCompany', body: NewCompany, response: { 201: Company } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createCompany(tx, actor, body))
  })

  addBulkRoutes(app, tenancy, {
    path: '/companies/bulk', ids: 'company_ids', noun: 'CompanyBulk', of: companyBulk,
    schemas: { BulkChange: CompanyBulkChange, BulkChangePage: CompanyBulkChangePage, BulkPreview: CompanyBulkPreview, NewBulkChange: NewCompanyBulkChange },
  })

  app.get('/companies/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getCompany', params, response: { 200: CountedCompany } },
  }, ({ actor, params }) => getCompany(tenant(actor.org_id), params.id))

  app.patch('/companies/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeCompany', params, body: CompanyChange, response: { 200: Company } },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeCompany(tx, actor, { id: params.id, change: body })))

  app.post('/companies/:id/merge', {
    config: { access: 'member' },
    schema: {
      operationId: 'createCompanyMerge',
      params,
      body: Type.Object({ into: Type.String({ format: 'uuid', description: 'Where its contacts go.' }) }, { additionalProperties: false }),
      response: { 200: Company },
    },
  }, ({ actor, params, body }) => mergeCompany(tenancy, actor, { id: params.id, into: body.into }))

  app.delete('/companies/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeCompany', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    await removeCompany(tenancy, actor, params.id)
    return reply.code(204).send(null)
  })

  app.post('/companies/:id/restore', {
    config: { access: 'member' },
    schema: { operationId: 'restoreCompany', params, response: { 200: Company } },
  }, ({ actor, params }) => restoreCompany(tenancy, actor, params.id))
}
