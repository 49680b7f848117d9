import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, organization, type Organization } from '#test/factories'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'
import { nameKey, soundKey } from './names.ts'
import { judge } from './scoring.ts'

const app = await testApp(file, { worker: true })

async function search() {
  await app.database.pools.system.query('select queue_duplicate_searches()')
  await runJobsNow(app, 'contacts.find_duplicates')
}

interface Person {
  name?: string
  email?: string
  phone?: string
  company?: string
}

async function people(us: Organization, ...persons: Person[]): Promise<string[]> {
  const ids = []
  for (const { name, email, phone, company } of persons) {
    const made = await us.post('/contacts', {
      name,
      ...(email && { emails: [{ address: email }] }),
      ...(phone && { phones: [{ number: phone }] }),
      ...(company && { company: { name: company } }),
    })
    ids.push(made.id)
  }
  return ids
}

/** Each pair as `name + name: score reasons`, the likeliest first. */
async function found(us: Organization): Promise<string[]> {
  const pairs = await allItems(us, '/contacts/duplicates', 2)
  return pairs.map(({ contacts, score, reasons }) => `${contacts.map(({ name }: Person) => name).join(' + ')}: ${score} ${reasons.join(' ')}`)
}

test('a name is known again in another order, short, with a title, without accents and in other letters', () => {
  for (const [a, b] of [
    ['Robert Müller', 'Dr. Mueller, Bob'], ['José García', 'garcia jose'], ['Łukasz Nowak', 'Lukasz NOWAK'], ['Øystein Å. Dahl', 'Oeystein Aa Dahl'],
    ['Иван Петров', 'Ivan Petrov'], ['Γιώργος Παππάς', 'Giorgos Pappas'], ["Conan O'Brien", 'Conan O’Brien'], ['Elizabeth Taylor', 'Liz Taylor'],
    ['山田 太郎', '太郎 山田'], ['Ａｄａ Ｌovelace', 'Ada Lovelace'],
  ]) assert.equal(nameKey(a!), nameKey(b!), `${a} is ${b}`)
  for (const [a, b] of [['Jon Smith', 'John Smyth'], ['Philip Meyer', 'Filip Maier'], ['Katrin Schmidt', 'Catrin Schmitt'], ['Stephen Hawking', 'Steven Hawkinng']]) {
    assert.equal(soundKey(a!), soundKey(b!), `${a} sounds like ${b}`)
  }
  for (const [a, b] of [['Ada Lovelace', 'Adam Lovelock'], ['Robert Müller', 'Robert Miller Smith'], ['Dr.', 'Prof.']]) {
    assert.notEqual(nameKey(a!), nameKey(b!))
  }
  for (const odd of ['', ' ', '...', '💥', '\u202e', 'a'.repeat(300), "'; drop table contact; --"]) assert.equal(typeof nameKey(odd) + typeof soundKey(odd), 'stringstring')
})

test('a score is from 0 to 1, the more there is in common the higher, and the same from both sides', () => {
  const [a, b] = [{ name: 'Ada Lovelace', company_id: '1' }, { name: 'Ada Lovelace', company_id: '1' }]
  const all = judge(a, b, { address: true, phone: true })!
  const some = judge(a, b, { address: false, phone: false })!
  assert.ok(all.score <= 1 && all.score > some.score && some.score > 0.5)
  const other = { name: 'Charles Babbage', company_id: '2' }
  assert.deepEqual(judge(a, other, { address: false, phone: true }), judge(other, a, { address: false, phone: true }))
  assert.equal(judge(a, other, { address: false, phone: true }), undefined)
})

test('contacts of the same address, phone or name are found, the likeliest first, with the reasons', async () => {
  const us = await organization(app)
  await people(us,
    { name: 'Ada Lovelace', email: 'ada@example.net', company: 'Engines' },
    { name: 'Lovelace, Ada', email: 'ada@example.net', company: 'Engines' },
    { name: 'Bob Miller', phone: '+49 (151) 123-456', company: 'Mill' },
    { name: 'Robert Miller', phone: '0049 151 123456' },
    { name: 'Jon Smith', company: 'Forge' },
    { name: 'John Smyth', company: 'Forge' },
    { name: 'Anna Berg' },
    { name: 'Anna Berg', company: 'Hill' },
    { name: 'Anna Berg', company: 'Valley' },
    { email: 'nobody@example.net' },
    { name: 'No Body', email: 'nobody@example.net' },
    { name: 'Carl Gauss', company: 'Mill' },
  )
  assert.deepEqual(await found(us), [])
  await search()
  assert.deepEqual(await found(us), [
    'Ada Lovelace + Lovelace, Ada: 0.95 same_address same_name same_company',
    'Jon Smith + John Smyth: 0.84 similar_name same_company',
    'Bob Miller + Robert Miller: 0.78 same_phone same_name',
    'Anna Berg + Anna Berg: 0.6 same_name',
    'Anna Berg + Anna Berg: 0.6 same_name',
    'nobody@example.net + No Body: 0.6 same_address',
  ])
})

test('what changes is looked at again, and nothing else', async () => {
  const us = await organization(app)
  const [a, b, c] = await people(us, { name: 'Ada Lovelace' }, { name: 'Ada Lovelace' }, { name: 'Charles Babbage' })
  await search()
  assert.equal((await found(us)).length, 1)
  await us.patch(`/contacts/${b}`, { name: 'Augusta King' })
  await search()
  assert.deepEqual(await found(us), [])
  await us.patch(`/contacts/${c}`, { name: 'ADA LOVELACE' })
  await search()
  assert.deepEqual(await found(us), ['Ada Lovelace + ADA LOVELACE: 0.6 same_name'])
  await us.remove(`/contacts/${a}`)
  assert.deepEqual(await found(us), [])
  await search()
  await us.post(`/contacts/${a}/restore`, {}, 200)
  await search()
  assert.equal((await found(us)).length, 1)
})

test('nobody waits for a search that runs already, and none is made beside an import', async () => {
  const us = await organization(app)
  await people(us, { name: 'Ada Lovelace' }, { name: 'Lovelace, Ada' })
  const importing = (status: string) => app.database.query<{ id: string }>(
    "insert into operation (org_id, kind, status, input, created_by) values ($1, 'import.contacts', $2, '{}', '{}') returning id", [us.organization_id, status])
  const [operation] = await importing('running')
  await search()
  assert.deepEqual(await found(us), [])
  await app.database.query("update operation set status = 'succeeded' where id = $1", [operation!.id])

  await app.database.transact(us.actor, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('contacts.duplicates'), hashtext(${us.organization_id}))`.execute(tx)
    await search()
  })
  assert.deepEqual(await found(us), [])
  await search()
  assert.equal((await found(us)).length, 1)
})

test('what too many have in common says nothing', async () => {
  const us = await organization(app)
  await people(us, ...Array.from({ length: 25 }, (_, n) => ({ name: `Person ${String.fromCodePoint(97 + n).repeat(3)}`, phone: '+49 30 12345', email: 'office@example.net' })))
  await people(us, { name: 'Eve Adams' }, { name: 'Adams, Eve' })
  await search()
  assert.deepEqual(await found(us), ['Eve Adams + Adams, Eve: 0.6 same_name'])
})

test('two who are not one are not shown again, whatever changes', async () => {
  const us = await organization(app)
  const [a, b, c] = await people(us, { name: 'Ada Lovelace' }, { name: 'Ada Lovelace' }, { name: 'Ada Lovelace' })
  await search()
  assert.equal((await found(us)).length, 3)
  const { cursor } = await allEvents(us)
  const dismissal = await us.post('/contacts/duplicates/dismissals', { contact_ids: [b, a] })
  assert.deepEqual(dismissal.contact_ids, [a, b])
  assert.deepEqual(await us.post('/contacts/duplicates/dismissals', { contact_ids: [a, b] }), dismissal)
  const { events } = await allEvents(us, cursor)
  assert.deepEqual(events.map(({ type, data }) => [type, data.dismissal]), [['duplicate.dismissed', dismissal]])
  await us.patch(`/contacts/${b}`, { title: 'Countess' })
  await search()
  assert.equal((await found(us)).length, 2)
  // Nor when one of them becomes another.
  const merge = await us.post('/contacts/merges', { into: c, contact_ids: [b] })
  assert.deepEqual(await found(us), [])
  await us.post(`/contacts/merges/${merge.id}/undo`, {}, 200)
  assert.equal((await found(us)).length, 2)
})

test('a merged pair is gone at once', async () => {
  const us = await organization(app)
  const [a, b] = await people(us, { name: 'Ada Lovelace' }, { name: 'Ada Lovelace' })
  await search()
  const { id } = await us.post('/contacts/merges', { into: a, contact_ids: [b] })
  assert.deepEqual(await found(us), [])
  await us.post(`/contacts/merges/${id}/undo`, {}, 200)
  assert.equal((await found(us)).length, 1)
})

test('what is wrong is refused, and others’ contacts are not there', async () => {
  const us = await organization(app)
  const other = await organization(app)
  const [a, b] = await people(us, { name: 'Ada Lovelace' }, { name: 'Ada Lovelace' })
  const [theirs] = await people(other, { name: 'Ada Lovelace' })
  await search()
  assert.deepEqual(await found(other), [])
  const dismiss = (contact_ids: unknown, status: number) => us.post('/contacts/duplicates/dismissals', { contact_ids }, status)
  await dismiss([a], 400)
  await dismiss([a, a], 400)
  await dismiss([a, a!.toUpperCase()], 400)
  await dismiss([a, b, theirs], 400)
  await dismiss([a, 'x'], 400)
  await dismiss([a, theirs], 404)
  const reader = await callerWithScope(app, us, 'read')
  await reader.post('/contacts/duplicates/dismissals', { contact_ids: [a, b] }, 403)
  assert.equal((await reader.get('/contacts/duplicates')).data.length, 1)
  await us.get('/contacts/duplicates?cursor=WyJ4Il0', 400)
})
