import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { createContact, type ImportedContact } from '#modules/contacts'
import { recordInteractions, type NewInteraction } from '#modules/timeline'
import { testApp } from '#test/app'
import {
  allEvents,
  allItems,
  csv,
  finished,
  mail,
  mbox,
  organization,
  type Caller,
  type Organization,
} from '#test/factories'
import { file } from '#test/scope'
import { mergeRows, type MergeRules } from './merging.ts'

const app = await testApp(file, { worker: true })
const us = () => organization(app, { email: `us-${Math.random().toString(36).slice(2)}@own.example` })

test('contacts and mail give the same timelines, whichever comes first', async () => {
  const people = csv(
    ['Name', 'Email', 'E-mail 2', 'Company'],
    ['Ada Lovelace', 'ada@x.example', 'ada@home.example', 'Engines'],
    ['Bob', 'bob@x.example', '', ''],
  )
  const mails = mbox(
    mail({
      id: 'm1@x',
      from: 'Ada <ADA@x.example>',
      to: 'me@own.example',
      subject: 'One',
      date: 'Mon, 2 Mar 2026 10:00:00 +0000',
    }),
    mail({
      id: 'm2@x',
      from: 'me@own.example',
      to: 'ada@home.example, bob@x.example',
      subject: 'Re: One',
      references: '<m1@x>',
      date: 'Tue, 3 Mar 2026 10:00:00 +0100',
    }),
    mail({
      id: 'm3@x',
      from: 'bob@x.example',
      to: 'me@own.example',
      cc: 'ada@x.example',
      subject: 'Lunch',
      date: 'Wed, 4 Mar 2026 10:00:00 +0000',
    }),
  )
  const options = { create_contacts: 'off', own_addresses: ['me@own.example'] }
  const [first, second] = [await us(), await us()]
  const result = await first.import(people)
  assert.deepEqual(result.result, { total: 2, created: 2, updated: 0, unchanged: 0, rejected: 0, repeated: 0 })
  const mailResult = await first.import(mails, { filename: 'inbox.mbox', options })
  assert.deepEqual(mailResult.result, { total: 3, created: 3, unchanged: 0, rejected: 0, contacts_created: 0 })
  await second.import(mails, { filename: 'inbox.mbox', options })
  await second.import(people)

  const seen = await timelines(first)
  assert.deepEqual(seen, await timelines(second))
  assert.deepEqual(
    seen.map(({ name, last_interaction_at, entries }) => [
      name,
      Date.parse(last_interaction_at),
      entries.map((entry) => [entry.direction, entry.subject]),
    ]),
    [
      [
        'Ada Lovelace',
        Date.parse('2026-03-04T10:00:00Z'),
        [
          ['in', 'Lunch'],
          ['out', 'Re: One'],
          ['in', 'One'],
        ],
      ],
      [
        'Bob',
        Date.parse('2026-03-04T10:00:00Z'),
        [
          ['in', 'Lunch'],
          ['out', 'Re: One'],
        ],
      ],
    ],
  )
})

test('a contact and a mail that come in the same moment find each other, whichever commits first', async () => {
  const acme = await us()
  const { transact, transactBulk } = app.database
  const interaction = (address: string): NewInteraction => ({
    kind: 'mail', source: 'mail', source_id: address, thread_ids: [], direction: 'in', subject: null, snippet: null,
    occurred_at: '2026-03-02T10:00:00Z', has_attachments: false, participants: [{ role: 'from', address, name: null }],
  })
  const record = (address: string, before: Promise<unknown>) => transactBulk(acme.actor, async (tx, client) => {
    await recordInteractions(tx, client, [interaction(address)])
    await before
  })
  const create = (address: string, before: Promise<unknown>) => transact(acme.actor, async (tx) => {
    await createContact(tx, acme.actor, { emails: [{ address }] })
    await before
  })
  await Promise.all([record('one@x.example', setTimeout(300)), setTimeout(100).then(() => create('one@x.example', setTimeout(0)))])
  await Promise.all([create('two@x.example', setTimeout(300)), setTimeout(100).then(() => record('two@x.example', setTimeout(0)))])
  const seen = (await timelines(acme)).map(({ name, last_interaction_at, entries }) => [name, Date.parse(last_interaction_at), entries.length])
  assert.deepEqual(seen, ['one@x.example', 'two@x.example'].map((name) => [name, Date.parse('2026-03-02T10:00:00Z'), 1]))
})

test('an address is the same in a CSV file, in mail and among our own, however its domain is written', async () => {
  const acme = await us()
  await acme.import(csv(['Name', 'Email'], ['Jörg', 'Joerg@Bücher.example']))
  await acme.import(mbox(
    mail({ from: 'joerg@xn--bcher-kva.example', to: 'me@münchen.example', subject: 'One' }),
    mail({ from: 'me@xn--mnchen-3ya.example', to: 'joerg@bücher.example', subject: 'Two' }),
  ), { filename: 'a.mbox', options: { own_addresses: ['Me@München.example'] } })
  const seen = (await timelines(acme)).map(({ name, entries }) => [name, entries.map(({ direction }) => direction).toSorted()])
  assert.deepEqual(seen, [['Jörg', ['in', 'out']]])
})

test('people without addresses who are imported twice in the same moment are there once', async () => {
  const acme = await us()
  const row: ImportedContact = {
    line: 1, id: null, uid: null, name: 'Ada', given_name: null, family_name: null, emails: [], phones: [], links: [], company: null, title: null,
    owner_id: null, tags: [], dates: [], fields: {},
  }
  const rules: MergeRules = { actor: acme.actor, import_id: acme.organization_id, mode: 'upsert', key: 'any', owner_id: null, is_dry: false }
  const merge = (before: Promise<unknown>) => app.database.transactBulk(acme.actor, async (tx, client) => {
    const { stored } = await mergeRows(tx, client, [row], rules)
    await before
    return stored.created.length
  })
  const created = await Promise.all([merge(setTimeout(300)), setTimeout(100).then(() => merge(setTimeout(0)))])
  assert.deepEqual(created.toSorted(), [0, 1])
})

test('a timeline entry says who, what, when and which way', async () => {
  const acme = await us()
  await acme.import(
    mail({
      id: 'x@y',
      from: '"Lovelace, Ada" <ada@x.example>',
      to: 'Us <me@own.example>',
      cc: 'bob@x.example',
      subject: 'Hello',
      body: 'Dear all,\nthe engine runs.\n> quoted',
      date: 'Mon, 2 Mar 2026 10:00:00 +0100',
    }),
    {
      filename: 'one.eml',
      options: { own_addresses: ['Me@own.example'] },
    },
  )
  const ada = (await acme.get('/contacts?email=ada@x.example')).data[0]
  const {
    data: [entry],
  } = await acme.get(`/contacts/${ada.id}/timeline`)
  const { id, thread_id, created_at, updated_at, participants, ...rest } = entry
  assert.ok(id && thread_id && created_at === updated_at)
  assert.deepEqual(rest, {
    kind: 'mail',
    direction: 'in',
    subject: 'Hello',
    snippet: 'Dear all, the engine runs.',
    occurred_at: '2026-03-02T09:00:00Z',
    source: 'mail',
    has_attachments: false,
    ends_at: null,
    all_day: false,
    location: null,
    message_id: null,
    status: null,
    pinned: false,
    created_by: null,
    deleted_at: null,
  })
  assert.deepEqual(
    participants.map(({ role, address, name, contact_id }: Record<string, string>) => [
      role,
      address,
      name,
      contact_id === ada.id,
    ]),
    [
      ['from', 'ada@x.example', 'Lovelace, Ada', true],
      ['to', 'me@own.example', 'Us', false],
      ['cc', 'bob@x.example', null, false],
    ],
  )
})

test('direction is in, out, internal, or unknown where neither side is ours', async () => {
  const acme = await us()
  const cases: [string, string, string | null][] = [
    ['ada@x.example', 'me@own.example', 'in'],
    ['me@own.example', 'ada@x.example', 'out'],
    ['me@own.example', 'you@own.example', 'internal'],
    ['me@own.example', 'you@own.example, ada@x.example', 'out'],
    ['ada@x.example', 'bob@x.example', null],
    ['me@own.example', 'me@own.example', 'internal'],
  ]
  const mails = cases.map(([from, to], n) => mail({ id: `${n}@x`, from, to, subject: `Case ${n}` }))
  await acme.import(mbox(...mails), {
    filename: 'a.mbox',
    options: { own_addresses: ['me@own.example', 'you@own.example'] },
  })
  const rows = await app.database.query('select direction from interaction where org_id = $1 order by source_id', [
    acme.organization_id,
  ])
  assert.deepEqual(
    rows.map(({ direction }) => direction),
    cases.map(([, , direction]) => direction),
  )
})

test('the owner’s address is ours without saying so', async () => {
  const acme = await organization(app, { email: 'Olive@Own.example' })
  await acme.import(mail({ from: 'olive@own.example', to: 'ada@x.example' }), { filename: 'a.eml' })
  const [entry] = (await timelines(acme))[0]!.entries
  assert.equal(entry.direction, 'out')
})

test('a thread is one, however late and in whatever order and file its mails come', async () => {
  const acme = await us()
  const m = (id: string, references?: string) =>
    mail({ id, references, from: 'ada@x.example', to: 'me@own.example', subject: id })
  await acme.import(mbox(m('1@t'), m('4@t', '<3@t>'), m('other@t')), { filename: 'a.mbox' })
  await acme.import(mbox(m('5@t', '<4@t>'), m('2@t', '<1@t>')), { filename: 'b.mbox' })
  assert.equal((await threads(acme)).size, 3)
  await acme.import(m('3@t', '<1@t> <2@t>'), { filename: 'c.eml' })
  const groups = [...(await threads(acme)).values()].map((ids) => ids.toSorted()).toSorted()
  assert.deepEqual(groups, [['1@t', '2@t', '3@t', '4@t', '5@t'], ['other@t']])
})

test('the same file again changes nothing and tells nobody', async () => {
  const acme = await us()
  const mails = mbox(...Array.from({ length: 5 }, (_, n) => mail({ id: `${n}@again`, from: `p${n}@x.example` })))
  const people = csv(
    ['Name', 'Email', 'Phone', 'Tags', 'Company', 'Born'],
    ['Ada', 'ada@x.example', '1', 'vip;poet', 'Engines', '1815'],
    ['No address', '', '2', '', '', ''],
  )
  await acme.import(people)
  await acme.import(mails, { filename: 'a.mbox' })
  const before = await everything(acme)
  const { cursor } = await allEvents(acme)
  const again = [
    await acme.import(people),
    await acme.import(mails, { filename: 'renamed.mbox' }),
    await acme.import(mails, { filename: 'a.mbox' }),
  ]
  assert.deepEqual(
    again.map(({ result }) => [result.created, result.updated ?? 0, result.unchanged]),
    [
      [0, 0, 2],
      [0, 0, 5],
      [0, 0, 5],
    ],
  )
  assert.deepEqual(await everything(acme), before)
  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(
    events.filter(({ type }) => !type.startsWith('operation.')),
    [],
  )
})

test('mails of which each has the same Message-ID are all there, and once, while copies of one mail are one', async () => {
  const acme = await us()
  const scan = (subject: string, day: number) => mail({ id: 'scanner@own.example', subject, date: `Mon, ${day} Mar 2026 10:00:00 +0000` })
  const withFile = mail({
    id: 'scanner@own.example', subject: 'Scan 3', date: 'Mon, 2 Mar 2026 16:00:00 +0000',
    headers: { 'Content-Type': 'multipart/mixed; boundary=b' }, body: '--b\n\nsee file\n--b\nContent-Type: application/pdf; name=3.pdf\n\n%PDF-3\n--b--',
  })
  const copy = mail({ id: 'scanner@own.example', subject: '[list] Scan 1', date: 'Mon, 2 Mar 2026 10:00:02 +0000' })
  const listed = mail({ id: 'scanner@own.example', subject: 'Scan 1', body: 'CAUTION: from outside.\n\nHello.\n\n____\nA mailing list', date: 'Mon, 2 Mar 2026 10:00:00 +0000' })
  const mails = [scan('Scan 1', 2), scan('Scan 1', 9), withFile, copy, listed, scan('Scan 1', 9)]
  const results = [
    await acme.import(mbox(...mails), { filename: 'a.mbox' }),
    await acme.import(mbox(...mails), { filename: 'a.mbox' }),
    await acme.import(mbox(...mails.toReversed()), { filename: 'b.mbox' }),
    await acme.import(withFile, { filename: 'c.eml' }),
  ]
  assert.deepEqual(results.map(({ result }) => [result.created, result.unchanged]), [[3, 3], [0, 6], [0, 6], [0, 1]])
  const { data } = await acme.get('/interactions')
  assert.deepEqual(data.map((entry: { subject: string; has_attachments: boolean }) => [entry.subject, entry.has_attachments]),
    [['Scan 1', false], ['Scan 3', true], ['Scan 1', false]])
  const sameMoment = (body: string) => mail({ id: 'script@own.example', body })
  const report = await acme.import(mbox(sameMoment('All is well.'), sameMoment('The disk is full.'), sameMoment('All is well.')), { filename: 'r.mbox' })
  assert.deepEqual([report.result.created, report.result.unchanged], [2, 1])
  const fax = (name: string) => mail({ id: 'fax@own.example', headers: { 'Content-Type': `application/pdf; name=${name}` }, body: '%PDF' })
  const faxes = mbox(fax('1.pdf'), fax('2.pdf'), fax('1.pdf'), fax('3.pdf'))
  const faxResults = [await acme.import(faxes, { filename: 'x.mbox' }), await acme.import(faxes, { filename: 'x.mbox' })]
  assert.deepEqual(faxResults.map(({ result }) => [result.created, result.unchanged]), [[3, 1], [0, 4]])
  const undated = (text: string) => mail({ id: 'form@own.example', body: text, date: 'none' })
  const forms = mbox(undated('One'), undated('Two'), undated('One')).replaceAll(/^From .*$/gm, 'From x')
  const formResults = [await acme.import(forms, { filename: 'f.mbox' }), await acme.import(forms, { filename: 'f.mbox' })]
  assert.deepEqual(formResults.map(({ result }) => [result.created, result.unchanged]), [[2, 1], [0, 3]])
})

test('mail makes contacts of nobody, of those whom we wrote to, or of everyone', async () => {
  const mails = mbox(
    mail({ from: 'ada@x.example', to: 'me@own.example', cc: 'cc@x.example' }),
    mail({ from: 'me@own.example', to: 'bob@x.example', cc: 'you@own.example' }),
  )
  const expected = {
    off: [],
    written_to: ['bob@x.example'],
    everyone: ['ada@x.example', 'bob@x.example', 'cc@x.example'],
  }
  for (const [create_contacts, addresses] of Object.entries(expected)) {
    const acme = await us()
    const { result } = await acme.import(mails, {
      filename: 'a.mbox',
      options: { create_contacts, own_addresses: ['me@own.example', 'you@own.example'] },
    })
    assert.equal(result.contacts_created, addresses.length)
    assert.deepEqual(
      (await allItems(acme, '/contacts')).map(({ emails }) => emails[0].address),
      addresses,
    )
  }
})

test('machines and mailing lists become no contacts', async () => {
  const acme = await us()
  const list = { 'List-Id': '<news.x.example>' }
  await acme.import(
    mbox(
      mail({ from: 'no-reply@shop.example' }),
      mail({ from: 'MAILER-DAEMON@x.example' }),
      mail({ from: 'news@x.example', headers: list }),
      mail({ from: 'auto@x.example', headers: { 'Auto-Submitted': 'auto-replied' } }),
      mail({ from: 'bulk@x.example', headers: { Precedence: 'bulk' } }),
      mail({ from: 'ada@x.example', to: 'noreply@x.example' }),
    ),
    { filename: 'a.mbox', options: { own_addresses: ['us@example.org'] } },
  )
  assert.deepEqual(
    (await allItems(acme, '/contacts')).map(({ name }) => name),
    ['ada@x.example'],
  )
})

test('someone who is named later in the same mail file keeps the first name that was said', async () => {
  const acme = await us()
  await acme.import(mbox(mail({ from: 'ada@x.example' }), mail({ from: 'Ada Lovelace <ada@x.example>' })), {
    filename: 'a.mbox',
  })
  assert.equal((await acme.get('/contacts?email=ada@x.example')).data[0].name, 'Ada Lovelace')
})

test('two operations with the same file at once store each row once', async () => {
  const acme = await us()
  const mails = mbox(
    ...Array.from({ length: 450 }, (_, n) =>
      mail({
        id: `${n}@twice`,
        references: n % 3 ? `<${n - 1}@twice>` : undefined,
        from: `p${n % 40}@x.example`,
        to: `q${n % 30}@x.example`,
      }),
    ),
  )
  const people = csv(
    ['Name', 'Email', 'Tags', 'Company'],
    ...Array.from({ length: 4_500 }, (_, n) => [`P ${n}`, `p${n}@x.example`, `t${n % 9}`, `C ${n % 7}`]),
  )
  const uploads = await Promise.all([
    acme.upload(mails, { filename: 'a.mbox' }),
    acme.upload(people),
    acme.upload(mails, { filename: 'b.mbox' }),
    acme.upload(people),
  ])
  const ended = await Promise.all(uploads.map(({ id }) => finished(acme, id)))
  assert.deepEqual(
    ended.map(({ status }) => status),
    ['succeeded', 'succeeded', 'succeeded', 'succeeded'],
  )
  const [a, p, b, q] = ended.map(({ result }) => result)
  assert.equal(a.created + b.created, 450)
  assert.equal(a.unchanged + b.unchanged, 450)
  assert.equal(p.created + q.created + a.contacts_created + b.contacts_created, 4_530)
  const [counts] = await app.database.query(
    `select (select count(*) from contact where org_id = $1)::int as contacts,
      (select count(*) from contact_email where org_id = $1)::int as addresses,
      (select count(*) from interaction where org_id = $1)::int as interactions,
      (select count(*) from participant where org_id = $1)::int as participants,
      (select count(*) from participant where org_id = $1 and contact_id is null)::int as unmatched,
      (select count(distinct thread_id) from interaction where org_id = $1)::int as threads`,
    [acme.organization_id],
  )
  assert.deepEqual(counts, {
    contacts: 4_530,
    addresses: 4_530,
    interactions: 450,
    participants: 900,
    unmatched: 0,
    threads: 150,
  })
})

test('a message that cannot be read is rejected with its place and reason, and the others are stored', async () => {
  const acme = await us()
  const broken = 'From x@y Mon Mar  2 10:00:00 2026\nnot a header at all\n\n'
  const text = `${mbox(mail({ id: 'a@x' }))}${broken}${mbox(mail({ id: 'b@x' }))}`
  const { status, result, failed, id } = await acme.import(text, { filename: 'a.mbox' })
  assert.deepEqual([status, result.created, result.rejected, failed], ['succeeded', 2, 1, 1])
  const { data } = await acme.get(`/imports/${id}/rejections`)
  assert.deepEqual([data.length, data[0].position], [1, 2])
  assert.match(data[0].reason, /not an e-mail message/)
})

interface Timeline {
  name: string
  last_interaction_at: string
  // oxlint-disable-next-line typescript/no-explicit-any -- as it came
  entries: any[]
}

/** By contact, without the ids, which are each organization's own. */
async function timelines(caller: Caller): Promise<Timeline[]> {
  const contacts = await allItems(caller, '/contacts')
  return Promise.all(
    contacts.map(async ({ id, name, last_interaction_at }) => {
      const entries = await allItems(caller, `/contacts/${id}/timeline`, 2)
      const names = new Map(contacts.map((contact) => [contact.id, contact.name]))
      const threadNumbers = [...new Set(entries.map(({ thread_id }) => thread_id))]
      return {
        name,
        last_interaction_at,
        entries: entries.map(({ id: _, created_at: __, updated_at: ___, thread_id, participants, ...entry }) => ({
          ...entry,
          thread: threadNumbers.indexOf(thread_id),
          participants: participants.map(({ contact_id, contact_ids: _, company_id: __, ...rest }: Record<string, string>) => ({
            ...rest,
            who: names.get(contact_id!),
          })),
        })),
      }
    }),
  )
}

async function threads({ organization_id }: Organization): Promise<Map<string, string[]>> {
  const rows = await app.database.query<{ thread_id: string; source_id: string }>(
    'select thread_id, source_id from interaction where org_id = $1',
    [organization_id],
  )
  const byThread = Map.groupBy(rows, ({ thread_id }) => thread_id)
  return new Map([...byThread].map(([thread, entries]) => [thread, entries.map(({ source_id }) => source_id)]))
}

async function everything(caller: Caller) {
  return { contacts: await allItems(caller, '/contacts'), timelines: await timelines(caller) }
}
