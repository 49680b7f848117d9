import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, organization, type Organization } from '#test/factories'
import { seededRandom } from '#test/random'
import { file } from '#test/scope'

const app = await testApp(file)

test('companies are listed in every order, page by page as at once, and from any place on', async () => {
  const acme = await organization(app)
  for (const [name, domain, people] of [['Beta', 'z.example', 2], ['alpha', null, 1], ['Gamma', 'a.example', 0], ['Delta', null, 3], ['Epsilon', 'm.example', 1]] as const) {
    const { id } = await acme.post('/companies', { name, domain })
    for (let each = 0; each < people; each++) await acme.post('/contacts', { name: `${name} ${each}`, company: { id } })
  }
  await heard(acme, 'Beta 0', '2026-03-01')
  await heard(acme, 'Delta 1', '2026-05-01')
  const expected = {
    name: 'alpha Beta Delta Epsilon Gamma', '-name': 'Gamma Epsilon Delta Beta alpha',
    domain: 'Gamma Epsilon Beta alpha Delta', '-domain': 'Beta Epsilon Gamma Delta alpha',
    contact_count: 'Gamma alpha Epsilon Beta Delta', '-contact_count': 'Delta Beta Epsilon alpha Gamma',
    '-last_interaction_at': 'Delta Beta Epsilon Gamma alpha', created_at: 'Beta alpha Gamma Delta Epsilon',
  }
  for (const [sort, names] of Object.entries(expected)) {
    assert.equal((await allItems(acme, `/companies?sort=${sort}`, 2)).map(({ name }) => name).join(' '), names, sort)
    for (const offset of [1, 3, 4]) {
      const { data } = await acme.get(`/companies?sort=${sort}&offset=${offset}`)
      assert.equal(data.map(({ name }: { name: string }) => name).join(' '), names.split(' ').slice(offset).join(' '), `${sort} from ${offset}`)
    }
  }
  assert.deepEqual(await acme.get('/companies?offset=9&count=exact&q=a.ex'), { data: [], next_cursor: null, total: 1 })
  await acme.get('/companies?sort=size', 400)
  const { next_cursor } = await acme.get('/companies?limit=1')
  await acme.get(`/companies?sort=-name&cursor=${next_cursor}`, 400)
  await acme.get(`/companies?offset=1&cursor=${next_cursor}`, 400)
})

test('a company knows how many people it has and when one of them was last heard from, whatever becomes of them', async () => {
  const acme = await organization(app)
  const [a, b] = [await acme.post('/companies', { name: 'A' }), await acme.post('/companies', { name: 'B' })]
  const ids: string[] = []
  for (const name of ['Ada', 'Ben', 'Cy']) ids.push((await acme.post('/contacts', { name, company: { id: a.id } })).id)
  await heard(acme, 'Ada', '2026-03-01')
  await heard(acme, 'Ben', '2026-05-01')
  const figures = async () => (await acme.get('/companies')).data.map((each: Figures) => [each.name, each.contact_count, each.last_interaction_at?.slice(0, 10) ?? null])
  assert.deepEqual(await figures(), [['A', 3, '2026-05-01'], ['B', 0, null]])
  await acme.patch(`/contacts/${ids[1]}`, { company: { id: b.id } })
  assert.deepEqual(await figures(), [['A', 2, '2026-03-01'], ['B', 1, '2026-05-01']])
  const { id: bulk } = await acme.post('/contacts/bulk', { action: 'delete', contact_ids: ids })
  assert.deepEqual(await figures(), [['A', 0, null], ['B', 0, null]])
  await acme.post(`/contacts/bulk/${bulk}/undo`, {}, 200)
  assert.deepEqual(await figures(), [['A', 2, '2026-03-01'], ['B', 1, '2026-05-01']])
  await acme.remove(`/companies/${a.id}`)
  await acme.post(`/companies/${a.id}/restore`, {}, 200)
  assert.deepEqual(await figures(), [['A', 2, '2026-03-01'], ['B', 1, '2026-05-01']])
  await acme.post(`/companies/${b.id}/merge`, { into: a.id }, 200)
  assert.deepEqual(await figures(), [['A', 3, '2026-05-01']])
})

test('people who come to a company at the same moment are all counted', async () => {
  const acme = await organization(app)
  const { id } = await acme.post('/companies', { name: 'Busy' })
  await Promise.all(Array.from({ length: 12 }, (_, place) => acme.post('/contacts', { name: `Person ${place}`, company: { id } })))
  assert.equal((await acme.get(`/companies/${id}`)).contact_count, 12)
})

test('whatever people do at the same time, in any statements, the figures are those that counting gives', async () => {
  const acme = await organization(app)
  const companies: string[] = []
  for (const name of ['A', 'B', 'C']) companies.push((await acme.post('/companies', { name })).id)
  await app.database.query("insert into contact (org_id, name) select $1, 'P' || n from generate_series(1, 60) as n", [acme.organization_id])
  const seed = Number(process.env.FIGURES_SEED ?? Math.floor(Math.random() * 1e9))
  const change = async (worker: number) => {
    const next = seededRandom(seed + worker)
    const pick = () => companies[Math.floor(next() * companies.length)]!
    const some = () => Array.from({ length: 1 + Math.floor(next() * 8) }, () => `P${1 + Math.floor(next() * 60)}`)
    for (let step = 0; step < 15; step++) {
      const at = new Date(Date.UTC(2026, 0, 1 + Math.floor(next() * 40))).toISOString()
      const [text, values] = [
        ['update contact set company_id = $3, last_interaction_at = $4 where org_id = $1 and name = any($2)', [some(), pick(), at]],
        ['update contact set company_id = null, last_interaction_at = null where org_id = $1 and name = any($2)', [some()]],
        ['update contact set deleted_at = case when deleted_at is null then now() end where org_id = $1 and name = any($2)', [some()]],
        ['update contact set last_interaction_at = $3 where org_id = $1 and name = any($2)', [some(), at]],
        ['delete from contact where org_id = $1 and name = any($2)', [some().slice(0, 2)]],
        ['insert into contact (org_id, name, company_id, last_interaction_at) select $1, unnest($2::text[]), $3, $4', [some(), pick(), at]],
      ][Math.floor(next() * 6)] as [string, unknown[]]
      // Contacts are locked in any order: whoever collides has changed nothing.
      await app.database.query(text, [acme.organization_id, ...values]).catch((error) => assert.equal(error.code, '40P01'))
    }
  }
  await Promise.all([1, 2, 3, 4].map(change))
  const wrong = await app.database.query(`
    select c.name, contact_count, c.last_interaction_at, count(p.id), max(p.last_interaction_at) from company c
      left join contact p on p.org_id = c.org_id and p.company_id = c.id and p.deleted_at is null
    where c.org_id = $1 group by c.org_id, c.id
    having (contact_count, c.last_interaction_at) is distinct from (count(p.id), max(p.last_interaction_at))`, [acme.organization_id])
  assert.deepEqual(wrong, [], `FIGURES_SEED=${seed}`)
})

test('companies are filtered by any column, by what is given and by what a view says, and changed together so', async () => {
  const acme = await organization(app)
  for (const [name, domain, people] of [['Beta', 'z.example', 2], ['alpha', null, 1], ['Gamma', 'a.example', 0], ['Delta', null, 3]] as const) {
    const { id } = await acme.post('/companies', { name, domain })
    for (let each = 0; each < people; each++) await acme.post('/contacts', { name: `${name} ${each}`, company: { id } })
  }
  await heard(acme, 'Beta 0', '2026-03-01')
  await heard(acme, 'Delta 1', '2026-05-01')
  const names = async (filter: object[], rest = '') =>
    (await acme.get(`/companies?filter=${encodeURIComponent(JSON.stringify(filter))}${rest}`)).data.map(({ name }: { name: string }) => name).join(' ')
  const cases: [object, string][] = [
    [{ field: 'contact_count', op: 'at_least', value: 2 }, 'Beta Delta'], [{ field: 'contact_count', op: 'is', value: 0 }, 'Gamma'],
    [{ field: 'contact_count', op: 'is_not', value: 0 }, 'alpha Beta Delta'], [{ field: 'name', op: 'contains', value: 'ELT' }, 'Delta'],
    [{ field: 'name', op: 'is', value: 'ALPHA' }, 'alpha'], [{ field: 'domain', op: 'empty' }, 'alpha Delta'],
    [{ field: 'domain', op: 'begins', value: 'z' }, 'Beta'], [{ field: 'domain', op: 'is_not', value: 'z.example' }, 'alpha Delta Gamma'],
    [{ field: 'last_interaction_at', op: 'after', value: '2026-04-01' }, 'Delta'], [{ field: 'last_interaction_at', op: 'empty' }, 'alpha Gamma'],
    [{ field: 'created_at', op: 'before', value: '2026-01-01' }, ''],
    [{ any: [{ field: 'name', op: 'is', value: 'beta' }, { field: 'contact_count', op: 'greater', value: 2 }] }, 'Beta Delta'],
  ]
  for (const [condition, expected] of cases) assert.equal(await names([condition]), expected, JSON.stringify(condition))
  const large = [{ field: 'contact_count', op: 'at_least', value: 1 }]
  assert.equal(await names(large, '&sort=-contact_count&q=a&limit=2'), 'Delta Beta')
  assert.equal(await names(large, '&offset=1'), 'Beta Delta')
  assert.equal((await acme.get(`/companies?count=exact&limit=1&filter=${encodeURIComponent(JSON.stringify(large))}`)).total, 3)
  for (const wrong of [{ field: 'size', op: 'empty' }, { field: 'contact_count', op: 'empty' }, { field: 'name', op: 'greater', value: 1 }, { field: 'contact_count', op: 'is', value: 'x' }]) {
    await acme.get(`/companies?filter=${encodeURIComponent(JSON.stringify([wrong]))}`, 400)
    await acme.post('/companies/views', { name: 'x', filter: [wrong] }, 400)
  }
  await acme.post('/companies/views', { name: 'x', sort: 'size' }, 400)

  const view = await acme.post('/companies/views', { name: 'Large', q: 'ta', filter: large, sort: '-contact_count', columns: ['name'], shared: true })
  assert.deepEqual((await acme.get(`/companies?view=${view.id}`)).data.map(({ name }: { name: string }) => name), ['Delta', 'Beta'])
  assert.deepEqual((await acme.get(`/companies?view=${view.id}&q=b&sort=name`)).data.map(({ name }: { name: string }) => name), ['Beta'])
  // Views of one list are none of another.
  await acme.get(`/contacts?view=${view.id}`, 404)
  await acme.get(`/views/${view.id}`, 404)
  assert.deepEqual((await acme.get('/views')).data, [])
  const { events } = await allEvents(acme)
  assert.deepEqual(events.filter(({ type }) => type.includes('view')).map(({ type, data }) => [type, data.company_view.name]), [['company_view.created', 'Large']])

  const bulk = await acme.post('/companies/bulk', { action: 'change', selection: { filter: large }, change: { domain: 'large.example' } })
  assert.equal(bulk.changed, 3)
  await acme.post('/companies/bulk', { action: 'restore', selection: { filter: large } }, 400)
})

interface Figures {
  name: string
  contact_count: number
  last_interaction_at: string | null
}

async function heard({ organization_id }: Organization, name: string, at: string) {
  await app.database.query('update contact set last_interaction_at = $3 where org_id = $1 and name = $2', [organization_id, name, at])
}
