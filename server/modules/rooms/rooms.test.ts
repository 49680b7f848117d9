import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, callerWithRole, callerWithScope, organization, unique, type Person } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const guest = await callerWithRole(app, acme, 'guest')
const admin = await callerWithRole(app, acme, 'admin')

const channel = (by: Person, more: object = {}) => by.post('/rooms', { kind: 'channel', name: unique('channel'), ...more })
const ids = async (by: { get: Person['get'] }, path: string) => (await by.get(path)).data.map(({ id }: { id: string }) => id)

test('a public channel is found, joined and left by members, and what was said is read without joining', async () => {
  const room = await channel(ann, { topic: 'Tea' })
  assert.deepEqual([room.kind, room.visibility, room.topic, room.membership.role, room.people], ['channel', 'public', 'Tea', 'owner', null])
  const message = await ann.post(`/rooms/${room.id}/messages`, { text: 'Hello' })
  assert.deepEqual((await ben.get(`/rooms/${room.id}/messages`)).data, [message])
  assert.equal((await ben.get(`/rooms/${room.id}`)).membership, null)
  assert.ok(!(await ids(ben, '/rooms')).includes(room.id))
  const [found] = (await ben.get(`/rooms/browse?q=${room.name.slice(2).toUpperCase()}`)).data
  assert.deepEqual([found.id, found.member_count, found.joined], [room.id, 1, false])
  await ben.post(`/rooms/${room.id}/messages`, { text: 'Not in it' }, 409)

  const joined = await ben.post(`/rooms/${room.id}/membership`, {}, 200)
  assert.deepEqual([joined.membership.role, joined.membership.unread_count], ['member', 0])
  assert.ok((await ids(ben, '/rooms')).includes(room.id))
  assert.deepEqual((await ben.get(`/rooms/${room.id}/members`)).data.map(({ user_id }: { user_id: string }) => user_id), [ann.user_id, ben.user_id].toSorted())
  await ben.remove(`/rooms/${room.id}/membership`)
  await ben.remove(`/rooms/${room.id}/membership`, 409)
  assert.ok(!(await ids(ben, '/rooms')).includes(room.id))
})

test('public channels have each another name, in any case, and private ones whatever they like', async () => {
  const { name, id } = await channel(ann)
  await ben.post('/rooms', { kind: 'channel', name: name.toUpperCase() }, 409)
  const hidden = await ben.post('/rooms', { kind: 'channel', name, visibility: 'private' })
  await ben.patch(`/rooms/${hidden.id}`, { visibility: 'public' }, 409)
  await ann.patch(`/rooms/${id}`, { archived: true })
  assert.equal((await ben.patch(`/rooms/${hidden.id}`, { visibility: 'public' })).visibility, 'public')
  await ann.patch(`/rooms/${id}`, { archived: false }, 409)
  for (const wrong of ['', ' x', 'x '.repeat(60)]) await ann.post('/rooms', { kind: 'channel', name: wrong }, 400)
})

test('of a private room nobody knows who is not in it, not even an admin or a key', async () => {
  const room = await channel(ann, { visibility: 'private', user_ids: [ben.user_id] })
  const { id: message } = await ann.post(`/rooms/${room.id}/messages`, { text: 'Between us' })
  const key = await callerWithScope(app, acme, 'admin')
  for (const other of [cat, guest, admin, key, acme]) {
    for (const path of [`/rooms/${room.id}`, `/rooms/${room.id}/members`, `/rooms/${room.id}/messages`, `/messages/${message}`]) await other.get(path, 404)
    for (const [path, body] of [['messages', { text: 'x' }], ['membership', {}], ['members', { user_ids: [cat.user_id] }], ['read', { seq: 1 }]] as const) {
      await other.post(`/rooms/${room.id}/${path}`, body, 404)
    }
    await other.patch(`/rooms/${room.id}`, { name: 'x' }, 404)
    await other.patch(`/messages/${message}`, { text: 'x' }, 404)
    await other.remove(`/messages/${message}`, 404)
    const seen = JSON.stringify([await other.get('/rooms'), await other.get('/rooms/browse')])
    assert.ok(!seen.includes(room.id))
  }
  assert.equal((await ben.get(`/rooms/${room.id}/messages`)).data.length, 1)
})

test('guests are where they were invited: they see nothing else, and invite nobody', async () => {
  const open = await channel(ann)
  const theirs = await channel(ann, { user_ids: [guest.user_id] })
  assert.deepEqual(await ids(guest, '/rooms'), [theirs.id])
  assert.deepEqual(await ids(guest, '/rooms/browse'), [theirs.id])
  await guest.get(`/rooms/${open.id}`, 404)
  await guest.post(`/rooms/${open.id}/membership`, {}, 404)
  assert.equal((await guest.post(`/rooms/${theirs.id}/messages`, { text: 'Hello' })).author.name, 'The guest')
  await guest.post(`/rooms/${theirs.id}/members`, { user_ids: [ben.user_id] }, 403)
  await guest.post('/rooms', { kind: 'channel', name: unique('x') }, 403)
  await guest.post('/rooms', { kind: 'direct', user_ids: [ann.user_id] }, 403)
  await guest.remove(`/rooms/${theirs.id}/membership`)
  assert.deepEqual(await ids(guest, '/rooms'), [])
})

test('direct messages of the same people are one room, whoever opens it, also at the same time', async () => {
  const room = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  assert.deepEqual(room.people.map(({ user_id }: { user_id: string }) => user_id), [ann.user_id, ben.user_id].toSorted())
  assert.deepEqual([room.name, room.visibility], [null, 'private'])
  assert.equal((await ben.post('/rooms', { kind: 'direct', user_ids: [ann.user_id, ben.user_id] })).id, room.id)
  const others = [ben.user_id, cat.user_id]
  const opened = await Promise.all([1, 2, 3].map(() => app.call({ url: '/api/v1/rooms', headers: ann.headers, body: { kind: 'direct', user_ids: others } })))
  assert.equal(new Set(opened.map(({ json }) => json.id)).size, 1)
  const [{ json: three }] = opened as [(typeof opened)[number]]
  assert.notEqual(three.id, room.id)
  await cat.get(`/rooms/${room.id}`, 404)
  for (const change of [ann.patch(`/rooms/${room.id}`, { topic: 'x' }, 409), ann.post(`/rooms/${room.id}/members`, { user_ids: [cat.user_id] }, 409),
    ann.remove(`/rooms/${room.id}/membership`, 409), ann.remove(`/rooms/${room.id}/members/${ben.user_id}`, 409)]) await change
  assert.equal((await ann.post('/rooms', { kind: 'direct', user_ids: [] })).people.length, 1)
})

test('owners change a room and who is in it; its topic, everybody in it; and when all owners have left, whoever is left', async () => {
  const room = await channel(ann, { visibility: 'private', user_ids: [ben.user_id, cat.user_id] })
  const at = (path = '') => `/rooms/${room.id}${path}`
  assert.equal((await ben.patch(at(), { topic: 'New' })).topic, 'New')
  await ben.patch(at(), { name: 'New' }, 403)
  await ben.patch(at(), { topic: 'x', archived: true }, 403)
  await ben.remove(at(`/members/${cat.user_id}`), 403)
  await ben.patch(at(`/members/${ben.user_id}`), { role: 'owner' }, 403)
  assert.equal((await ann.patch(at(`/members/${ben.user_id}`), { role: 'owner' })).role, 'owner')
  await ben.remove(at(`/members/${cat.user_id}`))
  await cat.get(at(), 404)
  await ann.remove(at(`/members/${guest.user_id}`), 404)
  const { data } = await ben.post(at('/members'), { user_ids: [cat.user_id, ann.user_id] }, 200)
  assert.deepEqual(data.map(({ user_id }: { user_id: string }) => user_id), [ann.user_id, cat.user_id].toSorted())
  await ann.post(at('/members'), { user_ids: ['00000000-0000-7000-8000-000000000000'] }, 404)
  for (const owner of [ann, ben]) await owner.remove(at('/membership'))
  assert.equal((await cat.patch(at(), { name: 'Mine' })).name, 'Mine')
})

test('an archived room is read by those who see it, is in no list but that of the archive, and can be brought back', async () => {
  const room = await channel(ann, { user_ids: [ben.user_id] })
  const { id } = await ben.post(`/rooms/${room.id}/messages`, { text: 'Kept' })
  await ann.patch(`/rooms/${room.id}`, { archived: true })
  for (const path of ['/rooms', '/rooms/browse']) {
    assert.ok(!(await ids(ben, path)).includes(room.id))
    assert.ok((await ids(ben, `${path}?archived=true`)).includes(room.id))
  }
  assert.equal((await ben.get(`/rooms/${room.id}/messages`)).data.length, 1)
  await ben.post(`/rooms/${room.id}/messages`, { text: 'x' }, 409)
  await ben.patch(`/messages/${id}`, { text: 'x' }, 409)
  await cat.post(`/rooms/${room.id}/membership`, {}, 409)
  await ann.patch(`/rooms/${room.id}`, { archived: false })
  await ben.post(`/rooms/${room.id}/messages`, { text: 'Again' })
})

test('an api key writes in public channels without being in them, and in nothing else', async () => {
  const room = await acme.post('/rooms', { kind: 'channel', name: unique('bots'), user_ids: [ann.user_id] })
  assert.equal(room.membership, null)
  const message = await acme.post(`/rooms/${room.id}/messages`, { text: 'Deployed' })
  assert.deepEqual([message.author.kind, message.author.name], ['api_key', 'First key'])
  assert.ok((await ids(acme, '/rooms')).includes(room.id))
  assert.equal((await ann.get(`/rooms/${room.id}`)).membership.unread_count, 1)
  await acme.post('/rooms', { kind: 'channel', name: 'x', visibility: 'private' }, 403)
  await acme.post('/rooms', { kind: 'direct', user_ids: [ann.user_id] }, 403)
  await acme.post(`/rooms/${room.id}/read`, { seq: 1 }, 409)
  await acme.post(`/rooms/${room.id}/membership`, {}, 403)
  assert.equal((await ann.patch(`/rooms/${room.id}`, { topic: 'Whoever is in it' })).topic, 'Whoever is in it')
})

test('who leaves the organization is out of every room, and what they wrote keeps their name', async () => {
  const dan = await callerWithRole(app, acme, 'member')
  const room = await channel(ann, { user_ids: [dan.user_id] })
  const { id } = await dan.post(`/rooms/${room.id}/messages`, { text: 'Bye' })
  await admin.remove(`/members/${dan.user_id}`)
  assert.deepEqual((await ann.get(`/rooms/${room.id}/members`)).data.map(({ user_id }: { user_id: string }) => user_id), [ann.user_id])
  assert.equal((await ann.get(`/messages/${id}`)).author.name, 'The member')
})

test('rooms are browsed page by page, by name', async () => {
  const org = await organization(app)
  for (const name of ['Éclair', 'b', 'A', 'c', 'D']) await org.post('/rooms', { kind: 'channel', name })
  assert.deepEqual((await allItems(org, '/rooms/browse', 2)).map(({ name }) => name), ['A', 'b', 'c', 'D', 'Éclair'])
})
