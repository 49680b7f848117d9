import { beginExport, fileAnswer, sendsExports } from '#modules/exports'
import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import { invalid } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { params } from '../contract.ts'
import { planTask } from '../plans/actions.ts'
import { taskViews } from '../views/task-views.ts'
import { getBoard } from './board.ts'
import { getCalendar } from './calendar.ts'
import { Board, BoardQuery, Calendar, CalendarQuery, MyDay, MyDayQuery, Plan, PlanChange, TaskPage, TaskQuery, TaskTableQuery } from './contract.ts'
import { listTasks } from './listing.ts'
import { getMyDay } from './my-day.ts'
import { readTasks, writeTaskTable } from './table.ts'

export function listingRoutes(app: App, { tenant, transact }: Tenancy) {
  const send = sendsExports(transact)
  app.get('/tasks', {
    config: { access: 'guest' },
    schema: { operationId: 'listTasks', querystring: TaskQuery, response: { 200: TaskPage } },
  }, async ({ actor, query }, reply) => {
    const db = tenant(actor.org_id)
    const { count, sort = '-created_at', ...rest } = await withView(db, actor, query)
    const page = await listTasks(db, actor, { ...rest, sort, counted: count === 'exact' })
    return reply.type('application/json').serializer(asItIs).send(page as never)
  })

  app.get('/exports/tasks.csv', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { operationId: 'getTaskTable', description: 'Tasks as CSV, as the list with the same parameters shows them.', querystring: TaskTableQuery, response: fileAnswer('text/csv') },
  }, async ({ actor, query }, reply) => {
    const db = tenant(actor.org_id)
    const { sort = 'created_at', ...rest } = await withView(db, actor, query)
    const parts = writeTaskTable(db, await beginExport(readTasks(db, actor, { ...rest, sort })))
    return send(actor, reply, { name: 'tasks.csv', type: 'text/csv; charset=utf-8', filter: query, parts })
  })

  app.get('/tasks/board', {
    config: { access: 'guest' },
    schema: { operationId: 'getTaskBoard', querystring: BoardQuery, response: { 200: Board } },
  }, async ({ actor, query }) => {
    const db = tenant(actor.org_id)
    return getBoard(db, actor, { ...(await withView(db, actor, query)), deleted: false })
  })

  app.get('/tasks/calendar', {
    config: { access: 'guest' },
    schema: { operationId: 'getTaskCalendar', querystring: CalendarQuery, response: { 200: Calendar } },
  }, async ({ actor, query }) => {
    const db = tenant(actor.org_id)
    return getCalendar(db, actor, await withView(db, actor, query))
  })

  app.get('/tasks/my-day', {
    config: { access: 'guest' },
    schema: { operationId: 'getMyDay', querystring: MyDayQuery, response: { 200: MyDay } },
  }, ({ actor, query: { zone } }) => {
    if (actor.kind !== 'user') throw invalid('An api key has no day of its own: sign in.')
    return getMyDay(tenant(actor.org_id), actor, zone)
  })

  app.put('/tasks/:id/plan', {
    config: { access: 'guest' },
    schema: { operationId: 'changeTaskPlan', description: 'You mean to do it on that day; nobody else is told.', params, body: PlanChange, response: { 200: Plan } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => planTask(tx, actor, { ...body, task_id: id })))

  app.delete('/tasks/:id/plan', {
    config: { access: 'guest' },
    schema: { operationId: 'removeTaskPlan', params, response: { 200: Plan } },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => planTask(tx, actor, { task_id: id, planned_on: null })))
}

/** What a query asks for, and beside that what the view says that it names. Throws not_found. */
async function withView<Query extends { view?: string; sort?: string }>(db: Db, actor: Actor, { view: viewId, ...query }: Query): Promise<Omit<Query, 'view'>> {
  if (viewId === undefined) return query
  const { filter, sort } = await taskViews.get(db, actor, viewId)
  return { ...filter, sort, ...query }
}

function asItIs(json: unknown): string {
  return json as string
}
