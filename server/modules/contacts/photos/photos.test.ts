import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { testApp } from '#test/app'
import { allEvents, callerWithScope, organization } from '#test/factories'
import { formOf, type Part } from '#test/forms'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const acme = await organization(app)

const red = { r: 200, g: 30, b: 30 }

function picture(width = 60, height = 40) {
  return sharp({ create: { width, height, channels: 3, background: red } })
}

async function upload(id: string, value: Buffer, part: Partial<Part> = {}, key = acme.key) {
  const parts = [{ name: 'file', filename: 'photo.png', value, ...part }]
  return app.call({ method: 'POST', url: `/api/v1/contacts/${id}/photo`, key, ...formOf(parts) })
}

async function download(url: string, key = acme.key, headers = {}) {
  const { rawPayload, statusCode, headers: given } = await app.http.inject({ url, headers: { authorization: `Bearer ${key}`, ...headers } })
  return { bytes: rawPayload, status: statusCode, headers: given }
}

async function newContact(): Promise<string> {
  return (await acme.post('/contacts', { name: 'Ada' })).id
}

async function filesOf(orgId: string): Promise<string[]> {
  return readdir(join(app.data_folder, 'files', 'photos', orgId)).catch(() => [])
}

for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
  test(`a ${format} becomes a WebP of 400 × 400, whatever its name`, async () => {
    const id = await newContact()
    const { status, json } = await upload(id, await picture().toFormat(format).toBuffer(), { filename: 'x.exe' })
    assert.equal(status, 201)
    assert.match(json.photo_url, new RegExp(`^/api/v1/contacts/${id}/photo\\?hash=[0-9a-f]{32}$`))
    assert.deepEqual(await acme.get(`/contacts/${id}`), json)
    const photo = await download(json.photo_url)
    assert.equal(photo.headers['content-type'], 'image/webp')
    const { format: drawn, width, height } = await sharp(photo.bytes).metadata()
    assert.deepEqual({ drawn, width, height }, { drawn: 'webp', width: 400, height: 400 })
  })
}

test('the address of a photo may be kept for ever, and is another one for another photo', async () => {
  const id = await newContact()
  const first = (await upload(id, await picture().png().toBuffer())).json.photo_url
  const { headers } = await download(first)
  assert.equal(headers['cache-control'], 'private, max-age=31536000, immutable')
  assert.equal((await download(first, acme.key, { 'if-none-match': headers.etag })).status, 304)
  assert.equal((await download(first.split('?')[0])).headers['cache-control'], 'private, no-cache')

  const other = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } }).png().toBuffer()
  const second = (await upload(id, other)).json.photo_url
  assert.notEqual(second, first)
  assert.equal((await download(first)).status, 404)
  assert.equal((await download(second)).status, 200)
})

test('the same picture again changes nothing, and each change is told', async () => {
  const id = await newContact()
  const { cursor } = await allEvents(acme)
  const made = (await upload(id, await picture().png().toBuffer())).json
  assert.deepEqual((await upload(id, await picture().png().toBuffer())).json, made)
  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(events.map(({ type, data }) => [type, data.contact]), [['contact.updated', made]])
})

test('it is turned as the camera was held, and nothing of the file but the picture is kept', async () => {
  // Red above, blue below; the camera was turned to the right.
  const halves = await picture(40, 20).extend({ bottom: 20, background: 'blue' }).png().toBuffer()
  const turned = await sharp(halves).withExif({ IFD0: { Copyright: 'SECRET WORDS' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer()
  const polyglot = Buffer.concat([turned, Buffer.from('PK\x03\x04 <script>SECRET WORDS</script>')])
  const id = await newContact()
  const { bytes } = await download((await upload(id, polyglot)).json.photo_url)
  const { exif, icc, xmp } = await sharp(bytes).metadata()
  assert.deepEqual([exif, icc, xmp, bytes.includes('SECRET')], [undefined, undefined, undefined, false])
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  assert.ok(at(350, 200)[0]! > 150 && at(350, 200)[2]! < 100, 'red on the right')
  assert.ok(at(50, 200)[2]! > 150 && at(50, 200)[0]! < 100, 'blue on the left')
})

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function emptyPng(width: number, height: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const jpeg = await sharp({ create: { width: 300, height: 300, channels: 3, background: red, noise: { type: 'gaussian', mean: 100, sigma: 50 } } }).jpeg().toBuffer()
const frame = await picture().gif().toBuffer()
const moving = await sharp([frame, await sharp(frame).negate().gif().toBuffer()], { join: { animated: true } }).gif().toBuffer()

const hostile: Record<string, [Buffer, number, RegExp]> = {
  'nothing at all': [Buffer.alloc(0), 415, /not a picture/],
  'text': [Buffer.from('hello'), 415, /not a picture/],
  'SVG with a script': [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415, /not a picture/],
  'SVG that reads a file': [Buffer.from('<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'), 415, /not a picture/],
  'PDF': [Buffer.from('%PDF-1.4'), 415, /not a picture/],
  'TIFF': [await picture().tiff().toBuffer(), 415, /not a picture/],
  'HEIC': [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 415, /JPEG/],
  'script that looks like a GIF': [Buffer.from('GIF89a/*....*/=1;alert(1)'), 400, /damaged/],
  'SVG behind the mark of a PNG': [Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]), 400, /damaged/],
  'JPEG that is cut off': [jpeg.subarray(0, jpeg.length / 2), 400, /damaged or cut off/],
  'PNG that is cut off': [emptyPng(800, 800), 400, /damaged or cut off/],
  'a picture of 900 million pixels': [emptyPng(30_000, 30_000), 413, /pixels/],
  'a picture of 900,000 by one': [emptyPng(900_000, 1), 413, /pixels/],
  'a GIF that moves': [moving, 400, /moves/],
  'a WebP that moves': [await sharp(moving, { animated: true }).webp().toBuffer(), 400, /moves/],
  'more than 10 MB': [Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]), 413, /10 MB/],
}

for (const [what, [bytes, status, reason]] of Object.entries(hostile)) {
  test(`${what} is refused with the reason, and leaves nothing behind`, async () => {
    const stranger = await organization(app)
    const { id } = await stranger.post('/contacts', { name: 'Eve' })
    const answer = await upload(id, bytes, { filename: 'photo.jpg' }, stranger.key)
    assert.equal(answer.status, status, answer.text)
    assert.match(answer.json.detail, reason)
    assert.equal((await stranger.get(`/contacts/${id}`)).photo_url, null)
    assert.deepEqual(await filesOf(stranger.organization_id), [])
  })
}

test('a form without the file, another form and another body are refused', async () => {
  const id = await newContact()
  assert.equal((await upload(id, jpeg, { name: 'picture' })).status, 400)
  assert.equal((await app.call({ method: 'POST', url: `/api/v1/contacts/${id}/photo`, key: acme.key, ...formOf([]) })).status, 400)
  assert.equal((await app.call({ method: 'POST', url: `/api/v1/contacts/${id}/photo`, key: acme.key, body: {} })).status, 400)
  const cut = formOf([{ name: 'file', filename: 'a', value: jpeg }])
  const answer = await app.call({ method: 'POST', url: `/api/v1/contacts/${id}/photo`, key: acme.key, ...cut, body: cut.body.subarray(0, 500) })
  assert.equal(answer.status, 400)
})

test('who may only read looks, a stranger finds nothing, and what is not there is a 404', async () => {
  const id = await newContact()
  await acme.get(`/contacts/${id}/photo`, 404)
  await acme.remove(`/contacts/${id}/photo`, 404)
  const { photo_url } = (await upload(id, jpeg)).json
  const reader = await callerWithScope(app, acme, 'read')
  assert.equal((await download(photo_url, reader.key)).status, 200)
  assert.equal((await upload(id, jpeg, {}, reader.key)).status, 403)
  await reader.remove(`/contacts/${id}/photo`, 403)
  const stranger = await organization(app)
  assert.equal((await download(photo_url, stranger.key)).status, 404)
  assert.equal((await upload(id, jpeg, {}, stranger.key)).status, 404)
  await stranger.remove(photo_url.replace('/api/v1', '').split('?')[0], 404)
  assert.equal((await upload('00000000-0000-0000-0000-000000000000', jpeg)).status, 404)
})

test('many at once are all drawn, or told to come again', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, newContact))
  const answers = await Promise.all(ids.map((id) => upload(id, jpeg)))
  const drawn = answers.filter(({ status }) => status === 201)
  assert.ok(drawn.length >= 2)
  for (const { status, headers } of answers.filter(({ status }) => status !== 201)) {
    assert.deepEqual([status, headers['retry-after']], [503, '1'])
  }
  // And those who come again are served.
  assert.equal((await upload(ids[29]!, await picture().png().toBuffer())).status, 201)
})

test('files go with what showed them: replaced, removed, or removed with their contact', async () => {
  const own = await organization(app)
  const contacts = await Promise.all(['a', 'b', 'c', 'd'].map((name) => own.post('/contacts', { name })))
  for (const { id } of contacts) await upload(id, jpeg, {}, own.key)
  assert.equal((await filesOf(own.organization_id)).length, 4)
  await upload(contacts[0].id, await picture().png().toBuffer(), {}, own.key)
  await own.remove(`/contacts/${contacts[1].id}/photo`)
  assert.equal((await own.get(`/contacts/${contacts[1].id}`)).photo_url, null)
  await app.database.query('delete from contact where id = $1', [contacts[2].id])
  await runJobsNow(app, 'contacts.remove_photo')
  assert.equal((await filesOf(own.organization_id)).length, 2)
  for (const { id } of [contacts[0], contacts[3]]) assert.equal((await download(`/api/v1/contacts/${id}/photo`, own.key)).status, 200)

})
