import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { params } from '../contract.ts'
import { changeLabel, createLabel, removeLabel } from './actions.ts'
import { Label, LabelChange, LabelPage, LabelQuery, NewLabel } from './contract.ts'
import { getLabel, listLabels } from './queries.ts'

export function labelRoutes(app: App, tenancy: Tenancy) {
  const { tenant, transact } = tenancy
  app.get('/labels', {
    config: { access: 'member' },
    schema: { operationId: 'listLabels', querystring: LabelQuery, response: { 200: LabelPage } },
  }, async ({ actor, query: { limit, cursor, q } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const rows = await listLabels(tenant(actor.org_id), { q, limit: limit + 1, after })
    return toPage(rows, limit, ({ match_name, id }) => [match_name, id])
  })

  app.post('/labels', {
    config: { access: 'member' },
    schema: { operationId: 'createLabel', body: NewLabel, response: { 201: Label } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createLabel(tx, actor, body))
  })

  app.get('/labels/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getLabel', params, response: { 200: Label } },
  }, ({ actor, params: { id } }) => getLabel(tenant(actor.org_id), id))

  app.patch('/labels/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeLabel', params, body: LabelChange, response: { 200: Label } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeLabel(tx, actor, { id, change: body })))

  app.delete('/labels/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeLabel', description: 'No task has it any more.', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    await removeLabel(tenancy, actor, id)
    return reply.code(204).send(null)
  })
}
