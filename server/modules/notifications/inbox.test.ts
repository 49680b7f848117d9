// What people do with what they are notified of, on all of their devices; and that nothing is missed, or told twice.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purge } from '#platform/housekeeping'
import { testApp, type TestApp } from '#test/app'
import { testDatabase } from '#test/database'
import { allEvents, allItems, callerOf, callerWith, callerWithRole, newSession, organization, unique, until, type Organization, type Person } from '#test/factories'
import { seededRandom } from '#test/random'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const ann = await callerWithRole(app, acme, 'member')

type Entry = { id: string; place: string; subject: string; kind: string; unread_count: number; read_at: string | null; happened_at: string }

const entriesOf = (by: Pick<Person, 'get'>, query = ''): Promise<Entry[]> => allItems(by as Person, `/notifications?${query}`, 20)
const countsOf = async (by: Pick<Person, 'get'>) => (await by.get('/notifications?limit=1')).counts

/** The entry of a new task for them, when it is there. */
async function assign(by: Organization, to: Person, title = unique('task')): Promise<Entry> {
  const { id } = await by.post('/tasks', { title, assignee_ids: [to.user_id] })
  return until(async () => (await entriesOf(to)).find(({ place }) => place === `task:${id}`))
}

test('what is done is out of the inbox, can be brought back, and comes back with what happens next', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const entry = await assign(acme, ben)
  const path = `/notifications/${entry.id}`
  const done = await ben.patch(path, { done: true })
  assert.deepEqual([done.unread_count, done.read_at !== null, done.done_at !== null], [0, true, true])
  assert.deepEqual([await entriesOf(ben), (await entriesOf(ben, 'state=done')).length, await countsOf(ben)], [[], 1, { unread: 0, snoozed: 0 }])
  const back = await ben.patch(path, { done: false })
  assert.deepEqual([back.done_at, back.unread_count, back.read_at], [null, 1, null])
  await ben.patch(path, { read: true })
  const unread = await ben.patch(path, { read: false })
  assert.deepEqual([unread.unread_count, unread.read_at, await countsOf(ben)], [1, null, { unread: 1, snoozed: 0 }])
  assert.deepEqual(await ben.patch(path, { read: false }), unread)
  await ben.patch(path, { done: true })
  // What is unread is not done.
  assert.deepEqual(await ben.patch(path, { read: false }), unread)
  await ben.patch(path, { done: true })
  await acme.patch(`/tasks/${entry.place.slice(5)}`, { assignee_ids: [] })
  await acme.patch(`/tasks/${entry.place.slice(5)}`, { assignee_ids: [ben.user_id] })
  const [again] = await until(async () => {
    const found = await entriesOf(ben)
    return found.length === 1 && found
  })
  assert.deepEqual([again!.place, again!.unread_count], [entry.place, 1])
  for (const wrong of [{}, { done: true, read: true }, { snoozed_until: '2020-01-01T00:00:00Z' }]) await ben.patch(`/notifications/${again!.id}`, wrong, 400)
  for (const call of [ann.get(path, 404), ann.patch(path, { done: true }, 404)]) await call
})

test('what is snoozed is out of sight until its time, and then unread and on top', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const [first, second] = [await assign(acme, ben), await assign(acme, ben)]
  await ben.patch(`/notifications/${first.id}`, { read: true })
  await ben.patch(`/notifications/${first.id}`, { snoozed_until: '2999-01-01T00:00:00Z' })
  assert.deepEqual([(await entriesOf(ben)).map(({ id }) => id), (await entriesOf(ben, 'state=snoozed')).map(({ id }) => id)], [[second.id], [first.id]])
  assert.deepEqual(await countsOf(ben), { unread: 1, snoozed: 1 })
  assert.equal((await ben.patch(`/notifications/${first.id}`, { snoozed_until: null })).snoozed_until, null)
  await ben.patch(`/notifications/${first.id}`, { snoozed_until: new Date(Date.now() + 1_000).toISOString() })
  const back = await until(async () => {
    const [top] = await entriesOf(ben)
    return top!.id === first.id && top
  })
  assert.deepEqual([back.unread_count, back.happened_at > second.happened_at, await countsOf(ben)], [1, true, { unread: 2, snoozed: 0 }])

  // More that happens there brings it back before.
  const { id: room } = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  await ann.post(`/rooms/${room}/messages`, { text: 'One' })
  const [talk] = await until(async () => (await countsOf(ben)).unread === 3 && entriesOf(ben))
  await ben.patch(`/notifications/${talk!.id}`, { snoozed_until: '2999-01-01T00:00:00Z' })
  await ann.post(`/rooms/${room}/messages`, { text: 'Two' })
  await until(async () => (await countsOf(ben)).snoozed === 0)
  assert.deepEqual([(await entriesOf(ben))[0]!.id, (await entriesOf(ben))[0]!.unread_count], [talk!.id, 2])
})

test('several are read at once: these, what is about one place, or all that one has seen; of others nothing', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const entries: Entry[] = []
  for (let n = 0; n < 4; n++) entries.push(await assign(acme, ben))
  const other = await assign(acme, ann)
  const left = async () => (await entriesOf(ben, 'unread=true')).map(({ id }) => id)
  const [one, two, three, four] = entries.map(({ id }) => id)
  assert.deepEqual(await ben.post('/notifications/read', { ids: [one, other.id] }, 200), { unread: 3, snoozed: 0 })
  assert.deepEqual(await left(), [four, three, two])
  await ben.post('/notifications/read', { place: entries[2]!.place }, 200)
  assert.deepEqual(await left(), [four, two])
  await ben.post('/notifications/read', { up_to: entries[2]!.happened_at }, 200)
  assert.deepEqual(await left(), [four])
  assert.equal((await ann.get(`/notifications/${other.id}`)).unread_count, 1)
  assert.deepEqual([(await entriesOf(ben, 'kind=mention')).length, (await entriesOf(ben, 'kind=assigned')).length], [0, 4])
  for (const wrong of [{}, { ids: [one], place: 'task:x' }, { place: 'nowhere' }]) await ben.post('/notifications/read', wrong, 400)
})

test('many are changed at once, and taken back as they were; those of others are left out', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const [one, two, other] = [await assign(acme, ben), await assign(acme, ben), await assign(acme, ann)]
  await acme.patch(`/tasks/${one.place.slice(5)}`, { assignee_ids: [] })
  await ben.patch(`/notifications/${two.id}`, { read: true })
  const [three, ids] = [await assign(acme, ben), [two.id, other.id]]
  ids.push(three.id)
  const states = ({ data }: { data: Entry[] }) => data.map(({ id, unread_count }) => [id, unread_count])
  const done = await ben.patch('/notifications', { ids, done: true })
  assert.deepEqual([states(done), done.counts], [[[three.id, 0], [two.id, 0]], { unread: 0, snoozed: 0 }])
  const back = await ben.patch('/notifications', { ids, done: false })
  assert.deepEqual([states(back), back.counts], [[[three.id, 1], [two.id, 0]], { unread: 1, snoozed: 0 }])
  assert.deepEqual((await ben.patch('/notifications', { ids, snoozed_until: '2999-01-01T00:00:00Z' })).counts, { unread: 0, snoozed: 2 })
  assert.deepEqual((await ben.patch('/notifications', { ids, snoozed_until: null })).counts, { unread: 1, snoozed: 0 })
  assert.equal((await ann.get(`/notifications/${other.id}`)).unread_count, 1)
  for (const wrong of [{ ids }, { ids, done: true, read: true }, { done: true, read: true }]) await ben.patch('/notifications', wrong, 400)
})

test('of a place that is muted nothing comes, until it is not muted any more', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const { place } = await assign(acme, ben, 'Quiet')
  assert.deepEqual((await ben.patch('/notification-preferences', { mute: place })).muted, [{ place, title: 'Quiet' }])
  const again = async () => {
    await acme.patch(`/tasks/${place.slice(5)}`, { assignee_ids: [] })
    await acme.patch(`/tasks/${place.slice(5)}`, { assignee_ids: [ben.user_id] })
    await assign(acme, ben)
    return (await entriesOf(ben)).filter((entry) => entry.place === place).length
  }
  assert.equal(await again(), 0)
  assert.deepEqual((await ben.patch('/notification-preferences', { unmute: place })).muted, [])
  assert.equal(await again(), 1)
  await ben.patch('/notification-preferences', { mute: 'nowhere' }, 400)
})

test('what may make a noise is told as loud: not while somebody is not to be disturbed, but for what is urgent, and not what they want no push of', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const [{ id: room }, { id: mute }] = [await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] }), await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })]
  const { cursor } = await allEvents(ben, 'now')
  const say = (text: string, more: object = {}, to = room) => ann.post(`/rooms/${to}/messages`, { text, ...more })
  await say('Loud')
  await until(async () => (await countsOf(ben)).unread === 1)
  await ben.patch('/availability', { quiet_until: '2999-01-01T00:00:00Z' })
  await ben.patch(`/rooms/${mute}/membership`, { muted_until: '2999-01-01T00:00:00Z' })
  await assign(acme, ben, 'Quiet')
  await say('Not said', {}, mute)
  await say('Urgent', { urgent: true })
  await assign(acme, ben, 'Quiet again')
  await ben.patch('/availability', { quiet_until: null })
  await ben.patch('/notification-preferences', { kinds: { assigned: { push: false } } })
  const entry = await assign(acme, ben, 'Not by push')
  await ben.patch(`/notifications/${entry.id}`, { snoozed_until: new Date(Date.now() + 1_000).toISOString() })
  await until(async () => (await ben.get(`/notifications/${entry.id}`)).snoozed_until === null)
  const { events } = await allEvents(ben, cursor)
  const told = events.filter(({ type }) => type.startsWith('notification.')).map(({ data }) => [data.notification.title ?? data.notification.snippet, data.loud])
  // What is collected at once has no order.
  assert.deepEqual(told.toSorted(), [['Loud', true], ['Not by push', false], ['Not by push', false], ['Not by push', false], ['Quiet again', false], ['Quiet', false], ['Urgent', true]])
})

test('another device that heeds the events has what a fresh fetch gives, whatever happens at once', async (t) => {
  const seed = Number(process.env.NOTIFICATIONS_SEED ?? Date.now() % 1e6)
  t.diagnostic(`NOTIFICATIONS_SEED=${seed}`)
  const draw = seededRandom(seed)
  const one = <T>(of: readonly T[]) => of[Math.floor(draw() * of.length)]!
  const [ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
  const device = callerWith(app, (await newSession(app, ben.user_id, acme.organization_id)).headers)
  const rooms = [
    (await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id, cat.user_id] })).id,
    (await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })).id,
  ]
  const tasks: string[] = []
  for (let n = 0; n < 3; n++) tasks.push((await acme.post('/tasks', { title: 'x' })).id)
  const messages: string[] = []
  const { cursor } = await allEvents(device, 'now')
  const call = async (by: Person, method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => {
    const { status, json, text } = await app.call({ method, url: `/api/v1${path}`, headers: by.headers, body })
    assert.ok(status < 500, text)
    if (path.endsWith('/messages') && status === 201) messages.push(json.id)
  }
  const acts = [
    () => call(ann, 'POST', `/rooms/${one(rooms)}/messages`, { text: one(['@room', `[@Ben](user:${ben.user_id})`, 'x']) }),
    () => call(ann, 'POST', `/rooms/${one(rooms)}/messages`, { text: one(['@room', 'y']) }),
    () => call(ben, 'POST', `/rooms/${one(rooms)}/read`, { seq: Math.floor(draw() * 20) }),
    () => (messages.length === 0 ? undefined : call(ann, one(['DELETE', 'PATCH']), `/messages/${one(messages)}`, { text: one(['@room', 'z']) })),
    () => call(ann, 'PATCH', `/tasks/${one(tasks)}`, { assignee_ids: one([[], [ben.user_id]]), title: one(['a', 'b']), category: one(['todo', 'done']) }),
    async () => {
      const found = await entriesOf(ben, `state=${one(['open', 'done', 'snoozed'])}`)
      if (found.length === 0) return
      await call(ben, 'PATCH', `/notifications/${one(found).id}`, one([{ done: true }, { done: false }, { read: true }, { read: false }, { snoozed_until: '2999-01-01T00:00:00Z' }, { snoozed_until: null }]))
    },
    async () => call(ben, 'POST', '/notifications/read', { up_to: new Date().toISOString() }),
  ]
  for (let round = 0; round < 12; round++) await Promise.all(Array.from({ length: 8 }, () => one(acts)()))
  await assign(acme, ben)

  const cache = new Map<string, Entry>()
  let counts: object | undefined
  for (const { type, data } of (await allEvents(device, cursor)).events) {
    if (!type.startsWith('notification.')) continue
    counts = data.counts
    if (type === 'notification.removed') cache.delete(data.notification_id)
    else cache.set(data.notification.id, data.notification)
  }
  const fetched = (await Promise.all(['open', 'snoozed', 'done'].map((state) => entriesOf(device, `state=${state}`)))).flat()
  const byId = (entries: Iterable<Entry>) => [...entries].toSorted((a, b) => a.id.localeCompare(b.id))
  assert.deepEqual(byId(cache.values()), byId(fetched))
  assert.deepEqual(counts, await countsOf(device))
})

test('who has 10,000 unread is told of the next at once, and all of it is done, and undone, in a few calls and as few events', async (t) => {
  const ben = await callerWithRole(app, acme, 'member')
  const first = await assign(acme, ben, 'First')
  await app.database.query(`
    with entry as (
      insert into notification (org_id, user_id, kind, place, unread_count, happened_at)
      select org_id, user_id, kind, 'task:' || gen_random_uuid(), 1, happened_at - n * interval '1 minute' from notification, generate_series(1, 10000) n where id = $1
      returning org_id, user_id, id
    ), numbered as (select *, row_number() over () as number from entry)
    insert into notification_cause (org_id, user_id, event_id, notification_id, subject, title, snippet, actor)
    select org_id, user_id, -number, id, 'task:' || id, 'Old', '', '{"kind": "user", "id": null, "name": "Ann"}' from numbered
  `, [first.id])
  // As autovacuum does within a minute.
  await app.database.query('analyze notification, notification_cause')
  assert.deepEqual(await countsOf(ben), { unread: 1_000, snoozed: 0 })
  const { cursor } = await allEvents(ben, 'now')
  const since = async () => (await allEvents(ben, cursor)).events.filter(({ type }) => /^(notification|inbox)\./.test(type))
  const begun = performance.now()
  await acme.post('/tasks', { title: 'Last', assignee_ids: [ben.user_id] })
  const last = await until(async () => {
    const [top] = (await ben.get('/notifications?limit=1')).data
    return top.title === 'Last' && top
  })
  const times: string[] = []
  const all = async (what: object) => {
    for (let more = true; more; ) {
      const { done_at, has_more } = await ben.post('/notifications/clearing', what, 200)
      more = has_more
      if (done_at) times.push(done_at)
    }
  }
  const noticed = performance.now()
  await all({ up_to: last.happened_at })
  const done = performance.now()
  assert.deepEqual([await entriesOf(ben), await countsOf(ben), times.length], [[], { unread: 0, snoozed: 0 }, 11])
  const cleared = await since()
  assert.deepEqual(new Set(cleared.map(({ type }) => type)), new Set(['notification.created', 'inbox.changed', 'notification.updated']))
  assert.ok(cleared.length <= 14, String(cleared.length))
  for (const undo of times) await all({ undo })
  assert.deepEqual([await countsOf(ben), (await ben.get('/notifications?limit=1')).data[0].id], [{ unread: 1_000, snoozed: 0 }, last.id])
  t.diagnostic(`told in ${(noticed - begun).toFixed()} ms, all done in ${(done - noticed).toFixed()} ms, undone in ${(performance.now() - done).toFixed()} ms`)
  await ben.post('/notifications/read', { up_to: last.happened_at }, 200)
  assert.equal((await since()).at(-1)!.type, 'inbox.changed')
  for (const wrong of [{}, { up_to: last.happened_at, undo: last.happened_at }]) await ben.post('/notifications/clearing', wrong, 400)
  await acme.post('/notifications/clearing', { up_to: last.happened_at }, 400)
})

test('what happened while nobody worked, and what a restored database had not collected, is told once', async (t) => {
  const database = await testDatabase(t)
  const web = await testApp(t, { database })
  const us = await organization(web)
  const ben = await callerWithRole(web, us, 'member')
  const { id } = await us.post('/tasks', { title: 'One', assignee_ids: [ben.user_id] })
  const again = (on: TestApp) => callerWith(on, ben.headers)
  const first = await testApp(t, { worker: true, database })
  const [entry] = await until(async () => {
    const found = await entriesOf(again(first))
    return found.length > 0 && found
  })
  assert.deepEqual([entry!.place, entry!.unread_count], [`task:${id}`, 1])
  await first.stop()
  const { id: second } = await us.post('/tasks', { title: 'Two', assignee_ids: [ben.user_id] })
  await database.query("update event_epoch set cluster = 'elsewhere/1'")
  const after = await testApp(t, { worker: true, database })
  const found = await until(async () => {
    const all = await entriesOf(again(after))
    return all.length === 2 && all
  })
  assert.deepEqual(found.map(({ place, unread_count }) => [place, unread_count]), [[`task:${second}`, 1], [`task:${id}`, 1]])
  await callerOf(after, us.key).post('/tasks', { title: 'Three', assignee_ids: [ben.user_id] })
  await until(async () => (await entriesOf(again(after))).length === 3)
  assert.deepEqual(after.logged, [])
})

test('what was done or read long ago is removed, and what is unread stays', async () => {
  const ben = await callerWithRole(app, acme, 'member')
  const [done, read, unread] = [await assign(acme, ben), await assign(acme, ben), await assign(acme, ben)]
  await ben.patch(`/notifications/${done.id}`, { done: true })
  await ben.patch(`/notifications/${read.id}`, { read: true })
  await app.database.query("update notification set read_at = read_at - interval '91 days' where user_id = $1 and read_at is not null", [ben.user_id])
  await purge(app.database.pools.system, 'purge_notifications', 90)
  const left = await Promise.all(['open', 'done'].map((state) => entriesOf(ben, `state=${state}`)))
  assert.deepEqual(left.flat().map(({ id }) => id).toSorted(), [unread.id, done.id].toSorted())
  await app.database.query("update notification set done_at = done_at - interval '91 days' where user_id = $1", [ben.user_id])
  await purge(app.database.pools.system, 'purge_notifications', 90)
  assert.deepEqual(await entriesOf(ben, 'state=done'), [])
})
