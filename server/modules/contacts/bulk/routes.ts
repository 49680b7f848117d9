import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createBulkChange } from './actions.ts'
import { BulkChange, BulkChangePage, BulkChangeQuery, BulkCount, BulkPreview, NewBulkChange } from './contract.ts'
import { getBulkChange, listBulkChanges } from './queries.ts'
import { countSelected, toSelection } from './selecting.ts'
import { undoBulkChange } from './undoing.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function bulkRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/contacts/bulk', {
    config: { access: 'member' },
    schema: { operationId: 'listBulkChanges', querystring: BulkChangeQuery, response: { 200: BulkChangePage } },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listBulkChanges(tenant(actor.org_id), { limit: limit + 1, before }), limit, ({ id }) => [id])
  })

  app.post('/contacts/bulk', {
    config: { access: 'member' },
    schema: {
      operationId: 'createBulkChange',
      description: 'Changes, deletes or restores many contacts: up to 250 at once, more by the operation that it names. It can be undone.',
      body: NewBulkChange,
      response: { 201: BulkChange },
    },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createBulkChange(tx, actor, body))
  })

  app.post('/contacts/bulk/preview', {
    config: { access: 'member' },
    schema: { operationId: 'createBulkPreview', description: 'Of how many contacts it would be; nothing is stored.', body: BulkPreview, response: { 200: BulkCount } },
  }, async ({ actor, body }) => {
    const db = tenant(actor.org_id)
    return { total: await countSelected(db, actor, await toSelection(db, actor, body)) }
  })

  app.get('/contacts/bulk/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getBulkChange', params, response: { 200: BulkChange } },
  }, ({ actor, params }) => getBulkChange(tenant(actor.org_id), params.id))

  app.post('/contacts/bulk/:id/undo', {
    config: { access: 'member' },
    schema: {
      operationId: 'undoBulkChange',
      description: 'Each contact is as it was before, but for those that were changed since. For 30 days.',
      params,
      response: { 200: BulkChange },
    },
  }, ({ actor, params }) => transact(actor, (tx) => undoBulkChange(tx, actor, params.id)))
}
