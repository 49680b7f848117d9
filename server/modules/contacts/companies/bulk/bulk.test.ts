import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, finished, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

test('companies that are deleted together come back together with their people, but for those whose name is taken', async () => {
  const acme = await organization(app)
  const ids: string[] = []
  for (const name of ['A', 'B', 'C', 'D']) ids.push((await acme.post('/companies', { name, domain: `${name}.example` })).id)
  const { id: ada } = await acme.post('/contacts', { name: 'Ada', company: { id: ids[0] } })
  const before = await allItems(acme, '/companies')
  const note = await acme.post('/notes', { text: 'They build engines.', company_ids: [ids[0]] })
  const selection = { q: '.example', except: [ids[3]] }
  assert.equal((await acme.post('/companies/bulk/preview', { action: 'delete', selection }, 200)).total, 3)
  const { cursor } = await allEvents(acme)
  const bulk = await acme.post('/companies/bulk', { action: 'delete', selection })
  assert.deepEqual([bulk.total, bulk.changed, bulk.status], [3, 3, 'succeeded'])
  assert.deepEqual((await allItems(acme, '/companies')).map(({ name }) => name), ['D'])
  assert.equal((await acme.get(`/contacts/${ada}`)).company, null)
  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(events.map(({ type }) => type), [...Array.from({ length: 3 }, () => 'company.deleted'), 'company_bulk_change.created'])

  await acme.post('/companies', { name: 'b' })
  const { undo } = await acme.post(`/companies/bulk/${bulk.id}/undo`, {}, 200)
  assert.deepEqual([undo.restored, undo.kept], [2, 1])
  const after = await allItems(acme, '/companies')
  assert.deepEqual(after.map(({ name }) => name), ['A', 'b', 'C', 'D'])
  assert.deepEqual(after[0], { ...before[0], updated_at: after[0]!.updated_at })
  assert.equal((await acme.get(`/contacts/${ada}`)).company.name, 'A')
  assert.deepEqual((await allItems(acme, `/companies/${ids[0]}/timeline`)).map(({ id }) => id), [note.id])
  await acme.post(`/companies/bulk/${bulk.id}/undo`, {}, 409)
})

test('domains are changed together and taken back, but for a company that somebody has changed since', async () => {
  const acme = await organization(app)
  const companies = []
  for (const name of ['A', 'B', 'C']) companies.push(await acme.post('/companies', { name, domain: name === 'C' ? null : `${name}.example` }))
  const company_ids = companies.map(({ id }) => id)
  const bulk = await acme.post('/companies/bulk', { action: 'change', company_ids, change: { domain: null } })
  assert.deepEqual([bulk.total, bulk.changed], [3, 2])
  await acme.patch(`/companies/${company_ids[1]}`, { domain: 'new.example' })
  const { undo } = await acme.post(`/companies/bulk/${bulk.id}/undo`, {}, 200)
  assert.deepEqual([undo.restored, undo.kept], [1, 1])
  assert.deepEqual((await allItems(acme, '/companies')).map(({ domain }) => domain), ['a.example', 'new.example', null])
  await acme.post('/companies/bulk', { action: 'change', company_ids, change: { domain: 'no domain' } }, 400)
  await acme.post('/companies/bulk', { action: 'change', company_ids, change: {} }, 400)
  await acme.post('/companies/bulk', { action: 'delete' }, 400)
  await acme.post('/companies/bulk', { action: 'delete', company_ids: ['00000000-0000-7000-8000-000000000000'] }, 404)
})

test('many are deleted by an operation, and so brought back, and deleted again where that is taken back', async () => {
  const acme = await organization(app)
  await app.database.query(`insert into company (org_id, name) select $1, 'Company ' || n from generate_series(1, 600) as n`, [acme.organization_id])
  const total = async () => (await acme.get('/companies?limit=1&count=exact')).total
  const bulk = await acme.post('/companies/bulk', { action: 'delete', selection: {} })
  assert.equal((await finished(acme, bulk.operation_id)).status, 'succeeded')
  assert.equal(await total(), 0)
  const { undo } = await acme.post(`/companies/bulk/${bulk.id}/undo`, {}, 200)
  assert.equal((await finished(acme, undo.operation_id)).status, 'succeeded')
  assert.equal(await total(), 600)

  const { data } = await acme.get('/companies?limit=3')
  const company_ids = data.map(({ id }: { id: string }) => id)
  await acme.post('/companies/bulk', { action: 'delete', company_ids })
  const back = await acme.post('/companies/bulk', { action: 'restore', company_ids })
  assert.equal(back.changed, 3)
  await acme.post(`/companies/bulk/${back.id}/undo`, {}, 200)
  assert.equal(await total(), 597)
})
