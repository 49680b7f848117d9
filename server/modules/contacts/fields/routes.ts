import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createField } from './actions.ts'
import { Field, FieldChange, FieldPage, NewField } from './contract.ts'
import { getField, listFields } from './queries.ts'
import { changeFieldAndValues, removeField } from './removal.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function fieldRoutes(app: App, tenancy: Tenancy) {
  const { tenant, replica, transact } = tenancy
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

  app.get('/fields/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getField', params, response: { 200: Field } },
  }, ({ actor, params }) => getField(tenant(actor.org_id), params.id))

  app.patch('/fields/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeField', params, body: FieldChange, response: { 200: Field } },
  }, ({ actor, params, body }) => changeFieldAndValues(tenancy, actor, { id: params.id, change: body }))

  app.delete('/fields/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeField', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    await removeField(tenancy, actor, params.id)
    return reply.code(204).send(null)
  })
}
