import assert from 'node:assert/strict'
import { test } from 'node:test'
import yauzl from 'yauzl'
import { buffer } from 'node:stream/consumers'
import { testApp, type Answer } from '#test/app'
import { callerWithRole, organization, unique, type Person } from '#test/factories'
import { form } from '#test/forms'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben, admin, guest] = await Promise.all((['member', 'member', 'admin', 'guest'] as const).map((role) => callerWithRole(app, acme, role))) as [Person, Person, Person, Person]
const send = (by: Person, room: { id: string }, text: string, more: object = {}) => by.post(`/rooms/${room.id}/messages`, { text, ...more })
const take = async (by: Pick<Person, 'headers'>, room: { id: string }, kind: 'jsonl' | 'zip') => app.call({ url: `/api/v1/rooms/${room.id}/export.${kind}`, headers: by.headers })

test('all that was said is in it, in its order, and nothing that was deleted', async () => {
  const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })
  const root = await send(ann, room, 'One')
  const gone = await send(ann, room, 'A secret')
  for (let n = 0; n < 210; n++) await send(ben, room, `Message ${n}`)
  await send(ben, room, 'An answer', { thread_id: root.id })
  await ann.remove(`/messages/${gone.id}`)
  const { status, text, headers } = await take(ann, room, 'jsonl')
  assert.deepEqual([status, headers['content-type'], /filename="room-/.test(headers['content-disposition']!)], [200, 'application/jsonl', true])
  const lines = text.trim().split('\n').map((line) => JSON.parse(line) as Answer['json'])
  assert.equal(lines[0].room.name, room.name)
  assert.deepEqual(lines.slice(1).map(({ message }) => message.text), ['One', '', ...Array.from({ length: 210 }, (_, n) => `Message ${n}`), 'An answer'])
  assert.doesNotMatch(text, /secret/)
})

test('the archive has the files as well, each under its own name', async () => {
  const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private' })
  const ids: string[] = []
  for (const filename of ['same.txt', 'same.txt', '..']) {
    const { body, headers } = form({ file: `content of ${ids.length}`, filename })
    ids.push((await app.call({ method: 'POST', url: `/api/v1/rooms/${room.id}/files`, body, headers: { ...headers, ...ann.headers } })).json.id)
  }
  await send(ann, room, '', { file_ids: ids })
  const response = await app.http.inject({ url: `/api/v1/rooms/${room.id}/export.zip`, headers: ann.headers })
  const zip = await yauzl.fromBufferPromise(response.rawPayload, { lazyEntries: true })
  const found: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) found[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString()
  assert.deepEqual(Object.keys(found), ['messages.jsonl', `files/${ids[0]}/same.txt`, `files/${ids[1]}/same.txt`, `files/${ids[2]}/file`])
  assert.equal(found[`files/${ids[1]}/same.txt`], 'content of 1')
})

test('who owns a channel may, and admins who see it; direct messages those who are in them; and the audit log has it', async () => {
  const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id, guest.user_id] })
  const closed = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private' })
  const direct = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  const status = async (by: Pick<Person, 'headers'>, which: { id: string }) => (await take(by, which, 'jsonl')).status
  assert.deepEqual(await Promise.all([status(ann, room), status(ben, room), status(guest, room), status(admin, room)]), [200, 403, 403, 200])
  assert.deepEqual(await Promise.all([status(ben, closed), status(admin, closed)]), [404, 404])
  assert.deepEqual(await Promise.all([status(ben, direct), status(admin, direct)]), [200, 404])
  const { data } = await admin.get('/audit?limit=10')
  assert.ok(data.some(({ type }: Answer['json']) => type === 'export.taken'))
})
