import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { recordInteractions, type NewInteraction } from '#modules/timeline'
import { testApp } from '#test/app'
import { finished, mail, mbox, organization, until, type Organization } from '#test/factories'
import { seededRandom } from '#test/random'
import { file } from '#test/scope'
import { readThreadSubject } from './thread-subject.ts'

const app = await testApp(file, { worker: true })

test('a subject is read without what programs and lists put in front of it', () => {
  const answers = [
    'Re: Offer', 'RE:Offer', 'AW: offer', 'Sv: Re: OFFER', 'Antw: Offer', 'Re[2]: Offer', 'RE(3): Offer', 'Re^2: Offer', 'R: Offer', 'Odp: Offer',
    'YNT: Offer', '回复:Offer', '答复: Offer', 'RE : Offer', '  Re:   Offer ', 'Ответ: Offer', '[sales] Re: Offer', 'Re: [sales] Offer',
    '[EXTERNAL] Re: [sales] AW: Offer', 'Vá: Offer',
  ]
  for (const subject of answers) assert.deepEqual(readThreadSubject(subject), { thread_subject: 'offer', is_answer: true }, subject)
  const others: [string | null, string | null][] = [
    ['Offer', 'offer'], ['[sales] Offer', 'offer'], ['Fwd: Offer', 'fwd: offer'], ['WG: Re: Offer', 'wg: re: offer'], ['Rebate: Offer', 'rebate: offer'],
    ['Report: Re', 'report: re'], ['[#4711] Offer', '[#4711] offer'], ['[Case 20260301] Offer', '[case 20260301] offer'], ['[Urgent]', '[urgent]'],
    ['Ref. 12: Offer', 'ref. 12: offer'], [null, null], [' ', null], ['Re:', null], ['Re: Re:', null],
  ]
  for (const [subject, expected] of others) assert.deepEqual(readThreadSubject(subject), { thread_subject: expected, is_answer: false }, `${subject}`)
  assert.equal(readThreadSubject(`Re: ${'Re: '.repeat(10_000)}x`).thread_subject, 'x')
  assert.ok(Buffer.byteLength(readThreadSubject('İ'.repeat(998)).thread_subject!) < 2_000)
})

const own = ['me@own.example', 'colleague@own.example']

/** Threads as lists of Message-IDs. */
async function threads(org: Organization): Promise<string[][]> {
  const rows = await app.database.query<{ thread_id: string; source_id: string }>(
    'select thread_id, source_id from interaction where org_id = $1 order by source_id', [org.organization_id])
  return [...Map.groupBy(rows, ({ thread_id }) => thread_id).values()].map((each) => each.map(({ source_id }) => source_id))
    .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

const day = (n: number, minute = 0) => new Date(Date.UTC(2026, 2, n, 10, minute)).toUTCString()

async function threadsOf(...mails: Parameters<typeof mail>[0][]): Promise<string[][]> {
  const found = []
  for (const order of [mails, mails.toReversed()]) {
    const org = await organization(app)
    await org.import(mbox(...order.map(mail)), { filename: 'a.mbox', options: { own_addresses: own } })
    found.push(await threads(org))
  }
  assert.deepEqual(found[0], found[1])
  return found[0]!
}

test('an answer that names no message is in the thread of the latest earlier mail of its subject between the same people', async () => {
  const ada = { from: 'ada@x.example', to: 'me@own.example' }
  assert.deepEqual(await threadsOf(
    { id: '1', ...ada, subject: 'Report', date: day(1) },
    { id: '2', from: 'me@own.example', to: 'ada@x.example', subject: 'AW: Report', date: day(2) },
    { id: '3', ...ada, subject: 'Report', date: day(8) },
    { id: '4', from: 'me@own.example', to: 'ada@x.example', subject: 'SV: report', date: day(9) },
    { id: '5', ...ada, subject: 'RE: SV: Report', date: day(10) },
    { id: '6', ...ada, subject: 'Re: Report', references: '<1>', date: day(11) },
    { id: '7', ...ada, subject: 'Re: Other', date: day(12) },
  ), [['1', '2', '6'], ['3', '4', '5'], ['7']])
})

test('an answer of somebody else, of long after, or of us to somebody else is none', async () => {
  const hello = { from: 'me@own.example', subject: 'Hello' }
  assert.deepEqual(await threadsOf(
    { id: '1', ...hello, to: 'ada@x.example', date: day(1) },
    { id: '2', ...hello, to: 'bob@x.example', date: day(1, 1) },
    { id: '3', from: 'bob@x.example', to: 'me@own.example', subject: 'Re: Hello', date: day(2) },
    { id: '4', from: 'ada@x.example', to: 'me@own.example', subject: 'Re: Hello', date: day(3) },
    { id: '5', from: 'eve@x.example', to: 'me@own.example', subject: 'Re: Hello', date: day(4) },
    { id: '6', from: 'ada@x.example', to: 'me@own.example', subject: 'Re: Hello', date: day(34) },
    { id: '7', from: 'me@own.example', to: 'zoe@x.example', subject: 'Re: Hello', date: day(35) },
  ), [['1', '4'], ['2', '3'], ['5'], ['6'], ['7']])
})

test('a colleague may answer', async () => {
  assert.deepEqual(await threadsOf(
    { id: '1', from: 'ada@x.example', to: 'me@own.example', subject: 'Offer', date: day(1) },
    { id: '2', from: 'colleague@own.example', to: 'ada@x.example', subject: 'Re: Offer', date: day(2) },
  ), [['1', '2']])
})

test('an undo takes out what was answered, and the answers are of what was before', async () => {
  const org = await organization(app)
  const report = (id: string, n: number, subject = 'Report') => mail({ id, from: 'ada@x.example', to: 'me@own.example', subject, date: day(n) })
  await org.import(mbox(report('1', 1), report('3', 3, 'Re: Report')), { filename: 'a.mbox' })
  const { id } = await org.import(report('2', 2), { filename: 'b.eml' })
  assert.deepEqual(await threads(org), [['1'], ['2', '3']])
  const undo = await app.call({ method: 'DELETE', url: `/api/v1/imports/${id}`, key: org.key })
  assert.equal(undo.status, 202)
  assert.equal((await finished(org, undo.json.id)).status, 'succeeded')
  assert.deepEqual(await threads(org), [['1', '3']])
})

test('what is written down here is answered and answers too, and anew when it is changed', async () => {
  const org = await organization(app)
  const ada = await org.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.example' }] })
  const call = { kind: 'call', participants: [{ contact_id: ada.id }] }
  const first = await org.post('/interactions', { ...call, subject: 'Offer', occurred_at: '2026-03-01T09:00:00Z' })
  await org.import(mail({ from: 'ada@x.example', to: 'me@own.example', subject: 'Re: Offer', date: day(1) }), { filename: 'a.eml' })
  const second = await org.post('/interactions', { ...call, subject: 'Re: offer', occurred_at: '2026-03-02T09:00:00Z' })
  const count = async ({ id }: { id: string }) => (await org.get(`/interactions/${id}`)).thread.count
  assert.equal(second.thread.count, 3)
  assert.equal((await org.patch(`/interactions/${first.id}`, { subject: 'Something else' })).thread.count, 1)
  assert.equal(await count(second), 2)
  await org.patch(`/interactions/${first.id}`, { subject: 'Offer' })
  assert.deepEqual([await count(first), await count(second)], [3, 3])
  await org.patch(`/interactions/${second.id}`, { occurred_at: '2026-02-01T09:00:00Z' })
  assert.deepEqual([await count(first), await count(second)], [2, 1])
})

/** Some people who write to one another about few things, some of them by programs that name no message. */
function generateMailbox(seed: number): NewInteraction[] {
  const next = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  const people = ['me@own.example', 'ada@x.example', 'bob@x.example', 'cy@x.example']
  const subjects = ['Plan', 'Lunch']
  return Array.from({ length: 40 }, (_, n): NewInteraction => {
    const [sender, ...others] = people.toSorted(() => next() - 0.5)
    const recipients = others.slice(0, 1 + Math.floor(next() * 2))
    const isOurs = sender === 'me@own.example'
    return {
      kind: 'mail', source: 'mail', source_id: `${n}@x`, thread_ids: next() < 0.2 ? [`${Math.floor(next() * 45)}@x`].filter((id) => id !== `${n}@x`) : [],
      direction: isOurs ? 'out' : 'in', subject: `${pick(['', '', 'Re: ', 'AW: '])}${pick(subjects)}`, snippet: null, has_attachments: false,
      // Some in the same moment.
      occurred_at: new Date(Date.UTC(2026, 0, 1) + Math.floor(next() * 150) * 43_200_000).toISOString(),
      participants: [{ role: 'from', address: sender!, name: null }, ...recipients.map((address) => ({ role: 'to' as const, address, name: null }))],
    }
  })
}

/** What the threads should be, found slowly. */
function expectedThreads(mails: NewInteraction[]): string[][] {
  const members = new Map(mails.flatMap(({ source_id, thread_ids }) => [source_id, ...thread_ids]).map((id) => [id, new Set([id])]))
  const unite = (one: string, other: string) => {
    const all = new Set([...members.get(one)!, ...members.get(other)!])
    for (const id of all) members.set(id, all)
  }
  const key = ({ occurred_at, source_id }: NewInteraction) => `${occurred_at} ${source_id}`
  const ordered = mails.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  for (const [place, each] of ordered.entries()) {
    for (const id of each.thread_ids) unite(each.source_id, id)
    if (each.thread_ids.length > 0 || !/^(?:Re|AW): /.test(each.subject!)) continue
    const bare = (subject: string) => subject.replace(/^(?:Re|AW): /, '')
    const [sender, ...recipients] = each.participants.map(({ address }) => address)
    const answered = ordered.slice(0, place).findLast((earlier) => {
      const there = earlier.participants.map(({ address }) => address)
      const between = there.includes(sender!) && recipients.some((address) => there.includes(address))
      return bare(earlier.subject!) === bare(each.subject!) && Date.parse(each.occurred_at) - Date.parse(earlier.occurred_at) <= 30 * 86_400_000
        && (between || (each.direction === 'out' && recipients.includes(there[0]!)))
    })
    if (answered) unite(each.source_id, answered.source_id)
  }
  const stored = new Set(mails.map(({ source_id }) => source_id))
  return [...new Set(members.values())].map((each) => [...each].filter((id) => stored.has(id)).toSorted())
    .filter((each) => each.length > 0).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

test('mails give the same threads in any order, in any portions, and twice', async () => {
  const seed = Number(process.env.THREADS_SEED ?? Math.floor(Math.random() * 1e9))
  for (let round = 0; round < 12; round++) {
    const next = seededRandom(seed + round)
    const mails = generateMailbox(seed + round)
    const org = await organization(app)
    const order = mails.toSorted(() => next() - 0.5)
    const again = next() < 0.3 ? order : []
    for (let left = [...order, ...again]; left.length > 0;) {
      const batch = left.splice(0, 1 + Math.floor(next() * 15))
      await app.database.transactBulk(org.actor, (tx, client) => recordInteractions(tx, client, batch))
    }
    assert.deepEqual(await threads(org), expectedThreads(mails), `THREADS_SEED=${seed + round}`)
  }
})

test('mails that meet in a thread, each by another mail of it, are in it together', async () => {
  const ada = { from: 'ada@x.example', to: 'me@own.example' }
  const org = await organization(app)
  const files = [
    [mail({ id: 'a', ...ada, subject: 'One', date: day(1) })],
    [mail({ id: 'b', ...ada, subject: 'Two', date: day(2) })],
    [mail({ id: 'c', ...ada, subject: 'Re: Two', date: day(3) })],
    // The first unites the threads of a and b; the second was in that of b, by c.
    [mail({ id: 'd', ...ada, subject: 'Three', references: '<a> <b>', date: day(4) }), mail({ id: 'e', ...ada, subject: 'Four', references: '<c>', date: day(5) })],
  ]
  for (const each of files) await org.import(mbox(...each), { filename: 'a.mbox', options: { own_addresses: own } })
  assert.deepEqual(await threads(org), [['a', 'b', 'c', 'd', 'e']])
})

test('mailboxes give the same threads as one file, as two, and twice', async () => {
  const mails = generateMailbox(7)
  const text = (each: NewInteraction) => mail({
    id: each.source_id, from: each.participants[0]!.address, to: each.participants.slice(1).map(({ address }) => address).join(', '),
    subject: each.subject!, date: new Date(each.occurred_at).toUTCString(), ...(each.thread_ids[0] && { references: `<${each.thread_ids[0]}>` }),
  })
  const files = [[mails], [mails.slice(20), mails.slice(0, 20)], [mails.toReversed(), mails]]
  for (const parts of files) {
    const org = await organization(app)
    for (const part of parts) await org.import(mbox(...part.map(text)), { filename: 'a.mbox', options: { own_addresses: own } })
    assert.deepEqual(await threads(org), expectedThreads(mails))
  }
})

test('mails that were stored before there were subjects of threads give the same threads once these are read', async () => {
  const org = await organization(app)
  const mails = [
    mail({ id: '1', from: 'ada@x.example', to: 'me@own.example', subject: 'Report', date: day(1) }),
    mail({ id: '2', from: 'me@own.example', to: 'ada@x.example', subject: 'AW: Report', date: day(2) }),
    mail({ id: '3', from: 'ada@x.example', to: 'me@own.example', subject: 'Re: Report', references: '<0@elsewhere>', date: day(3) }),
    ...Array.from({ length: 450 }, (_, n) => mail({ id: `old${n}`, from: `p${n % 7}@x.example`, to: 'me@own.example', subject: n % 3 ? `Re: ${n % 5}` : `${n % 5}`, date: day(4, n) })),
    mail({ id: 'empty', subject: 'Re:', date: day(4) }),
  ]
  await org.import(mbox(...mails), { filename: 'a.mbox', options: { own_addresses: own } })
  const state = () => app.database.query(`
    select source_id, thread_subject, answers_by_subject, (select source_id from interaction other where other.org_id = i.org_id and other.id = i.answered_id) as answered
    from interaction i where org_id = $1 order by source_id`, [org.organization_id])
  const before = [await threads(org), await state()]
  await app.database.query(`
    update interaction i set thread_subject = null, answers_by_subject = false, answered_id = null,
      thread_id = (select group_id from thread_reference r where r.org_id = i.org_id and r.message_id = i.source_id) where org_id = $1`, [org.organization_id])
  await app.database.query('update thread_reference set thread_id = group_id where org_id = $1', [org.organization_id])
  assert.notDeepEqual(await threads(org), before[0])
  await app.database.query(await readFile(new URL('../../../migrations/0120_earlier_subjects.sql', import.meta.url), 'utf8'))
  await until(async () => isDeepStrictEqual([await threads(org), await state()], before))
})
