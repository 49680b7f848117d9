import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { purge } from '#platform/housekeeping'
import { allEvents, allItems, organization, unique, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)

test('companies are listed by name with the contacts they have, and found by part of a name or by domain', async () => {
  const acme = await organization(app)
  const engines = await acme.post('/companies', { name: 'Analytical Engines', domain: 'https://www.Engines.example/' })
  assert.equal(engines.domain, 'engines.example')
  const [ada] = [await acme.post('/contacts', { name: 'Ada', company: { id: engines.id } }), await acme.post('/contacts', { name: 'Ben', company: { name: 'ANALYTICAL engines' } })]
  await acme.post('/contacts', { name: 'Cy', company: { name: 'Zeta' } })
  const counts = async (query = '') => (await allItems(acme, `/companies${query}`, 1)).map(({ name, contact_count }) => [name, contact_count])
  assert.deepEqual(await counts(), [['Analytical Engines', 2], ['Zeta', 1]])
  await acme.remove(`/contacts/${ada.id}`)
  assert.deepEqual(await counts('?q=LYTIC'), [['Analytical Engines', 1]])
  assert.deepEqual(await counts('?q=%25'), [])
  assert.deepEqual(await counts('?domain=engines.example'), [['Analytical Engines', 1]])
  assert.equal((await acme.get(`/companies/${engines.id}`)).contact_count, 1)
})

test('a company takes no name that another one has, and is renamed at its contacts', async () => {
  const acme = await organization(app)
  const [a, b] = [await acme.post('/companies', { name: 'A' }), await acme.post('/companies', { name: 'B' })]
  const { id } = await acme.post('/contacts', { name: 'Ada', company: { id: a.id } })
  assert.equal((await acme.post('/companies', { name: ' a ' }, 409)).code, 'company_taken')
  assert.equal((await acme.patch(`/companies/${a.id}`, { name: 'b' }, 409)).code, 'company_taken')
  await acme.patch(`/companies/${a.id}`, { name: 'Alpha', domain: null })
  assert.equal((await acme.get(`/contacts/${id}`)).company.name, 'Alpha')
  await acme.patch(`/companies/${b.id}`, { domain: 'no domain' }, 400)
  await acme.get('/companies/00000000-0000-7000-8000-000000000000', 404)
})

test('whoever keeps what events say of companies has what a fresh fetch gives, however they came about', async () => {
  const acme = await organization(app)
  await acme.post('/contacts', { name: 'Ada', company: { name: 'By contact' } })
  const made = await acme.post('/companies', { name: 'Made' })
  await acme.patch(`/companies/${made.id}`, { name: 'Renamed' })
  await acme.patch(`/companies/${made.id}`, { name: 'Renamed' })
  const { events } = await allEvents(acme)
  const told = events.flatMap(({ type, data }) => (type.startsWith('company.') ? [data.company] : []))
  assert.equal(told.length, 3)
  const known = new Map(told.map((company) => [company.id, company]))
  for (const { contact_count: _, last_interaction_at: __, ...fresh } of await allItems(acme, '/companies')) assert.deepEqual(known.get(fresh.id), fresh)
})

test('a company that is merged or removed goes, and its contacts with it or without', async () => {
  const acme = await organization(app)
  const [a, b] = [await acme.post('/companies', { name: 'A' }), await acme.post('/companies', { name: 'B' })]
  const { id } = await acme.post('/contacts', { name: 'Ada', company: { id: a.id } })
  await acme.post(`/companies/${a.id}/merge`, { into: a.id }, 400)
  assert.deepEqual(await acme.post(`/companies/${a.id}/merge`, { into: b.id }, 200), b)
  await acme.get(`/companies/${a.id}`, 404)
  assert.deepEqual((await acme.get(`/contacts/${id}`)).company, { id: b.id, name: 'B' })
  await acme.remove(`/companies/${b.id}`)
  await acme.remove(`/companies/${b.id}`, 404)
  assert.equal((await acme.get(`/contacts/${id}`)).company, null)
  const { events } = await allEvents(acme)
  assert.deepEqual(events.map(({ type }) => type).slice(-2), ['company.merged', 'company.deleted'])
})

test('a company that was removed comes back as it was, with those who have no other one by then, and what was said about it', async () => {
  const acme = await organization(app)
  const engines = await acme.post('/companies', { name: 'Engines', domain: 'engines.example' })
  const [ada, bea, cy] = [await worker(acme, engines), await worker(acme, engines), await worker(acme, engines)]
  const note = await acme.post('/notes', { text: 'They build engines.', company_ids: [engines.id] })
  await acme.remove(`/companies/${engines.id}`)
  const other = await acme.post('/companies', { name: 'Looms' })
  await acme.patch(`/contacts/${bea.id}`, { company: { id: other.id } })
  const dee = await worker(acme, null)
  await acme.post('/contacts/merges', { into: dee.id, contact_ids: [cy.id] })

  const restored = await acme.post(`/companies/${engines.id}/restore`, {}, 200)
  assert.deepEqual(restored, { ...engines, updated_at: restored.updated_at })
  assert.deepEqual(await acme.post(`/companies/${engines.id}/restore`, {}, 200), restored)
  assert.equal((await acme.get(`/contacts/${ada.id}`)).company.name, 'Engines')
  assert.equal((await acme.get(`/contacts/${bea.id}`)).company.name, 'Looms')
  assert.equal((await acme.get(`/contacts/${dee.id}`)).company.name, 'Engines')
  assert.deepEqual((await allItems(acme, `/companies/${engines.id}/timeline`)).map(({ id }) => id), [note.id])
  const { events } = await allEvents(acme)
  assert.equal(events.filter(({ type }) => type === 'company.restored').length, 1)
})

test('a company comes back under its own name or not at all, and not after its time', async () => {
  const acme = await organization(app)
  const first = await acme.post('/companies', { name: 'Engines' })
  await acme.remove(`/companies/${first.id}`)
  const second = await acme.post('/companies', { name: 'ENGINES' })
  assert.equal((await acme.post(`/companies/${first.id}/restore`, {}, 409)).code, 'company_taken')
  await acme.patch(`/companies/${second.id}`, { name: 'Others' })
  await acme.post(`/companies/${first.id}/restore`, {}, 200)
  await acme.remove(`/companies/${first.id}`)
  await purge(app.database.pools.system, 'purge_companies', 0)
  await acme.post(`/companies/${first.id}/restore`, {}, 404)
})

test('what was said about a company that is merged is about the other one', async () => {
  const acme = await organization(app)
  const [a, b] = [await acme.post('/companies', { name: 'A' }), await acme.post('/companies', { name: 'B' })]
  const both = await acme.post('/notes', { text: 'They are one.', company_ids: [a.id, b.id] })
  const one = await acme.post('/notes', { text: 'They moved.', company_ids: [a.id] })
  await acme.post(`/companies/${a.id}/merge`, { into: b.id }, 200)
  assert.deepEqual((await allItems(acme, `/companies/${b.id}/timeline`)).map(({ id }) => id), [one.id, both.id])
})

async function worker(acme: Organization, company: { id: string } | null) {
  return acme.post('/contacts', { name: unique('Worker'), company: company && { id: company.id } })
}

test('a task about a company is about it again when that comes back, and about the one that it is merged into', async () => {
  const acme = await organization(app)
  const [a, b] = [await acme.post('/companies', { name: 'A' }), await acme.post('/companies', { name: 'B' })]
  const [task, other, gone] = [await acme.post('/tasks', { title: 'Call', company_ids: [a.id] }), await acme.post('/tasks', { title: 'Write', company_ids: [a.id, b.id] }), await acme.post('/tasks', { title: 'Forget', company_ids: [a.id] })]
  const companies = async ({ id }: { id: string }) => (await acme.get(`/tasks/${id}`)).companies.map(({ name }: { name: string }) => name)
  await acme.remove(`/companies/${a.id}`)
  assert.deepEqual(await companies(task), [])
  await app.database.query('delete from task where id = $1', [gone.id])
  await acme.post(`/companies/${a.id}/restore`, {}, 200)
  assert.deepEqual([await companies(task), await companies(other)], [['A'], ['A', 'B']])
  await acme.post(`/companies/${a.id}/merge`, { into: b.id }, 200)
  assert.deepEqual([await companies(task), await companies(other)], [['B'], ['B']])
})
