import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { changeView, createView, removeView } from './actions.ts'
import { NewView, View, ViewChange, ViewPage } from './contract.ts'
import { getView, listViews } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function viewRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/views', {
    config: { access: 'member' },
    schema: {
      operationId: 'listViews',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: ViewPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listViews(tenant(actor.org_id), actor, { limit: limit + 1, after }), limit, ({ id }) => [id])
  })

  app.post('/views', {
    config: { access: 'member' },
    schema: { operationId: 'createView', body: NewView, response: { 201: View } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createView(tx, actor, body))
  })

  app.get('/views/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getView', params, response: { 200: View } },
  }, ({ actor, params }) => getView(tenant(actor.org_id), actor, params.id))

  app.patch('/views/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeView', params, body: ViewChange, response: { 200: View } },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeView(tx, actor, { id: params.id, change: body })))

  app.delete('/views/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeView', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => removeView(tx, actor, params.id))
  })
}
