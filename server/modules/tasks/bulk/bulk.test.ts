import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, finished, organization, until, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const all = (acme: Organization, query = '') => allItems(acme, `/tasks?sort=title${query}`)

async function make(acme: Organization, given: Record<string, object>): Promise<string[]> {
  const ids = []
  for (const [title, more] of Object.entries(given)) ids.push((await acme.post('/tasks', { title, ...more })).id)
  return ids
}

test('a selection gets what it is to get, each that was otherwise is told of, and all of it is taken back', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  await make(acme, { a: { labels: ['old', 'x'], due_on: '2026-03-01' }, b: { labels: ['x'], assignee_ids: [acme.user_id] }, c: { labels: ['x'], priority: 'high', category: 'done' }, d: {} })
  const before = await all(acme)
  const { cursor } = await allEvents(acme)
  const change = { category: 'done', priority: 'high', due_time: '09:00', due_zone: 'UTC', add_labels: ['new'], remove_labels: ['OLD'], add_assignee_ids: [member.user_id] }
  const selection = { label: ['x'], except: [] as string[] }
  assert.equal((await acme.post('/tasks/bulk/preview', { action: 'change', selection }, 200)).total, 3)
  const bulk = await acme.post('/tasks/bulk', { action: 'change', selection, change })
  assert.deepEqual([bulk.total, bulk.changed, bulk.status, bulk.change], [3, 3, 'succeeded', change])
  const after = await all(acme)
  assert.deepEqual(after.map(({ labels, category, due_time }) => [labels.join(), category, due_time]),
    [['new,x', 'done', '09:00'], ['new,x', 'done', null], ['new,x', 'done', null], ['', 'todo', null]])
  const { events } = await allEvents(acme, cursor)
  const told = events.filter(({ type }) => type === 'task.updated').map(({ data }) => data.task)
  assert.deepEqual(told.toSorted((x, y) => x.title.localeCompare(y.title)), after.slice(0, 3))
  assert.deepEqual(events.at(-1)!.data.task_bulk_change, bulk)

  await acme.patch(`/tasks/${after[1].id}`, { title: 'b2' })
  const undone = await acme.post(`/tasks/bulk/${bulk.id}/undo`, {}, 200)
  assert.deepEqual([undone.undo.restored, undone.undo.kept], [2, 1])
  const again = await all(acme)
  assert.deepEqual(again[1].labels, ['new', 'x'])
  const position = ({ position: _, ...rest }: { position: string }) => rest
  for (const n of [0, 2, 3]) assert.deepEqual(position(again[n]), position(before[n]))
  assert.equal((await acme.post(`/tasks/bulk/${bulk.id}/undo`, {}, 409)).code, 'bulk_change_undone')
  assert.deepEqual((await acme.get('/tasks/bulk')).data, [undone])
  assert.deepEqual((await acme.get('/contacts/bulk')).data, [])
})

test('deleting takes parts along, and what is deleted comes back', async () => {
  const acme = await organization(app)
  const [top] = await make(acme, { top: {} })
  const [part] = await make(acme, { part: { parent_id: top } })
  const bulk = await acme.post('/tasks/bulk', { action: 'delete', task_ids: [top] })
  assert.deepEqual([bulk.total, bulk.changed, (await all(acme)).length], [1, 2, 0])
  assert.equal((await acme.post('/tasks/bulk', { action: 'restore', task_ids: [part] })).changed, 0)
  await acme.post(`/tasks/bulk/${bulk.id}/undo`, {}, 200)
  assert.deepEqual((await all(acme)).map(({ title }) => title), ['part', 'top'])
  await acme.post('/tasks/bulk', { action: 'delete', selection: {} })
  assert.equal((await acme.post('/tasks/bulk', { action: 'restore', selection: { q: 'p' } })).changed, 2)
})

test('what cannot be is refused before anything is done', async () => {
  const acme = await organization(app)
  const [id] = await make(acme, { a: {} })
  const nowhere = '00000000-0000-7000-8000-000000000000'
  const change = (given: object, status: number) => acme.post('/tasks/bulk', { action: 'change', task_ids: [id], change: given }, status)
  for (const given of [{ due_time: '09:00' }, { due_on: '2026-01-01', starts_on: '2026-01-02' }, { add_labels: ['a'], remove_labels: ['A'] }, {}]) await change(given, 400)
  for (const given of [{ status_id: nowhere }, { add_assignee_ids: [nowhere] }]) await change(given, 404)
  await acme.post('/tasks/bulk', { action: 'delete', task_ids: [nowhere] }, 404)
  await acme.post('/tasks/bulk', { action: 'delete', task_ids: [id], change: { priority: 'low' } }, 400)
  await acme.post('/tasks/bulk', { action: 'delete' }, 400)
  const guest = await callerWithRole(app, acme, 'guest')
  await guest.post('/tasks/bulk', { action: 'delete', task_ids: [id] }, 403)
})

test('more than a few are changed by an operation, for whoever asked, and taken back by another', async () => {
  const acme = await organization(app)
  const me = await callerWithRole(app, acme, 'member')
  await app.database.query(`
    with made as (
      insert into task (org_id, title, status_id, category, position, created_by)
      select s.org_id, 'T ' || n, s.id, s.category, 'b' || lpad(n::text, 4, '0') || 'V', '{"kind": "user", "id": ""}'
      from task_status s, generate_series(1, 600) as n where s.org_id = $1 and s.category = 'todo' returning org_id, id
    ) insert into task_assignee (org_id, task_id, user_id) select org_id, id, $2 from made`, [acme.organization_id, me.user_id])
  const bulk = await me.post('/tasks/bulk', { action: 'change', selection: { assignee: 'me' }, change: { priority: 'low' } })
  assert.equal((await finished(acme, bulk.operation_id)).status, 'succeeded')
  assert.equal((await acme.get('/tasks?priority=low&count=exact')).total, 600)
  const { undo } = await me.post(`/tasks/bulk/${bulk.id}/undo`, {}, 200)
  assert.equal((await finished(acme, undo.operation_id)).status, 'succeeded')
  await until(async () => (await acme.get('/tasks?priority=none&count=exact')).total === 600)
  assert.deepEqual([(await acme.get(`/tasks/bulk/${bulk.id}`)).undo.restored], [600])
})
