import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import type { ContactPart } from '../parts.ts'
import { createErasure } from './actions.ts'
import { Erasure, ErasurePage } from './contract.ts'
import { getErasure, listErasures } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function erasureRoutes(app: App, { tenant, transact }: Tenancy, parts: ContactPart[]) {
  app.post('/contacts/:id/erasure', {
    config: { access: 'admin' },
    schema: {
      operationId: 'createErasure',
      description:
        'Erases the person for good: the contact at once, and by an operation what is left of their name, addresses and ' +
        'phones in any table. Cannot be undone. The answer is the receipt.',
      params,
      response: { 202: Erasure },
    },
  }, async ({ actor, params }, reply) => {
    reply.code(202)
    return transact(actor, (tx) => createErasure(tx, actor, parts, params.id))
  })

  app.get('/erasures', {
    config: { access: 'admin' },
    schema: {
      operationId: 'listErasures',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: ErasurePage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listErasures(tenant(actor.org_id), { limit: limit + 1, before }), limit, ({ id }) => [id])
  })

  app.get('/erasures/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'getErasure', params, response: { 200: Erasure } },
  }, ({ actor, params }) => getErasure(tenant(actor.org_id), params.id))
}
