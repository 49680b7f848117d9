import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, organization, type Organization } from '#test/factories'
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

interface Figures {
  name: string
  contact_count: number
  last_interaction_at: string | null
}

async function heard({ organization_id }: Organization, name: string, at: string) {
  await app.database.query('update contact set last_interaction_at = $3 where org_id = $1 and name = $2', [organization_id, name, at])
}
