// The comments of a task, and what it has to do with rooms and messages.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, callerWithRole, organization, unique, until, type Caller, type Person } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const person = () => callerWithRole(app, acme, 'member')
const [ann, ben, cat, guest] = [await person(), await person(), await person(), await callerWithRole(app, acme, 'guest')]

const say = (by: Caller, room: string, text: string, status = 201) => by.post(`/rooms/${room}/messages`, { text }, status)
const inbox = async (by: Person, room: string) => (await by.get('/notifications?limit=100')).data.filter(({ place }: { place: string }) => place === `room:${room}`)

test('comments are a room that every member reads and hears, also who is not in it; and it stands in no list of rooms', async () => {
  const task = await ann.post('/tasks', { title: 'Offer' })
  assert.equal(task.comments_room_id, null)
  const { cursor } = await allEvents(cat, 'now')
  const room = await ann.put(`/tasks/${task.id}/room`, {})
  assert.deepEqual([room.kind, room.name, room.task_id, room.membership.role], ['task', 'Offer', task.id, 'member'])
  const said = await say(ann, room.id, 'First draft is done.')
  assert.equal((await cat.get(`/rooms/${room.id}/messages`)).data[0].text, 'First draft is done.')
  const { events } = await allEvents(cat, cursor)
  assert.deepEqual(events.map(({ type }) => type).filter((type) => /^(task|message)/.test(type)), ['task.updated', 'message.created'])
  assert.equal((await cat.get(`/tasks/${task.id}`)).comments_room_id, room.id)
  await say(cat, room.id, 'Not in it yet', 409)
  assert.equal((await cat.put(`/tasks/${task.id}/room`, {})).id, room.id)
  await say(cat, room.id, 'Now I am')

  for (const by of [ann, cat, acme]) assert.ok(!(await by.get('/rooms')).data.some(({ id }: { id: string }) => id === room.id))
  assert.ok(!(await cat.get('/rooms/browse?q=offer')).data.some(({ id }: { id: string }) => id === room.id))
  const { data: found } = await cat.get('/rooms/search?q=draft')
  assert.deepEqual(found.map(({ message }: { message: { id: string } }) => message.id), [said.id])
  await cat.remove(`/messages/${said.id}`, 403)
  await ann.remove(`/rooms/${room.id}/membership`, 409)
  await acme.patch(`/tasks/${task.id}`, { title: 'Second offer' })
  assert.equal((await ann.get(`/rooms/${room.id}`)).name, 'Second offer')
})

test('whom a task concerns is notified of its comments, from when on it does and as long as it does', async () => {
  const task = await ann.post('/tasks', { title: 'Report', assignee_ids: [ben.user_id] })
  const { id: room } = await cat.put(`/tasks/${task.id}/room`, {})
  await say(cat, room, `What about March, [@x](user:${ann.user_id})?`)
  await until(async () => (await inbox(ben, room)).length === 1)
  const [[told], [mentioned], own] = [await inbox(ben, room), await inbox(ann, room), await inbox(cat, room)]
  assert.deepEqual([told.kind, told.title, mentioned.kind, own], ['reply', 'Report', 'mention', []])

  await ann.patch(`/tasks/${task.id}`, { assignee_ids: [guest.user_id] })
  await until(async () => (await inbox(ben, room)).length === 0)
  await say(cat, room, 'And now?')
  await until(async () => (await inbox(guest, room)).length === 1)
  assert.deepEqual(await inbox(ben, room), [])
})

test('a guest reads and hears the comments of what concerns them, and nothing any more afterwards', async () => {
  const task = await ann.post('/tasks', { title: 'Shared' })
  const { id: room } = await ann.put(`/tasks/${task.id}/room`, {})
  await say(ann, room, 'Among us')
  await guest.get(`/rooms/${room}/messages`, 404)
  await guest.put(`/tasks/${task.id}/room`, {}, 404)
  await ann.patch(`/tasks/${task.id}`, { watcher_ids: [guest.user_id] })
  assert.equal((await guest.get(`/rooms/${room}/messages`)).data.length, 1)
  const { cursor } = await allEvents(guest, 'now')
  await say(guest, room, 'I see')
  assert.ok((await allEvents(guest, cursor)).events.some(({ type }) => type === 'message.created'))
  await ann.patch(`/tasks/${task.id}`, { watcher_ids: [] })
  await guest.get(`/rooms/${room}/messages`, 404)
  const after = await allEvents(guest, 'now')
  await say(ann, room, 'Among us again')
  assert.ok(!(await allEvents(guest, after.cursor)).events.some(({ type }) => type === 'message.created'))
})

test('two who open the comments of a task at once are in one room, and a task that is removed for good takes it along', async () => {
  const task = await ann.post('/tasks', { title: 'Once' })
  const rooms = await Promise.all([ann, ben, cat].map((by) => by.put(`/tasks/${task.id}/room`, {})))
  assert.equal(new Set(rooms.map(({ id }) => id)).size, 1)
  await acme.put(`/tasks/${task.id}/room`, {}, 403)
  await app.database.query('delete from task where id = $1', [task.id])
  await ann.get(`/rooms/${rooms[0].id}`, 404)
})

test('a task comes from messages and is about rooms, of those that whoever says so sees', async () => {
  const channel = (more: object = {}) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), ...more })
  const [open, secret] = [await channel(), await channel({ visibility: 'private' })]
  const [message, hidden] = [await say(ann, open.id, 'We owe them an offer.'), await say(ann, secret.id, 'Nobody knows.')]
  await ben.post('/tasks', { title: 'X', message_ids: [hidden.id] }, 404)
  await ben.post('/tasks', { title: 'X', room_ids: [secret.id] }, 404)
  const task = await ann.post('/tasks', { title: 'Offer', message_ids: [message.id, hidden.id], room_ids: [secret.id] })
  assert.deepEqual([task.message_ids.toSorted(), task.room_ids], [[message.id, hidden.id].toSorted(), [secret.id]])
  // Who does not see them leaves them as they are.
  const other = await say(ben, (await ben.post('/rooms', { kind: 'channel', name: unique('channel') })).id, 'And a call.')
  const changed = await ben.patch(`/tasks/${task.id}`, { message_ids: [...task.message_ids, other.id], room_ids: [secret.id] })
  assert.equal(changed.message_ids.length, 3)
  const of = async (room: string) => (await ann.get(`/tasks?room_id=${room}`)).data.map(({ id }: { id: string }) => id)
  assert.deepEqual([await of(open.id), await of(secret.id), await of(other.room_id)], [[task.id], [task.id], [task.id]])
  assert.deepEqual((await ben.patch(`/tasks/${task.id}`, { message_ids: [other.id] })).message_ids, [other.id])
  assert.deepEqual(await of(open.id), [])
})

test('what is deleted and not shown stays linked when a list is given, and is there again when it comes back', async () => {
  const contact = await acme.post('/contacts', { name: 'Ada' })
  const [first, task] = [await acme.post('/tasks', { title: 'First' }), await acme.post('/tasks', { title: 'Then', contact_ids: [contact.id] })]
  await acme.put(`/tasks/${task.id}/blockers/${first.id}`, {})
  await acme.remove(`/tasks/${first.id}`)
  await acme.remove(`/contacts/${contact.id}`)
  const { blockers, contacts } = await acme.patch(`/tasks/${task.id}`, { blocker_ids: [], contact_ids: [] })
  assert.deepEqual([blockers, contacts], [[], []])
  await acme.post(`/tasks/${first.id}/restore`, {}, 200)
  await acme.post(`/contacts/${contact.id}/restore`, {}, 200)
  const back = await acme.get(`/tasks/${task.id}`)
  assert.deepEqual([back.blocked, back.contacts.map(({ id }: { id: string }) => id)], [true, [contact.id]])
})
