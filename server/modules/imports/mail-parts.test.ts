import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail, type Mail } from './mail.ts'

test('files between the lines of a text are attachments, and the text is what stands around them', async () => {
  const inline = 'See the file.\n\nbegin 644 test.txt\n,2&5L;&\\@=V]R;&0*\n`\nend\n\nBye.'
  assert.deepEqual(seen(await read('', inline)), ['See the file.\n\n\nBye.', 'test.txt: hello world\n'.replace('h', 'H')])
  const part = 'Content-Type: text/plain; name=test.txt\nContent-Disposition: attachment\nContent-Transfer-Encoding: x-uuencode\n\n'
  const mixed = `--b\n\nhi\n--b\n${part}begin 644 test.txt\n,2&5L;&\\@=V]R;&0*\n\`\nend\n--b--`
  assert.deepEqual(seen(await read('multipart/mixed; boundary=b', mixed)), ['hi', 'test.txt: Hello world\n'])
  for (const text of ['begin 644 is what he said', 'begin 644 x.txt\nthis is no such line, it is longer than it says\nend', 'We\nbegin 644 cut.txt\n,2&5L;&\\@=V]R;&0*']) {
    assert.deepEqual(seen(await read('', text)), [text], 'what only looks like one is text')
  }
})

test('what S/MIME has signed in a wrapping is read, and what it has encrypted is a file', async () => {
  const entity = Buffer.from('Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSigned text.\n--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--b--\n')
  const octets = (content: Buffer) => der(0x04, content)
  const pieces = Buffer.concat([Buffer.from([0x24, 0x80]), octets(entity.subarray(0, 50)), octets(entity.subarray(50)), Buffer.alloc(2)])
  for (const content of [octets(entity), pieces]) {
    const signed = await read('application/pkcs7-mime; smime-type=signed-data; name=smime.p7m', cms('2a864886f70d010702', content).toString('base64'), 'base64')
    assert.deepEqual(seen(signed), ['Signed text.', 'a.pdf: %PDF'])
    assert.equal(signed.has_attachments, true)
  }
  const enveloped = await read('application/pkcs7-mime; name=smime.p7m', cms('2a864886f70d010703', octets(entity)).toString('base64'), 'base64')
  assert.deepEqual([enveloped.text, enveloped.attachments.map(({ name }) => name)], [null, ['smime.p7m']])
  for (const broken of ['', '\x30\x80\x30\x80', '\x30\x84\xff\xff\xff\xff', '\x30\x80'.repeat(10_000), cms('2a864886f70d010702', octets(entity)).toString('latin1').slice(0, 60)]) {
    const { attachments } = await read('application/pkcs7-mime; name=smime.p7m', Buffer.from(broken, 'latin1').toString('base64'), 'base64')
    assert.equal(attachments.length, 1, 'what cannot be read is a file too')
  }
})

test('winmail.dat is the files in it, and their names are whole', async () => {
  const dat = tnef(
    property(0x69003, 0x1000, 'Text in Outlook’s own form.'),
    attribute(0x69002, Buffer.alloc(14)), attribute(0x18010, Buffer.from('ANGEBO~1.PDF\0')), attribute(0x6800f, Buffer.from('%PDF')),
    property(0x69005, 0x3707, 'Angebot für Müller.pdf'),
    attribute(0x69002, Buffer.alloc(14)), attribute(0x18010, Buffer.from('b.txt\0')), attribute(0x6800f, Buffer.from('two')),
  )
  const part = `Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${dat.toString('base64')}\n`
  const both = await read('multipart/mixed; boundary=b', `--b\n\nPlain text.\n--b\n${part}--b--`)
  assert.deepEqual(seen(both), ['Plain text.', 'Angebot für Müller.pdf: %PDF', 'b.txt: two'])
  const alone = await read('multipart/mixed; boundary=b', `--b\n${part}--b--`)
  assert.deepEqual(seen(alone), ['Text in Outlook’s own form.', 'Angebot für Müller.pdf: %PDF', 'b.txt: two'])
  for (let length = 0; length < dat.length; length += 7) {
    const cut = await read('application/ms-tnef; name=winmail.dat', dat.subarray(0, length).toString('base64'), 'base64')
    assert.ok(cut.attachments.length > 0 || cut.text, 'cut off it is a file, or what stands before')
  }
})

test('a mail that is nothing but an invitation says what it is to', async () => {
  const { text, attachments } = await read('text/calendar; method=REQUEST', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lunch\\, at last\nLOCATION:Caf\n é\nEND:VEVENT\nEND:VCALENDAR')
  assert.deepEqual([text, attachments.length], ['Lunch, at last\nCafé', 1])
})

function read(type: string, body: string, encoding = '8bit') {
  return readMail(Buffer.from(`From: a@b.de\n${type && `Content-Type: ${type}\n`}Content-Transfer-Encoding: ${encoding}\n\n${body}`))
}

function seen({ text, attachments }: Mail) {
  return [text, ...attachments.map(({ name, content }) => `${name}: ${content()}`)]
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([Buffer.from([tag, 0x84]), length, content])
}

/** ContentInfo, SignedData and EncapsulatedContentInfo of RFC 5652. */
function cms(type: string, content: Buffer): Buffer {
  const data = der(0x06, Buffer.from('2a864886f70d010701', 'hex'))
  const inner = der(0x30, der(0x02, Buffer.from([1])), der(0x31), der(0x30, data, der(0xa0, content)))
  return der(0x30, der(0x06, Buffer.from(type, 'hex')), der(0xa0, inner))
}

function tnef(...attributes: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), ...attributes])
}

function attribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head[0] = id > 0x69002 || id === 0x18010 || id === 0x6800f ? 2 : 1
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  return Buffer.concat([head, data, Buffer.alloc(2)])
}

/** One of MAPI's, after one of a fixed size and a named one. */
function property(of: number, id: number, text: string): Buffer {
  const value = Buffer.from(`${text}\0`, 'utf16le')
  const words = (...numbers: number[]) => Buffer.from(new Uint32Array(numbers).buffer)
  const named = Buffer.concat([words(0x8001001f), Buffer.alloc(16), words(1, 6), Buffer.from('Key\0\0\0\0\0'), words(1, 4), Buffer.from('x\0\0\0')])
  const padding = Buffer.alloc((4 - value.length % 4) % 4)
  return attribute(of, Buffer.concat([words(3, 0x0e070003, 0), named, words((id << 16 | 0x1f) >>> 0, 1, value.length), value, padding]))
}
