import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { publish, type NewEvent } from '#platform/events'
import { purgeAuditEntries, purgeEvents } from '#platform/housekeeping'
import { testApp } from '#test/app'
import { allItems, callerWithRole, csv, organization, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

test('an entry says who did what to what, from where, and what was said', async () => {
  const us = await organization(app)
  const headers = { 'user-agent': 'tests/1' }
  const { json: contact } = await app.call({ url: '/api/v1/contacts', key: us.key, body: { name: 'Ada' }, headers })
  const { id, created_at, ...entry } = (await us.get('/audit?limit=1')).data[0]
  assert.ok(Number.isInteger(id) && Math.abs(Date.parse(created_at) - Date.now()) < 60_000)
  assert.deepEqual(entry, {
    type: 'contact.created',
    subject: `contact:${contact.id}`,
    actor: { kind: 'api_key', id: us.actor.id, name: 'First key' },
    address: '127.0.0.1',
    user_agent: 'tests/1',
    data: { contact },
  })
})

test('the list is newest first, in pages, and each filter lets through what it says', async () => {
  const us = await organization(app)
  const start = await us.get('/audit?limit=1').then(({ data }) => data[0])
  for (const n of [1, 2, 3]) await tell(us, { type: 'thing.made', subject: `thing:${n}` })
  await tell(us, { type: 'thing_kind.made', subject: 'thing:1' })
  await tell({ ...us, actor: { ...us.actor, kind: 'user', id: us.user_id, origin: { address: '192.0.2.7', user_agent: undefined } } }, {
    type: 'thing.changed', subject: 'thing:1',
  })
  const all = await allItems(us, '/audit', 2)
  assert.deepEqual(all.map(({ type, subject }) => `${type} ${subject}`).slice(0, 5), [
    'thing.changed thing:1', 'thing_kind.made thing:1', 'thing.made thing:3', 'thing.made thing:2', 'thing.made thing:1',
  ])
  const ids = (items: { id: number }[]) => items.map(({ id }) => id)
  const [changed, kind, three, two, one] = ids(all)
  const cases: [string, (number | undefined)[]][] = [
    ['type=thing.made', [three, two, one]],
    ['type=thing.*', [changed, three, two, one]],
    ['type=nothing.*', []],
    ['subject=thing:1', [changed, kind, one]],
    [`actor_id=${us.user_id}&type=thing.*`, [changed]],
    ['address=192.0.2.7', [changed]],
    ['type=thing.*&subject=thing:1', [changed, one]],
    [`to=${encodeURIComponent(start.created_at)}`, ids(all.slice(5))],
    [`from=${encodeURIComponent(all[1].created_at)}`, [changed, kind]],
  ]
  for (const [query, expected] of cases) {
    assert.deepEqual(ids(await allItems(us, `/audit?${query}`, 1)), expected, query)
  }
  const [owner] = (await us.get(`/audit?address=192.0.2.7`)).data
  assert.deepEqual(owner.actor, { kind: 'user', id: us.user_id, name: 'Olive Owner' })
  for (const query of ['type=Thing', 'type=*', 'type=thing.%25', 'from=yesterday', 'cursor=garbage', 'nonsense=1']) {
    await us.get(`/audit?${query}`, 400)
  }
})

test('what was said in a room, or to one person, is not for the admins to read, and what is for them is', async () => {
  const us = await organization(app)
  for (const audience of ['room:1', 'user:1', 'admins'] as const) {
    await tell(us, { type: 'thing.said', subject: 'thing:1', audience, data: { word: audience } })
  }
  const { data } = await us.get('/audit?type=thing.said')
  assert.deepEqual(data.map((entry: { data: object }) => entry.data), [{ word: 'admins' }, null, null])
})

test('only admins read the audit log', async () => {
  const us = await organization(app)
  for (const role of ['member', 'guest'] as const) {
    const caller = await callerWithRole(app, us, role)
    await caller.get('/audit', 403)
    await caller.get('/audit/export', 403)
  }
})

test('an entry outlives the data of its event, until its own retention is over', async () => {
  const us = await organization(app)
  await tell(us, { type: 'thing.made', subject: 'thing:old' })
  for (const [log, days] of [['event', 91], ['audit_entry', 364]] as const) {
    await app.database.query(`update ${log} set created_at = now() - interval '${days} days' where subject = 'thing:old'`)
  }
  await purgeEvents(app.database.pools.system, 90)
  await purgeAuditEntries(app.database.pools.system, 365)
  const { data: [entry] } = await us.get('/audit?subject=thing:old')
  assert.deepEqual([entry.type, entry.data], ['thing.made', null])
  await purgeAuditEntries(app.database.pools.system, 363)
  assert.deepEqual((await us.get('/audit?subject=thing:old')).data, [])
  assert.ok((await us.get('/audit')).data.length > 0)
})

test('the export has every entry, as CSV in which nothing is a formula, or as JSON lines', async () => {
  const us = await organization(app)
  await app.database.query(
    `insert into audit_entry select $1, n, now() - make_interval(secs => n), 'thing.made', 'thing:' || n, 'system', 'tests', null, null
     from generate_series(1, 2500) n`,
    [us.organization_id],
  )
  const formula = '=HYPERLINK("https://evil.example","click")'
  await app.call({ url: '/api/v1/contacts', key: us.key, body: { name: '+1' }, headers: { 'user-agent': formula } })

  const asCsv = await app.call({ url: '/api/v1/audit/export?type=thing.*', key: us.key })
  assert.equal(asCsv.headers['content-type'], 'text/csv; charset=utf-8')
  const rows: Record<string, string>[] = parse(asCsv.text, { columns: true })
  assert.deepEqual(rows.map(({ subject }) => subject), Array.from({ length: 2_500 }, (_, n) => `thing:${n + 1}`))

  const exported = await app.call({ url: `/api/v1/audit/export?type=contact.created`, key: us.key })
  const [row] = parse(exported.text, { columns: true }) as Record<string, string>[]
  assert.equal(row!.user_agent, `'${formula}`)
  assert.equal(JSON.parse(row!.data!).contact.name, '+1')

  const lines = await app.call({ url: '/api/v1/audit/export?format=jsonl&type=contact.created', key: us.key })
  const listed = (await us.get('/audit?type=contact.created')).data
  assert.deepEqual(lines.text.trimEnd().split('\n').map((line) => JSON.parse(line)), listed)
  const [taken] = (await us.get('/audit?type=audit.exported')).data
  assert.deepEqual(taken.data, { format: 'jsonl', filter: { type: 'contact.created' } })
  assert.deepEqual((await us.get('/events?limit=100')).data.filter(({ type }: { type: string }) => type === 'audit.exported'), [])
})

test('an import of thousands writes an entry a batch, and of itself its beginning and its end, with whose it is', async () => {
  const us = await organization(app)
  const people = Array.from({ length: 5_000 }, (_, n) => [`Person ${n}`, `person-${n}@audit.example`])
  const { id } = await us.import(csv(['name', 'email'], ...people))
  assert.ok((await allItems(us, '/audit')).length < 50)
  const own = await allItems(us, `/audit?type=operation.*&subject=operation:${id}`)
  assert.deepEqual(own.map(({ type, actor }) => [type, actor]), [
    ['operation.updated', { kind: 'system', id, name: 'First key' }],
    ['operation.created', { kind: 'api_key', id: us.actor.id, name: 'First key' }],
  ])
})

function tell({ actor }: Pick<Organization, 'actor'>, event: Omit<NewEvent, 'data'> & { data?: NewEvent['data'] }) {
  return app.database.transact(actor, (tx) => publish(tx, actor, { data: {}, ...event }))
}
