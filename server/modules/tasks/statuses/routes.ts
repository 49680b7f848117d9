import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { params } from '../contract.ts'
import { changeStatus, createStatus, removeStatus } from './actions.ts'
import { NewTaskStatus, TaskStatus, TaskStatusChange, TaskStatusPage, TaskStatusQuery, TaskStatusRemoval } from './contract.ts'
import { getStatus, listStatuses } from './queries.ts'

export function statusRoutes(app: App, tenancy: Tenancy) {
  const { tenant, transact } = tenancy
  app.get('/task-statuses', {
    config: { access: 'guest' },
    schema: { operationId: 'listTaskStatuses', querystring: TaskStatusQuery, response: { 200: TaskStatusPage } },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listStatuses(tenant(actor.org_id), { limit: limit + 1, after }), limit, ({ position }) => [position])
  })

  app.post('/task-statuses', {
    config: { access: 'admin' },
    schema: { operationId: 'createTaskStatus', body: NewTaskStatus, response: { 201: TaskStatus } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createStatus(tx, actor, body))
  })

  app.get('/task-statuses/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'getTaskStatus', params, response: { 200: TaskStatus } },
  }, ({ actor, params: { id } }) => getStatus(tenant(actor.org_id), id))

  app.patch('/task-statuses/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'changeTaskStatus', params, body: TaskStatusChange, response: { 200: TaskStatus } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeStatus(tx, actor, { id, change: body })))

  app.delete('/task-statuses/:id', {
    config: { access: 'admin' },
    schema: {
      operationId: 'removeTaskStatus',
      description: 'One with tasks needs `into`.',
      params,
      querystring: TaskStatusRemoval,
      response: { 204: Type.Null() },
    },
  }, async ({ actor, params: { id }, query: { into } }, reply) => {
    await removeStatus(tenancy, actor, { id, into })
    return reply.code(204).send(null)
  })
}
