// Somebody who left traces in everything that there is, and what is left of them afterwards: nothing. Looked for in every
// column of every table and in every file, so a table that comes later is looked through too.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp } from './app.ts'
import { allItems, csv, finished, mail, organization, until, type Organization } from './factories.ts'
import { form, formOf } from './forms.ts'
import { runJobsNow } from './jobs.ts'
import { startReceiver } from './receiver.ts'
import { file } from './scope.ts'
import { findInTables, type Trace } from './traces.ts'

const app = await testApp(file, { worker: true, env: { OUTGOING_ALLOW: '127.0.0.1' } })
/** It answers with what it got, and that is kept. */
const receiver = await startReceiver(file, (response, { body }) => response.writeHead(200, { 'content-type': 'text/plain' }).end(body))

/** What stands somewhere of the person alone, or is their name or address. */
const marks = [
  'vexmark', 'mkfield', 'mklink', 'mkdate', 'mkrelation', 'mknote', 'mkcall', 'mkmail', 'mkheader', 'mkfile', 'mkattached', 'mkrejected', 'mkimported',
  'mkbulk', 'mkalias', 'mktitle', '7700 900461',
]

async function findMarks(): Promise<Trace[]> {
  return [...(await findInTables(app, marks)), ...(await findInFiles())]
}

async function findInFiles(): Promise<Trace[]> {
  const places: Trace[] = []
  for (const entry of await readdir(app.data_folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const content = `${path}\n${await readFile(path, 'latin1')}`.toLowerCase()
    places.push(...marks.filter((mark) => content.includes(mark)).map((mark) => ({ mark, where: path })))
  }
  return places
}

async function leaveTraces(us: Organization) {
  // The answers to these are kept for a day.
  const write = async (path: string, body: object, method: 'POST' | 'PATCH' = 'POST') => {
    const answer = await app.call({ method, url: `/api/v1${path}`, key: us.key, body, headers: { 'idempotency-key': `${method} ${path} ${JSON.stringify(body).length}` } })
    assert.ok(answer.status < 300, answer.text)
    return answer.json
  }
  await us.post('/webhooks', { url: receiver.url, event_types: ['*'] })
  const person = await write('/contacts', {
    name: 'Quillon Vexmark', given_name: 'Quillon', family_name: 'Vexmark', title: 'mktitle', emails: [{ address: 'quillon@vexmark.example' }],
    phones: [{ number: '+44 7700 900461' }], links: [{ url: 'https://mklink.example' }], company: { name: 'Initech' }, tags: ['client'], fields: { secret: 'mkfield', size: 3, stage: 'mkbulk' },
  })
  const other = await write('/contacts', { name: 'Milton W', emails: [{ address: 'milton@initech.example' }], fields: { knows: 'Quillon  Vexmark, quillon@vexmark.example' } })
  const alias = await write('/contacts', { name: 'Mkalias Vexmark', emails: [{ address: 'mkalias@old.example' }], fields: { secret: 'mkalias too' } })
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).png().toBuffer()
  for (const { id } of [person, alias]) await app.call({ method: 'POST', url: `/api/v1/contacts/${id}/photo`, key: us.key, ...formOf([{ name: 'file', filename: 'x', value: picture }]) })
  await write('/contacts/merges', { into: person.id, contact_ids: [alias.id] })
  await write(`/contacts/${person.id}/dates`, { kind: 'custom', label: 'mkdate', month: 1, day: 1 })
  await write(`/contacts/${person.id}/relationships`, { contact_id: other.id, kind: 'custom', label: 'mkrelation', inverse_label: 'boss' })
  const note = await write('/notes', { text: 'mknote: **never** late', contact_ids: [person.id], pinned: true })
  await write(`/notes/${note.id}`, { text: 'mknote: always late' }, 'PATCH')
  await write('/notes', { text: `About [Quillon Vexmark](contact:${person.id}) and Milton`, contact_ids: [other.id] })
  await write('/interactions', { kind: 'call', subject: 'mkcall', text: 'mkcall, long', occurred_at: '2026-03-02T10:00:00Z', participants: [{ contact_id: person.id }] })
  await write('/views', { name: 'Of Quillon Vexmark', q: 'quillon@vexmark.example', shared: true })
  await write('/contacts/bulk', { action: 'change', contact_ids: [person.id, other.id], change: { title: 'Client', fields: { stage: 'won' }, add_tags: ['won'] } })

  const attached = (name: string) => ({
    'Content-Type': 'multipart/mixed; boundary=b', 'X-Note': 'mkheader',
    body: `--b\nContent-Type: text/plain\n\nmkmail text\n--b\nContent-Type: text/plain; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\nmkattached ${name}\n--b--`,
  })
  const { body, ...headers } = attached('mkfile.txt')
  const bring = (text: Parameters<typeof mail>[0]) => us.import(mail(text), { filename: 'from quillon@vexmark.example.eml', options: { own_addresses: ['us@example.org'] } })
  await bring({ from: 'Quill <quillon@vexmark.example>', subject: 'mkmail subject', id: 'mkmail@vexmark.example', headers, body })
  await bring({ from: 'Quillon Vexmark <quillon@vexmark.example>', to: 'Milton <milton@initech.example>', subject: 'From Quillon Vexmark', body: 'Yours, Quillon Vexmark' })
  await us.import(csv(['Name', 'Email', 'Job Title', 'Remark'], ['Quillon Vexmark', 'quillon@vexmark.example', 'mkimported', 'mkimported'], ['Quillon Vexmark', 'not an address', '', 'mkrejected'], ['Milton W', 'nor this', '', 'stays']))
  await us.import(csv(['Name', 'Email', 'Job Title'], ['Quillon Vexmark', 'quillon@vexmark.example', 'Retired']))
  await app.call({ method: 'POST', url: '/api/v1/imports/preview', key: us.key, ...form({ file: csv(['Name', 'Email'], ['Quillon Vexmark', 'quillon@vexmark.example']) }) })
  return { person, other }
}

test('of somebody who left traces everywhere, nothing is left anywhere', async () => {
  const us = await organization(app)
  const { person, other } = await leaveTraces(us)
  await runJobsNow(app, 'contacts.find_duplicates')
  const [webhook] = (await us.get('/webhooks')).data
  await until(async () => (await allItems(us, `/webhooks/${webhook.id}/deliveries`)).every(({ status }) => status === 'succeeded'))

  const before = new Set((await findMarks()).map(({ mark }) => mark))
  assert.deepEqual(marks.filter((mark) => !before.has(mark)), [], 'Each left a trace.')
  const receipt = await us.post(`/contacts/${person.id}/erasure`, {}, 202)
  const { status, error } = await finished(us, receipt.operation_id)
  assert.equal(status, 'succeeded', JSON.stringify(error))
  await runJobsNow(app, 'contacts.remove_photo')
  await until(async () => (await app.database.query('select from search_change')).length === 0)
  await until(async () => (await allItems(us, `/webhooks/${webhook.id}/deliveries`)).every(({ status: each }) => each === 'succeeded'))

  assert.deepEqual(await findMarks(), [])
  const { created_by: _, ...said } = await us.get(`/erasures/${receipt.id}`)
  assert.deepEqual(marks.filter((mark) => JSON.stringify(said).toLowerCase().includes(mark)), [])
  // Everybody else's is there.
  const { name, fields, title } = await us.get(`/contacts/${other.id}`)
  assert.deepEqual([name, title, fields.stage], ['Milton W', 'Client', 'won'])
  assert.equal((await allItems(us, `/contacts/${other.id}/timeline`)).length, 2)
  const rejected = (await app.database.query<{ record: string[] | null }>('select record from import_rejection order by position')).map(({ record }) => record?.at(-1) ?? null)
  assert.deepEqual(rejected, [null, 'stays'])
})
