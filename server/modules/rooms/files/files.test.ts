import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { createStorage } from '#platform/storage'
import { testApp } from '#test/app'
import { callerWithRole, organization, unique, type Person } from '#test/factories'
import { form, formOf } from '#test/forms'
import { file } from '#test/scope'
import { roomJobs } from '../jobs.ts'

const app = await testApp(file, { env: { MESSAGE_FILE_LIMIT_MB: '1' } })
const acme = await organization(app)
const [ann, ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const newRoom = () => ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ben.user_id] })
const room = await newRoom()

const upload = async (by: Person, content: Buffer | string, filename: string, roomId = room.id) => {
  const { body, headers } = form({ file: content, filename })
  return app.call({ method: 'POST', url: `/api/v1/rooms/${roomId}/files`, body, headers: { ...headers, ...by.headers } })
}
const download = (by: Person, url: string) => app.call({ url, headers: by.headers })
const stored = () => readdir(join(app.data_folder, 'files', 'room-files', acme.organization_id)).catch(() => [] as string[])

test('a file is sent with a message, and is had by those who see it, and by nobody else', async () => {
  const { status, json: uploaded } = await upload(ann, 'Plan', '../a plän.txt')
  assert.deepEqual([status, uploaded.name, uploaded.size, uploaded.width, uploaded.thumbnail_url], [201, 'a plän.txt', 4, null, null])
  assert.equal((await download(ann, uploaded.url)).text, 'Plan')
  assert.equal((await download(ben, uploaded.url)).status, 404, 'it is not sent yet')

  const message = await ann.post(`/rooms/${room.id}/messages`, { text: '', file_ids: [uploaded.id] })
  assert.deepEqual(message.files, [uploaded])
  assert.deepEqual((await ben.get(`/rooms/${room.id}/messages`)).data.at(-1), message)
  const { text, headers } = await download(ben, uploaded.url)
  assert.deepEqual([text, headers['content-type']], ['Plan', 'application/octet-stream'])
  assert.match(headers['content-disposition']!, /^attachment; filename="a pl_n.txt"; filename\*=UTF-8''a%20pl%C3%A4n.txt$/)
  assert.equal((await download(cat, uploaded.url)).status, 404)
  await ann.post(`/rooms/${room.id}/messages`, { text: 'again', file_ids: [uploaded.id] }, 404)
  await ann.remove(`/messages/${message.id}`)
  assert.equal((await download(ben, uploaded.url)).status, 404)
  assert.deepEqual((await ann.post(`/messages/${message.id}/restore`, {}, 200)).files, [uploaded])
})

test('a picture has a thumbnail and can be shown; what only claims to be one is saved', async () => {
  const png = await sharp({ create: { width: 1_440, height: 300, channels: 3, background: 'red' } }).png().toBuffer()
  const { json: picture } = await upload(ann, png, 'red.png')
  assert.deepEqual([picture.type, picture.width, picture.height], ['image/png', 1_440, 300])
  const { headers } = await download(ann, picture.thumbnail_url)
  assert.equal(headers['content-type'], 'image/webp')
  const shown = await download(ann, `${picture.url}?inline=true`)
  assert.match(shown.headers['content-disposition']!, /^inline/)
  const thumbnails = await Promise.all((await stored()).filter((name) => name.startsWith(picture.id) && name.endsWith('.webp')).map((name) =>
    sharp(join(app.data_folder, 'files', 'room-files', acme.organization_id, name)).metadata()))
  assert.deepEqual(thumbnails.map(({ width, height }) => [width, height]), [[720, 150]])

  const { json: broken } = await upload(ann, png.subarray(0, 200), 'broken.png')
  assert.deepEqual([broken.width, broken.thumbnail_url], [null, null])
  assert.equal((await download(ann, `/api/v1/files/${broken.id}/thumbnail`)).status, 404)
})

test('whatever a file is called or holds, it is saved under an honest name, runs nowhere, and takes no more than it is', async () => {
  for (const [filename, name] of [
    ['..', 'file'], ['C:\\dir\\a.txt', 'a.txt'], ['/etc/passwd', 'passwd'], ['photo\u202egpj.exe', 'photogpj.exe'], ['a\u0007b\u0000.txt', 'ab.txt'], ['"; filename=x.html', '"; filename=x.html'],
    ['', 'file'], [' \u2066 ', 'file'], [`${'x'.repeat(254)}💥.txt`, 'x'.repeat(254)], ['שלום.txt', 'שלום.txt'], ['con.txt.', 'con.txt.'], ['zalgo\u0300\u0301\u0302', 'zalgo\u0300\u0301\u0302'],
  ] as const) {
    const { status, json } = await upload(ann, 'x', filename)
    // Its sender’s quotation marks are escaped by no browser, and end the name.
    if (!filename.startsWith('"')) assert.deepEqual([status, json?.name], [201, name], filename)
    assert.ok(status < 500)
    if (status === 201) assert.doesNotMatch((await download(ann, json.url)).headers['content-disposition']!, /[\r\n\u0080-\uffff]/)
  }
  const header = (width: number, height: number) => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data])
      const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
      length.writeUInt32BE(data.length)
      crc.writeUInt32BE(crc32(body))
      return Buffer.concat([length, body, crc])
    }
    const shape = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
    shape.writeUInt32BE(width, 0)
    shape.writeUInt32BE(height, 4)
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', shape), chunk('IDAT', deflateSync(Buffer.alloc(100_000))), chunk('IEND', Buffer.alloc(0))])
  }
  for (const [content, filename, type] of [
    [header(50_000, 50_000), 'bomb.png', 'image/png'], [header(7_000, 7_000), 'cut.png', 'image/png'], ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.svg', undefined],
    ['<script>alert(1)</script>', 'a.html', undefined], ['GIF89a/*<script>alert(1)</script>*/', 'a.html', 'image/gif'], ['%PDF-1.7<script>', 'a.pdf', 'application/pdf'],
  ] as const) {
    const begun = process.cpuUsage()
    const { json } = await upload(ann, content, filename)
    assert.ok(process.cpuUsage(begun).user < 5_000_000, filename)
    assert.deepEqual([json.width, type === undefined || json.type === type], [null, true], filename)
    const { headers } = await download(ann, `${json.url}?inline=true`)
    const isPicture = type?.startsWith('image/') ?? false
    assert.deepEqual([headers['content-type'], headers['x-content-type-options']], [isPicture ? type : 'application/octet-stream', 'nosniff'], filename)
    assert.match(headers['content-disposition']!, isPicture ? /^inline/ : /^attachment/)
    assert.match(headers['content-security-policy']!, /sandbox; default-src 'none'/)
  }
})

test('a form that ends in the middle is refused, and leaves nothing that could be sent', async () => {
  const { body, headers } = form({ file: 'x'.repeat(50_000), filename: 'cut.txt' })
  for (const length of [60, 200, 30_000, body.length - 10]) {
    const { status, json } = await app.call({ method: 'POST', url: `/api/v1/rooms/${room.id}/files`, body: body.subarray(0, length), headers: { ...headers, ...ann.headers } })
    assert.deepEqual([status, json.code], [400, 'invalid'], String(length))
  }
  assert.deepEqual(await app.database.query("select from message_file where name = 'cut.txt'"), [])
  assert.deepEqual(app.logged, [])
})

test('a form with something else in it is refused in words', async () => {
  const { body, headers } = formOf([{ name: 'caption', value: 'The sea' }, { name: 'file', value: 'x', filename: 'sea.txt' }])
  const { status, json } = await app.call({ method: 'POST', url: `/api/v1/rooms/${room.id}/files`, body, headers: { ...headers, ...ann.headers } })
  assert.deepEqual([status, json.code, json.detail.includes('nothing else')], [400, 'invalid', true])
})

test('what is too large, for a room that one is not in, or another room’s, is refused, and leaves nothing behind', async () => {
  const before = (await stored()).length
  assert.equal((await upload(ann, Buffer.alloc(1024 * 1024 + 1), 'large.bin')).status, 413)
  assert.equal((await upload(cat, 'x', 'x.txt')).status, 404)
  assert.equal((await stored()).length, before)
  const { json: hers } = await upload(ann, 'x', 'x.txt')
  await ben.post(`/rooms/${room.id}/messages`, { text: 'x', file_ids: [hers.id] }, 404)
  await ann.post(`/rooms/${(await newRoom()).id}/messages`, { text: 'x', file_ids: [hers.id] }, 404)
  await ann.post(`/rooms/${room.id}/messages`, { text: ' ' }, 400)
})

test('what is never sent is removed, and what was sent stays', async () => {
  const [{ json: sent }, { json: left }] = [await upload(ann, 'sent', 'a.txt'), await upload(ann, 'left', 'b.txt')]
  await ann.post(`/rooms/${room.id}/messages`, { text: 'x', file_ids: [sent.id] })
  const remove = roomJobs(app.database, createStorage({ data_folder: app.data_folder }))['rooms.remove_files']!
  await remove({ org_id: acme.organization_id, files: [sent.id, left.id] } as never, { signal: AbortSignal.timeout(60_000), attempt: 1 })
  const names = await stored()
  assert.deepEqual([names.includes(sent.id), names.includes(left.id)], [true, false])
  assert.equal((await download(ann, left.url)).status, 404)
})
