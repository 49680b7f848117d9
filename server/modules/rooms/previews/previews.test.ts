import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createOutgoing } from '#platform/outgoing'
import { parseAllowed } from '#platform/outgoing-addresses'
import { testApp } from '#test/app'
import { allEvents, callerWithRole, organization, unique, until } from '#test/factories'
import { file, onClose } from '#test/scope'
import { previewJobs } from './actions.ts'
import { readHead } from './page-head.ts'

const app = await testApp(file, { worker: true, env: { OUTGOING_ALLOW: '127.0.0.1' } })
const acme = await organization(app)
const [ann, ben, admin] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'admin')]
const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })

const asked: string[] = []
const pages = createServer(async ({ url }, response) => {
  asked.push(url!)
  const [, turn] = /^\/slow\/(\d)$/.exec(url!) ?? []
  if (turn) await wait(100)
  if (turn && turn < '3') return void response.writeHead(302, { location: `/slow/${Number(turn) + 1}` }).end()
  if (url === '/moved') response.writeHead(302, { location: '/page' }).end()
  else if (url === '/inwards') response.writeHead(302, { location: 'http://169.254.169.254/secret' }).end()
  else if (url === '/file') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
  else response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>Title of ${url}</title><meta name=description content="About &amp; more">`)
}).listen(0, '127.0.0.1')
await once(pages, 'listening')
onClose(file, () => pages.close())
const site = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`

const say = (text: string) => ann.post(`/rooms/${room.id}/messages`, { text })
const previewed = async (id: string, count: number) =>
  until(async () => {
    const message = await ben.get(`/messages/${id}`)
    return message.previews.length === count && message
  })

test('links are read once an admin wants it, from public addresses alone, and everybody in the room is told', async () => {
  const { id: before } = await say(`Look: ${site}/early`)
  assert.deepEqual(await ann.get('/rooms/link-previews'), { enabled: false })
  await ann.put('/rooms/link-previews', { enabled: true }, 403)
  await admin.put('/rooms/link-previews', { enabled: true })
  const { cursor } = await allEvents(ben, 'now')
  const { id } = await say(`${site}/moved and ${site}/inwards, ${site}/file, \`${site}/code\``)
  const message = await previewed(id, 1)
  assert.deepEqual(message.previews, [{ url: `${site}/moved`, title: 'Title of /page', description: 'About & more', site: '' }])
  const { events } = await allEvents(ben, cursor)
  assert.deepEqual(events.findLast(({ type }) => type === 'message.previewed').data.message, message)
  assert.deepEqual(asked.toSorted(), ['/file', '/inwards', '/moved', '/page'])
  assert.deepEqual((await ben.get(`/messages/${before}`)).previews, [])
})

test('what is said otherwise has the previews of what it says; its author takes them away; what is deleted has none, in the log neither', async () => {
  const { id } = await say(`${site}/one`)
  await previewed(id, 1)
  await ann.patch(`/messages/${id}`, { text: `${site}/two` })
  await until(async () => (await ben.get(`/messages/${id}`)).previews[0].title === 'Title of /two')
  await ben.remove(`/messages/${id}/previews`, 403)
  await ann.remove(`/messages/${id}/previews`, 200)
  assert.deepEqual((await ben.get(`/messages/${id}`)).previews, [])
  const { id: deleted } = await say(`${site}/secret`)
  await previewed(deleted, 1)
  await ann.remove(`/messages/${deleted}`)
  assert.deepEqual((await ben.get(`/messages/${deleted}`)).previews, [])
  assert.deepEqual(await app.database.query("select id from event where data::text like '%Title of /secret%'"), [])
})

test('a page that redirects again and again has no more time than another', async () => {
  const { id } = await ben.post(`/rooms/${room.id}/messages`, { text: 'No link yet' })
  await app.database.query('update message set text = $2 where id = $1', [id, `${site}/slow/1`])
  const outgoing = createOutgoing({ allowed: parseAllowed(['127.0.0.1'])! })
  const jobs = previewJobs({ tenancy: app.database, outgoing, public_url: 'https://rapport.example', timeout_ms: 200 })
  await jobs['rooms.preview_links']!({ org_id: acme.organization_id, message_id: id } as never, undefined as never)
  assert.deepEqual((await ben.get(`/messages/${id}`)).previews, [])
  assert.ok(asked.includes('/slow/1'))
})

test('a page is read as it is written, in its own letters, and shown in bounds', () => {
  const head = (html: string | Buffer, type = 'text/html') => readHead(Buffer.from(html), type)
  assert.deepEqual(head('<head><title> A\n title </title><meta property="og:site_name" content="Site"></head><svg><title>No</title></svg>'), { title: 'A title', description: '', site: 'Site' })
  assert.equal(head('<meta property="og:title" content="&lt;b&gt;Bold\u0000"><title>x</title>')!.title, '<b>Bold')
  assert.equal(head(Buffer.from('<title>Caf\xe9</title>', 'latin1'), 'text/html; charset=iso-8859-1')!.title, 'Café')
  assert.equal(head(`<title>${'long '.repeat(100)}</title>`)!.title.length, 200)
  assert.equal(head(`<title>${'a'.repeat(198)}😀 and more</title>`)!.title, `${'a'.repeat(198)}…`)
  assert.equal(head('<p>Nothing'), undefined)
})
