import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, unique } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

test('a contact is made as it was said, and read as it was made', async () => {
  const made = await acme.post('/contacts', {
    name: ' Ada Lovelace ',
    given_name: 'Ada',
    family_name: 'Lovelace',
    title: 'Countess',
    emails: [{ address: 'Ada@Example.NET', label: 'work' }, { address: 'ada@home.example' }],
    phones: [{ number: '+44 1', label: 'mobile' }, { number: '2' }],
    links: [{ url: 'https://ada.example/engine', label: 'blog' }],
    company: { name: 'Analytical Engines' },
    tags: ['VIP', 'poet'],
    owner_id: acme.user_id,
    fields: { born: 1815, shy: true, note: 'poet' },
  })
  const { id, company, created_at, updated_at, ...rest } = made
  assert.deepEqual(rest, {
    name: 'Ada Lovelace',
    given_name: 'Ada',
    family_name: 'Lovelace',
    title: 'Countess',
    emails: [
      { address: 'ada@example.net', label: 'work', primary: true, shared: false },
      { address: 'ada@home.example', label: null, primary: false, shared: false },
    ],
    phones: [{ number: '+44 1', label: 'mobile' }, { number: '2' }],
    links: [{ url: 'https://ada.example/engine', label: 'blog' }],
    tags: ['poet', 'VIP'],
    owner_id: acme.user_id,
    fields: { born: 1815, shy: true, note: 'poet' },
    photo_url: null,
    last_interaction_at: null,
    deleted_at: null,
  })
  assert.equal(company.name, 'Analytical Engines')
  assert.equal(created_at, updated_at)
  assert.deepEqual(await acme.get(`/contacts/${id}`), made)
  const listed = await allItems(acme, '/contacts')
  assert.deepEqual(
    listed.find((contact) => contact.id === id),
    made,
  )
})

test('a contact without a name is called by its parts, and without those by its address', async () => {
  assert.equal((await acme.post('/contacts', { given_name: 'Grace', family_name: 'Hopper' })).name, 'Grace Hopper')
  assert.equal((await acme.post('/contacts', { family_name: 'Hopper' })).name, 'Hopper')
  const address = `${unique('grace')}@example.net`
  assert.equal((await acme.post('/contacts', { emails: [{ address }] })).name, address)
  await acme.post('/contacts', {}, 400)
  await acme.post('/contacts', { given_name: null, tags: ['x'] }, 400)
})

test('the name follows its parts until it is given on its own', async () => {
  const { id } = await acme.post('/contacts', { given_name: 'Grace', family_name: 'Murray' })
  assert.equal((await acme.patch(`/contacts/${id}`, { family_name: 'Hopper' })).name, 'Grace Hopper')
  assert.equal((await acme.patch(`/contacts/${id}`, { given_name: null })).name, 'Hopper')
  assert.equal((await acme.patch(`/contacts/${id}`, { name: 'Amazing Grace' })).name, 'Amazing Grace')
  assert.equal((await acme.patch(`/contacts/${id}`, { given_name: 'G.' })).name, 'Amazing Grace')
})

test('what is left out stays, and null empties', async () => {
  const made = await acme.post('/contacts', {
    name: 'Ada',
    title: 'Countess',
    company: { name: 'Engines' },
    owner_id: acme.user_id,
  })
  const titled = await acme.patch(`/contacts/${made.id}`, { title: 'Dr.' })
  assert.deepEqual(titled, { ...made, title: 'Dr.', updated_at: titled.updated_at })
  assert.ok(titled.updated_at > made.updated_at)
  const emptied = await acme.patch(`/contacts/${made.id}`, { title: null, company: null, owner_id: null })
  assert.deepEqual([emptied.title, emptied.company, emptied.owner_id], [null, null, null])
})

test('fields are merged, and one set to null goes away', async () => {
  const { id } = await acme.post('/contacts', { name: 'Ada', fields: { a: 1, b: 2, none: null } })
  assert.deepEqual((await acme.get(`/contacts/${id}`)).fields, { a: 1, b: 2 })
  assert.deepEqual((await acme.patch(`/contacts/${id}`, { fields: { b: null, c: 3 } })).fields, { a: 1, c: 3 })
})

test('two people may share an address, in any case, and both are flagged', async () => {
  const address = `${unique('shared')}@example.net`
  const first = await acme.post('/contacts', { name: 'One', emails: [{ address }] })
  assert.equal(first.emails[0].shared, false)
  const { cursor } = await allEvents(acme)
  const second = await acme.post('/contacts', { name: 'Two', emails: [{ address: address.toUpperCase() }] })
  assert.equal(second.emails[0].shared, true)
  assert.equal((await acme.get(`/contacts/${first.id}`)).emails[0].shared, true)
  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(events.map(({ type, subject }) => [type, subject]), [
    ['contact.created', `contact:${second.id}`],
    ['contact.updated', `contact:${first.id}`],
  ])
  const found = (await acme.get(`/contacts?email=${address}`)).data.map(({ name }: { name: string }) => name)
  assert.deepEqual(found, ['One', 'Two'])
  await acme.patch(`/contacts/${second.id}`, { emails: [] })
  assert.equal((await acme.get(`/contacts/${first.id}`)).emails[0].shared, false)
})

test('of contacts that get an address at once, each ends as sharing it, and the last events say so', async () => {
  const address = `${unique('race')}@example.net`
  const { cursor } = await allEvents(acme)
  const made = await Promise.all(Array.from({ length: 8 }, (_, n) => acme.post('/contacts', { name: `Racer ${n}`, emails: [{ address }] })))
  const told = new Map<string, { emails: { shared: boolean }[] }>()
  for (const { data } of (await allEvents(acme, cursor)).events) told.set(data.contact.id, data.contact)
  for (const { id } of made) assert.deepEqual(told.get(id), await acme.get(`/contacts/${id}`))
  assert.ok([...told.values()].every(({ emails }) => emails[0]!.shared))
})

test('who is deleted is in no list, and comes back as it was', async () => {
  const people = await organization(app)
  const [ada, bob] = [
    await people.post('/contacts', { name: 'Ada', tags: ['x'], emails: [{ address: 'both@x.org' }] }),
    await people.post('/contacts', { name: 'Bob', tags: ['x'], emails: [{ address: 'both@x.org' }] }),
  ]
  const names = async (query: string) => (await people.get(`/contacts?${query}`)).data.map(({ name }: { name: string }) => name)
  const { cursor } = await allEvents(people)
  await people.remove(`/contacts/${ada.id}`)
  await people.remove(`/contacts/${ada.id}`)
  assert.deepEqual([await names(''), await names('tag=x'), await names('email=both@x.org')], [['Bob'], ['Bob'], ['Bob']])
  assert.deepEqual(await names('deleted=true'), ['Ada'])
  assert.ok((await people.get(`/contacts/${ada.id}`)).deleted_at)
  assert.equal((await people.get(`/contacts/${bob.id}`)).emails[0].shared, false)

  const restored = await people.post(`/contacts/${ada.id}/restore`, {}, 200)
  assert.deepEqual(restored, { ...(await people.get(`/contacts/${ada.id}`)), deleted_at: null })
  assert.deepEqual([await names(''), await names('deleted=true')], [['Ada', 'Bob'], []])
  const { events } = await allEvents(people, cursor)
  assert.deepEqual(events.map(({ type }) => type), ['contact.deleted', 'contact.updated', 'contact.restored', 'contact.updated'])
  await people.remove('/contacts/00000000-0000-7000-8000-000000000000', 404)
})

test('a link leads to the web and nowhere else', async () => {
  for (const url of ['javascript:alert(1)', 'ftp://x.org', 'x.org', 'https://', 'http://a b']) {
    await acme.post('/contacts', { name: 'Linked', links: [{ url }] }, 400)
  }
})

test('addresses that are given replace those before, and the primary one comes first', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${unique(letter)}@example.net`) as [string, string, string]
  const { id } = await acme.post('/contacts', {
    emails: [{ address: a }, { address: b, primary: true }, { address: a.toUpperCase() }],
  })
  const said = async () =>
    (await acme.get(`/contacts/${id}`)).emails.map(({ address, primary }: { address: string; primary: boolean }) => [
      address,
      primary,
    ])
  assert.deepEqual(await said(), [
    [b, true],
    [a, false],
  ])
  await acme.patch(`/contacts/${id}`, { emails: [{ address: c }, { address: b }] })
  assert.deepEqual(await said(), [
    [c, true],
    [b, false],
  ])
  await acme.post('/contacts', { name: 'Free', emails: [{ address: a }] })
  await acme.patch(`/contacts/${id}`, { emails: [] })
  assert.deepEqual(await said(), [])
  await acme.patch(
    `/contacts/${id}`,
    {
      emails: [
        { address: b, primary: true },
        { address: c, primary: true },
      ],
    },
    400,
  )
})

test('tags are the same in any case, and are called what they were called first', async () => {
  const [word, other] = [unique('Tag'), unique('Other')]
  await acme.post('/contacts', { name: 'First', tags: [word] })
  const { id, tags } = await acme.post('/contacts', {
    name: 'Second',
    tags: [word.toUpperCase(), ` ${word.toLowerCase()} `, other],
  })
  assert.deepEqual(tags.toSorted(), [word, other].toSorted())
  assert.deepEqual((await acme.patch(`/contacts/${id}`, { tags: [other.toUpperCase()] })).tags, [other])
  assert.deepEqual((await acme.patch(`/contacts/${id}`, { tags: [] })).tags, [])
})

test('a company is found by id or by name in any case, and made by a new name', async () => {
  const name = unique('Company')
  const first = await acme.post('/contacts', { name: 'A', company: { name } })
  const second = await acme.post('/contacts', { name: 'B', company: { name: ` ${name.toUpperCase()} ` } })
  const third = await acme.post('/contacts', { name: 'C', company: { id: first.company.id } })
  assert.deepEqual([second.company, third.company], [first.company, first.company])
  const nobody = await acme.post(
    '/contacts',
    { name: 'D', company: { id: '00000000-0000-7000-8000-000000000000' } },
    404,
  )
  assert.equal(nobody.code, 'company_not_found')
})

test('an owner is a member', async () => {
  const problem = await acme.post('/contacts', { name: 'A', owner_id: '00000000-0000-7000-8000-000000000000' }, 404)
  assert.equal(problem.code, 'member_not_found')
})

test('a change that changes nothing tells nobody and keeps updated_at', async () => {
  const made = await acme.post('/contacts', {
    name: 'Ada',
    title: 'Countess',
    emails: [{ address: `${unique('noop')}@example.net`, label: 'work' }],
    phones: [{ number: '1', label: 'home' }],
    tags: ['a', 'b'],
    company: { name: 'Engines' },
    fields: { x: 'y' },
  })
  const { cursor } = await allEvents(acme)
  const { name, title, emails, phones, tags, company, fields } = made
  const changes = [
    {},
    { name, title },
    { emails, phones, tags, fields },
    { company },
    { company: { name: 'engines' } },
    { fields: { z: null } },
    { tags: ['B', 'A'] },
  ]
  for (const change of changes) {
    assert.deepEqual(await acme.patch(`/contacts/${made.id}`, change), made, JSON.stringify(change))
  }
  assert.deepEqual((await allEvents(acme, cursor)).events, [])
})

test('whoever keeps what events say has what a fresh fetch gives', async () => {
  const people = await organization(app)
  const known = new Map<string, unknown>()
  const follow = async (after?: string) => {
    const { events, cursor } = await allEvents(people, after)
    for (const { type, data } of events) if (type.startsWith('contact.')) known.set(data.contact.id, data.contact)
    const fresh = await allItems(people, '/contacts')
    assert.deepEqual([...known.values()].toSorted(byId), fresh.toSorted(byId))
    return cursor
  }
  let cursor = await follow()
  const ada = await people.post('/contacts', {
    name: 'Ada',
    emails: [{ address: 'ada@x.org' }],
    company: { name: 'Engines' },
    tags: ['vip'],
  })
  cursor = await follow(cursor)
  const changes = [
    { name: 'Ada L.' },
    { emails: [{ address: 'new@x.org' }, { address: 'ada@x.org' }] },
    { tags: ['poet', 'vip'] },
    { fields: { a: 1 } },
    { company: null },
    { phones: [{ number: '1' }] },
    { owner_id: people.user_id },
    { title: 'Dr.' },
  ]
  for (const change of changes) {
    await people.patch(`/contacts/${ada.id}`, change)
    cursor = await follow(cursor)
  }
})

test('changes of one contact at once are all kept, and told in their order', async () => {
  const { id } = await acme.post('/contacts', { name: 'Busy' })
  const { cursor } = await allEvents(acme)
  await Promise.all(Array.from({ length: 10 }, (_, n) => acme.patch(`/contacts/${id}`, { fields: { [`f${n}`]: n } })))
  const { fields } = await acme.get(`/contacts/${id}`)
  assert.equal(Object.keys(fields).length, 10)
  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(
    events.flatMap(({ type, data }) => (type === 'contact.updated' ? [Object.keys(data.contact.fields).length] : [])),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
})

test('a list is filtered by address, tag, company and owner, and by all of them together', async () => {
  const people = await organization(app)
  const ada = await people.post('/contacts', {
    name: 'Ada',
    emails: [{ address: 'ada@x.org' }, { address: 'two@x.org' }],
    tags: ['VIP'],
    company: { name: 'A' },
    owner_id: people.user_id,
  })
  const bob = await people.post('/contacts', {
    name: 'Bob',
    emails: [{ address: 'bob@x.org' }],
    tags: ['vip', 'x'],
    company: { name: 'A' },
  })
  await people.post('/contacts', { name: 'Cy' })
  const found = async (query: string) =>
    (await people.get(`/contacts?${query}`)).data.map(({ name }: { name: string }) => name)
  assert.deepEqual(await found('email=TWO@x.org'), ['Ada'])
  assert.deepEqual(await found('email=nobody@x.org'), [])
  assert.deepEqual(await found('tag=vIp'), ['Ada', 'Bob'])
  assert.deepEqual(await found('tag=unknown'), [])
  assert.deepEqual(await found(`company_id=${bob.company.id}&sort=-name`), ['Bob', 'Ada'])
  assert.deepEqual(await found(`owner_id=${people.user_id}`), ['Ada'])
  assert.deepEqual(await found(`tag=vip&company_id=${ada.company.id}&email=bob@x.org`), ['Bob'])
  assert.deepEqual(
    (await allItems(people, '/contacts?tag=vip&sort=-created_at', 1)).map(({ name }) => name),
    ['Bob', 'Ada'],
  )
})

test('every role but the guest writes', async () => {
  const member = await callerWithRole(app, acme, 'member')
  const { id } = await member.post('/contacts', { name: 'By a member' })
  await member.patch(`/contacts/${id}`, { title: 'x' })
  const guest = await callerWithRole(app, acme, 'guest')
  await guest.patch(`/contacts/${id}`, { title: 'y' }, 403)
})

test('a contact that is deleted cannot be changed', async () => {
  const { id } = await acme.post('/contacts', { name: 'Ada' })
  await acme.remove(`/contacts/${id}`)
  assert.equal((await acme.patch(`/contacts/${id}`, { title: 'x' }, 409)).code, 'contact_deleted')
})

test('of two who edit what both have read, the second is told so', async () => {
  const { id } = await acme.post('/contacts', { name: 'Ada' })
  const url = `/api/v1/contacts/${id}`
  const { etag } = (await app.call({ url, key: acme.key })).headers
  const patch = (body: object, tag = etag) => app.call({ method: 'PATCH', url, key: acme.key, body, headers: { 'if-match': tag! } })
  assert.equal((await patch({ title: 'first' })).status, 200)
  const { status, json } = await patch({ title: 'second' })
  assert.deepEqual([status, json.code], [412, 'contact_changed'])
  assert.equal((await acme.get(`/contacts/${id}`)).title, 'first')
  assert.equal((await patch({ title: 'third' }, (await app.call({ url, key: acme.key })).headers.etag)).status, 200)
  assert.equal((await patch({ title: 'fourth' }, '*')).status, 200)
})

function byId(a: unknown, b: unknown): number {
  return (a as { id: string }).id.localeCompare((b as { id: string }).id)
}
