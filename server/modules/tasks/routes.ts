import { Type } from 'typebox'
import { addBulkRoutes, addViewRoutes } from '#modules/contacts'
import { listRoomFiles, RoomEntry, RoomFilePage } from '#modules/rooms'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import { conditionalHeaders, expectation } from '#platform/revalidation'
import type { Tenancy } from '#platform/tenancy'
import { changeTask, createTask, deleteTask, moveTask, namesOthers, restoreTask, setBlocker, setWatching, skipTask } from './actions.ts'
import { BulkTaskPreview, NewBulkTaskChange, TaskBulkChange, TaskBulkChangePage } from './bulk/contract.ts'
import { taskBulk } from './bulk/task-bulk.ts'
import { History, HistoryQuery, id, NewTask, params, Task, TaskChange, TaskMove } from './contract.ts'
import { listHistoryShownTo, showTo } from './guests.ts'
import { labelRoutes } from './labels/routes.ts'
import { listingRoutes } from './listing/routes.ts'
import { Line, ParsedLine } from './parsing/contract.ts'
import { parseLine, toNewTask } from './parsing/parsing.ts'
import { getTask, listHistory } from './queries.ts'
import { enterRoom } from './room.ts'
import { statusRoutes } from './statuses/routes.ts'
import { takeTurns } from './turns.ts'
import { NewTaskView, TaskView, TaskViewChange, TaskViewPage } from './views/contract.ts'
import { taskViews } from './views/task-views.ts'

const blockerParams = Type.Object({ id, blocker_id: id })

/** `tenancy` takes turns. */
export function taskRoutes(app: App, tenancy: Tenancy) {
  const { tenant, transact } = tenancy
  // What adds to the tree waits for whatever does, before it has one of the turns that others need not wait for.
  const inTree = takeTurns(tenancy, 1).transact
  const transactFor = (change: TaskChange) => (namesOthers(change) ? inTree : transact)
  listingRoutes(app, tenancy)

  app.post('/tasks', {
    config: { access: 'member' },
    schema: { operationId: 'createTask', body: NewTask, response: { 201: Task } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transactFor(body)(actor, (tx) => createTask(tx, actor, body))
  })

  app.post('/tasks/parse', {
    config: { access: 'member', writes: false },
    schema: { operationId: 'createTaskDraft', description: 'What a line says, for a preview while it is written; nothing is stored.', body: Line, response: { 200: ParsedLine } },
  }, ({ actor, body }) => parseLine(tenant(actor.org_id), actor, body))

  app.post('/tasks/lines', {
    config: { access: 'member' },
    schema: { operationId: 'createTaskFromLine', description: 'A task from a line of which nothing is ambiguous.', body: Line, response: { 201: Task } },
  }, async ({ actor, body }, reply) => {
    const input = await toNewTask(tenant(actor.org_id), actor, body)
    reply.code(201)
    return transact(actor, (tx) => createTask(tx, actor, input))
  })

  app.get('/tasks/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'getTask', description: 'Guests see what is assigned to them, what they watch and what they have made; and nothing there of other tasks, contacts and companies.', params, response: { 200: Task } },
  }, async ({ actor, params: { id } }) => {
    const db = tenant(actor.org_id)
    return showTo(db, actor, await getTask(db, actor, id))
  })

  app.patch('/tasks/:id', {
    config: { access: 'guest' },
    schema: {
      operationId: 'changeTask',
      description: 'A guest may change the status of what is assigned to them. Another status puts it first in its column.',
      params,
      headers: conditionalHeaders,
      body: TaskChange,
      response: { 200: Task },
    },
  }, (request, reply) => {
    const { actor, params: { id }, body } = request
    const isExpected = expectation(request, reply)
    return transactFor(body)(actor, async (tx) => showTo(tx, actor, await changeTask(tx, actor, { id, change: body, isExpected })))
  })

  app.post('/tasks/:id/move', {
    config: { access: 'guest' },
    schema: {
      operationId: 'changeTaskPlace',
      description: 'As it is dragged on the board.',
      params,
      headers: conditionalHeaders,
      body: TaskMove,
      response: { 200: Task },
    },
  }, (request, reply) => {
    const { actor, params: { id }, body } = request
    const isExpected = expectation(request, reply)
    return transact(actor, async (tx) => showTo(tx, actor, await moveTask(tx, actor, { id, move: body, isExpected })))
  })

  app.post('/tasks/:id/skip', {
    config: { access: 'member' },
    schema: { operationId: 'changeTaskOccurrence', description: 'What comes again is put off to its next day, undone.', params, response: { 200: Task } },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => skipTask(tx, actor, id)))

  app.delete('/tasks/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeTask', description: 'With all that is a part of it.', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    await inTree(actor, (tx) => deleteTask(tx, actor, id))
    return reply.code(204).send(null)
  })

  app.post('/tasks/:id/restore', {
    config: { access: 'member' },
    schema: { operationId: 'restoreTask', description: 'With the parts that went with it.', params, response: { 200: Task } },
  }, ({ actor, params: { id } }) => inTree(actor, (tx) => restoreTask(tx, actor, id)))

  app.put('/tasks/:id/blockers/:blocker_id', {
    config: { access: 'member' },
    schema: { operationId: 'createTaskBlocker', description: 'It waits for that task from now on.', params: blockerParams, response: { 200: Task } },
  }, ({ actor, params }) => inTree(actor, (tx) => setBlocker(tx, actor, { ...params, blocks: true })))

  app.delete('/tasks/:id/blockers/:blocker_id', {
    config: { access: 'member' },
    schema: { operationId: 'removeTaskBlocker', params: blockerParams, response: { 200: Task } },
  }, ({ actor, params }) => transact(actor, (tx) => setBlocker(tx, actor, { ...params, blocks: false })))

  app.put('/tasks/:id/watching', {
    config: { access: 'guest' },
    schema: { operationId: 'createTaskWatching', description: 'You are told of what happens to it.', params, response: { 200: Task } },
  }, ({ actor, params: { id } }) => transact(actor, async (tx) => showTo(tx, actor, await setWatching(tx, actor, { id, watching: true }))))

  app.delete('/tasks/:id/watching', {
    config: { access: 'guest' },
    schema: { operationId: 'removeTaskWatching', params, response: { 200: Task } },
  }, ({ actor, params: { id } }) => transact(actor, async (tx) => showTo(tx, actor, await setWatching(tx, actor, { id, watching: false }))))

  app.put('/tasks/:id/room', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createTaskRoom',
      description: 'The room of its comments, made unless it is there; you are in it from now on, as those it is assigned to, who watch it and who has made it.',
      params,
      response: { 200: RoomEntry },
    },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => enterRoom(tx, actor, id)))

  app.get('/tasks/:id/files', {
    config: { access: 'guest' },
    schema: { operationId: 'listTaskFiles', description: 'Files that came with its comments, the latest first.', params, querystring: HistoryQuery, response: { 200: RoomFilePage } },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const db = tenant(actor.org_id)
    const { comments_room_id } = await getTask(db, actor, id)
    const before = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    return toPage(comments_room_id === null ? [] : await listRoomFiles(db, comments_room_id, { limit: limit + 1, before }), limit, ({ created_at, id }) => [created_at, id])
  })

  app.get('/tasks/:id/history', {
    config: { access: 'guest' },
    schema: { operationId: 'listTaskHistory', description: 'What was changed, newest first. Of other tasks, contacts, companies, rooms and messages that they do not see, guests learn no more than that it was.', params, querystring: HistoryQuery, response: { 200: History } },
  }, async ({ actor, params: { id: task_id }, query: { limit, cursor } }) => {
    const db = tenant(actor.org_id)
    await getTask(db, actor, task_id)
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    const entries = await listHistory(db, { task_id, limit: limit + 1, before })
    return toPage(await listHistoryShownTo(db, actor, entries), limit, ({ id }) => [id])
  })

  addBulkRoutes(app, tenancy, {
    path: '/tasks/bulk', ids: 'task_ids', noun: 'TaskBulk', of: taskBulk,
    schemas: { BulkChange: TaskBulkChange, BulkChangePage: TaskBulkChangePage, BulkPreview: BulkTaskPreview, NewBulkChange: NewBulkTaskChange },
  })
  addViewRoutes(app, tenancy, { path: '/tasks/views', noun: 'TaskView', views: taskViews, schemas: { View: TaskView, ViewPage: TaskViewPage, NewView: NewTaskView, ViewChange: TaskViewChange } })
  statusRoutes(app, tenancy)
  labelRoutes(app, tenancy)
}
