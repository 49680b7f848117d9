import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Accounts } from './accounts.ts'
import { createApiKey, revokeApiKey } from './api-keys.ts'
import { ApiKeyPage, CreatedApiKey, NewApiKey } from './contract.ts'
import { listApiKeys } from './queries.ts'

export function apiKeyRoutes(app: App, { tenancy: { tenant, transact }, authenticator }: Accounts) {
  app.get('/api-keys', {
    config: { access: 'admin' },
    schema: {
      operationId: 'listApiKeys',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: ApiKeyPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    const rows = await listApiKeys(tenant(actor.org_id), { limit: limit + 1, before })
    return toPage(rows, limit, ({ id }) => [id])
  })

  app.post('/api-keys', {
    config: { access: 'admin', secret: true },
    schema: { operationId: 'createApiKey', body: NewApiKey, response: { 201: CreatedApiKey } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createApiKey(tx, actor, body))
  })

  app.delete('/api-keys/:id', {
    config: { access: 'admin' },
    schema: {
      operationId: 'revokeApiKey',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 204: Type.Null() },
    },
  }, async ({ actor, params }, reply) => {
    await transact(actor, (tx) => revokeApiKey(tx, actor, params.id))
    await authenticator.forget(params.id)
    return reply.code(204).send(null)
  })
}
