// Who is notified of what, and who is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publish } from '#platform/events'
import { testApp } from '#test/app'
import { callerWithRole, csv, organization, unique, until, type Person } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const person = () => callerWithRole(app, acme, 'member')
const [ann, ben, cat] = [await person(), await person(), await person()]
const guest = await callerWithRole(app, acme, 'guest')

type Entry = { id: string; kind: string; place: string; subject: string; unread_count: number; title: string | null; snippet: string; actor: object }

const say = (by: Person, room: string, text: string, more: object = {}) => by.post(`/rooms/${room}/messages`, { text, ...more })
const at = (someone: Person) => `[@x](user:${someone.user_id})`
const newChannel = (more: object = {}) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id, cat.user_id], ...more })

/** What they have of this place, when all that happened until now was collected. */
async function entries(by: Person, place: string): Promise<Entry[]> {
  await collected()
  const { data } = await by.get('/notifications?limit=100')
  return data.filter((entry: Entry) => entry.place.startsWith(place))
}

/** Events of an organization are collected in their order: what is behind this one was not yet. */
async function collected() {
  const task = await acme.post('/tasks', { title: 'Last', assignee_ids: [guest.user_id] })
  await until(async () => (await guest.get('/notifications')).data.some(({ subject }: Entry) => subject === `task:${task.id}`))
}

const kinds = async (by: Person, place: string) => (await entries(by, place)).map(({ kind, unread_count }) => [kind, unread_count])

test('who is mentioned is notified, by name or with the whole room, and who wrote it is not', async () => {
  const { id, name } = await newChannel()
  const message = await say(ann, id, `Look, ${at(ben)} and ${at(ann)}`)
  const [entry] = await entries(ben, `room:${id}`)
  assert.deepEqual(
    [entry!.kind, entry!.place, entry!.subject, entry!.title, entry!.snippet, entry!.unread_count],
    ['mention', `room:${id}`, `message:${message.id}`, name, message.snippet, 1],
  )
  assert.deepEqual(entry!.actor, { kind: 'user', id: ann.user_id, name: 'The member' })
  assert.deepEqual([await kinds(ann, `room:${id}`), await kinds(cat, `room:${id}`)], [[], []])
  await say(ben, id, '@room')
  assert.deepEqual([await kinds(ann, `room:${id}`), await kinds(ben, `room:${id}`), await kinds(cat, `room:${id}`)], [[['mention', 1]], [['mention', 1]], [['mention', 1]]])
})

test('ten direct messages are one entry with their number, which falls with what is read, on any device', async () => {
  const { id } = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  for (let n = 1; n <= 10; n++) await say(ann, id, `Word ${n}`)
  const [entry, ...others] = await entries(ben, `room:${id}`)
  assert.deepEqual([entry!.kind, entry!.unread_count, entry!.snippet, entry!.title, others], ['direct_message', 10, 'Word 10', null, []])
  await ben.post(`/rooms/${id}/read`, { seq: 4 }, 200)
  assert.deepEqual(await kinds(ben, `room:${id}`), [['direct_message', 6]])
  await ben.post(`/rooms/${id}/read`, { seq: 10 }, 200)
  assert.deepEqual(await kinds(ben, `room:${id}`), [['direct_message', 0]])
  await say(ben, id, 'I have read it')
  assert.deepEqual(await kinds(ben, `room:${id}`), [['direct_message', 0]])
})

test('answers notify who follows the thread, once, and reading the thread clears them', async () => {
  const { id } = await newChannel()
  const root = await say(ann, id, 'A question')
  const place = `room:${id}/thread:${root.id}`
  await say(ben, id, 'An answer', { thread_id: root.id })
  await say(cat, id, `Another, ${at(ben)}`, { thread_id: root.id })
  assert.deepEqual(await kinds(ann, place), [['reply', 2]])
  assert.deepEqual(await kinds(ben, place), [['mention', 1]])
  assert.deepEqual(await kinds(cat, place), [])
  await ann.post(`/messages/${root.id}/replies/read`, { seq: 1 }, 200)
  assert.deepEqual(await kinds(ann, place), [['reply', 1]])
})

test('a muted room says nothing, and a level lets through what it says', async () => {
  const { id } = await newChannel()
  const { id: direct } = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id, cat.user_id] })
  await ben.patch(`/rooms/${id}/membership`, { muted_until: '2999-01-01T00:00:00Z' })
  await ben.patch(`/rooms/${direct}/membership`, { muted_until: '2020-01-01T00:00:00Z', notify: 'mentions' })
  await cat.patch(`/rooms/${direct}/membership`, { notify: 'nothing' })
  await say(ann, id, `${at(ben)} ${at(cat)}`)
  await say(ann, direct, 'Hello')
  await say(ann, direct, `${at(ben)} ${at(cat)}`)
  assert.deepEqual([await kinds(ben, `room:${id}`), await kinds(cat, `room:${id}`)], [[], [['mention', 1]]])
  assert.deepEqual([await kinds(ben, `room:${direct}`), await kinds(cat, `room:${direct}`)], [[['mention', 1]], []])
})

test('nobody is notified of what they may not see, and who leaves a room has nothing of it any more', async () => {
  const hidden = await newChannel({ visibility: 'private', user_ids: [ben.user_id] })
  const open = await newChannel({ user_ids: [] })
  for (const { id } of [hidden, open]) await say(ann, id, `${at(ben)} ${at(cat)} ${at(guest)} @room`)
  assert.deepEqual([await kinds(cat, `room:${hidden.id}`), await kinds(guest, `room:${hidden.id}`)], [[], []])
  assert.deepEqual([await kinds(cat, `room:${open.id}`), await kinds(guest, `room:${open.id}`)], [[['mention', 1]], []])
  assert.deepEqual(await kinds(ben, `room:${hidden.id}`), [['mention', 1]])
  await ann.remove(`/rooms/${hidden.id}/members/${ben.user_id}`)
  assert.deepEqual(await kinds(ben, `room:${hidden.id}`), [])
  await ann.patch(`/rooms/${open.id}`, { visibility: 'private' })
  assert.deepEqual(await kinds(cat, `room:${open.id}`), [])
})

test('a room that is renamed is called so in inboxes, and who becomes a guest has nothing of rooms that they are not in', async () => {
  const dan = await person()
  const inside = await newChannel({ user_ids: [dan.user_id] })
  const outside = await newChannel({ user_ids: [] })
  const root = await say(dan, inside.id, 'A question')
  for (const { id } of [inside, outside]) await say(ann, id, `Look, ${at(dan)}`)
  await say(ann, inside.id, 'An answer', { thread_id: root.id })
  assert.equal((await entries(dan, 'room:')).length, 3)
  const name = unique('renamed')
  await ann.patch(`/rooms/${inside.id}`, { name })
  assert.deepEqual((await entries(dan, `room:${inside.id}`)).map(({ title }) => title), [name, name])
  await acme.patch(`/members/${dan.user_id}`, { role: 'guest' })
  assert.deepEqual(new Set((await entries(dan, 'room:')).map(({ kind }) => kind)), new Set(['mention', 'reply']))
  assert.equal((await entries(dan, `room:${outside.id}`)).length, 0)
})

test('a change tells whom it names and says what is said now; what is deleted is gone from inbox and log', async () => {
  const { id } = await newChannel()
  const first = await say(ann, id, `First ${at(ben)}`)
  const second = await say(ann, id, `Secret ${at(ben)}`)
  await entries(ben, `room:${id}`)
  await ann.patch(`/messages/${second.id}`, { text: `Secret plan ${at(ben)} ${at(cat)}` })
  const [changed] = await entries(ben, `room:${id}`)
  assert.match(changed!.snippet, /^Secret plan/)
  assert.deepEqual([changed!.unread_count, await kinds(cat, `room:${id}`)], [2, [['mention', 1]]])
  await ann.patch(`/messages/${second.id}`, { text: `Secret plan ${at(ben)} @room` })
  assert.deepEqual(await kinds(cat, `room:${id}`), [['mention', 1]])
  await ann.patch(`/messages/${second.id}`, { text: `Secret plan ${at(ben)}` })
  assert.deepEqual([await kinds(cat, `room:${id}`), await kinds(ben, `room:${id}`)], [[], [['mention', 2]]])
  await ann.remove(`/messages/${second.id}`)
  const [left] = await entries(ben, `room:${id}`)
  assert.deepEqual([left!.unread_count, left!.subject, left!.snippet], [1, `message:${first.id}`, first.snippet])
  const [{ count }] = (await app.database.query("select count(*)::int from event where audience = $1 and data::text like '%Secret%'", [`user:${ben.user_id}`])) as [{ count: number }]
  assert.equal(count, 0)
  await ann.post(`/messages/${second.id}/restore`, {}, 200)
  assert.deepEqual(await kinds(ben, `room:${id}`), [['mention', 2]])
})

test('who gets a task to do is told, when it is due, and when it can be begun; what is done asks for nothing', async () => {
  const blocker = await ann.post('/tasks', { title: 'Before' })
  const task = await ann.post('/tasks', { title: 'Call Ana', assignee_ids: [ann.user_id, ben.user_id], blocker_ids: [blocker.id] })
  const place = `task:${task.id}`
  await ann.patch(`/tasks/${task.id}`, { assignee_ids: [ben.user_id, cat.user_id], title: 'Call Ana today' })
  assert.deepEqual([await kinds(ann, place), await kinds(ben, place), await kinds(cat, place)], [[], [['assigned', 1]], [['assigned', 1]]])
  await cat.patch(`/tasks/${blocker.id}`, { category: 'done' })
  await app.database.transact(acme.actor, (tx) => publish(tx, { ...acme.actor, kind: 'system' }, { type: 'task.due_soon', subject: place, data: { task: { ...task, assignee_ids: [ben.user_id] } } }))
  assert.deepEqual(await kinds(cat, place), [['assigned', 1]])
  assert.deepEqual((await kinds(ben, place)).toSorted(), [['assigned', 1], ['due_soon', 1], ['unblocked', 1]])
  const titles = (await entries(ben, place)).map(({ title }) => title)
  assert.deepEqual(new Set(titles), new Set(['Call Ana today', 'Call Ana']))
  await ann.patch(`/tasks/${task.id}`, { assignee_ids: [ben.user_id] })
  assert.deepEqual(await kinds(cat, place), [])
  await ann.patch(`/tasks/${task.id}`, { category: 'done' })
  assert.deepEqual((await kinds(ben, place)).map(([, unread]) => unread), [0, 0, 0])
  await ann.remove(`/tasks/${task.id}`)
  assert.deepEqual(await kinds(ben, place), [])
})

test('who has started an operation hears that it failed, and that it is finished when that took long', async () => {
  const { id } = await ann.upload(csv(['name'], ['Ada']), { filename: 'people.csv' })
  const operation = await until(async () => {
    const found = await ann.get(`/operations/${id}`)
    return found.status === 'succeeded' && found
  })
  assert.deepEqual(await kinds(ann, `operation:${id}`), [])
  const tell = (more: object) =>
    app.database.transact(acme.actor, (tx) => publish(tx, acme.actor, { type: 'operation.updated', subject: `operation:${id}`, data: { operation: { ...operation, ...more } } }))
  await tell({ started_at: '2026-01-01T00:00:00Z', finished_at: '2026-01-01T00:01:00Z' })
  await tell({ status: 'failed', error: { code: 'x', message: 'It is no CSV.' } })
  const found = (await entries(ann, `operation:${id}`)).map(({ kind, title, snippet }) => [kind, title, snippet])
  assert.deepEqual(found.toSorted(), [['operation_failed', 'people.csv', 'It is no CSV.'], ['operation_finished', 'people.csv', '']])
  assert.deepEqual(await kinds(ben, `operation:${id}`), [])
})

test('what somebody does not want to hear of does not come', async () => {
  assert.equal((await cat.get('/notification-preferences')).kinds.assigned.in_app, true)
  const preferences = await cat.patch('/notification-preferences', { kinds: { assigned: { in_app: false } } })
  assert.deepEqual([preferences.kinds.assigned.in_app, preferences.kinds.mention.in_app], [false, true])
  assert.deepEqual(await cat.get('/notification-preferences'), preferences)
  const { id } = await ann.post('/tasks', { title: 'x', assignee_ids: [cat.user_id, ben.user_id] })
  assert.deepEqual([await kinds(cat, `task:${id}`), await kinds(ben, `task:${id}`)], [[], [['assigned', 1]]])
  await cat.patch('/notification-preferences', { kinds: { assigned: { in_app: true } } })
  await cat.patch('/notification-preferences', { kinds: { nothing: {} } }, 400)
  for (const path of ['/notifications', '/notification-preferences']) await acme.get(path, 400)
})

test('who is not a member any more has no inbox', async () => {
  const dan = await person()
  await ann.post('/tasks', { title: 'x', assignee_ids: [dan.user_id] })
  await collected()
  await acme.remove(`/members/${dan.user_id}`)
  for (const table of ['inbox', 'notification', 'notification_cause']) {
    assert.deepEqual(await app.database.query(`select from ${table} where user_id = $1`, [dan.user_id]), [], table)
  }
})
