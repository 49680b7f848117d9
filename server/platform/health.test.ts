import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { diskCheck } from '#platform/health'
import { openTestDatabase, testDatabase } from '#test/database'
import { organization } from '#test/factories'
import { startProxy } from '#test/proxy'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true, env: { METRICS_TOKEN: '' } })

test('/healthz says that the process lives, to anybody', async () => {
  const { status, json } = await app.call({ url: '/healthz' })
  assert.deepEqual([status, json], [200, { status: 'ok' }])
})

test('/readyz says that database, schema and queue are there', async () => {
  const { status, json } = await app.call({ url: '/readyz' })
  assert.deepEqual([status, json], [200, { status: 'ok', checks: { database: 'ok', migrations: 'ok', disk: 'ok', queue: 'ok' } }])
})

test('/readyz is a 503 that says what to do when a migration is missing or is from a newer version', async (t) => {
  const behind = await testApp(t)
  await behind.database.query("delete from migration where name = (select max(name) from migration)")
  const { status, json } = await behind.call({ url: '/readyz' })
  assert.equal(status, 503)
  assert.match(json.checks.migrations, /1 migrations? (is|are) missing: run `rapport migrate`/)
  await behind.database.query("insert into migration (name, hash) values ('9999_future.sql', '')")
  assert.match((await behind.call({ url: '/readyz' })).json.checks.migrations, /newer Rapport/)
})

test('/readyz says when the disk is nearly full', async () => {
  // A file system without a free byte.
  assert.match((await diskCheck('/proc').run())!, /^Only 0 MB are free on the disk of \/proc: make room/)
})

test('while the database is gone requests get a 503 and /readyz says so; when it is back all is well', async (t) => {
  const database = await testDatabase(t)
  const proxy = await startProxy(t, database.address)
  const behind = await testApp(t, { database: openTestDatabase(t, proxy.address) })
  const acme = await organization(behind)
  await proxy.cut()
  const answer = await behind.call({ url: '/api/v1/contacts', key: acme.key })
  assert.deepEqual([answer.status, answer.json.code], [503, 'database_unavailable'])
  const ready = await behind.call({ url: '/readyz' })
  assert.deepEqual([ready.status, ready.json.status], [503, 'unavailable'])
  assert.notEqual(ready.json.checks.database, 'ok')
  assert.equal((await behind.call({ url: '/healthz' })).status, 200)

  await proxy.mend()
  await acme.post('/contacts', { name: 'After' })
  assert.equal((await behind.call({ url: '/readyz' })).status, 200)
})

test('a database that answers nothing is given up after seconds', async (t) => {
  const database = await testDatabase(t)
  const proxy = await startProxy(t, database.address)
  const behind = await testApp(t, { database: openTestDatabase(t, proxy.address) })
  const acme = await organization(behind)
  await proxy.cut()
  await proxy.mend({ silent: true })
  // The first may meet a connection that was cut, the next opens one.
  for (const url of ['/api/v1/contacts', '/api/v1/contacts?sort=-name']) {
    const answer = await behind.call({ url, key: acme.key })
    assert.deepEqual([answer.status, answer.json.code], [503, 'database_unavailable'])
  }
  await proxy.cut()
})

test('/readyz is a 503 when the worker of this process does not run', async (t) => {
  const stopping = await testApp(t)
  const working = await testApp(t, { worker: true, database: stopping.database })
  assert.equal((await working.call({ url: '/readyz' })).status, 200)
  assert.equal('queue' in (await stopping.call({ url: '/readyz' })).json.checks, false)
})

test('/readyz tells who comes through a proxy what fails, and nothing of hosts and folders', async (t) => {
  const broken = await testApp(t, { env: { METRICS_TOKEN: 'let-me-in' } })
  await rm(broken.data_folder, { recursive: true })
  const ask = async (headers: Record<string, string>) => (await broken.call({ url: '/readyz', headers })).json
  const { status, checks } = await ask({ 'x-forwarded-for': '192.0.2.1' })
  assert.deepEqual([status, checks.disk, checks.database], ['degraded', 'failed', 'ok'])
  assert.match((await ask({ authorization: 'Bearer let-me-in', 'x-forwarded-for': '192.0.2.1' })).checks.disk, /ENOENT/)
  assert.match((await ask({})).checks.disk, /ENOENT/)
  const { status: measured } = await broken.call({ url: '/metrics', headers: { authorization: 'Bearer let-me-in' } })
  assert.equal(measured, 200)
})

test('/metrics counts requests by route, and names nobody', async () => {
  const acme = await organization(app)
  const { id } = await acme.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@metrics.example' }] })
  await acme.get(`/contacts/${id}`)
  const { status, text } = await app.call({ url: '/metrics' })
  assert.equal(status, 200)
  assert.match(text, /rapport_http_request_seconds_count\{[^}]*route="\/api\/v1\/contacts\/:id"[^}]*\} \d/)
  assert.match(text, /rapport_pool_connections\{pool="app",state="open"\} \d/)
  assert.ok(!text.includes(id) && !text.includes('metrics.example') && !text.includes(acme.organization_id))
})

test('/metrics answers this machine only, and nobody who came through a proxy', async () => {
  for (const headers of [{ 'x-forwarded-for': '127.0.0.1' }, { forwarded: 'for=127.0.0.1' }]) {
    assert.equal((await app.call({ url: '/metrics', headers: headers as never })).status, 401)
  }
  const { statusCode } = await app.http.inject({ url: '/metrics', remoteAddress: '192.0.2.1' })
  assert.equal(statusCode, 401)
})

test('with a token /metrics answers whoever has it', async (t) => {
  const guarded = await testApp(t, { env: { METRICS_TOKEN: 'let-me-in' } })
  const ask = async (headers: Record<string, string>) => (await guarded.call({ url: '/metrics', headers })).status
  assert.equal(await ask({}), 401)
  assert.equal(await ask({ authorization: 'Bearer let-me-out' }), 401)
  assert.equal(await ask({ authorization: 'Bearer let-me-in', 'x-forwarded-for': '192.0.2.1' }), 200)
})
