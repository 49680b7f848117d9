import { Type } from 'typebox'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'
import { conditionalHeaders, expectation } from '#platform/revalidation'
import type { Tenancy } from '#platform/tenancy'
import { changeContact, createContact, deleteContact, restoreContact } from './actions.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { companyRoutes } from './companies/routes.ts'
import { Contact, ContactChange, ContactPage, ContactQuery, NewContact } from './contract.ts'
import { dateRoutes } from './dates/routes.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { fieldRoutes } from './fields/routes.ts'
import { listContacts, toListing } from './listing/listing.ts'
import { MergedInto } from './merges/contract.ts'
import { findMergedInto } from './merges/queries.ts'
import { findContact } from './queries.ts'
import { relationshipRoutes } from './relationships/routes.ts'
import { tagRoutes } from './tags/routes.ts'
import { viewRoutes } from './views/routes.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function contactRoutes(app: App, tenancy: Tenancy) {
  const { tenant, replica, transact } = tenancy
  app.get('/contacts', {
    config: { access: 'member' },
    schema: { operationId: 'listContacts', querystring: ContactQuery, response: { 200: ContactPage } },
  }, async ({ actor, query }, reply) => {
    const listing = await toListing(tenant(actor.org_id), actor, query)
    const page = await listContacts(replica(actor.org_id), actor, listing)
    return reply.type('application/json').serializer(asItIs).send(page as never)
  })

  app.get('/contacts/:id', {
    config: { access: 'member' },
    schema: {
      operationId: 'getContact',
      description: 'One that was merged into another leads there.',
      params,
      response: { 200: Contact, 307: MergedInto },
    },
  }, async ({ actor, params: { id } }, reply) => {
    const db = tenant(actor.org_id)
    const contact = await findContact(db, id)
    const merged_into = contact ? undefined : await findMergedInto(db, id)
    if (!merged_into) return contact ?? Promise.reject(notFound('contact', id))
    return reply.code(307).header('location', `/api/v1/contacts/${merged_into}`).send({ merged_into })
  })

  app.post('/contacts', {
    config: { access: 'member' },
    schema: { operationId: 'createContact', body: NewContact, response: { 201: Contact } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createContact(tx, actor, body))
  })

  app.patch('/contacts/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeContact', params, headers: conditionalHeaders, body: ContactChange, response: { 200: Contact } },
  }, (request, reply) => {
    const { actor, params, body } = request
    const isExpected = expectation(request, reply)
    return transact(actor, (tx) => changeContact(tx, actor, { id: params.id, change: body, isExpected }))
  })

  app.delete('/contacts/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeContact', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    await transact(actor, (tx) => deleteContact(tx, actor, params.id))
    return reply.code(204).send(null)
  })

  app.post('/contacts/:id/restore', {
    config: { access: 'member' },
    schema: { operationId: 'restoreContact', params, response: { 200: Contact } },
  }, ({ actor, params }) => transact(actor, (tx) => restoreContact(tx, actor, params.id)))

  bulkRoutes(app, tenancy)
  companyRoutes(app, tenancy)
  tagRoutes(app, tenancy)
  fieldRoutes(app, tenancy)
  viewRoutes(app, tenancy)
  dateRoutes(app, tenancy)
  duplicateRoutes(app, tenancy)
  relationshipRoutes(app, tenancy)
}

function asItIs(json: unknown): string {
  return json as string
}
