import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { testApp } from '#test/app'
import { allItems, csv, mail, organization, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

async function exported(us: Organization, path: string): Promise<string> {
  const { status, text, headers } = await app.call({ url: `/api/v1/exports/${path}`, key: us.key })
  assert.equal(status, 200, text)
  assert.match(headers['content-disposition']!, /^attachment; filename="/)
  return text
}

async function people(us: Organization) {
  await us.post('/contacts', {
    name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace', title: 'Countess; “first, of all”', company: { name: 'Engines, Ltd\\' }, tags: ['poet', 'VIP'],
    emails: [{ address: 'ada@x.org', label: 'work' }, { address: 'ada@home.example' }], phones: [{ number: '+44 20 7946 0958', label: 'cell' }],
    links: [{ url: 'https://ada.example/?a=1,2' }], owner_id: us.user_id, fields: { Born: '1815', Remark: 'two\nlines' },
  })
  await us.post('/contacts', { name: '=cmd|"/c calc"!A1', emails: [{ address: 'evil@x.org' }] })
  await us.post('/contacts', { name: '佐藤 美咲' })
}

// oxlint-disable-next-line typescript/no-explicit-any -- as the API answers
const comparable = ({ name, given_name, family_name, emails, phones, company, title, tags, fields }: any) => ({
  name, given_name, family_name, title, tags, fields, company: company?.name,
  emails: emails.map(({ address }: { address: string }) => address), phones: phones.map(({ number }: { number: string }) => number),
})

test('contacts as CSV are the same when they are imported elsewhere, and change nothing here', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  await people(us)
  const text = await exported(us, 'contacts.csv')
  assert.match(text, /,"'=cmd/)
  const before = await allItems(us, '/contacts')
  const again = await us.import(text, { filename: 'contacts.csv', options: { key: 'id' } })
  const rejections = (await us.get(`/imports/${again.id}/rejections`)).data
  assert.deepEqual(await allItems(us, '/contacts'), before)
  assert.deepEqual([again.result.updated, again.result.created, rejections], [0, 0, []])
  const { result } = await others.import(text.replaceAll('Rapport ID', 'Ignored'), { filename: 'contacts.csv', options: { mapping: { Ignored: 'ignore', Owner: 'ignore' } } })
  assert.deepEqual([result.created, result.rejected], [3, 0])
  assert.deepEqual((await allItems(others, '/contacts')).map(comparable), (await allItems(us, '/contacts')).map(comparable))
})

test('contacts as vCards are what address books read, and come in again', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  await people(us)
  const ada = (await us.get('/contacts?email=ada@x.org')).data[0]
  await us.post(`/contacts/${ada.id}/dates`, { kind: 'birthday', month: 12, day: 10, year: 1815 })
  const text = await exported(us, 'contacts.vcf')
  const cards = (ICAL.parse(text) as unknown as [string, unknown[]][]).map((card) => new ICAL.Component(card as never))
  assert.equal(cards.length, 3)
  const card = cards.find((each) => each.getFirstPropertyValue('fn') === 'Ada Lovelace')!
  assert.deepEqual(card.getFirstPropertyValue('n'), ['Lovelace', 'Ada', '', '', ''])
  assert.deepEqual(card.getAllProperties('email').map((each) => each.getFirstValue()), ['ada@x.org', 'ada@home.example'])
  const { result } = await others.import(text, { filename: 'contacts.vcf' })
  assert.deepEqual([result.created, result.rejected], [3, 0])
  const there = (await others.get('/contacts?email=ada@x.org')).data[0]
  assert.deepEqual([there.name, there.company.name, there.title, there.tags, there.phones[0].number], [ada.name, ada.company.name, ada.title, ada.tags, ada.phones[0].number])
})

test('an export takes what its filter names, and only what is the own', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  await people(us)
  await others.post('/contacts', { name: 'Theirs' })
  assert.equal((await exported(us, 'contacts.csv?tag=vip')).trim().split('\r\n').length, 2)
  assert.doesNotMatch(await exported(us, 'contacts.csv'), /Theirs/)
  assert.equal((await app.call({ url: '/api/v1/exports/contacts.csv?sort=nothing', key: us.key })).status, 400)
  const [taken] = (await us.get('/audit?type=export.taken')).data
  assert.deepEqual(taken.data.name, 'contacts.csv')
})

test('a list longer than a page is exported whole, each once', async () => {
  const us = await organization(app)
  await us.import(csv(['Name', 'Email'], ...Array.from({ length: 1_203 }, (_, n) => [`P ${n}`, `p${n}@x.org`])))
  const lines = (await exported(us, 'contacts.csv')).trim().split('\r\n').slice(1)
  assert.deepEqual([lines.length, new Set(lines).size], [1_203, 1_203])
})

test('a timeline is exported as lines, of all or of one', async () => {
  const us = await organization(app)
  await us.import(mail({ from: 'ada@x.org', subject: 'First', body: 'A\ttab and “quotes”.' }), { filename: 'a.eml' })
  await us.import(mail({ from: 'bob@x.org', subject: 'Second', date: 'Tue, 3 Mar 2026 10:00:00 +0000' }), { filename: 'b.eml' })
  const lines = (await exported(us, 'timeline.jsonl')).trim().split('\n').map((line) => JSON.parse(line))
  assert.deepEqual(lines.map(({ subject }) => subject), ['Second', 'First'])
  const ada = (await us.get('/contacts?email=ada@x.org')).data[0]
  const own = (await exported(us, `timeline.jsonl?contact_id=${ada.id}`)).trim().split('\n')
  assert.deepEqual(own.map((line) => JSON.parse(line).subject), ['First'])
})

test('meetings are a calendar, which comes in again', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  const ada = await us.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.org' }] })
  await us.post('/interactions', {
    kind: 'meeting', subject: 'Talk; about, \\ things', occurred_at: '2026-03-02T10:00:00Z', ends_at: '2026-03-02T11:00:00Z', location: 'Here',
    participants: [{ contact_id: ada.id }],
  })
  const text = await exported(us, 'calendar.ics')
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  assert.deepEqual([event.summary, event.location, event.startDate.toString()], ['Talk; about, \\ things', 'Here', '2026-03-02T10:00:00Z'])
  const { result } = await others.import(text, { filename: 'calendar.ics' })
  assert.equal(result.created, 1, JSON.stringify(result))
})
