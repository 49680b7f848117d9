import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, mail, organization, type Organization } from '#test/factories'
import { formOf } from '#test/forms'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'
import { mergeValues } from './values.ts'

const app = await testApp(file, { worker: true })

/** Every row of the organization, but for the logs, the merges themselves, and what is made anew from the contacts. */
async function everyRow({ organization_id }: Organization): Promise<Record<string, string[]>> {
  const tables = await app.database.query<{ name: string }>(`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'org_id'
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('event', 'audit_entry', 'api_key', 'operation', 'contact_merge', 'contact_merge_row', 'duplicate',
        'duplicate_key', 'duplicate_search', 'notification_cursor') order by 1`)
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await app.database.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t where org_id = $1 order by 1`, [organization_id])
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

/** Table by table: the difference of all of them fills the screen. */
function assertSame(actual: Record<string, string[]>, expected: Record<string, string[]>) {
  for (const table of Object.keys(expected)) assert.deepEqual(actual[table], expected[table], table)
}

async function setPhoto(us: Organization, id: string, background: string) {
  const value = await sharp({ create: { width: 9, height: 9, channels: 3, background } }).png().toBuffer()
  const answer = await app.call({ method: 'POST', url: `/api/v1/contacts/${id}/photo`, key: us.key, ...formOf([{ name: 'file', filename: 'x', value }]) })
  return answer.json.photo_url
}

const receive = (us: Organization, from: string, id: string) =>
  us.import(mail({ from, to: 'us@example.org', id, subject: id }), { filename: `${id}.eml`, options: { create_contacts: 'off' } })

/** Two who are one, with something of everything, and a third. */
async function twins() {
  const us = await organization(app)
  const ada = await us.post('/contacts', {
    name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace', emails: [{ address: 'ada@example.net', label: 'work' }, { address: 'family@example.net' }],
    links: [{ url: 'https://ada.example' }],
    phones: [{ number: '+44 20 1234', label: 'work' }], tags: ['vip', 'poet'], fields: { born: 1815, city: 'London' },
    company: { name: 'Engines' },
  })
  const countess = await us.post('/contacts', {
    name: 'Countess of Lovelace', emails: [{ address: 'countess@example.net', label: 'home' }, { address: 'augusta@example.net' }, { address: 'family@example.net', label: 'home' }],
    links: [{ url: 'https://ada.example', label: 'x' }, { url: 'https://countess.example' }],
    phones: [{ number: '0044 (20) 12-34' }, { number: '5' }], tags: ['VIP', 'noble'], fields: { city: 'Ockham', horse: 'Tam' },
    title: 'Countess', company: { name: 'House of Lords' }, owner_id: us.user_id,
  })
  const byron = await us.post('/contacts', { name: 'Byron', emails: [{ address: 'byron@example.net' }, { address: 'family@example.net' }] })
  await us.post(`/contacts/${ada.id}/dates`, { kind: 'birthday', month: 12, day: 10 })
  await us.post(`/contacts/${countess.id}/dates`, { kind: 'birthday', year: 1815, month: 12, day: 10 })
  await us.post(`/contacts/${countess.id}/dates`, { kind: 'anniversary', year: 1835, month: 7, day: 8 })
  await us.post(`/contacts/${ada.id}/relationships`, { contact_id: byron.id, kind: 'parent' })
  await us.post(`/contacts/${countess.id}/relationships`, { contact_id: byron.id, kind: 'parent' })
  await us.post(`/contacts/${byron.id}/relationships`, { contact_id: countess.id, kind: 'friend' })
  await us.post(`/contacts/${ada.id}/relationships`, { contact_id: countess.id, kind: 'colleague' })
  await setPhoto(us, countess.id, 'red')
  await receive(us, 'ada@example.net', 'one@example.net')
  await receive(us, 'Countess <countess@example.net>', 'two@example.net')
  await us.import(mail({ from: 'countess@example.net', to: 'ada@example.net', id: 'three@example.net' }), { filename: 'three.eml', options: { create_contacts: 'off' } })
  await receive(us, 'family@example.net', 'family@example.net')
  return { us, ada: await us.get(`/contacts/${ada.id}`), countess: await us.get(`/contacts/${countess.id}`), byron }
}

test('every column of a contact is merged, or made anew', async () => {
  const columns = await app.database.query<{ name: string }>(`
    select attname as name from pg_attribute where attrelid = 'contact'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)
  const known = ['org_id', 'id', 'created_at', 'updated_at', 'deleted_at', ...Object.keys(mergeValues([{ name: 'X', phones: [], links: [], fields: {} } as never]))]
  assert.deepEqual(columns.map(({ name }) => name).filter((name) => !known.includes(name)), [])
})

test('one has all that both had, and the other’s id leads to it', async () => {
  const { us, ada, countess, byron } = await twins()
  const { cursor } = await allEvents(us)
  const merge = await us.post('/contacts/merges', { into: ada.id, contact_ids: [countess.id] })
  const merged = await us.get(`/contacts/${ada.id}`)
  assert.deepEqual(
    [merge.into.name, merge.into_id, merge.contacts, merge.undone_at],
    ['Ada Lovelace', ada.id, [{ id: countess.id, name: 'Countess of Lovelace' }], null],
  )
  assert.deepEqual(merged, {
    ...ada,
    title: 'Countess',
    owner_id: us.user_id,
    emails: [
      { address: 'ada@example.net', label: 'work', primary: true, shared: false },
      { address: 'family@example.net', label: null, primary: false, shared: true },
      { address: 'countess@example.net', label: 'home', primary: false, shared: false },
      { address: 'augusta@example.net', label: null, primary: false, shared: false },
    ],
    phones: [{ number: '+44 20 1234', label: 'work' }, { number: '5' }],
    links: [{ url: 'https://ada.example' }, { url: 'https://countess.example' }],
    tags: ['noble', 'poet', 'vip'],
    fields: { born: 1815, city: 'London', horse: 'Tam' },
    photo_url: countess.photo_url.replace(countess.id, ada.id),
    updated_at: merged.updated_at,
  })
  assert.notEqual(merged.updated_at, ada.updated_at)
  const dates = (await us.get(`/contacts/${ada.id}/dates`)).data
  assert.deepEqual(dates.map((date: { kind: string; year: number }) => [date.kind, date.year]), [['birthday', 1815], ['anniversary', 1835]])
  const related = (await us.get(`/contacts/${ada.id}/relationships`)).data
  assert.deepEqual(related.map((each: { kind: string; contact: object }) => [each.kind, each.contact]), [
    ['parent', { id: byron.id, name: 'Byron', photo_url: null }],
    ['friend', { id: byron.id, name: 'Byron', photo_url: null }],
  ])
  assert.equal((await allItems(us, `/contacts/${ada.id}/timeline`)).length, 4)

  const old = await app.call({ url: `/api/v1/contacts/${countess.id}`, key: us.key })
  assert.deepEqual([old.status, old.headers.location, old.json], [307, `/api/v1/contacts/${ada.id}`, { merged_into: ada.id }])
  await us.patch(`/contacts/${countess.id}`, { name: 'X' }, 404)
  await us.get(`/contacts/${countess.id}/timeline`, 404)
  assert.deepEqual((await allItems(us, '/contacts')).map(({ name }) => name), ['Ada Lovelace', 'Byron'])
  const { events } = await allEvents(us, cursor)
  assert.deepEqual(events.map(({ type, subject }) => [type, subject]), [
    ['contact.merged', `contact:${ada.id}`],
    ['contact.removed', `contact:${countess.id}`],
  ])
  assert.deepEqual(events[0].data.contact, merged)
  assert.deepEqual(await us.get(`/contacts/merges?contact_id=${countess.id}`), { data: [merge], next_cursor: null })
  assert.deepEqual((await us.get('/contacts/merges')).data, [merge])
})

test('undone, every row is as it was', async () => {
  const { us, ada, countess } = await twins()
  const before = await everyRow(us)
  for (const [into, other] of [[ada, countess], [countess, ada]]) {
    const { id } = await us.post('/contacts/merges', { into: into.id, contact_ids: [other.id] })
    assert.notDeepEqual(await everyRow(us), before)
    const { cursor } = await allEvents(us)
    const undone = await us.post(`/contacts/merges/${id}/undo`, {}, 200)
    assertSame(await everyRow(us), before)
    assert.deepEqual(undone, { into, contacts: [other] })
    assert.deepEqual(await us.get(`/contacts/${other.id}`), other)
    const { events } = await allEvents(us, cursor)
    assert.deepEqual(events.map(({ type, data }) => [type, data.contact]), [['contact.unmerged', into], ['contact.created', other]])
    await us.post(`/contacts/merges/${id}/undo`, {}, 409)
  }
  const merges = (await us.get('/contacts/merges')).data
  assert.ok(merges.every((merge: { undone_at: string }) => merge.undone_at))
  const [left] = await app.database.query('select count(*)::int as n from contact_merge_row where org_id = $1', [us.organization_id])
  assert.deepEqual(left, { n: 0 })
  // The photo's file is still there for the one who shows it again.
  await runJobsNow(app, 'contacts.remove_photo')
  assert.equal((await app.http.inject({ url: countess.photo_url, headers: { authorization: `Bearer ${us.key}` } })).statusCode, 200)
})

test('what came since the merge stays with the one when it is undone', async () => {
  const { us, ada, countess } = await twins()
  const { id } = await us.post('/contacts/merges', { into: ada.id, contact_ids: [countess.id] })
  await receive(us, 'countess@example.net', 'since@example.net')
  await us.patch(`/contacts/${ada.id}`, { title: 'Programmer', tags: ['vip', 'poet', 'noble', 'new'] })
  await us.post(`/contacts/${ada.id}/dates`, { kind: 'custom', label: 'Since', month: 1, day: 1 })
  await us.post(`/contacts/merges/${id}/undo`, {}, 200)

  const again = await us.get(`/contacts/${countess.id}`)
  assert.deepEqual(again, countess)
  const one = await us.get(`/contacts/${ada.id}`)
  assert.deepEqual([one.title, one.tags, one.owner_id, one.emails.length, one.photo_url], ['Programmer', ['new', 'poet', 'vip'], null, 2, null])
  const subjects = async (contactId: string) => (await allItems(us, `/contacts/${contactId}/timeline`)).map(({ subject }) => subject)
  assert.deepEqual((await subjects(ada.id)).toSorted(), ['A subject', 'family@example.net', 'one@example.net', 'since@example.net'])
  assert.deepEqual((await subjects(countess.id)).length, 3)
  assert.deepEqual((await allItems(us, `/contacts/${ada.id}/dates`)).map(({ label }) => label), [null, 'Since'])
  // From now on its mail is its own again.
  await receive(us, 'countess@example.net', 'after@example.net')
  assert.deepEqual((await subjects(countess.id)).length, 4)
})

test('what an undone merge would name and is gone by now is left out', async () => {
  const { us, ada, countess, byron } = await twins()
  const { id } = await us.post('/contacts/merges', { into: ada.id, contact_ids: [countess.id] })
  const { organization_id: org } = us
  await app.database.query('delete from contact where org_id = $1 and id = $2', [org, byron.id])
  await app.database.query("delete from tag where org_id = $1 and name = 'noble'", [org])
  await app.database.query("delete from company where org_id = $1 and name = 'House of Lords'", [org])
  await app.database.query("delete from interaction where org_id = $1 and source_id like 'two%'", [org])
  await us.post(`/contacts/merges/${id}/undo`, {}, 200)
  const again = await us.get(`/contacts/${countess.id}`)
  assert.deepEqual([again.company, again.tags, again.title], [null, ['vip'], 'Countess'])
})

test('whose value stands can be chosen', async () => {
  const { us, ada, countess } = await twins()
  const third = await us.post('/contacts', { name: 'byname@example.net', fields: { city: 'Paris' } })
  const [c, a, t] = [countess.id, ada.id, third.id]
  await us.post('/contacts/merges', {
    into: a, contact_ids: [c, t],
    choices: { name: c.toUpperCase(), company: c, title: a, photo: a, family_name: a, fields: { city: t, born: c } },
  })
  const { name, given_name, family_name, company, title, photo_url, fields } = await us.get(`/contacts/${a}`)
  assert.deepEqual(
    [name, given_name, family_name, company.name, title, photo_url, fields],
    ['Countess of Lovelace', 'Ada', 'Lovelace', 'House of Lords', null, null, { city: 'Paris', horse: 'Tam' }],
  )
  const nameless = await us.post('/contacts', { emails: [{ address: 'n@example.net' }] })
  await us.post('/contacts/merges', { into: nameless.id, contact_ids: [a] })
  assert.equal((await us.get(`/contacts/${nameless.id}`)).name, 'Countess of Lovelace')
})

test('merges in a chain lead to the last, and are undone from the last to the first', async () => {
  const us = await organization(app)
  const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => (await us.post('/contacts', { name, tags: [name] })).id))
  const before = await everyRow(us)
  const first = await us.post('/contacts/merges', { into: b, contact_ids: [a] })
  const second = await us.post('/contacts/merges', { into: c, contact_ids: [b] })
  const third = await us.post('/contacts/merges', { into: c, contact_ids: [d] })
  assert.equal((await app.call({ url: `/api/v1/contacts/${a}`, key: us.key })).json.merged_into, c)
  assert.deepEqual((await us.get(`/contacts/${c}`)).tags, ['a', 'b', 'c', 'd'])
  const { data } = await us.get('/contacts/merges')
  assert.deepEqual(data.map(({ into }: { into: object | null }) => into === null), [false, false, true])
  for (const [merge, other] of [[first, second], [second, third]]) {
    const { detail, code } = await us.post(`/contacts/merges/${merge.id}/undo`, {}, 409)
    assert.equal(code, 'merged_since')
    assert.ok(detail.includes(other.id))
  }
  await us.post('/contacts/merges', { into: b, contact_ids: [d] }, 409)
  for (const { id } of [third, second, first]) await us.post(`/contacts/merges/${id}/undo`, {}, 200)
  assertSame(await everyRow(us), before)
})

test('of merges of the same contacts at once one is carried out, and nothing is lost', async () => {
  const { us, ada, countess } = await twins()
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => app.call({
    url: '/api/v1/contacts/merges', key: us.key,
    body: n % 2 ? { into: ada.id, contact_ids: [countess.id] } : { into: countess.id, contact_ids: [ada.id] },
  })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409, 409, 409, 409])
  const left = (await allItems(us, '/contacts')).filter(({ name }) => name !== 'Byron')
  assert.equal(left.length, 1)
  assert.equal(left[0].emails.length, 4)
  const { id } = answers.find(({ status }) => status === 201)!.json
  const undone = await Promise.all([1, 2, 3].map(() => app.call({ method: 'POST', url: `/api/v1/contacts/merges/${id}/undo`, key: us.key })))
  assert.deepEqual(undone.map(({ status }) => status).toSorted(), [200, 409, 409])
  assert.deepEqual(await us.get(`/contacts/${ada.id}`), ada)
})

test('a merge goes with the contact that it was into', async () => {
  const us = await organization(app)
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(async (name) => (await us.post('/contacts', { name })).id))
  const { id } = await us.post('/contacts/merges', { into: b, contact_ids: [a] })
  await us.post('/contacts/merges', { into: c, contact_ids: [b] })
  await app.database.query('delete from contact where org_id = $1 and id = $2', [us.organization_id, c])
  assert.deepEqual((await us.get('/contacts/merges')).data, [])
  await us.post(`/contacts/merges/${id}/undo`, {}, 404)
  await us.get(`/contacts/${a}`, 404)
})

test('who was deleted is not merged before being restored', async () => {
  const { us, ada, countess } = await twins()
  await us.remove(`/contacts/${countess.id}`)
  await us.post('/contacts/merges', { into: ada.id, contact_ids: [countess.id] }, 404)
  await us.post('/contacts/merges', { into: countess.id, contact_ids: [ada.id] }, 404)
  await us.post(`/contacts/${countess.id}/restore`, {}, 200)
  await us.post('/contacts/merges', { into: ada.id, contact_ids: [countess.id] })
})

test('what cannot be merged is refused, and who only reads and strangers merge nothing', async () => {
  const { us, ada, countess } = await twins()
  const other = await organization(app)
  const { id: theirs } = await other.post('/contacts', { name: 'Stranger' })
  const before = await everyRow(us)
  const [into, id] = [ada.id, countess.id]
  for (const [body, status] of [
    [{}, 400], [{ into }, 400], [{ into, contact_ids: [] }, 400], [{ into, contact_ids: [into] }, 400],
    [{ into, contact_ids: [into.toUpperCase()] }, 400], [{ into, contact_ids: [id, id] }, 400], [{ into, contact_ids: ['x'] }, 400],
    [{ into, contact_ids: [theirs] }, 404], [{ into: theirs, contact_ids: [into] }, 404],
    [{ into, contact_ids: [id], choices: { name: theirs } }, 400], [{ into, contact_ids: [id], choices: { shoe: id } }, 400],
    [{ into, contact_ids: [id], choices: { fields: { city: theirs } } }, 400],
  ] as const) await us.post('/contacts/merges', body, status)
  const reader = await callerWithScope(app, us, 'read')
  await reader.post('/contacts/merges', { into, contact_ids: [id] }, 403)
  assertSame(await everyRow(us), before)
  const merge = await us.post('/contacts/merges', { into, contact_ids: [id] })
  await other.post(`/contacts/merges/${merge.id}/undo`, {}, 404)
  await reader.post(`/contacts/merges/${merge.id}/undo`, {}, 403)
  await other.get(`/contacts/${id}`, 404)
  assert.deepEqual((await other.get(`/contacts/merges?contact_id=${into}`)).data, [])
  assert.equal((await reader.get('/contacts/merges')).data.length, 1)
})
