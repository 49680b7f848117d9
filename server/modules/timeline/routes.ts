import { Type } from 'typebox'
import { getContact } from '#modules/contacts'
import { refuseInBatch } from '#platform/batch'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Db } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { changeInteraction, createInteraction, deleteInteraction, restoreInteraction } from './actions.ts'
import {
  Interaction, InteractionChange, InteractionQuery, KindCounts, NewManualInteraction, TimelinePage, TimelineQuery, type TimelineEntry,
} from './contract.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { pageHeaders, writePage } from './bodies/page.ts'
import { noteRoutes } from './notes/routes.ts'
import { countKinds, getInteraction, listThread, listTimeline, type Whose } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function timelineRoutes(app: App, tenancy: Tenancy, storage: Storage) {
  const { tenant, replica, transact } = tenancy

  app.get('/interactions', {
    config: { access: 'member' },
    schema: { operationId: 'listInteractions', querystring: TimelineQuery, response: { 200: TimelinePage } },
  }, ({ actor, query }) => page(replica(actor.org_id), 'organization', query))

  app.get('/contacts/:id/timeline', {
    config: { access: 'member' },
    schema: { operationId: 'listTimeline', params, querystring: TimelineQuery, response: { 200: TimelinePage } },
  }, async ({ actor, params: { id }, query }) => {
    const db = replica(actor.org_id)
    const [found] = await Promise.all([page(db, { contact_id: id }, query), getContact(db, id)])
    return found
  })

  app.get('/companies/:id/timeline', {
    config: { access: 'member' },
    schema: { operationId: 'listCompanyTimeline', params, querystring: TimelineQuery, response: { 200: TimelinePage } },
  }, async ({ actor, params: { id }, query }) => {
    const db = replica(actor.org_id)
    const [found] = await Promise.all([page(db, { company_id: id }, query), checkCompany(db, id)])
    return found
  })

  app.get('/interactions/counts', {
    config: { access: 'member' },
    schema: { operationId: 'getInteractionCounts', response: { 200: KindCounts } },
  }, ({ actor }) => countKinds(replica(actor.org_id), 'organization'))

  app.get('/contacts/:id/timeline/counts', {
    config: { access: 'member' },
    schema: { operationId: 'getTimelineCounts', params, response: { 200: KindCounts } },
  }, async ({ actor, params: { id } }) => {
    const db = replica(actor.org_id)
    await getContact(db, id)
    return countKinds(db, { contact_id: id })
  })

  app.get('/companies/:id/timeline/counts', {
    config: { access: 'member' },
    schema: { operationId: 'getCompanyTimelineCounts', params, response: { 200: KindCounts } },
  }, async ({ actor, params: { id } }) => {
    const db = replica(actor.org_id)
    await checkCompany(db, id)
    return countKinds(db, { company_id: id })
  })

  app.get('/interactions/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getInteraction', params, querystring: InteractionQuery, response: { 200: Interaction } },
  }, ({ actor, params: { id }, query }) =>
    getInteraction(tenant(actor.org_id), id, { load_remote: query.remote_images === 'load' }))

  app.get('/interactions/:id/page', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getInteractionPage',
      description: 'What was said as a page to be shown in a frame: it runs nothing, and is of no origin.',
      params,
      querystring: InteractionQuery,
      response: { 200: { description: 'The page.', content: { 'text/html': { schema: Type.String() } } } },
    },
  }, async ({ actor, params: { id }, query }, reply) => {
    const db = tenant(actor.org_id)
    const load_remote = query.remote_images === 'load'
    const page = await writePage(db, storage, actor.org_id, await getInteraction(db, id, { load_remote }))
    return reply.headers(pageHeaders({ load_remote })).type('text/html; charset=utf-8').send(page as never)
  })

  app.post('/interactions', {
    config: { access: 'member' },
    schema: { operationId: 'createInteraction', body: NewManualInteraction, response: { 201: Interaction } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createInteraction(tx, actor, body))
  })

  app.patch('/interactions/:id', {
    config: { access: 'member' },
    schema: {
      operationId: 'changeInteraction',
      description: 'What was brought in can be pinned; only what was written here can be rewritten.',
      params,
      body: InteractionChange,
      response: { 200: Interaction },
    },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeInteraction(tx, actor, params.id, body)))

  app.delete('/interactions/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeInteraction', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => deleteInteraction(tx, actor, params.id))
  })

  app.post('/interactions/:id/restore', {
    config: { access: 'member' },
    schema: { operationId: 'restoreInteraction', params, response: { 200: Interaction } },
  }, ({ actor, params }) => transact(actor, (tx) => restoreInteraction(tx, actor, params.id)))

  app.get('/threads/:id', {
    config: { access: 'member' },
    schema: {
      operationId: 'listThread',
      params,
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: TimelinePage },
    },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const entries = await listThread(replica(actor.org_id), { thread_id: id, limit: limit + 1, after })
    if (entries.length === 0 && !after) throw notFound('thread', id)
    return toPage(entries, limit, key)
  })

  noteRoutes(app, tenancy)
  attachmentRoutes(app, tenancy, storage)
}

async function page(db: Db, whose: Whose, { limit, cursor, ...filters }: TimelineQuery) {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
  return toPage(await listTimeline(db, { whose, filters, limit: limit + 1, after }), limit, key)
}

function key({ occurred_at, id }: TimelineEntry) {
  return [occurred_at, id]
}

/** Throws not_found. */
async function checkCompany(db: Db, id: string) {
  const found = await db.selectFrom('company').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw notFound('company', id)
}
