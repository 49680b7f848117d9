import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { openBrowser } from '#test/browser'
import { allItems, callerWithRole, callerWithScope, organization, password, unique, type Caller } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const [admin, other, ann] = [await callerWithRole(app, acme, 'admin'), await callerWithRole(app, acme, 'admin'), await callerWithRole(app, acme, 'member')]

const channel = (by: Caller, more: object = {}) => by.post('/rooms', { kind: 'channel', name: unique('channel'), ...more })
const invite = (by: Caller, rooms: { id: string }[], { status = 201, role = 'guest' } = {}) =>
  by.post('/invitations', { email: `${unique('guest')}@example.org`, role, room_ids: rooms.map(({ id }) => id) }, status)
let visitors = 0

/** What somebody finds who has come by this link. */
async function come({ link }: { link: string }) {
  const browser = openBrowser(app, { address: `192.0.2.${++visitors}` })
  const { status, text } = await browser.post('/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name: 'Somebody', password })
  assert.equal(status, 201, text)
  return { browser, rooms: (await browser.get('/rooms')).json.data.map(({ id }: { id: string }) => id).toSorted() }
}

test('a guest who comes is in the rooms to which the invitation leads and in no other, and who is there is told', async () => {
  const [open, hidden, another] = [await channel(ann), await channel(admin, { visibility: 'private' }), await channel(ann)]
  await ann.post(`/rooms/${open.id}/messages`, { text: 'Before' })
  const invitation = await invite(admin, [open, hidden])
  const [listed] = (await admin.get('/invitations?limit=1')).data
  assert.deepEqual(listed.rooms.map(({ id }: { id: string }) => id).toSorted(), [open.id, hidden.id].toSorted())
  // Another admin learns nothing of a private room, neither here nor from the log.
  assert.deepEqual((await other.get('/invitations?limit=1')).data[0].rooms, [{ id: open.id, name: open.name }])

  const { browser, rooms } = await come(invitation)
  assert.deepEqual(rooms, [open.id, hidden.id].toSorted())
  const [{ membership }] = (await browser.get('/rooms')).json.data.filter(({ id }: { id: string }) => id === open.id)
  assert.deepEqual([membership.role, membership.unread_count], ['member', 0])
  assert.equal((await browser.get(`/rooms/${another.id}`)).status, 404)
  const { json: { user } } = await browser.get('/me')
  const entries = (await allItems(admin, '/audit')).filter(({ actor }) => actor?.id === user.id).map(({ type }) => type)
  assert.equal(entries.filter((type) => type === 'room.members_added').length, 2)
  assert.ok(entries.includes('invitation.accepted'))
})

test('what is archived, deleted or made private meanwhile nobody comes into, nor a room that whoever invited has left', async () => {
  const [archived, gone, closed, left, stays] = [await channel(admin), await channel(admin), await channel(ann), await channel(ann, { visibility: 'private', user_ids: [admin.user_id] }), await channel(admin)]
  const invitation = await invite(admin, [archived, gone, closed, left, stays])
  await admin.patch(`/rooms/${archived.id}`, { archived: true })
  await app.database.query('delete from room where id = $1', [gone.id])
  await ann.patch(`/rooms/${closed.id}`, { visibility: 'private' })
  await admin.remove(`/rooms/${left.id}/membership`)
  assert.deepEqual((await come(invitation)).rooms, [stays.id])
})

test('who invites into a room may do so there, and a key only where everybody is', async () => {
  const [hidden, open, archived] = [await channel(ann, { visibility: 'private' }), await channel(ann), await channel(ann)]
  await ann.patch(`/rooms/${archived.id}`, { archived: true })
  const direct = await admin.post('/rooms', { kind: 'direct', user_ids: [ann.user_id] })
  assert.equal((await invite(admin, [open, hidden], { status: 404 })).code, 'room_not_found')
  assert.equal((await invite(admin, [archived], { status: 409 })).code, 'room_archived')
  assert.equal((await invite(admin, [direct], { status: 409 })).code, 'not_a_channel')
  await invite(ann, [open], { status: 403 })
  const key = await callerWithScope(app, acme, 'admin')
  await invite(key, [hidden], { status: 404 })
  assert.deepEqual((await come(await invite(key, [open], { role: 'member' }))).rooms, [open.id])
})
