import assert from 'node:assert/strict'
import { it } from 'node:test'
import { enqueue } from '#platform/jobs'
import { testApp } from '#test/app'
import { organization, until } from '#test/factories'

it('/metrics counts requests, cache look-ups, events, sockets and jobs, and names nobody', async (t) => {
  const app = await testApp(t)
  const caller = await organization(app)
  const read = async () => (await app.call({ url: '/metrics' })).text
  await app.database.transact(caller.actor, (tx) => enqueue(tx, 'tests.nothing', { org_id: caller.organization_id }))
  await caller.post('/contacts', { name: 'Ada Secretname' })
  await until(async () => (await read()).includes('rapport_events{type="contact.created"} 1'))
  const text = await read()
  const value = (series: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${series} `))
    return Number(line?.split(' ').at(-1))
  }
  assert.equal(value('rapport_cache_requests{cache="principals",outcome="miss"}'), 1)
  assert.equal(value('rapport_cache_requests{cache="principals",outcome="hit"}'), 1)
  assert.equal(value('rapport_live_sockets'), 0)
  assert.equal(value('rapport_jobs{state="waiting"}'), 1)
  assert.equal(value('rapport_jobs{state="failed"}'), 0)
  assert.ok(value('rapport_http_request_seconds_count{method="POST",route="/api/v1/contacts",status="201"}') === 1)
  assert.ok(value('rapport_query_seconds_count') > 0)
  assert.ok(value('rapport_pool_acquire_seconds_count') > 0)
  assert.ok(value('rapport_database_size_bytes') > 1_000_000)
  assert.equal(value('rapport_database_lock_waits'), 0)
  assert.ok(value('rapport_disk_bytes{state="free"}') > 0)
  for (const secret of ['Secretname', caller.organization_id, caller.key]) assert.ok(!text.includes(secret))
})

it('/metrics answers without the database too', async (t) => {
  const app = await testApp(t)
  await app.database.pools.worker.end()
  const { status, text } = await app.call({ url: '/metrics' })
  assert.equal(status, 200)
  assert.match(text, /rapport_pool_connections/)
  assert.doesNotMatch(text, /^rapport_jobs\{/m)
  // The scope closes it once more.
  app.database.pools.worker.end = async () => {}
})

it('/metrics tells how long jobs waited and ran, and of locks that are waited for', async (t) => {
  const app = await testApp(t, { worker: true })
  const caller = await organization(app)
  const read = async () => (await app.call({ url: '/metrics' })).text
  await caller.import('name\nAda\n', { filename: 'people.csv' })
  await until(async () => /^rapport_job_seconds_count\{task="operations.run",outcome="success"\} 1$/m.test(await read()))
  assert.match(await read(), /^rapport_job_wait_seconds_count\{task="operations.run"\} 1$/m)

  const [holder, waiter] = [await app.database.pools.worker.connect(), await app.database.pools.worker.connect()]
  await holder.query('select pg_advisory_lock(1, 2)')
  const waiting = waiter.query('select pg_advisory_lock(1, 2)')
  await until(async () => /^rapport_database_lock_waits 1$/m.test(await read()))
  holder.release(true)
  await waiting
  waiter.release(true)
})
