import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import type { ContactPart } from '../parts.ts'
import { createMerge, undoMerge } from './actions.ts'
import { Merge, MergePage, MergeQuery, MergeUndone, NewMerge } from './contract.ts'
import { listMerges } from './queries.ts'

export function mergeRoutes(app: App, { tenant, transact }: Tenancy, parts: ContactPart[]) {
  app.get('/contacts/merges', {
    config: { access: 'member' },
    schema: { operationId: 'listMerges', querystring: MergeQuery, response: { 200: MergePage } },
  }, async ({ actor, query: { limit, cursor, contact_id } }) => {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listMerges(tenant(actor.org_id), { limit: limit + 1, before, contact_id }), limit, ({ id }) => [id])
  })

  app.post('/contacts/merges', {
    config: { access: 'member' },
    schema: {
      operationId: 'createMerge',
      description: 'Nothing is lost, and it can be undone. The ids of the merged ones lead to the one that stays.',
      body: NewMerge,
      response: { 201: Merge },
    },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createMerge(tx, actor, parts, body))
  })

  app.post('/contacts/merges/:id/undo', {
    config: { access: 'member' },
    schema: {
      operationId: 'undoMerge',
      description: 'Each contact is as it was; what came since stays with the one that they were merged into.',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 200: MergeUndone },
    },
  }, ({ actor, params }) => transact(actor, (tx) => undoMerge(tx, actor, parts, params.id)))
}
