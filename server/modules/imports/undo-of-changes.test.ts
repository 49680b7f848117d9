import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { contents } from '#test/contents'
import { allItems, finished, mail, mbox, organization, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const options = { own_addresses: ['me@own.example'] }
const day = (n: number) => `Mon, ${n} Mar 2026 10:00:00 +0000`

async function undo(caller: Organization, id: string) {
  const undone = await finished(caller, (await caller.remove(`/imports/${id}`, 202)).id)
  assert.equal(undone.status, 'succeeded', JSON.stringify(undone.error))
  return undone
}

/** Rows as they are, ids and times too. */
async function rows({ organization_id }: Organization) {
  const tables = ['interaction', 'interaction_body', 'participant', 'thread_reference', 'calendar_revision', 'contact', 'contact_email']
  const found = await Promise.all(tables.map((table) => app.database.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${table} t where org_id = $1 order by 1`, [organization_id])))
  return Object.fromEntries(tables.map((table, index) => [table, found[index]!.map(({ row }) => row)]))
}

async function threads({ organization_id }: Organization): Promise<string[][]> {
  const found = await app.database.query<{ thread_id: string; source_id: string }>(
    'select thread_id, source_id from interaction where org_id = $1 order by source_id', [organization_id])
  return [...Map.groupBy(found, ({ thread_id }) => thread_id).values()].map((each) => each.map(({ source_id }) => source_id))
}

const letter = (id: string, n: number, references?: string) =>
  mail({ id, from: 'ada@x.example', to: 'me@own.example', subject: `About ${id}`, date: day(n), ...(references && { references }) })
const importMails = async (acme: Organization, ...mails: string[]) => (await acme.import(mbox(...mails), { filename: 'a.mbox', options })).id as string

test('threads that an import has joined are apart again after its undo, and called as they were', async () => {
  const acme = await organization(app)
  await importMails(acme, letter('a', 1), letter('b', 2, '<a> <never-seen>'), letter('c', 3), letter('d', 4, '<c>'), letter('e', 5))
  const before = await rows(acme)
  const id = await importMails(acme, letter('f', 6, '<b> <d>'), letter('g', 7, '<e> <f>'), letter('h', 8))
  assert.deepEqual(await threads(acme), [['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['h']])
  await undo(acme, id)
  assert.deepEqual(await rows(acme), before)
})

test('what a later mail has joined as well stays together, and what came in between is with what it names', async () => {
  const acme = await organization(app)
  await importMails(acme, letter('a', 1), letter('b', 2), letter('c', 3))
  const joining = await importMails(acme, letter('d', 4, '<a> <b> <c>'))
  await importMails(acme, letter('e', 5, '<b> <c>'), letter('f', 6, '<a>'))
  const named = await acme.get(`/contacts/${(await acme.get('/contacts')).data[0].id}/timeline`)
  assert.equal(named.data.length, 6)
  await undo(acme, joining)
  assert.deepEqual(await threads(acme), [['a', 'f'], ['b', 'c', 'e']])
  // And the same as if it had never come.
  const other = await organization(app)
  await importMails(other, letter('a', 1), letter('b', 2), letter('c', 3))
  await importMails(other, letter('e', 5, '<b> <c>'), letter('f', 6, '<a>'))
  assert.deepEqual(await contents(app.database.query, acme.organization_id), await contents(app.database.query, other.organization_id))
})

test('mail whose header is not kept any more stays in the thread that it is in', async () => {
  const acme = await organization(app)
  await importMails(acme, letter('a', 1), letter('b', 2, '<a>'))
  const id = await importMails(acme, letter('c', 3, '<b>'))
  await app.database.query('update interaction_body set headers = null where org_id = $1', [acme.organization_id])
  await undo(acme, id)
  assert.deepEqual(await threads(acme), [['a', 'b']])
})

const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')
const importCalendar = (acme: Organization, text: string) => acme.import(text, { filename: 'calendar.ics', options })
const people = (...names: string[]) => ['ORGANIZER:mailto:me@own.example', ...names.map((name) => `ATTENDEE;CN=${name}:mailto:${name}@x.example`)]

test('meetings that a newer calendar has moved, rewritten or taken away are as they were after its undo, and the older one is current', async () => {
  const acme = await organization(app)
  const older = calendar(
    ['UID:one', 'SEQUENCE:1', 'SUMMARY:Engine', 'DESCRIPTION:It runs.', 'LOCATION:Room 1', 'DTSTART:20260302T100000Z', 'DURATION:PT1H', ...people('ada', 'bob')],
    ['UID:guests', 'SUMMARY:Guests', 'DTSTART:20260303T100000Z', ...people('ada', 'bob')],
    ['UID:words', 'SUMMARY:Words', 'DTSTART:20260304T100000Z', 'DESCRIPTION:Some.', ...people('ada')],
    ['UID:week/ly', 'SUMMARY:Weekly', 'DTSTART:20260302T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=3', ...people('bob')],
  )
  const newer = calendar(
    ['UID:one', 'SEQUENCE:2', 'SUMMARY:Engines', 'DTSTART:20260309T100000Z', ...people('ada', 'carl')],
    ['UID:guests', 'SEQUENCE:1', 'SUMMARY:Guests', 'DTSTART:20260303T100000Z', ...people('ada', 'dora')],
    ['UID:words', 'SEQUENCE:1', 'SUMMARY:Words', 'DTSTART:20260304T100000Z', 'DESCRIPTION:Others.', ...people('ada')],
    ['UID:week/ly', 'SEQUENCE:1', 'SUMMARY:Weekly', 'DTSTART:20260303T110000Z', 'RRULE:FREQ=WEEKLY;COUNT=4', ...people('bob')],
    ['UID:fresh', 'SUMMARY:Fresh', 'DTSTART:20260305T100000Z', ...people('ada')],
  )
  await importCalendar(acme, older)
  const before = await rows(acme)
  const { id, result } = await importCalendar(acme, newer)
  assert.deepEqual([result.created, result.updated, result.removed, result.contacts_created], [5, 3, 3, 2])
  assert.deepEqual((await undo(acme, id)).result, { total: 13, removed: 7, restored: 6, kept: 0 })
  assert.deepEqual(await rows(acme), before)
  // An older one than that would change nothing; it is the current one, and so does the newer one again.
  assert.deepEqual((await importCalendar(acme, newer)).result, result)
})

test('a meeting that somebody has changed, or a later calendar has moved again, stays so and is listed; until that is undone too', async () => {
  const acme = await organization(app)
  const version = (sequence: number, hour: number) => calendar(...['pinned', 'moved'].map((uid) =>
    [`UID:${uid}`, `SEQUENCE:${sequence}`, `SUMMARY:The ${uid}`, `DTSTART:20260302T${hour}0000Z`, ...people('ada')]))
  const imports = []
  for (const sequence of [1, 2]) imports.push(await importCalendar(acme, version(sequence, 9 + sequence)))
  const meetings = async () => (await allItems(acme, '/interactions')).map(({ subject, occurred_at }) => `${subject} ${new Date(occurred_at).getUTCHours()}`).toSorted()
  const pinned = (await allItems(acme, '/interactions')).find(({ subject }) => subject === 'The pinned')
  await acme.patch(`/interactions/${pinned.id}`, { pinned: true })
  const later = await importCalendar(acme, calendar(['UID:moved', 'SEQUENCE:3', 'SUMMARY:The moved', 'DTSTART:20260302T150000Z', ...people('ada')]))

  const undone = await undo(acme, imports[1].id)
  assert.deepEqual(undone.result, { total: 2, removed: 0, restored: 0, kept: 2 })
  const kept = await allItems(acme, `/imports/${undone.id}/rejections`)
  assert.deepEqual(kept.map(({ record }) => record[0]).toSorted(), ['The moved', 'The pinned'])
  assert.deepEqual(await meetings(), ['The moved 15', 'The pinned 11'])
  await undo(acme, later.id)
  assert.deepEqual(await meetings(), ['The moved 11', 'The pinned 11'])
  // What the first has made was changed by others since.
  assert.deepEqual((await undo(acme, imports[0].id)).result, { total: 3, removed: 0, restored: 0, kept: 3 })
})

test('who is erased does not come back with the undo of a calendar', async () => {
  const acme = await organization(app)
  const version = (sequence: number, hour: number) => calendar(['UID:one', `SEQUENCE:${sequence}`, 'SUMMARY:Engine', `DTSTART:20260302T${hour}0000Z`, ...people('ada', 'zebedee')])
  await importCalendar(acme, version(1, 10))
  const { id } = await importCalendar(acme, version(2, 11))
  const [zebedee] = (await acme.get('/contacts?email=zebedee@x.example')).data
  await finished(acme, (await acme.post(`/contacts/${zebedee.id}/erasure`, {}, 202)).operation_id)
  assert.ok(!JSON.stringify(await contents(app.database.query, acme.organization_id)).includes('zebedee'))
  const [change] = await app.database.query<{ meetings: unknown[] }>('select meetings from import_change where org_id = $1 and import_id = $2', [acme.organization_id, id])
  assert.deepEqual(change!.meetings, [])
})
