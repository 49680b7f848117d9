// The law of every event: what a client has, and what it is told, make what it would fetch afresh.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization } from '#test/factories'
import { seededRandom } from '#test/random'
import { file } from '#test/scope'

const app = await testApp(file)

test('a client that heeds the events has what a fresh fetch gives, whatever was done by whom at once', async (t) => {
  const seed = Number(process.env.TASKS_SEED ?? Date.now() % 1e6)
  t.diagnostic(`TASKS_SEED=${seed}`)
  const draw = seededRandom(seed)
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const contact = await acme.post('/contacts', { name: 'Ada' })
  const statuses = (await acme.get('/task-statuses')).data.map(({ id }: { id: string }) => id)
  const ids: string[] = []
  for (const title of 'abcdefgh') ids.push((await acme.post('/tasks', { title })).id)
  const one = <T>(of: readonly T[]) => of[Math.floor(draw() * of.length)]!
  const { cursor } = await allEvents(acme)
  const before = await allItems(acme, '/tasks')
  const acts = [
    () => ['PATCH', `/tasks/${one(ids)}`, { title: `${one(['x', 'y'])} ${draw()}` }],
    () => ['PATCH', `/tasks/${one(ids)}`, { status_id: one(statuses) }],
    () => ['PATCH', `/tasks/${one(ids)}`, { assignee_ids: one([[], [member.user_id]]), labels: one([[], ['l'], ['l', 'm']]), contact_ids: one([[], [contact.id]]) }],
    () => ['PATCH', `/tasks/${one(ids)}`, { parent_id: one([null, ...ids]) }],
    () => ['PATCH', `/tasks/${one(ids)}`, { due_on: one([null, '2026-01-01']), priority: one(['low', 'high']) }],
    () => ['PUT', `/tasks/${one(ids)}/blockers/${one(ids)}`],
    () => ['DELETE', `/tasks/${one(ids)}/blockers/${one(ids)}`],
    () => ['POST', `/tasks/${one(ids)}/move`, { status_id: one(statuses), after_id: one(ids) }],
    () => ['POST', '/tasks', { title: 'New', parent_id: one([null, ...ids]), blocker_ids: [one(ids)] }],
    () => ['DELETE', `/tasks/${one(ids)}`],
    () => ['POST', `/tasks/${one(ids)}/restore`, {}],
    () => ['PUT', `/tasks/${one(ids)}/watching`],
  ] as const
  for (let round = 0; round < 12; round++) {
    const calls = await Promise.all(Array.from({ length: 10 }, () => {
      const [method, path, body] = one(acts)() as ['POST', string, object?]
      return app.call({ method, url: `/api/v1${path}`, headers: member.headers, body })
    }))
    for (const { status, text } of calls) assert.ok(status < 500, text)
  }
  const cache = new Map(before.map((task) => [task.id, task]))
  const { events } = await allEvents(acme, cursor)
  for (const { type, data } of events) {
    if (!type.startsWith('task.')) continue
    if (type === 'task.deleted') cache.delete(data.task.id)
    else cache.set(data.task.id, data.task)
  }
  const byId = (tasks: { id: string }[]) => tasks.toSorted((a, b) => a.id.localeCompare(b.id))
  assert.deepEqual(byId([...cache.values()]), byId(await allItems(acme, '/tasks')))
  assert.ok(new Set(events.map(({ type }) => type)).size >= 5)
})

test('statuses, labels and plans are told of', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const status = await acme.post('/task-statuses', { name: 'Review', category: 'doing' })
  await acme.patch(`/task-statuses/${status.id}`, { name: 'Reviewed', after_id: null })
  const { id } = await acme.post('/tasks', { title: 'X', labels: ['one'], status_id: status.id })
  const [label] = (await acme.get('/labels')).data
  const renamed = await acme.patch(`/labels/${label.id}`, { name: 'two', color: '#aabbcc' })
  assert.deepEqual((await acme.get(`/tasks/${id}`)).labels, ['two'])
  await member.put(`/tasks/${id}/plan`, { planned_on: '2026-05-05' })
  const { cursor, events } = await allEvents(acme)
  assert.deepEqual(events.slice(-5).map(({ type }) => type), ['task_status.created', 'task_status.updated', 'label.created', 'task.created', 'label.updated'])
  assert.deepEqual(events.at(-1)!.data, { label: renamed, previous_name: 'one' })
  assert.deepEqual(events.at(-4)!.data.task_status, (await acme.get('/task-statuses')).data[0])
  const own = await allEvents(member)
  assert.deepEqual(own.events.at(-1)!.data, { plan: { task_id: id, planned_on: '2026-05-05' } })
  await acme.remove(`/labels/${label.id}`)
  assert.equal((await acme.remove(`/task-statuses/${status.id}`, 400)).code, 'invalid')
  const [other] = (await acme.get('/task-statuses')).data.filter(({ category }: { category: string }) => category === 'todo')
  await acme.remove(`/task-statuses/${status.id}?into=${other.id}`)
  assert.deepEqual((await allEvents(acme, cursor)).events.map(({ type }) => type), ['label.deleted', 'task.updated', 'task_status.deleted'])
  const { labels, status_id } = await acme.get(`/tasks/${id}`)
  assert.deepEqual([labels, status_id], [[], other.id])
})

test('a status has a name of its own, and what tasks need stays', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const [backlog, todo] = (await acme.get('/task-statuses')).data
  assert.equal((await acme.post('/task-statuses', { name: ' to DO', category: 'todo' }, 409)).code, 'task_status_taken')
  assert.equal((await acme.patch(`/task-statuses/${backlog.id}`, { name: 'Done' }, 409)).code, 'task_status_taken')
  assert.equal((await acme.remove(`/task-statuses/${todo.id}?into=${backlog.id}`, 409)).code, 'last_status')
  await member.post('/task-statuses', { name: 'Mine', category: 'todo' }, 403)
  await acme.post('/labels', { name: 'x' })
  assert.equal((await acme.post('/labels', { name: 'X' }, 409)).code, 'label_taken')
})
