import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createField } from './actions.ts'
import { Field, FieldPage, NewField } from './contract.ts'
import { listFields } from './queries.ts'

export function fieldRoutes(app: App, { replica, transact }: Tenancy) {
  app.get('/fields', {
    config: { access: 'member' },
    schema: {
      operationId: 'listFields',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: FieldPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    return toPage(await listFields(replica(actor.org_id), { limit: limit + 1, after }), limit, ({ position, id }) => [position, id])
  })

  app.post('/fields', {
    config: { access: 'member' },
    schema: { operationId: 'createField', body: NewField, response: { 201: Field } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createField(tx, actor, body))
  })
}
