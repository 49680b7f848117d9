import { Type, type TSchema } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { companyViews } from '../companies/views.ts'
import { contactViews } from './contact-views.ts'
import { companyViewSchemas, contactViewSchemas } from './contract.ts'
import type { Views } from './views.ts'

export function viewRoutes(app: App, tenancy: Tenancy) {
  addViewRoutes(app, tenancy, { path: '/views', noun: 'View', views: contactViews, schemas: contactViewSchemas })
  addViewRoutes(app, tenancy, { path: '/companies/views', noun: 'CompanyView', views: companyViews, schemas: companyViewSchemas })
}

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

interface ViewRoutes {
  path: `/${string}`
  /** In operation ids. */
  noun: 'View' | 'CompanyView' | 'TaskView'
  views: Views<{ id: string }, never, never>
  schemas: { View: TSchema; ViewPage: TSchema; NewView: TSchema; ViewChange: TSchema }
}

/** The routes of saved views of some kind. */
export function addViewRoutes(app: App, { tenant, transact }: Tenancy, { path, noun, views, schemas: { View, ViewPage, NewView, ViewChange } }: ViewRoutes) {
  app.get(path, {
    config: { access: 'member' },
    schema: { operationId: `list${noun}s`, querystring: Type.Object(pageQuery, { additionalProperties: false }), response: { 200: ViewPage } },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await views.list(tenant(actor.org_id), actor, { limit: limit + 1, after }), limit, ({ id }) => [id])
  })

  app.post(path, {
    config: { access: 'member' },
    schema: { operationId: `create${noun}`, body: NewView, response: { 201: View } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => views.create(tx, actor, body as never))
  })

  app.get(`${path}/:id`, {
    config: { access: 'member' },
    schema: { operationId: `get${noun}`, params, response: { 200: View } },
  }, ({ actor, params }) => views.get(tenant(actor.org_id), actor, params.id))

  app.patch(`${path}/:id`, {
    config: { access: 'member' },
    schema: { operationId: `change${noun}`, params, body: ViewChange, response: { 200: View } },
  }, ({ actor, params, body }) => transact(actor, (tx) => views.change(tx, actor, { id: params.id, change: body as never })))

  app.delete(`${path}/:id`, {
    config: { access: 'member' },
    schema: { operationId: `remove${noun}`, params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => views.remove(tx, actor, params.id))
  })
}
