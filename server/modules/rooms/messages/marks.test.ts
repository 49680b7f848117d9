import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, unique } from '#test/factories'
import { roomsClient } from '#test/rooms-client'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const guest = await callerWithRole(app, acme, 'guest')
const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ben.user_id, guest.user_id] })
const send = (text: string) => ann.post(`/rooms/${room.id}/messages`, { text })

test('reactions are in the order in which they came, each person’s own, and told as a fresh fetch shows them', async () => {
  const { id } = await send('Good?')
  const { cursor } = await allEvents(ben, 'now')
  const at = (emoji: string) => `/messages/${id}/reactions/${encodeURIComponent(emoji)}`
  for (const [by, emoji] of [[ben, '👍'], [guest, '🎉'], [ann, '👍'], [ben, '👍']] as const) await by.put(at(emoji), {}, 200)
  const shown = [{ emoji: '👍', user_ids: [ben.user_id, ann.user_id] }, { emoji: '🎉', user_ids: [guest.user_id] }]
  assert.deepEqual((await ben.get(`/messages/${id}`)).reactions, shown)
  await ben.remove(at('🎉'), 200)
  await ben.remove(at('👍'), 200)
  const message = await ann.get(`/messages/${id}`)
  assert.deepEqual(message.reactions.map(({ emoji }: { emoji: string }) => emoji), ['🎉', '👍'])
  const { events } = await allEvents(ben, cursor)
  assert.deepEqual([events.length, events.at(-1).type, events.at(-1).data.message], [4, 'message.reacted', message])
  for (const other of [cat, acme]) await other.put(at('👍'), {}, 404)
  await ben.put(at('two words'), {}, 400)
})

test('what a message said before it was changed can be read, as long as it is there', async () => {
  const { id } = await send('One')
  for (const text of ['Two', 'Three']) await ann.patch(`/messages/${id}`, { text })
  assert.deepEqual((await ben.get(`/messages/${id}/edits`)).data.map(({ text }: { text: string }) => text), ['One', 'Two'])
  await cat.get(`/messages/${id}/edits`, 404)
  await ann.remove(`/messages/${id}`)
  assert.deepEqual((await ben.get(`/messages/${id}/edits`)).data, [])
})

test('what is pinned is pinned for everyone in the room, until it is deleted', async () => {
  const [one, two] = [await send('One'), await send('Two')]
  const pins = async () => (await ben.get(`/rooms/${room.id}/pins`)).data.map(({ text }: { text: string }) => text)
  for (const { id } of [one, two]) assert.ok((await ben.put(`/messages/${id}/pin`, {}, 200)).pinned_at)
  assert.deepEqual(await pins(), ['Two', 'One'])
  await guest.put(`/messages/${one.id}/pin`, {}, 403)
  await cat.get(`/rooms/${room.id}/pins`, 404)
  await ann.remove(`/messages/${two.id}/pin`, 200)
  await ann.remove(`/messages/${one.id}`)
  assert.deepEqual(await pins(), [])
})

test('a bookmark is one’s own, and shows what one may still see', async () => {
  const own = await ben.post('/rooms', { kind: 'channel', name: unique('own'), user_ids: [ann.user_id], visibility: 'private' })
  const there = await ben.post(`/rooms/${own.id}/messages`, { text: 'There' })
  const sent = [there, await send('Here'), await send('And here')]
  for (const { id } of sent) await ann.put(`/messages/${id}/bookmark`, {}, 204)
  await ann.put(`/messages/${there.id}/bookmark`, {}, 204)
  const texts = async () => (await allItems(ann, '/bookmarks', 2)).map(({ message }) => message.text)
  assert.deepEqual(await texts(), ['And here', 'Here', 'There'])
  assert.deepEqual((await ben.get('/bookmarks')).data, [])
  await ann.remove(`/messages/${sent[1].id}/bookmark`)
  await ben.remove(`/rooms/${own.id}/members/${ann.user_id}`)
  assert.deepEqual(await texts(), ['And here'])
})

test('a draft is on all devices of its writer, for a room and for each thread, and goes when it is emptied', async () => {
  const { id: thread_id } = await send('A question')
  const client = await roomsClient(ben, ben.user_id)
  const put = (body: object, status = 200) => ben.put(`/rooms/${room.id}/draft`, body, status)
  for (const text of ['One', 'Two']) await put({ text })
  await put({ text: 'An answer', thread_id })
  const drafts = async () => (await ben.get('/rooms/drafts')).data.map(({ text, thread_id }: Answer['json']) => [text, thread_id])
  assert.deepEqual(await drafts(), [['An answer', thread_id], ['Two', null]])
  const entry = await ben.get(`/rooms/${room.id}`)
  assert.equal(entry.draft.text, 'Two')
  await client.follow()
  assert.deepEqual(client.rooms.get(room.id), entry)
  assert.equal((await ann.get(`/rooms/${room.id}`)).draft, null)
  await put({ text: ' ' })
  await client.follow()
  assert.equal(client.rooms.get(room.id).draft, null)
  assert.deepEqual(await drafts(), [['An answer', thread_id]])
  await cat.put(`/rooms/${room.id}/draft`, { text: 'x' }, 404)
  const elsewhere = await ben.post('/rooms', { kind: 'channel', name: unique('other') })
  await ben.put(`/rooms/${elsewhere.id}/draft`, { text: 'x', thread_id }, 400)
})

test('a draft that is saved while its writer leaves the room is kept nowhere, and the one is an answer like the other', async () => {
  for (let round = 0; round < 12; round++) {
    const { id } = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })
    const { id: thread_id } = await ann.post(`/rooms/${id}/messages`, { text: 'Root' })
    const save = (body: object) => app.call({ method: 'PUT', url: `/api/v1/rooms/${id}/draft`, headers: ben.headers, body })
    const leave = () => app.call({ method: 'DELETE', url: `/api/v1/rooms/${id}/membership`, headers: ben.headers })
    const [first, gone, second] = await Promise.all([save({ text: 'One' }), leave(), save({ text: 'Two', thread_id })])
    assert.equal(gone.status, 204)
    for (const { status, text } of [first, second]) assert.ok(status === 200 || status === 409, text)
    assert.deepEqual(await app.database.query('select from message_draft where room_id = $1', [id]), [])
  }
})
