import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, csv, mail, mbox, organization, unique } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const acme = await organization(app)

// Names with ties in any case, and times that are the same or missing.
const names = [
  'ada',
  'Ada',
  'ADA',
  'Bob',
  'bob',
  'Émile',
  'zoë',
  'Zoe',
  'Ärger',
  '李',
  '李',
  ' x',
  'x',
  'Ada Lovelace',
  "O'Neil",
]
for (const name of names) await acme.post('/contacts', { name: name.trim() })
await acme.import(
  mbox(...['1', '2', '3'].map((n) => mail({ from: `p${n}@pages.example`, date: 'Mon, 2 Mar 2026 10:00:00 +0000' }))),
)
await app.database.query("update contact set updated_at = '2026-01-01T00:00:00.123456Z' where sort_name < 'c'")
for (let n = 0; n < 7; n++) await acme.post('/api-keys', { name: `Key ${n}` })
for (let n = 0; n < 4; n++) await acme.import(csv(['name'], [unique('Imported')]))

const sorts = ['name', 'created_at', 'updated_at', 'last_interaction_at'].flatMap((sort) => [sort, `-${sort}`])

for (const sort of sorts) {
  test(`paging by ${sort} gives each contact exactly once, in order, whatever the size of the page`, async () => {
    const whole = await allItems(acme, `/contacts?sort=${sort}`)
    const ids = whole.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const limit of [1, 2, 5, 7]) {
      assert.deepEqual(
        (await allItems(acme, `/contacts?sort=${sort}`, limit)).map(({ id }) => id),
        ids,
      )
    }
    const [total] = await app.database.query('select count(*)::int as n from contact where org_id = $1', [
      acme.organization_id,
    ])
    assert.equal(ids.length, total!.n)
    const column = sort.replace('-', '')
    const values = whole.map((contact) => (column === 'name' ? contact.name.toLowerCase() : (contact[column] ?? '')))
    const ordered = values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    assert.deepEqual(values, sort.startsWith('-') ? ordered.toReversed() : ordered)
  })
}

test('the order backwards is the order forwards, turned round', async () => {
  for (const sort of sorts.filter((sort) => !sort.startsWith('-'))) {
    const forwards = (await allItems(acme, `/contacts?sort=${sort}`)).map(({ id }) => id)
    assert.deepEqual(
      (await allItems(acme, `/contacts?sort=-${sort}`)).map(({ id }) => id),
      forwards.toReversed(),
    )
  }
})

for (const path of ['/api-keys', '/operations', '/contacts']) {
  test(`${path} has pages of 1 to 100, 50 unless asked`, async () => {
    for (const limit of ['0', '101', '-1', '1.5', 'ten', '', '9'.repeat(30)])
      await acme.get(`${path}?limit=${limit}`, 400)
    assert.equal((await acme.get(`${path}?limit=1`)).data.length, 1)
    await acme.get(`${path}?limit=100`)
    const all = await allItems(acme, path)
    assert.deepEqual(
      (await allItems(acme, path, 2)).map(({ id }) => id),
      all.map(({ id }) => id),
    )
  })

  test(`${path} refuses a cursor that is not its own`, async () => {
    const operations = (await acme.get('/operations?limit=1')).next_cursor
    const contacts = (await acme.get('/contacts?limit=1')).next_cursor
    const foreign = path === '/contacts' ? operations : contacts
    const garbage = [
      'x',
      '%00',
      'eyJ9',
      encode('[]'),
      encode('[{}]'),
      encode('["name","x"]'),
      encode('null'),
      encode('["x"]'),
      encode('["name","a","b"]'),
    ]
    for (const cursor of [foreign, ...garbage]) {
      assert.equal((await acme.get(`${path}?cursor=${cursor}`, 400)).code, 'invalid', cursor)
    }
  })
}

test('a page is 50 when no limit is named, and the last one has no cursor', async () => {
  const crowd = await organization(app)
  await crowd.import(csv(['name'], ...Array.from({ length: 101 }, (_, n) => [`Person ${n}`])))
  const first = await crowd.get('/contacts')
  assert.equal(first.data.length, 50)
  const second = await crowd.get(`/contacts?cursor=${first.next_cursor}`)
  const third = await crowd.get(`/contacts?cursor=${second.next_cursor}`)
  assert.deepEqual([second.data.length, third.data.length, third.next_cursor], [50, 1, null])
  const exact = await crowd.get('/contacts?limit=100&sort=-name')
  assert.equal((await crowd.get(`/contacts?limit=1&sort=-name&cursor=${exact.next_cursor}`)).next_cursor, null)
})

test('a cursor of one order is refused by another', async () => {
  const { next_cursor } = await acme.get('/contacts?limit=1&sort=name')
  await acme.get(`/contacts?limit=1&sort=-name&cursor=${next_cursor}`, 400)
  await acme.get(`/contacts?limit=1&sort=updated_at&cursor=${next_cursor}`, 400)
})

test('who is added or removed between two pages moves nobody else', async () => {
  const people = await organization(app)
  for (const name of ['b', 'd', 'f', 'h']) await people.post('/contacts', { name })
  const first = await people.get('/contacts?limit=2')
  await people.post('/contacts', { name: 'a' })
  await people.post('/contacts', { name: 'e' })
  const rest = await people.get(`/contacts?limit=10&cursor=${first.next_cursor}`)
  assert.deepEqual(
    rest.data.map(({ name }: { name: string }) => name),
    ['e', 'f', 'h'],
  )
})

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}
