import { Type, type TSchema } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createBulkChange } from './actions.ts'
import { contactBulk } from './contact-bulk.ts'
import { BulkChange, BulkChangePage, BulkChangeQuery, BulkCount, BulkPreview, NewBulkChange } from './contract.ts'
import type { BulkKind, BulkWanted } from './kind.ts'
import { getBulkChange, listBulkChanges } from './queries.ts'
import { undoBulkChange } from './undoing.ts'

export function bulkRoutes(app: App, tenancy: Tenancy) {
  addBulkRoutes(app, tenancy, {
    path: '/contacts/bulk', ids: 'contact_ids', noun: 'Bulk', of: contactBulk, schemas: { BulkChange, BulkChangePage, BulkPreview, NewBulkChange },
  })
}

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

interface BulkRoutes {
  path: `/${string}`
  /** What they are named by in a body. */
  ids: 'contact_ids' | 'task_ids' | 'company_ids'
  /** In operation ids, before `Change` and `Preview`. */
  noun: string
  of: BulkKind
  schemas: Record<'BulkChange' | 'BulkChangePage' | 'BulkPreview' | 'NewBulkChange', TSchema>
}

/** The routes of bulk changes of some kind. */
export function addBulkRoutes(app: App, { tenant, transact }: Tenancy, { path, ids, noun, of, schemas: { BulkChange, BulkChangePage, BulkPreview, NewBulkChange } }: BulkRoutes) {
  const toWanted = ({ [ids]: named, ...body }: Record<string, unknown>) => ({ ...body, ids: named }) as BulkWanted & { change?: unknown }
  app.get(path, {
    config: { access: 'member' },
    schema: { operationId: `list${noun}Changes`, querystring: BulkChangeQuery, response: { 200: BulkChangePage } },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listBulkChanges(tenant(actor.org_id), { of, limit: limit + 1, before }), limit, ({ id }) => [id])
  })

  app.post(path, {
    config: { access: 'member' },
    schema: {
      operationId: `create${noun}Change`,
      description: `Changes, deletes or restores many ${of.plural}: up to 250 at once, more by the operation that it names. It can be undone.`,
      body: NewBulkChange,
      response: { 201: BulkChange },
    },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createBulkChange(tx, actor, { of, input: toWanted(body as Record<string, unknown>) }))
  })

  app.post(`${path}/preview`, {
    config: { access: 'member' },
    schema: { operationId: `create${noun}Preview`, description: `Of how many ${of.plural} it would be; nothing is stored.`, body: BulkPreview, response: { 200: BulkCount } },
  }, async ({ actor, body }) => {
    const db = tenant(actor.org_id)
    const selection = await of.toSelection(db, actor, toWanted(body as Record<string, unknown>))
    const { total } = await of.findSelected(db, actor, selection, { limit: 1 })
    if (total === 0) await of.checkNamed(db, actor, selection)
    return { total }
  })

  app.get(`${path}/:id`, {
    config: { access: 'member' },
    schema: { operationId: `get${noun}Change`, params, response: { 200: BulkChange } },
  }, ({ actor, params: { id } }) => getBulkChange(tenant(actor.org_id), of, id))

  app.post(`${path}/:id/undo`, {
    config: { access: 'member' },
    schema: {
      operationId: `undo${noun}Change`,
      description: 'Each is as it was before, but for those that were changed since. For 30 days.',
      params,
      response: { 200: BulkChange },
    },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => undoBulkChange(tx, actor, { of, id })))
}
