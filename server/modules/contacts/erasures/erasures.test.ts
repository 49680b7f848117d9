import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, csv, finished, mail, organization, type Organization } from '#test/factories'
import { form, formOf } from '#test/forms'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'
import { wordsOf } from './words.ts'

const app = await testApp(file, { worker: true })

/** Where one of these stands: in a column of any table of any schema of ours, or in a file. */
async function placesOf(words: string[]): Promise<string[]> {
  const tables = await app.database.query<{ name: string }>(`
    select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname in ('public', 'auth', 'staging', 'graphile_worker')`)
  const places = []
  for (const { name } of tables) {
    const rows = await app.database.query<{ row: string }>(
      `select t::text as row from ${name} t where lower(t::text) like any ($1)`, [words.map((word) => `%${word.toLowerCase()}%`)])
    places.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  const folder = join(app.data_folder, 'files')
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue
    const content = (await readFile(join(entry.parentPath, entry.name), 'latin1')).toLowerCase()
    if (words.some((word) => content.includes(word.toLowerCase()))) places.push(`file ${entry.name}`)
  }
  return places
}

async function erase(us: Organization, id: string) {
  const receipt = await us.post(`/contacts/${id}/erasure`, {}, 202)
  const operation = await finished(us, receipt.operation_id)
  assert.equal(operation.status, 'succeeded', JSON.stringify(operation.error))
  return { receipt, operation, after: await us.get(`/erasures/${receipt.id}`) }
}

/** Somebody who left traces everywhere. */
async function known() {
  const us = await organization(app)
  const write = (path: string, body: object) => app.call({ url: `/api/v1${path}`, key: us.key, body, headers: { 'idempotency-key': path } })
  const { json: person } = await write('/contacts', {
    name: 'Zebulon Quixote', emails: [{ address: 'zeb@quixote.example' }, { address: 'family@quixote.example' }],
    phones: [{ number: '+34 555 010203' }], fields: { motto: 'Zebulon Quixote rides', 'of zeb@quixote.example': 1 }, tags: ['of Zebulon Quixote'],
  })
  const sancho = await us.post('/contacts', {
    name: 'Sancho Panza', emails: [{ address: 'sancho@panza.example' }, { address: 'family@quixote.example' }],
    fields: { note: 'squire of ZEBULON  QUIXOTE (zeb@quixote.example, not joezeb@quixote.example)', quote: 'he said "Zebulon Quixote"' },
  })
  const alias = await us.post('/contacts', { name: 'Knight Of Mirrors', emails: [{ address: 'knight@mirrors.example' }] })
  await us.post('/contacts/merges', { into: person.id, contact_ids: [alias.id] })
  await us.post(`/contacts/${person.id}/dates`, { kind: 'custom', label: 'Zebulon Quixote day', month: 1, day: 1 })
  await us.post(`/contacts/${person.id}/relationships`, { contact_id: sancho.id, kind: 'custom', label: 'squire of Zebulon Quixote', inverse_label: 'knight' })
  await us.patch(`/contacts/${sancho.id}`, { title: 'Squire of Zebulon Quixote' })
  const value = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).png().toBuffer()
  await app.call({ method: 'POST', url: `/api/v1/contacts/${person.id}/photo`, key: us.key, ...formOf([{ name: 'file', filename: 'x', value }]) })
  const bring = (text: Parameters<typeof mail>[0]) => us.import(mail(text), { filename: 'zeb@quixote.example.eml', options: { create_contacts: 'off' } })
  await bring({ from: 'Zebulon Quixote <zeb@quixote.example>', subject: 'Alone', id: 'alone@quixote.example' })
  await bring({
    from: 'Don Z <zeb@quixote.example>', to: 'Sancho <sancho@panza.example>', subject: 'To Zebulon Quixote and you', id: 'both@quixote.example',
    body: 'Yours, Zebulon\nQuixote <zeb@quixote.example>, +34 555 010203',
  })
  await us.import(csv(['name', 'email', 'x'], ['Zebulon Quixote', 'zeb@quixote.example', 'y'], ['Zebulon Quixote', 'not an address', 'z']))
  await app.call({ method: 'POST', url: '/api/v1/imports/preview', key: us.key, ...form({ file: csv(['name', 'email'], ['Zebulon Quixote', 'zeb@quixote.example']) }) })
  return { us, person, sancho, alias }
}

const words = ['zebulon quixote', 'zebulon  quixote', 'zebulon\nquixote', 'zebulon\\nquixote', ' zeb@quixote', '<zeb@quixote', '"zeb@quixote', '(zeb@quixote', 'knight@mirrors', 'knight of mirrors', '555 010203', 'don z']

test('afterwards nothing of the person is found in any table or file, and everybody else is as before', async () => {
  const { us, person, sancho } = await known()
  assert.ok((await placesOf(words)).length > 20, 'the test finds what there is')
  const { cursor } = await allEvents(us)
  const { receipt, after } = await erase(us, person.id)
  await runJobsNow(app, 'contacts.remove_photo')
  assert.deepEqual(await placesOf(words), [])
  assert.deepEqual((await readdir(app.data_folder, { recursive: true })).filter((path) => path.includes(join('photos', us.organization_id))), [])

  await us.get(`/contacts/${person.id}`, 404)
  assert.deepEqual((await allItems(us, '/contacts')).map(({ name }) => name), ['Sancho Panza'])
  const { fields, title, emails } = await us.get(`/contacts/${sancho.id}`)
  assert.match(fields.note, /^squire of \[erased\] \(erased-\w+-\d@erased\.invalid, not joezeb@quixote\.example\)$/)
  assert.deepEqual([title, fields.quote], ['Squire of [erased]', 'he said "[erased]"'])
  assert.deepEqual(emails.map(({ address }: { address: string }) => address), ['sancho@panza.example', 'family@quixote.example'])
  const [entry, ...more] = await allItems(us, `/contacts/${sancho.id}/timeline`)
  assert.deepEqual([entry.subject, more], ['To [erased] and you', []])
  assert.equal((await allItems(us, '/interactions')).length, 1)

  const hash = (address: string) => createHash('sha256').update(`${us.organization_id}:${address}`).digest('hex')
  assert.deepEqual(after.address_hashes.toSorted(), [hash('zeb@quixote.example'), hash('knight@mirrors.example')].toSorted())
  assert.ok(after.finished_at && !receipt.finished_at)
  assert.equal(after.counts.contact >= 2, true)
  assert.ok(after.counts.interaction >= 1 && after.counts.event >= 1)
  assert.deepEqual(after.created_by, { kind: 'api_key', id: us.actor.id })
  assert.deepEqual((await us.get('/erasures')).data, [after])

  // Cursors are as good as before, and whoever follows is told.
  const { events } = await allEvents(us, cursor)
  assert.deepEqual(events.filter(({ type }) => type === 'contact.erased').map(({ subject }) => subject), [`contact:${person.id}`])
  const all = await allEvents(us)
  assert.deepEqual(all.events.find(({ type, subject }) => type === 'contact.created' && subject === `contact:${person.id}`).data, {})
})

test('a name or an address that somebody else has as well stays theirs', async () => {
  const us = await organization(app)
  const one = await us.post('/contacts', { name: 'Jane Roe', emails: [{ address: 'jane@roe.example' }, { address: 'roes@roe.example' }], phones: [{ number: '030 1234567' }] })
  const other = await us.post('/contacts', { name: 'Jane Roe', emails: [{ address: 'roes@roe.example' }], title: 'jane@roe.example' })
  await erase(us, one.id)
  const left = await us.get(`/contacts/${other.id}`)
  assert.deepEqual([left.name, left.emails[0].address, left.emails[0].shared], ['Jane Roe', 'roes@roe.example', false])
  assert.match(left.title, /^erased-\w+-0@erased\.invalid$/)
})

test('words with signs of their own are found as they are, and not within others', () => {
  const [address, name] = wordsOf({ addresses: ['a.b+c@x-y.org'], names: ['J. (Jo) O\'Neil [x]'], phones: [] }, '00000000-0000-7000-8000-000000000001')
  for (const { find, like } of [address!, name!]) assert.ok(find.length > 10 && like.startsWith('%'))
})

test('only admins erase, nobody erases others’ people, and whoever was merged is erased with the one', async () => {
  const { us, person, alias } = await known()
  const writer = await callerWithScope(app, us, 'write')
  await writer.post(`/contacts/${person.id}/erasure`, {}, 403)
  await writer.get('/erasures', 403)
  const other = await organization(app)
  await other.post(`/contacts/${person.id}/erasure`, {}, 404)
  const { code } = await us.post(`/contacts/${alias.id}/erasure`, {}, 409)
  assert.equal(code, 'contact_merged')
  const twice = await Promise.all([1, 2].map(() => app.call({ method: 'POST', url: `/api/v1/contacts/${person.id}/erasure`, key: us.key })))
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), [202, 404])
  const { json } = twice.find(({ status }) => status === 202)!
  await finished(us, json.operation_id)
  await other.get(`/erasures/${json.id}`, 404)
  assert.deepEqual((await other.get('/erasures')).data, [])
})
