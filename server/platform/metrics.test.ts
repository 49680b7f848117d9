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
