import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from './app.ts'
import { openTestDatabase, testDatabase } from './database.ts'
import { allEvents, allItems, csv, mail, mbox, organization } from './factories.ts'
import { pgbouncer, startPgBouncer } from './pgbouncer.ts'

const skip = pgbouncer === undefined && 'PgBouncer is not installed'

test('behind a PgBouncer in transaction mode everything works', { skip }, async (t) => {
  const { address } = await testDatabase(t)
  const through = await startPgBouncer(t, { address, connections: 3 })
  const app = await testApp(t, { worker: true, database: openTestDatabase(t, { ...through, prepared: false }) })
  const [acme, other] = [await organization(app), await organization(app)]
  const { id } = await acme.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.example' }], tags: ['vip'] })
  await other.post('/contacts', { name: 'Other' })
  await acme.patch(`/contacts/${id}`, { title: 'Countess' })
  const people = await acme.import(
    csv(['Name', 'Email'], ...Array.from({ length: 4_500 }, (_, n) => [`P ${n}`, `p${n}@x.example`])),
  )
  assert.deepEqual([people.status, people.result.created], ['succeeded', 4_500])
  const mails = await acme.import(mbox(...Array.from({ length: 250 }, (_, n) => mail({ from: `p${n}@x.example` }))), {
    filename: 'a.mbox',
  })
  assert.deepEqual([mails.status, mails.result.created], ['succeeded', 250])

  // More callers than connections, each connection now one organization's and now the other's.
  const counts = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      if (n % 2 === 0) return (await other.get('/contacts?limit=100')).data.length
      return (await acme.get(`/contacts?limit=100&sort=${n % 3 ? 'name' : '-updated_at'}`)).data.length
    }),
  )
  assert.deepEqual(new Set(counts.filter((_, n) => n % 2 === 0)), new Set([1]))
  assert.deepEqual(new Set(counts.filter((_, n) => n % 2 === 1)), new Set([100]))
  // Ada, the rows, and whom the mails were written to.
  assert.equal((await allItems(acme, '/contacts')).length, 1 + 4_500 + 1)
  assert.ok((await allEvents(acme)).events.some(({ type }) => type === 'interactions.imported'))
  assert.equal((await app.call({ url: '/readyz' })).status, 200)
  assert.deepEqual(app.logged, [])
})

test(
  'named statements would fail there, so that what the other test proves is that there are none',
  { skip },
  async (t) => {
    const { address } = await testDatabase(t)
    const through = await startPgBouncer(t, { address, connections: 3 })
    const app = await testApp(t, { database: openTestDatabase(t, { ...through, prepared: true }) })
    const acme = await organization(app)
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await app.call({ url: '/api/v1/contacts', key: acme.key })).status),
    )
    assert.ok(statuses.some((status) => status >= 500))
  },
)

test('the organization of a transaction is not the next one’s on the same server connection', { skip }, async (t) => {
  const { address } = await testDatabase(t)
  const through = await startPgBouncer(t, { address, connections: 1 })
  const { pools, transact } = openTestDatabase(t, { ...through, prepared: false })
  const org = '01a00000-0000-7000-8000-000000000001'
  const pid = async () => (await pools.app.query('select pg_backend_pid() as pid')).rows[0].pid
  const first = await pid()
  await transact({ org_id: org }, (tx) => sql`select 1`.execute(tx))
  const { rows } = await pools.app.query("select current_setting('rapport.org_id', true) as org")
  assert.ok(!rows[0].org)
  assert.equal(await pid(), first)
})
