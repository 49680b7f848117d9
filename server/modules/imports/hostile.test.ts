// Files made to do harm end in a clear word about them, and take neither memory nor time from others. A gigabyte is written
// while it is read: nobody has it.

import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { mail, mbox, organization, unique, type Organization } from '#test/factories'
import { file } from '#test/scope'
import { readCsv } from './csv.ts'
import { readComponents } from './calendar-components.ts'
import { readMail } from './mail.ts'
import { splitMbox } from './mbox.ts'
import { readCards } from './vcard-lines.ts'

const app = await testApp(file, { worker: true })
const megabyte = 1024 * 1024

/** A text with `count` megabytes of `filling` in it. */
function flood(before: string, filling: string, count: number, after: string): Readable & { read_mb: number } {
  const chunk = Buffer.from(filling.repeat(megabyte / filling.length))
  const source = Object.assign(Readable.from(chunks()), { read_mb: 0 })
  async function* chunks() {
    yield Buffer.from(before)
    for (; source.read_mb < count; source.read_mb++) yield chunk
    yield Buffer.from(after)
  }
  return source
}

/** Takes all that comes; by how many megabytes the process grew at most. */
async function growth<T>(items: AsyncIterable<T>, take: (item: T) => unknown): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  try {
    for await (const item of items) {
      await take(item)
      most = Math.max(most, process.memoryUsage.rss())
    }
  } finally {
    clearInterval(watch)
  }
  return (most - before) / megabyte
}

test('a field of a gigabyte in CSV is an error once it is larger than a record, and what stands before is read', async () => {
  const source = flood('Name,Note\nAda,first\nBob,"', 'x', 1024, '"\nCy,last\n')
  const names: string[] = []
  const dialect = { delimiter: ',', quote: '"', escape: '"', skip_lines: 0 }
  const records = readCsv(source, 'utf-8', dialect as never)
  const taken = growth(records, ({ values }) => names.push(values[0]!))
  await assert.rejects(taken, /A record is larger than 1 MB/)
  assert.deepEqual(names, ['Name', 'Ada'])
  assert.ok(source.read_mb < 20, `${source.read_mb} MB were read`)
})

test('a line of a gigabyte in an mbox is one message, of which the beginning is kept, and the next one is whole', async () => {
  const from = 'From ada@x.example Mon Mar  2 10:00:00 2026\n'
  const source = flood(`${from}${mail({ id: 'endless@x', body: '' })}`, 'x', 1024, `\n\n${from}${mail({ id: 'next@x' })}\n`)
  const found: unknown[] = []
  const grown = await growth(splitMbox(source), async ({ raw, gap }) => {
    const { source_id, text, truncated } = await readMail(raw, { gap })
    found.push([source_id, Math.round(text!.length / 1_000), truncated])
  })
  assert.deepEqual(found, [['endless@x', 1_049, true], ['next@x', 0, false]])
  assert.ok(grown < 250, `It grew by ${grown} MB`)
})

test('a picture of 100 MB in a vCard, and a text of 100 MB in a calendar, are not kept, and the next one is read', async () => {
  const photo = flood('BEGIN:VCARD\nFN:Large\nPHOTO;ENCODING=b:', 'QUJD', 100, '\nEND:VCARD\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\n')
  const cards: unknown[] = []
  const grown = await growth(readCards(photo, 'utf-8'), ({ broken, properties }) => cards.push([broken !== undefined && broken !== null, properties.length]))
  assert.equal(cards.length, 2)
  assert.ok(grown < 250, `It grew by ${grown} MB`)
  const event = flood('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:', 'x', 100, '\nEND:VEVENT\nBEGIN:VEVENT\nUID:next\nEND:VEVENT\nEND:VCALENDAR\n')
  let components = 0
  const grownToo = await growth(readComponents(event, 'utf-8'), () => components++)
  assert.ok(components >= 2)
  assert.ok(grownToo < 250, `It grew by ${grownToo} MB`)
})

test('a rule of a million occurrences gives those up to a year ahead, and at most a thousand', async () => {
  const us = await organization(app)
  const rules = ['FREQ=SECONDLY;COUNT=1000000', 'FREQ=DAILY;COUNT=1000000', 'FREQ=HOURLY;COUNT=1000000']
  const events = rules.map((rule, n) => `BEGIN:VEVENT\nUID:${n}\nDTSTART:20250101T100000Z\nRRULE:${rule}\nORGANIZER:mailto:ada@x.example\nEND:VEVENT\n`)
  const { status, result } = await us.import(`BEGIN:VCALENDAR\n${events.join('')}END:VCALENDAR\n`, { filename: 'a.ics' })
  assert.equal(status, 'succeeded')
  assert.ok(result.created >= 3 && result.created <= 3_000, JSON.stringify(result))
})

test('lines that end in CR alone, and UTF-16 without a mark, are tables like any other', async () => {
  const text = 'Name,Email\rAda,ada@x.example\rBob,bob@x.example\r'
  for (const bytes of [Buffer.from(text), Buffer.from(text.replaceAll('\r', '\n'), 'utf16le')]) {
    const us = await organization(app)
    const { result } = await us.import(bytes)
    assert.deepEqual([result.created, result.rejected], [2, 0])
  }
})

const large = Buffer.alloc(22 * megabyte, 'a large file ').toString('base64').replace(/.{76}/g, '$&\n')

async function only(us: Organization) {
  const { data: [entry] } = await us.get('/interactions')
  return us.get(`/interactions/${entry.id}`)
}

test('a message of 30 MB is there with its header and its texts, and says what was too large; as one file and in an mbox', async () => {
  const boundary = unique('b')
  const part = (headers: string, body: string) => `--${boundary}\n${headers}\n\n${body}\n`
  const message = mail({
    id: 'large@x', from: 'Ada <ada@x.example>', subject: 'Large', headers: { 'Content-Type': `multipart/mixed; boundary="${boundary}"` },
    body: part('Content-Type: text/plain', 'What stands before.')
      + part('Content-Disposition: attachment; filename="small.txt"\nContent-Transfer-Encoding: base64', Buffer.from('small').toString('base64'))
      + part('Content-Type: video/mp4\nContent-Disposition: attachment; filename="large.mp4"\nContent-Transfer-Encoding: base64', large)
      + part('Content-Type: text/plain', 'What stands behind.')
      + part('Content-Disposition: attachment; filename="last.txt"\nContent-Transfer-Encoding: base64', Buffer.from('last').toString('base64')) + `--${boundary}--`,
  })
  assert.ok(message.length > 29 * megabyte)
  for (const [text, filename] of [[message, 'large.eml'], [mbox(message, mail({ id: 'next@x', date: 'Sun, 1 Mar 2026 10:00:00 +0000' })), 'large.mbox']] as const) {
    const us = await organization(app)
    const { status, result } = await us.import(text, { filename })
    assert.deepEqual([status, result.rejected], ['succeeded', 0])
    const { subject, body, attachments, has_attachments } = await only(us)
    assert.deepEqual([subject, body.text, has_attachments], ['Large', 'What stands before.\n\nWhat stands behind.', true])
    assert.deepEqual(attachments.map(({ name, left_out }: Record<string, unknown>) => [name, left_out]), [
      ['small.txt', null], ['large.mp4', 'The message is larger than 25 MB: what made it so was left out.'], ['last.txt', null],
    ])
    const [{ size }] = attachments.filter(({ name }: { name: string }) => name === 'large.mp4')
    assert.ok(Math.abs(size - 22 * megabyte) < 2_000, `${size}`)
    assert.equal((await us.get('/contacts?email=ada@x.example')).data.length, 1)
  }
})
