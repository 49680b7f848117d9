import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeTask, createTask } from '#modules/tasks'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, type Caller, type Person } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)

async function statusOf(caller: Caller, category: string): Promise<string> {
  return (await caller.get('/task-statuses')).data.find((status: { category: string }) => status.category === category).id
}

test('a task is made with all that belongs to it, and says so', async () => {
  const acme = await organization(app)
  const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Acme' } })
  const first = await acme.post('/tasks', { title: 'Ask for the figures' })
  const task = await acme.post('/tasks', {
    title: ' Call Ada ', description: '**Soon**', priority: 'high', due_on: '2026-07-03', due_time: '15:00', due_zone: 'Europe/Berlin', starts_on: '2026-07-01',
    estimate_minutes: 30, assignee_ids: [acme.user_id], labels: ['renewal', 'Renewal', 'phone'], blocker_ids: [first.id], contact_ids: [ada.id],
    company_ids: [ada.company.id],
  })
  assert.deepEqual(
    [task.title, task.category, task.due_on, task.due_time, task.due_zone, task.due_at, task.starts_on, task.estimate_minutes, task.priority],
    ['Call Ada', 'todo', '2026-07-03', '15:00', 'Europe/Berlin', '2026-07-03T13:00:00+00:00', '2026-07-01', 30, 'high'])
  assert.deepEqual([task.assignee_ids, task.labels, task.blocked], [[acme.user_id], ['phone', 'renewal'], true])
  assert.deepEqual(task.blockers, [{ id: first.id, title: 'Ask for the figures', category: 'todo' }])
  assert.deepEqual([task.contacts, task.companies], [[{ id: ada.id, name: 'Ada', photo_url: null }], [ada.company]])
  assert.deepEqual(await acme.get(`/tasks/${task.id}`), task)
})

test('a day has no time, a time has a place, and what does not fit is refused with words', async () => {
  const acme = await organization(app)
  const { id } = await acme.post('/tasks', { title: 'Dated', due_on: '2026-03-29' })
  const due = async (change: object, status = 200) => {
    const { due_on, due_time, due_zone, due_at, detail } = await acme.patch(`/tasks/${id}`, change, status)
    return detail ?? [due_on, due_time, due_zone, due_at]
  }
  assert.match(await due({ due_time: '02:30' }, 400), /due_zone/)
  assert.match(await due({ due_time: '02:30', due_zone: 'Middle/Earth' }, 400), /Middle\/Earth/)
  // At half past two the clocks of Berlin jump to three that night.
  assert.deepEqual(await due({ due_time: '02:30', due_zone: 'Europe/Berlin' }), ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00+00:00'])
  assert.deepEqual(await due({ due_on: '2026-03-30' }), ['2026-03-30', '02:30', 'Europe/Berlin', '2026-03-30T00:30:00+00:00'])
  assert.deepEqual(await due({ due_time: null }), ['2026-03-30', null, null, null])
  assert.match(await due({ starts_on: '2026-04-01' }, 400), /begin after/)
  assert.deepEqual(await due({ due_on: null }), [null, null, null, null])
  assert.match(await due({ due_time: '10:00', due_zone: 'UTC' }, 400), /due_on/)
})

test('nobody waits for those who make, change, move and finish other tasks', async () => {
  const acme = await organization(app)
  const [a, b, top] = [await acme.post('/tasks', { title: 'A' }), await acme.post('/tasks', { title: 'B' }), await acme.post('/tasks', { title: 'Top' })]
  // What is not committed yet holds up nothing of this; were it otherwise, this would wait for itself.
  await app.database.transact(acme.actor, async (tx) => {
    await createTask(tx, acme.actor, { title: 'Slow', parent_id: top.id })
    await changeTask(tx, acme.actor, { id: a.id, change: { category: 'done' } })
    const { position, status_id } = await acme.post('/tasks', { title: 'Quick' })
    await acme.patch(`/tasks/${b.id}`, { title: 'Bee' })
    const moved = await acme.post(`/tasks/${b.id}/move`, { status_id, after_id: null }, 200)
    assert.ok(moved.position < position)
    await acme.patch(`/tasks/${b.id}`, { category: 'done' })
  })
  const made = await Promise.all(Array.from({ length: 30 }, (_, n) => acme.post('/tasks', { title: `${n}` })))
  assert.equal(new Set(made.map(({ position }) => position)).size, 30)
})

test('every zone that a browser may say is one that the database knows', async () => {
  const known = await app.database.query<{ name: string }>('select lower(name) as name from pg_timezone_names')
  const names = new Set(known.map(({ name }) => name))
  assert.deepEqual(Intl.supportedValuesOf('timeZone').filter((name) => !names.has(name.toLowerCase())), [])
})

test('who changed what is kept, and a change under a condition meets what was read', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const { id } = await acme.post('/tasks', { title: 'Old', labels: ['a'] })
  const read = await app.call({ url: `/api/v1/tasks/${id}`, key: acme.key })
  await member.patch(`/tasks/${id}`, { title: 'New', labels: ['b'], priority: 'none' })
  const late = await app.call({ method: 'PATCH', url: `/api/v1/tasks/${id}`, key: acme.key, headers: { 'if-match': read.headers.etag! }, body: { title: 'Other' } })
  assert.deepEqual([late.status, late.json.code], [412, 'task_changed'])
  await acme.remove(`/tasks/${id}`)
  const entries = (await allItems(acme, `/tasks/${id}/history`, 1)).map(({ field, before, after, changed_by }) => [field, before, after, changed_by.kind])
  assert.deepEqual(entries.slice(1), [['labels', ['a'], ['b'], 'user'], ['title', 'Old', 'New', 'user']])
  assert.deepEqual([entries[0]![0], entries[0]![1], entries[0]![3]], ['deleted_at', null, 'api_key'])
})

test('a change that changes nothing is told to nobody', async () => {
  const acme = await organization(app)
  const task = await acme.post('/tasks', { title: 'Same', labels: ['x'], assignee_ids: [acme.user_id] })
  const { cursor } = await allEvents(acme)
  assert.deepEqual(await acme.patch(`/tasks/${task.id}`, { title: 'Same', labels: ['X'], assignee_ids: [acme.user_id], status_id: task.status_id }), task)
  assert.deepEqual((await allEvents(acme, cursor)).events, [])
})

test('what is done has a time, and what is opened again has none', async () => {
  const acme = await organization(app)
  const { id } = await acme.post('/tasks', { title: 'Do' })
  const done = await acme.patch(`/tasks/${id}`, { category: 'done' })
  assert.equal(done.completed_at, done.updated_at)
  const again = await acme.patch(`/tasks/${id}`, { status_id: await statusOf(acme, 'doing') })
  assert.deepEqual([again.category, again.completed_at], ['doing', null])
  assert.equal((await acme.patch(`/tasks/${id}`, { status_id: await statusOf(acme, 'done'), category: 'done' }, 400)).code, 'invalid')
})

test('a deleted task takes its parts along and brings them back, and frees what waited for it', async () => {
  const acme = await organization(app)
  const top = await acme.post('/tasks', { title: 'Top' })
  const part = await acme.post('/tasks', { title: 'Part', parent_id: top.id })
  const inner = await acme.post('/tasks', { title: 'Inner', parent_id: part.id })
  const waiting = await acme.post('/tasks', { title: 'Waiting', blocker_ids: [top.id] })
  await acme.remove(`/tasks/${inner.id}`)
  await acme.remove(`/tasks/${top.id}`)
  assert.deepEqual((await allItems(acme, '/tasks')).map(({ title, blockers, blocked }) => [title, blockers, blocked]), [['Waiting', [], false]])
  assert.equal((await acme.patch(`/tasks/${top.id}`, { title: 'X' }, 409)).code, 'task_deleted')
  assert.equal((await acme.post(`/tasks/${part.id}/restore`, {}, 409)).code, 'parent_deleted')
  await acme.post('/tasks', { title: 'X', parent_id: top.id }, 404)
  assert.deepEqual((await acme.post(`/tasks/${top.id}/restore`, {}, 200)).subtasks, { total: 1, done: 0 })
  assert.deepEqual((await allItems(acme, '/tasks?sort=title')).map(({ title }) => title), ['Part', 'Top', 'Waiting'])
  assert.equal((await acme.get(`/tasks/${waiting.id}`)).blocked, true)
  assert.deepEqual((await allItems(acme, '/tasks?deleted=true')).map(({ title }) => title), ['Inner'])
})

test('a part says what it is a part of, also when that is renamed', async () => {
  const acme = await organization(app)
  const top = await acme.post('/tasks', { title: 'Top' })
  const part = await acme.post('/tasks', { title: 'Part', parent_id: top.id })
  assert.deepEqual(part.parent, { id: top.id, title: 'Top' })
  const { cursor } = await allEvents(acme)
  await acme.patch(`/tasks/${top.id}`, { title: 'Summit' })
  const told = (await allEvents(acme, cursor)).events.find(({ subject }) => subject === `task:${part.id}`)!
  assert.deepEqual([told.type, told.data], ['task.updated', { task: await acme.get(`/tasks/${part.id}`), changes: [] }])
  assert.equal(told.data.task.parent.title, 'Summit')
  assert.equal((await acme.patch(`/tasks/${part.id}`, { parent_id: null })).parent, null)
})

test('parts go four levels deep and never in a circle', async () => {
  const acme = await organization(app)
  let parent_id: string | null = null
  const ids: string[] = []
  for (const title of ['1', '2', '3', '4']) ids.push((parent_id = (await acme.post('/tasks', { title, parent_id })).id))
  assert.equal((await acme.post('/tasks', { title: '5', parent_id }, 409)).code, 'task_depth')
  assert.equal((await acme.patch(`/tasks/${ids[0]}`, { parent_id: ids[2] }, 409)).code, 'task_depth')
  await acme.patch(`/tasks/${ids[0]}`, { parent_id: ids[0] }, 400)
  const other = await acme.post('/tasks', { title: 'Other' })
  assert.equal((await acme.patch(`/tasks/${ids[0]}`, { parent_id: other.id }, 409)).code, 'task_depth')
})

test('a guest learns nothing of other tasks, of contacts and of companies, and nothing any more of what is not shared with them', async () => {
  const acme = await organization(app)
  const guest = await callerWithRole(app, acme, 'guest')
  const ada = await acme.post('/contacts', { name: 'Secret Ada', company: { name: 'Secret Inc' } })
  const [hidden, known] = [await acme.post('/tasks', { title: 'Secret task' }), await acme.post('/tasks', { title: 'Known', watcher_ids: [guest.user_id] })]
  const { id } = await acme.post('/tasks', {
    title: 'Shared', parent_id: hidden.id, assignee_ids: [guest.user_id], blocker_ids: [hidden.id, known.id], contact_ids: [ada.id], company_ids: [ada.company.id], due_on: '2026-03-01',
  })
  await guest.put(`/tasks/${id}/plan`, { planned_on: '2026-03-01' })
  const paths = [`/tasks/${id}`, '/tasks', '/tasks?count=exact', '/tasks/board', '/tasks/calendar?from=2026-03-01&to=2026-03-02', '/tasks/my-day', `/tasks/${id}/history`]
  const all = async () => JSON.stringify(await Promise.all(paths.map((path) => guest.get(path))))
  const changed = await guest.patch(`/tasks/${id}`, { category: 'doing' })
  const moved = await guest.post(`/tasks/${id}/move`, {}, 200)
  assert.doesNotMatch(`${await all()}${JSON.stringify([changed, moved])}`, /Secret/)
  assert.deepEqual([changed.blockers.map(({ title }: { title: string }) => title), changed.blocked], [['Known'], true])
  assert.match(JSON.stringify(await acme.get(`/tasks/${id}`)), /Secret task.*Secret task.*Secret Ada.*Secret Inc/)
  const { headers } = await app.call({ url: `/api/v1/tasks/${id}`, headers: guest.headers })
  assert.equal((await app.call({ method: 'PATCH', url: `/api/v1/tasks/${id}`, headers: { ...guest.headers, 'if-match': headers.etag! }, body: { category: 'todo' } })).status, 200)

  await acme.patch(`/tasks/${id}`, { assignee_ids: [], title: 'Not shared' })
  assert.deepEqual((await guest.get('/tasks/my-day')).planned.data, [])
})

test('the history tells a guest that what they may not see was changed, and not what it was', async () => {
  const acme = await organization(app)
  const [guest, ann] = [await callerWithRole(app, acme, 'guest'), await callerWithRole(app, acme, 'member')]
  const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Inc' } })
  const [hidden, known] = [await acme.post('/tasks', { title: 'Hidden' }), await acme.post('/tasks', { title: 'Known', watcher_ids: [guest.user_id] })]
  const [theirs, other] = [await ann.post('/rooms', { kind: 'channel', name: 'theirs', user_ids: [guest.user_id] }), await ann.post('/rooms', { kind: 'channel', name: 'other' })]
  const [heard, unheard] = [await ann.post(`/rooms/${theirs.id}/messages`, { text: 'Heard' }), await ann.post(`/rooms/${other.id}/messages`, { text: 'Unheard' })]
  const { id } = await ann.post('/tasks', { title: 'Shared', watcher_ids: [guest.user_id] })
  await ann.patch(`/tasks/${id}`, {
    title: 'Named', parent_id: hidden.id, blocker_ids: [hidden.id, known.id], contact_ids: [ada.id], company_ids: [ada.company.id], room_ids: [theirs.id, other.id], message_ids: [heard.id, unheard.id],
  })
  await ann.patch(`/tasks/${id}`, { parent_id: known.id, contact_ids: [] })
  const changesTo = async (person: Person) => (await allItems(person, `/tasks/${id}/history`, 3)).map(({ field, before, after }) => [field, before, after]).toSorted(([a], [b]) => a.localeCompare(b))
  assert.deepEqual(await changesTo(guest), [
    ['blocker_ids', [], [known.id]], ['company_ids', [], []], ['contact_ids', [], []], ['contact_ids', [], []], ['message_ids', [], [heard.id]],
    ['parent_id', null, known.id], ['parent_id', null, null], ['room_ids', [], [theirs.id]], ['title', 'Shared', 'Named'],
  ])
  assert.match(JSON.stringify(await changesTo(ann)), new RegExp(`${ada.id}.*${unheard.id}.*${hidden.id}`))
  await ann.patch(`/tasks/${id}`, { parent_id: hidden.id })
  assert.deepEqual([(await guest.get(`/tasks/${id}`)).parent_id, (await guest.get('/tasks')).data.map((task: { parent_id: string | null }) => task.parent_id)], [null, [null, null]])
})

test('a label is found again whatever it is called, and a day has four digits of a year', async () => {
  const acme = await organization(app)
  const labels = ['\ud800', ' x ', 'X', '=1+1', '\u202e', '💥'.repeat(50), 'İ', 'ß', '%', '\\']
  const { id } = await acme.post('/tasks', { title: 'Labelled', labels })
  const task = await acme.patch(`/tasks/${id}`, { labels: ['\ud800', 'İ'] })
  assert.equal(task.labels.length, 2)
  assert.equal((await acme.get('/tasks?label=%EF%BF%BD')).data.length, 1)
  const due = (due_on: string, due_time: string, due_zone: string) => ({ title: 'X', due_on, due_time, due_zone })
  for (const [day, clock, zone] of [['9999-12-31', '23:59', 'Pacific/Honolulu'], ['0001-01-01', '00:00', 'Pacific/Kiritimati'], ['0000-01-01', '00:00', 'UTC']] as const) {
    await acme.post('/tasks', due(day, clock, zone), 400)
  }
  for (const [day, clock, zone] of [['9999-12-30', '23:59', 'Pacific/Honolulu'], ['0001-01-02', '00:00', 'Pacific/Kiritimati']] as const) {
    const { due_at } = await acme.post('/tasks', due(day, clock, zone))
    assert.ok(!Number.isNaN(Date.parse(due_at)), due_at)
  }
  await acme.post('/tasks', { title: 'X', due_on: '2026-02-31' }, 400)
})

test('a guest sees what is theirs or shared with them, and may say how far theirs is', async () => {
  const acme = await organization(app)
  const guest = await callerWithRole(app, acme, 'guest')
  const [hidden, shared, assigned] = await Promise.all([
    acme.post('/tasks', { title: 'Hidden' }),
    acme.post('/tasks', { title: 'Shared', watcher_ids: [guest.user_id] }),
    acme.post('/tasks', { title: 'Assigned', assignee_ids: [guest.user_id] }),
  ])
  const day = '2026-05-05'
  for (const each of [hidden, shared, assigned]) await acme.patch(`/tasks/${each.id}`, { due_on: day })
  const seen = async (path: string) => JSON.stringify(await guest.get(path)).match(/"title":"(?:Hidden|Shared|Assigned)"/g)?.toSorted()
  const both = ['"title":"Assigned"', '"title":"Shared"']
  for (const path of ['/tasks', '/tasks/board', `/tasks/calendar?from=${day}&to=${day}`]) assert.deepEqual(await seen(path), both, path)
  assert.equal((await guest.get('/tasks?count=exact&limit=1')).total, 2)
  for (const path of ['', '/history']) await guest.get(`/tasks/${hidden.id}${path}`, 404)
  await guest.put(`/tasks/${hidden.id}/watching`, {}, 404)
  await guest.put(`/tasks/${hidden.id}/plan`, { planned_on: day }, 404)
  await guest.patch(`/tasks/${shared.id}`, { category: 'done' }, 403)
  await guest.patch(`/tasks/${assigned.id}`, { title: 'Mine' }, 403)
  assert.equal((await guest.patch(`/tasks/${assigned.id}`, { category: 'done' })).category, 'done')
  await guest.remove(`/tasks/${assigned.id}`, 403)
  await acme.patch(`/tasks/${shared.id}`, { watcher_ids: [] })
  await guest.get(`/tasks/${shared.id}`, 404)
})

test('what a task names has to be there', async () => {
  const acme = await organization(app)
  const nowhere = '00000000-0000-7000-8000-000000000000'
  for (const [change, code] of [
    [{ status_id: nowhere }, 'task_status_not_found'], [{ assignee_ids: [nowhere] }, 'member_not_found'], [{ watcher_ids: [nowhere] }, 'member_not_found'],
    [{ blocker_ids: [nowhere] }, 'task_not_found'], [{ parent_id: nowhere }, 'task_not_found'], [{ contact_ids: [nowhere] }, 'contact_not_found'],
    [{ company_ids: [nowhere] }, 'company_not_found'],
  ] as const) assert.equal((await acme.post('/tasks', { title: 'X', ...change }, 404)).code, code)
})

test('somebody who leaves has no task any more', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const { id } = await acme.post('/tasks', { title: 'X', assignee_ids: [member.user_id], watcher_ids: [member.user_id] })
  await member.put(`/tasks/${id}/plan`, { planned_on: '2026-05-05' })
  await acme.remove(`/members/${member.user_id}`)
  const { assignee_ids, watcher_ids } = await acme.get(`/tasks/${id}`)
  assert.deepEqual([assignee_ids, watcher_ids], [[], []])
})

test('what belongs to a person is of nobody in another organization', async () => {
  const [acme, other] = [await organization(app), await organization(app)]
  const { id } = await acme.post('/tasks', { title: 'X' })
  const stranger = await callerWithRole(app, other, 'member')
  await stranger.put(`/tasks/${id}/watching`, {}, 404)
  await stranger.remove(`/tasks/${id}/watching`, 404)
  await stranger.put(`/tasks/${id}/plan`, { planned_on: '2026-05-05' }, 404)
  await stranger.remove(`/tasks/${id}/plan`, 404)
})

test('a person who is merged keeps their tasks, and one who is erased is in none', async () => {
  const acme = await organization(app)
  const [ada, double] = [await acme.post('/contacts', { name: 'Ada' }), await acme.post('/contacts', { name: 'Adelaide Zimmermann' })]
  const both = await acme.post('/tasks', { title: 'Both', contact_ids: [ada.id, double.id] })
  const one = await acme.post('/tasks', { title: 'Write to Adelaide Zimmermann', contact_ids: [double.id] })
  const about = async (id: string) => (await acme.get(`/tasks/${id}`)).contacts.map((contact: { id: string }) => contact.id)
  const merge = await acme.post('/contacts/merges', { into: ada.id, contact_ids: [double.id] })
  assert.deepEqual([await about(both.id), await about(one.id)], [[ada.id], [ada.id]])
  await acme.post(`/contacts/merges/${merge.id}/undo`, {}, 200)
  assert.deepEqual([(await about(both.id)).length, await about(one.id)], [2, [double.id]])
  await acme.post(`/contacts/${double.id}/erasure`, {}, 202)
  assert.deepEqual([await about(both.id), await about(one.id)], [[ada.id], []])
})

test('what was deleted long ago goes for good', async () => {
  const acme = await organization(app)
  const [old, late] = [await acme.post('/tasks', { title: 'Old' }), await acme.post('/tasks', { title: 'Late' })]
  const part = await acme.post('/tasks', { title: 'Part', parent_id: old.id })
  for (const { id } of [old, late]) await acme.remove(`/tasks/${id}`)
  await app.database.query("update task set deleted_at = now() - interval '31 days' where id in ($1, $2)", [old.id, part.id])
  await app.database.query("select purge_tasks('30 days', 1000)")
  for (const { id } of [old, part]) await acme.get(`/tasks/${id}`, 404)
  await acme.get(`/tasks/${late.id}`)
})
