import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeMbox, splitMbox, type MboxMessage, type SplitOptions } from './mbox.ts'

const three = [
  'From ann@example.com Thu Jan  1 10:00:00 2026\n',
  'Subject: one\n\nFirst.\n>From the archive\n>>From deeper\n\n',
  'From 1792@xxx Mon Jan 05 08:30:00 +0100 2026\n',
  'Subject: two\n\nFrom here on it is text.\nFrom there too.\n\n\n',
  'From MAILER-DAEMON Tue Jan 06 00:00:00 2026\n',
  'Subject: three\n\nLast, without a line end',
].join('')

test('an mbox is split at its From_ lines, which are left out, and quoted From lines are restored', async () => {
  const messages = await split(three)
  assert.deepEqual(messages.map(({ raw }) => raw.toString()), [
    'Subject: one\n\nFirst.\nFrom the archive\n>From deeper\n',
    'Subject: two\n\nFrom here on it is text.\nFrom there too.\n\n',
    'Subject: three\n\nLast, without a line end',
  ])
  assert.deepEqual(messages.map(({ delivered_at }) => delivered_at?.toISOString()),
    ['2026-01-01T10:00:00.000Z', '2026-01-05T07:30:00.000Z', '2026-01-06T00:00:00.000Z'])
})

test('the offsets of messages join without gaps from the first From_ line to the end', async () => {
  for (const text of [three, three.replaceAll('\n', '\r\n'), `\uFEFF${three}`]) {
    const bytes = Buffer.from(text)
    const messages = await split(text)
    assert.equal(messages[0]!.start, bytes.indexOf('From '))
    assert.equal(messages.at(-1)!.end, bytes.length)
    for (const [index, { start }] of messages.entries()) {
      assert.equal(bytes.toString('utf8', start, start + 5), 'From ')
      if (index) assert.equal(start, messages[index - 1]!.end)
    }
  }
})

test('chunks of any size give the same messages and offsets', async () => {
  for (const text of [three, `\uFEFF${three.replaceAll('\n', '\r\n')}`, `\n\n${three}`]) {
    const expected = await split(text, {}, 1_000_000)
    assert.equal(expected.length, 3)
    for (let size = 1; size <= 70; size++) assert.deepEqual(await split(text, {}, size), expected, `chunks of ${size}`)
  }
})

test('going on from the end of any message gives exactly the rest', async () => {
  for (const text of [three, `\uFEFF${three.replaceAll('\n', '\r\n')}`]) {
    const messages = await split(text)
    for (const [index, { end }] of messages.entries()) {
      const rest = Buffer.from(text).subarray(end)
      assert.deepEqual(await split(rest, { from_byte: end }, 11), messages.slice(index + 1))
    }
  }
})

test('random line soups are split alike whatever the chunks, and no byte belongs to two messages', async () => {
  const dated = 'From a@b Thu Jan  1 10:00:00 2026'
  const lines = ['', dated, 'From here', 'Subject: x', '>From ', 'text', '\r', 'From ', 'To: y']
  let seed = 7
  const random = (below: number) => (seed = seed * 48271 % 2147483647) % below
  for (let round = 0; round < 150; round++) {
    const text = Array.from({ length: random(14) }, () => lines[random(lines.length)]).join('\n')
    const expected = await split(text, {}, 1_000_000)
    const again = await split(text, {}, 1 + random(9))
    assert.deepEqual(again, expected, JSON.stringify(text))
    for (const [index, { start }] of expected.entries()) if (index) assert.equal(start, expected[index - 1]!.end)
  }
})

test('a From_ line without a blank line above counts only with a date in it and a header below it', async () => {
  const messages = await split('From a@b Thu Jan  1 10:00:00 2026\nSubject: one\n\ntext\n' +
    'From a@b Thu Jan  1 11:00:00 2026\nSubject: two\n\ntext\n' +
    'From Mon Jan 5 at 10:00 2026 we meet\nand talk\nFrom you\nSubject: not a message\n')
  assert.deepEqual(messages.map(({ raw }) => raw.toString().split('\n')[0]), ['Subject: one', 'Subject: two'])
})

test('a From_ line of a program that writes no date counts after a blank line when a header follows', async () => {
  const messages = await split('From -\nSubject: one\n\ntext\n\nFrom -\nX-Mozilla-Status: 0001\nSubject: two\n\ntext\n')
  assert.equal(messages.length, 2)
  assert.equal(messages[0]!.delivered_at, null)
})

test('of a message above the limit the beginning and the end are there, in whole lines, however it is cut; and the others are whole', async () => {
  const lines = Array.from({ length: 500 }, (_, n) => `${String(n).padStart(10, '0')}\n`)
  const big = `From a@b Thu Jan  1 10:00:00 2026\nSubject: big\nTo: c@d\n\n${lines.join('')}\n`
  const found = []
  for (const chunkSize of [100, 64, 10_000]) {
    const messages = await split(big + three, { max_bytes: 2000 }, chunkSize)
    assert.deepEqual(messages.map(({ gap }) => gap !== undefined), [true, false, false, false])
    const { raw, gap, end } = messages[0]!
    const kept = raw.toString()
    assert.ok(kept.startsWith('Subject: big\nTo: c@d\n\n0000000000\n') && kept.endsWith('\n0000000498\n0000000499\n'))
    assert.match(kept.slice(gap!.at - 11, gap!.at + 11), /^\d{10}\n\d{10}\n$/)
    assert.deepEqual([raw.length + gap!.size, end], [big.length - 35, big.length])
    found.push(kept)
  }
  assert.equal(new Set(found).size, 1)
})

test('memory does not grow with a message that is too large', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  async function* source() {
    yield Buffer.from('From a@b Thu Jan  1 10:00:00 2026\nSubject: endless\n\n')
    for (let count = 0; count < 200; count++) yield chunk
  }
  const before = process.memoryUsage().arrayBuffers
  for await (const message of splitMbox(source(), { max_bytes: 1024 * 1024 })) {
    assert.ok(message.gap!.size > 190 * chunk.length)
  }
  assert.ok(process.memoryUsage().arrayBuffers - before < 100 * 1024 * 1024)
})

test('what is not an mbox is told by its first bytes', async () => {
  for (const head of [three, `\uFEFF${three}`, '\r\nFrom a']) assert.equal(looksLikeMbox(Buffer.from(head)), true)
  for (const head of ['', 'Subject: x\n', 'From: a@b\n', 'From \n', 'PK\x03\x04', '"From x"']) {
    assert.equal(looksLikeMbox(Buffer.from(head)), false)
  }
  assert.deepEqual(await split('Subject: x\n\nnot an mbox'), [])
  assert.deepEqual(await split(''), [])
})

async function split(content: string | Buffer, options: SplitOptions = {}, chunkSize = 64): Promise<MboxMessage[]> {
  const bytes = Buffer.from(content)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
  }
  return Array.fromAsync(splitMbox(chunks(), options))
}
