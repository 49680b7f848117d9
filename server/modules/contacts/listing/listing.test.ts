import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, organization, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

const people = [
  {
    name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace', title: 'Countess', tags: ['VIP', 'poet'], company: { name: 'Engines' },
    emails: [{ address: 'ada@engines.example' }, { address: 'ada@home.example' }], phones: [{ number: '+44 (20) 123' }],
    owner_id: acme.user_id, fields: { city: 'London', score: 7, since: '1833-06-05', active: true },
  },
  { name: 'Grace Hopper', given_name: 'Grace', family_name: 'Hopper', tags: ['vip'], company: { name: 'Navy' }, emails: [{ address: 'grace@navy.example' }], fields: { city: 'Arlington', score: 10, active: false } },
  { name: '100% _Wild\\', emails: [], fields: { score: -3 } },
  { name: 'Zoë Engström', family_name: 'Engström', emails: [{ address: 'z@x.example' }], fields: { city: 'Örebro' } },
]
await acme.post('/fields', { label: 'since', type: 'date' })
for (const person of people) await acme.post('/contacts', person)

const names = async (query: string, caller: Organization = acme, limit = 1) => (await allItems(caller, `/contacts?${query}`, limit)).map(({ name }) => name.split(' ')[0])
const filtered = (...conditions: object[]) => names(`filter=${encodeURIComponent(JSON.stringify(conditions))}`)

test('each word that is searched for is a part of a name, a phone, an address or the company', async () => {
  const found: Record<string, string[]> = {
    lace: ['Ada'], LOVE: ['Ada'], 'hopper gr': ['Grace'], 'gr hop navy': ['Grace'], navy: ['Grace'], 'navy.ex': ['Grace'], engine: ['Ada'],
    eng: ['Ada', 'Zoë'], en: ['Ada', 'Zoë'], ng: [], g: ['Grace'], a: ['Ada'], '4420': ['Ada'], '(20)': ['Ada'], 'ada@': ['Ada'], home: ['Ada'],
    '100%': ['100%'], '%': [], _: ['100%'], _wild: ['100%'], 'wild\\': ['100%'], 'zoë': ['Zoë'], 'ZOË': ['Zoë'], example: ['Ada', 'Grace', 'Zoë'], nobody: [], "o'": [],
  }
  for (const [q, expected] of Object.entries(found)) assert.deepEqual(await names(`q=${encodeURIComponent(q)}`), expected, q)
})

test('what is found follows what is changed', async () => {
  const us = await organization(app)
  const { id } = await us.post('/contacts', { name: 'Old Name', phones: [{ number: '111222' }], company: { name: 'Oldco' }, emails: [{ address: 'old@x.example' }] })
  const changed = await us.patch(`/contacts/${id}`, { name: 'New Name', phones: [{ number: '333444' }], emails: [{ address: 'new@x.example' }] })
  await us.patch(`/companies/${changed.company.id}`, { name: 'Newco' })
  for (const gone of ['old', '111222', 'oldco']) assert.deepEqual(await names(`q=${gone}`, us), [], gone)
  for (const now of ['new', '333444', 'newco', 'new@x']) assert.deepEqual(await names(`q=${now}`, us), ['New'], now)
  await us.remove(`/contacts/${id}`)
  assert.deepEqual([await names('q=new', us), await names('q=new&deleted=true', us)], [[], ['New']])
})

test('a search that finds too many to look them up finds the same as one that does not', async () => {
  const us = await organization(app)
  await app.database.query(`insert into contact (org_id, name) select $1, 'Person ' || n from generate_series(1, 5100) as n`, [us.organization_id])
  // The trigger knows its organization from the transaction, which a superuser's has not: these are searched all the same.
  const page = await us.get('/contacts?q=person&count=exact&limit=3')
  assert.deepEqual([page.total, page.data.map(({ name }: { name: string }) => name)], [5100, ['Person 1', 'Person 10', 'Person 100']])
  const two = await us.get('/contacts?q=person%205099&count=exact')
  assert.deepEqual([two.total, two.data.map(({ name }: { name: string }) => name)], [1, ['Person 5099']])
  assert.deepEqual(await names('q=person&sort=-created_at', us, 100), await names('sort=-created_at', us, 100))
})

test('every field can be asked for in its ways', async () => {
  const cases: [object, string[]][] = [
    [{ field: 'name', op: 'is', value: 'ADA lovelace' }, ['Ada']],
    [{ field: 'name', op: 'contains', value: '%' }, ['100%']],
    [{ field: 'name', op: 'begins', value: 'gr' }, ['Grace']],
    [{ field: 'name', op: 'any_of', value: ['Ada Lovelace', 'grace hopper'] }, ['Ada', 'Grace']],
    [{ field: 'family_name', op: 'empty' }, ['100%']],
    [{ field: 'family_name', op: 'is_not', value: 'Hopper' }, ['100%', 'Ada', 'Zoë']],
    [{ field: 'title', op: 'not_empty' }, ['Ada']],
    [{ field: 'email', op: 'is', value: 'ADA@home.example' }, ['Ada']],
    [{ field: 'email', op: 'contains', value: 'NAVY' }, ['Grace']],
    [{ field: 'email', op: 'begins', value: 'z@' }, ['Zoë']],
    [{ field: 'email', op: 'is_not', value: 'ada@home.example' }, ['100%', 'Grace', 'Zoë']],
    [{ field: 'email', op: 'empty' }, ['100%']],
    [{ field: 'phone', op: 'contains', value: '44 20' }, ['Ada']],
    [{ field: 'phone', op: 'is', value: '+44 20 123' }, ['Ada']],
    [{ field: 'phone', op: 'empty' }, ['100%', 'Grace', 'Zoë']],
    [{ field: 'company', op: 'is', value: 'navy' }, ['Grace']],
    [{ field: 'company', op: 'contains', value: 'GIN' }, ['Ada']],
    [{ field: 'company', op: 'is_not', value: 'navy' }, ['100%', 'Ada', 'Zoë']],
    [{ field: 'company', op: 'empty' }, ['100%', 'Zoë']],
    [{ field: 'owner_id', op: 'is', value: acme.user_id }, ['Ada']],
    [{ field: 'owner_id', op: 'is_not', value: acme.user_id }, ['100%', 'Grace', 'Zoë']],
    [{ field: 'tag', op: 'is', value: 'ViP' }, ['Ada', 'Grace']],
    [{ field: 'tag', op: 'any_of', value: ['poet', 'none'] }, ['Ada']],
    [{ field: 'tag', op: 'is_not', value: 'poet' }, ['100%', 'Grace', 'Zoë']],
    [{ field: 'tag', op: 'is', value: 'none' }, []],
    [{ field: 'tag', op: 'empty' }, ['100%', 'Zoë']],
    [{ field: 'created_at', op: 'after', value: '2020-01-01' }, ['100%', 'Ada', 'Grace', 'Zoë']],
    [{ field: 'created_at', op: 'before', value: '2020-01-01T00:00:00Z' }, []],
    [{ field: 'created_at', op: 'is_not', value: '2020-01-01' }, ['100%', 'Ada', 'Grace', 'Zoë']],
    [{ field: 'last_interaction_at', op: 'empty' }, ['100%', 'Ada', 'Grace', 'Zoë']],
    [{ field: 'fields.city', op: 'is', value: 'LONDON' }, ['Ada']],
    [{ field: 'fields.City', op: 'contains', value: 'on' }, ['Ada', 'Grace']],
    [{ field: 'fields.city', op: 'is_not', value: 'London' }, ['100%', 'Grace', 'Zoë']],
    [{ field: 'fields.city', op: 'empty' }, ['100%']],
    [{ field: 'fields.score', op: 'greater', value: 7 }, ['Grace']],
    [{ field: 'fields.score', op: 'at_least', value: '7' }, ['Ada', 'Grace']],
    [{ field: 'fields.score', op: 'less', value: 0 }, ['100%']],
    [{ field: 'fields.score', op: 'any_of', value: [7, 10] }, ['Ada', 'Grace']],
    [{ field: 'fields.since', op: 'before', value: '1900-01-01' }, ['Ada']],
    [{ field: 'fields.since', op: 'after', value: '1833-06-05' }, []],
    [{ field: 'fields.active', op: 'is', value: true }, ['Ada']],
    [{ field: 'fields.active', op: 'is', value: 'no' }, ['Grace']],
    [{ any: [{ field: 'name', op: 'begins', value: 'zo' }, { field: 'fields.score', op: 'is', value: 10 }] }, ['Grace', 'Zoë']],
  ]
  for (const [condition, expected] of cases) assert.deepEqual(await filtered(condition), expected, JSON.stringify(condition))
  assert.deepEqual(await filtered({ field: 'tag', op: 'is', value: 'vip' }, { field: 'fields.score', op: 'less', value: 10 }), ['Ada'])
})

test('what cannot be asked for says so', async () => {
  const wrong: unknown[] = [
    'x', {}, [{}], [{ field: 'name' }], [{ field: 'name', op: 'like', value: 'x' }], [{ field: 'nothing', op: 'is', value: 'x' }],
    [{ field: 'constructor', op: 'is', value: 'x' }], [{ field: 'fields.nothing', op: 'empty' }], [{ field: 'name', op: 'before', value: 'x' }],
    [{ field: 'name', op: 'is' }], [{ field: 'name', op: 'is', value: [] }], [{ field: 'name', op: 'is', value: ' ' }],
    [{ field: 'fields.score', op: 'is', value: 'many' }], [{ field: 'fields.score', op: 'contains', value: '1' }], [{ field: 'owner_id', op: 'is', value: 'me' }],
    [{ field: 'created_at', op: 'is', value: 'today' }], [{ field: 'phone', op: 'is', value: 'x' }], [{ any: [] }], [{ any: [{ any: [] }] }],
  ]
  for (const filter of wrong) await acme.get(`/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}`, 400)
  for (const query of ['filter=%7B', 'sort=nothing', 'sort=fields.nothing', 'sort=--name', 'sort=constructor', 'sort=', 'count=some']) await acme.get(`/contacts?${query}`, 400)
})

test('a list is sorted by anything, both ways, page by page, and who has none comes last', async () => {
  const orders: Record<string, string[]> = {
    name: ['100%', 'Ada', 'Grace', 'Zoë'],
    created_at: ['Ada', 'Grace', '100%', 'Zoë'],
    family_name: ['Zoë', 'Grace', 'Ada', '100%'],
    given_name: ['Ada', 'Grace', '100%', 'Zoë'],
    title: ['Ada', 'Grace', '100%', 'Zoë'],
    company: ['Ada', 'Grace', '100%', 'Zoë'],
    owner: ['Ada', 'Grace', '100%', 'Zoë'],
    email: ['Ada', 'Grace', 'Zoë', '100%'],
    'fields.city': ['Grace', 'Ada', 'Zoë', '100%'],
    'fields.score': ['100%', 'Ada', 'Grace', 'Zoë'],
    'fields.since': ['Ada', 'Grace', '100%', 'Zoë'],
  }
  const without: Record<string, number> = { family_name: 1, given_name: 2, title: 3, company: 2, owner: 3, email: 1, 'fields.city': 1, 'fields.score': 1, 'fields.since': 3 }
  for (const [sort, expected] of Object.entries(orders)) {
    const present = expected.length - (without[sort] ?? 0)
    const backwards = [...expected.slice(0, present).toReversed(), ...expected.slice(present).toReversed()]
    for (const limit of [1, 2, 3, 50, 100]) {
      assert.deepEqual(await names(`sort=${sort}`, acme, limit), expected, `${sort}, ${limit} at a time`)
      assert.deepEqual(await names(`sort=-${sort}`, acme, limit), backwards, `-${sort}, ${limit} at a time`)
      assert.deepEqual(await names(`sort=${sort}&q=a`, acme, limit), expected.filter((name) => name === 'Ada'), `${sort}, searched`)
      assert.deepEqual(await names(`sort=${sort}&tag=vip`, acme, limit), expected.filter((name) => ['Ada', 'Grace'].includes(name)), `${sort}, filtered`)
    }
  }
})

test('a page anywhere in an order begins where the offset says', async () => {
  for (const sort of ['name', '-name', 'created_at', '-last_interaction_at', 'title', '-title', 'company', 'email', '-email', 'owner', 'fields.score', '-fields.city']) {
    for (const narrowed of ['', '&q=e', '&tag=vip']) {
      const all = await names(`sort=${sort}${narrowed}`, acme, 100)
      for (let offset = 0; offset <= all.length; offset++) {
        assert.deepEqual(await names(`sort=${sort}${narrowed}&offset=${offset}`, acme, 100), all.slice(offset), `${sort}${narrowed} from ${offset}`)
      }
    }
  }
  const { data, next_cursor } = await acme.get('/contacts?offset=1&limit=1')
  const next = await acme.get(`/contacts?limit=1&cursor=${next_cursor}`)
  const two = await acme.get('/contacts?offset=1&limit=2')
  assert.deepEqual([...data, ...next.data], two.data)
  await acme.get(`/contacts?offset=1&cursor=${next_cursor}`, 400)
})

test('all that match are counted, when that is asked for', async () => {
  assert.equal((await acme.get('/contacts?limit=1')).total, undefined)
  for (const [query, total] of Object.entries({ '': 4, 'q=eng': 2, 'tag=vip': 2, 'deleted=true': 0, 'tag=none': 0 })) {
    assert.equal((await acme.get(`/contacts?limit=1&count=exact&${query}`)).total, total, query)
  }
})

test('what others have is neither found nor counted', async () => {
  const other = await organization(app)
  for (const query of ['q=ada', 'q=engines', 'q=a', 'q=ada@', 'tag=vip', 'sort=company', 'sort=email', 'sort=owner']) {
    const { data, total } = await other.get(`/contacts?count=exact&${query}`)
    assert.deepEqual([data, total], [[], 0], query)
  }
})
