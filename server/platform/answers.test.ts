// What is done to an answer on its way: kept and revalidated, compressed.

import assert from 'node:assert/strict'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
for (let n = 0; n < 50; n++) {
  const emails = [{ address: `person${n}@company${n % 7}.example.org` }]
  await acme.post('/contacts', { name: `Person ${n}`, emails, tags: ['lead'] })
}

const list = '/api/v1/contacts'
const get = (headers: Record<string, string> = {}, url = list) => app.call({ url, key: acme.key, headers })

test('a GET may be kept, and is a 304 as long as it is what was kept', async () => {
  const first = await get()
  const etag = first.headers.etag!
  assert.match(etag, /^W\/"[\w-]{27}"$/)
  assert.equal(first.headers['cache-control'], 'private, no-cache')

  const again = await get({ 'if-none-match': etag })
  assert.deepEqual([again.status, again.text, again.headers.etag], [304, '', etag])
  assert.equal(again.headers['cache-control'], 'private, no-cache')
  const same = { [`"other", ${etag}`]: 304, [etag.slice(2)]: 304, '*': 304 }
  const statuses = { ...same, '"other"': 200, '': 200, [etag.slice(0, -3)]: 200 }
  for (const [shown, status] of Object.entries(statuses)) {
    assert.equal((await get({ 'if-none-match': shown })).status, status, shown)
  }

  await acme.patch(`/contacts/${first.json.data[0].id}`, { title: 'Changed' })
  const changed = await get({ 'if-none-match': etag })
  assert.equal(changed.status, 200)
  assert.notEqual(changed.headers.etag, etag)
})

test('a HEAD has the tag of the GET, compressed or not', async () => {
  const { headers } = await get()
  const head = await app.call({ method: 'HEAD', url: list, key: acme.key, headers: { 'accept-encoding': 'br' } })
  assert.equal(head.headers.etag, headers.etag)
  assert.equal((await inject({ 'accept-encoding': 'br' })).headers.etag, headers.etag)
  const shown = { 'if-none-match': headers.etag! }
  assert.equal((await app.call({ method: 'HEAD', url: list, key: acme.key, headers: shown })).status, 200)
})

test('writes, refusals, secrets and states of health are not kept', async () => {
  const key = await app.call({ url: '/api/v1/api-keys', key: acme.key, body: { name: 'K' } })
  const answers = [
    key,
    await app.call({ url: list, key: acme.key, body: { name: 'Ada' }, headers: { 'if-none-match': '*' } }),
    await app.call({ url: list }),
    await get({}, '/api/v1/nothing'),
    await get({}, '/healthz'),
    await get({}, '/readyz'),
  ]
  for (const { headers } of answers) assert.deepEqual([headers['cache-control'], headers.etag], ['no-store', undefined])
})

test('an answer above a kilobyte is compressed as the caller can read it, to less than 30 %', async () => {
  const plain = await get()
  assert.equal(plain.headers['content-encoding'], undefined)
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
  const wanted = { br: 'br', 'gzip, deflate': 'gzip', 'gzip, deflate, br, zstd': 'br', '*': 'gzip' } as const
  for (const [accepted, encoding] of Object.entries(wanted)) {
    const { rawPayload, headers } = await inject({ 'accept-encoding': accepted })
    assert.deepEqual([headers['content-encoding'], headers.vary], [encoding, 'accept-encoding'], accepted)
    assert.ok(rawPayload.length < 0.3 * plain.text.length, `${accepted}: ${rawPayload.length} of ${plain.text.length}`)
    assert.equal(unpack[encoding](rawPayload).toString(), plain.text)
  }
  for (const accepted of ['identity', 'zstd']) {
    assert.equal((await inject({ 'accept-encoding': accepted })).headers['content-encoding'], undefined)
  }
})

test('what is small or holds a secret is not compressed', async () => {
  const small = await app.call({ url: '/api/v1/me', key: acme.key, headers: { 'accept-encoding': 'br' } })
  assert.equal(small.headers['content-encoding'], undefined)
  const body = { name: 'K'.repeat(200) }
  const secret = await app.call({ url: '/api/v1/api-keys', key: acme.key, body, headers: { 'accept-encoding': 'br' } })
  assert.equal(secret.headers['content-encoding'], undefined)
})

function inject(headers: Record<string, string>) {
  return app.http.inject({ url: list, headers: { authorization: `Bearer ${acme.key}`, ...headers } })
}
