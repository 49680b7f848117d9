import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { organization } from '#test/factories'
import { form } from '#test/forms'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

async function preview(text: string, filename: string) {
  const { status, json } = await app.call({ url: '/api/v1/imports/preview', key: acme.key, ...form({ file: text, filename }) })
  return { status, json, entries: json.entries?.map(({ title, about, at }: Record<string, string | null>) => [title, about, at]) }
}

const mail = (n: number) => `From ada@own.example Mon Jan  5 10:00:00 2026\nFrom: Ada <ada@x.example>\nSubject: Letter ${n}\nDate: Mon, 5 Jan 2026 10:00:0${n} +0100\n\nHello\n\n`

test('the first mails, people and meetings of a file are told before it is imported', async () => {
  const mbox = await preview(Array.from({ length: 7 }, (_, n) => mail(n)).join(''), 'in.mbox')
  assert.deepEqual(mbox.entries, Array.from({ length: 5 }, (_, n) => [`Letter ${n}`, 'Ada', `2026-01-05T09:00:0${n}.000Z`]))
  assert.equal(mbox.json.items, 7)
  const cards = await preview('BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEMAIL:ada@x.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Grace\nTEL:+44 1\nEND:VCARD\n', 'people.vcf')
  assert.deepEqual(cards.entries, [['Ada Lovelace', 'ada@x.example', null], ['Grace', '+44 1', null]])
  const calendar = await preview(
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:No beginning\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Review\nLOCATION:Room 1\nDTSTART;TZID=Europe/Berlin:20260105T100000\nEND:VEVENT\nEND:VCALENDAR\n', 'meetings.ics',
  )
  assert.deepEqual(calendar.entries, [['Review', 'Room 1', '2026-01-05T09:00:00.000Z']])
})

test('a file of cards without one is refused before it is imported, and one of which nothing can be told is not', async () => {
  const { status, json } = await preview('nothing', 'people.vcf')
  assert.deepEqual([status, json.code], [400, 'invalid'])
  assert.deepEqual((await preview('BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'empty.ics')).entries, [])
})
