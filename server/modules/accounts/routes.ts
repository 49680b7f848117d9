import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createApiKey, revokeApiKey } from './actions.ts'
import type { Authenticator } from './authentication.ts'
import { ApiKeyPage, CreatedApiKey, Me, NewApiKey } from './contract.ts'
import { getMe, listApiKeys } from './queries.ts'

export function accountRoutes(app: App, { tenant, transact }: Tenancy, authenticator: Authenticator) {
  app.get('/me', {
    config: { access: 'guest' },
    schema: { operationId: 'getMe', response: { 200: Me } },
  }, ({ actor }) => getMe(tenant(actor.org_id), actor))

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
    const { hash } = await transact(actor, (tx) => revokeApiKey(tx, actor, params.id))
    await authenticator.forget(hash)
    return reply.code(204).send(null)
  })
}
