import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { createHttp } from '#platform/http'
import { createAdmission } from '#platform/admission'
import { createLimits } from '#platform/limits'
import { createLog } from '#platform/log'
import { createWebClient } from '#platform/web-client'

const folder = await mkdtemp(`${tmpdir()}/rapport-client-`)
test.after(() => rm(folder, { recursive: true }))
await mkdir(`${folder}/assets`)
await writeFile(`${folder}/index.html`, '<!doctype html><title>Rapport</title>')
await writeFile(`${folder}/assets/a-1.js`, 'let a')
await writeFile(`${folder}/assets/a-1.js.br`, brotliCompressSync('let a'))

const admission = createAdmission({ authenticate: async () => undefined, session_cookie: 'session', organization_cookie: 'organization', limits: createLimits() })
const http = createHttp({ log: createLog('silent'), public_url: 'http://localhost', version: '0', admission, fallback: createWebClient(pathToFileURL(`${folder}/`)) })
const get = (url: string, headers = {}) => http.inject({ url, headers })

test('every address of the client is its page, which may load nothing but files of this server', async () => {
  for (const url of ['/', '/people', '/people/1?x=y', '/setup?token=t']) {
    const { statusCode, headers, body } = await get(url, { accept: 'text/html,*/*' })
    assert.deepEqual([statusCode, body], [200, '<!doctype html><title>Rapport</title>'], url)
    assert.match(String(headers['content-security-policy']), /^default-src 'none';script-src 'self';style-src 'self';/)
    assert.equal(headers['cache-control'], 'no-cache')
  }
})

test('its files are kept for ever, and packed for who can unpack them', async () => {
  const plain = await get('/assets/a-1.js')
  assert.deepEqual([plain.statusCode, plain.body], [200, 'let a'])
  assert.deepEqual([plain.headers['cache-control'], plain.headers['content-type']], ['public, max-age=31536000, immutable', 'text/javascript; charset=utf-8'])
  const packed = await get('/assets/a-1.js', { 'accept-encoding': 'gzip, br' })
  assert.equal(packed.headers['content-encoding'], 'br')
})

test('a client that is built anew under the running server is the one that is answered with', async () => {
  assert.equal((await get('/assets/b-2.js', { accept: '*/*' })).statusCode, 404)
  await writeFile(`${folder}/assets/b-2.js`, 'let b')
  const added = await get('/assets/b-2.js', { 'accept-encoding': 'br' })
  assert.deepEqual([added.statusCode, added.body, added.headers['content-encoding']], [200, 'let b', undefined])
  await rm(`${folder}/assets/b-2.js`)
  assert.equal((await get('/assets/b-2.js', { accept: '*/*' })).statusCode, 404)
})

test('nothing else can be had by it, and the API answers for itself', async () => {
  const accept = 'text/html'
  for (const url of ['/api/v1/nothing', '/assets/../index.html', '/assets/a-1.js.br', '/index.html', '/assets//a-1.js', '/..%2f..%2fpackage.json', '/package.json']) {
    const { statusCode, headers } = await get(url, { accept })
    assert.equal(statusCode, 404, url)
    assert.match(String(headers['content-type']), /problem\+json/)
  }
  assert.equal((await get('/people', { accept: 'application/json' })).statusCode, 404)
  assert.equal((await http.inject({ method: 'POST', url: '/people', headers: { accept } })).statusCode, 404)
})
