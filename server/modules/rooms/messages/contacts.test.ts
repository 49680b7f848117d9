import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { callerWithRole, organization, unique, until } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const [ann, guest] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'guest')]
const newRoom = (more: object = {}) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [guest.user_id], ...more })
const newContact = (name: string) => acme.post('/contacts', { name })
const timeline = async ({ id }: Answer['json']) => (await ann.get(`/contacts/${id}/timeline`)).data

test('a contact’s timeline says in which channel they were mentioned, as long as they are, and not what was said', async () => {
  const [ada, bob, room] = [await newContact('Ada'), await newContact('Bob'), await newRoom()]
  const message = await ann.post(`/rooms/${room.id}/messages`, { text: `Ask [Ada](contact:${ada.id})` })
  const [entry] = await timeline(ada)
  assert.deepEqual([entry.kind, entry.message_id, entry.subject, entry.snippet], ['message', message.id, `#${room.name}`, null])
  assert.equal((await ann.get(`/interactions/${entry.id}`)).body, null)
  assert.equal((await ann.get(`/contacts/${ada.id}`)).last_interaction_at, null)
  await ann.patch(`/messages/${message.id}`, { text: `Ask [Bob](contact:${bob.id})` })
  assert.deepEqual([(await timeline(ada)).length, (await timeline(bob)).length], [0, 1])
  await ann.remove(`/messages/${message.id}`)
  assert.deepEqual(await timeline(bob), [])
  await ann.post(`/messages/${message.id}/restore`, {}, 200)
  assert.equal((await timeline(bob))[0].subject, `#${room.name}`)
  await ann.post(`/rooms/${room.id}/messages`, { text: `[Ada](contact:${ada.id})`, thread_id: message.id })
  assert.equal((await timeline(ada)).length, 1)
})

test('what is said in private rooms, and by guests, is on no timeline; a channel that is made private takes its mentions with it', async () => {
  const ada = await newContact('Ada')
  const text = `[Ada](contact:${ada.id})`
  await ann.post(`/rooms/${(await newRoom({ visibility: 'private' })).id}/messages`, { text })
  const open = await newRoom()
  await guest.post(`/rooms/${open.id}/messages`, { text })
  assert.deepEqual(await timeline(ada), [])
  for (let n = 0; n < 25; n++) await ann.post(`/rooms/${open.id}/messages`, { text })
  assert.equal((await timeline(ada)).length, 25)
  await ann.patch(`/rooms/${open.id}`, { visibility: 'private' })
  await until(async () => (await timeline(ada)).length === 0)
})
