import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail, type Mail } from './mail.ts'

const now = new Date('2026-11-22T12:00:00Z')

test('an ordinary message is read', async () => {
  const mail = await read({
    'Message-ID': '<m1@example.com>', 'References': '<a@x>\n <b@x>', 'In-Reply-To': '<b@x>',
    'From': '=?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <Joerg@Example.COM>',
    'To': '"Doe, Jane" <jane@example.org>, bob@example.net',
    'Cc': 'Team: ann@example.org, JANE@example.org;', 'Subject': '=?UTF-8?B?w5xiZXIgZGVuIFZlcnRyYWc=?=\n  and   more',
    'Delivered-To': 'me@example.org', 'Date': 'Mon, 2 Mar 2026 19:00:00 +0100 (CET)',
  }, 'Hello Jane,\n\nsee you   tomorrow.\n')
  assert.deepEqual(mail, {
    source_id: 'm1@example.com', references: ['a@x', 'b@x'], subject: 'Über den Vertrag and more',
    from: { address: 'joerg@example.com', name: 'Jörg Müller' },
    to: [{ address: 'jane@example.org', name: 'Doe, Jane' }, { address: 'bob@example.net', name: null }],
    cc: [{ address: 'ann@example.org', name: null }, { address: 'jane@example.org', name: null }], bcc: [],
    delivered_to: ['me@example.org'], occurred_at: new Date('2026-03-02T18:00:00Z'),
    snippet: 'Hello Jane, see you tomorrow.', is_bulk: false, has_attachments: false, attachments: [], html: null, truncated: false,
    text: 'Hello Jane,\n\nsee you   tomorrow.', headers: mail.headers,
  } satisfies Mail)
})

test('what is not a message is refused in words a person understands', async () => {
  for (const raw of ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'name,email\nAnn,ann@x.de\n', 'BEGIN:VCARD\nFN:Ann\nEND:VCARD\n',
    Buffer.alloc(5000, 0xa7)]) {
    await assert.rejects(readRaw(raw), { message: 'not an e-mail message: no header found' })
  }
  for (const raw of ['', Buffer.alloc(0)]) await assert.rejects(readRaw(raw), { message: /it is empty/ })
})

test('a message without Message-ID is known by its content, whatever its line ends', async () => {
  const text = 'From: a@b.de\nSubject: x\n\nhello\n'
  const { source_id } = await readRaw(text)
  assert.match(source_id, /^sha256:[0-9a-f]{64}$/)
  assert.equal((await readRaw(text.replaceAll('\n', '\r\n'))).source_id, source_id)
  assert.equal((await readRaw(`From a@b Thu Jan  1 10:00:00 2026\n${text}\n`)).source_id, source_id)
  assert.notEqual((await readRaw(text.replace('hello', 'hallo'))).source_id, source_id)
  assert.equal((await read({ 'Message-ID': 'bare@x ' })).source_id, 'bare@x')
  assert.match((await read({ 'Message-ID': '<>' })).source_id, /^sha256:/)
})

test('references hold ids only: no prose, no doubles, not the message itself, the ends of long threads', async () => {
  const { references } = await read({ 'Message-ID': '<me@x>', 'References': '<a@x>,<folded\n id@x> <a@x> <me@x>',
    'In-Reply-To': 'Your message of Monday <c@x>' })
  assert.deepEqual(references, ['a@x', 'foldedid@x', 'c@x'])
  assert.deepEqual((await read({ 'In-Reply-To': 'someone@example.com' })).references, [])
  const long = await read({ References: Array.from({ length: 250 }, (_, index) => `<${index}@x>`).join('\n ') })
  assert.equal(long.references.length, 100)
  assert.deepEqual([long.references[0], long.references[49], long.references[50], long.references[99]],
    ['0@x', '49@x', '200@x', '249@x'])
})

test('an id is so short that an index can hold it, in bytes', async () => {
  const [fits, long] = ['語'.repeat(300), '語'.repeat(900)]
  const { source_id, references } = await read({ 'Message-ID': `<${long}@x>`, 'References': `<${fits}@x> <${long}@y>` })
  assert.match(source_id, /^sha256:/)
  assert.deepEqual(references, [`${fits}@x`])
})

test('the date is the Date field when a person could have sent the message then', async () => {
  const dates: [string, string | undefined][] = [
    ['Fri, 21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06Z'],
    ['21 Nov 1997 09(comment):  55 : 06 -0600', '1997-11-21T15:55:06Z'],
    ['Tue, 22 Jan 2002 14:35:28 UT', '2002-01-22T14:35:28Z'], ['Tue Mar 3 10:00:00 2026', '2026-03-03T10:00:00Z'],
    ['2026-03-03T10:00:00+02:00', '2026-03-03T08:00:00Z'], ['Tue, 3 Mar 2026 10:00:00 EST', '2026-03-03T15:00:00Z'],
    ['Tue, 3 Mar 2026 23:59:60 +0000', '2026-03-03T23:59:59Z'],
    ['Sun, 22 Nov 2026 20:00:00 +0000', '2026-11-22T20:00:00Z'],
    ['Di, 5 Mai 2015 10:00:00 +0200', '2015-05-05T08:00:00Z'], ['Mo, 2 Mär 2015 10:00:00 +0100', '2015-03-02T09:00:00Z'],
    ['Wed, 15 Dec 2010    59:10 -0500', undefined], ['Pn, 29 paX 2007 21:13:00 +0100', undefined], ['<HR>', undefined],
    ['Not a date 12', undefined], ['31 Feb 2026 10:00:00 +0000', undefined], ['1 Jan 1970 00:00:00 +0000', undefined],
    ['Mon, 30 Jun 3609 15:33:50 +0600', undefined], ['Tue, 24 Nov 2026 12:00:00 +0000', undefined],
  ]
  for (const [field, expected] of dates) {
    assert.equal((await read({ Date: field })).occurred_at?.getTime(), expected && Date.parse(expected), field)
  }
})

test('without a usable date the newest plausible Received counts, then the fallback', async () => {
  const broken = 'Date: yesterday\nReceived: from a by b; Mon, 2 Mar 2026 10:00:00 +0000\n' +
    'Received: from x; id 7; Mon, 2 Mar 2026 12:00:00 +0000 (UTC)\nReceived: by z; Fri, 1 Jan 2100 00:00:00 +0000\n\n'
  assert.equal((await readRaw(broken)).occurred_at?.toISOString(), '2026-03-02T12:00:00.000Z')
  const fallback_date = new Date('2025-01-01T00:00:00Z')
  assert.equal((await readRaw(broken, { fallback_date })).occurred_at?.toISOString(), '2026-03-02T12:00:00.000Z')
  assert.deepEqual((await readRaw('Subject: x\n\n', { fallback_date })).occurred_at, fallback_date)
  assert.equal((await readRaw('Subject: x\n\n')).occurred_at, null)
})

test('only addresses that mail can reach are people, each once and in one spelling', async () => {
  const { to, from } = await read({
    From: 'undisclosed', Sender: 'Real One <real@example.com>',
    To: `A@Example.com, "a@example.com" <a@EXAMPLE.com>, Ann <a@example.com>, 'q@example.com', x@münchen.example,
 Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>, <@relay.test:mary@example.net>, nobody, a@, <>,
 /O=CORP/CN=SMITH, "Quoted \\"Q\\" Name" <q.name@example.com>; last@example.com, undisclosed-recipients:;`,
  })
  assert.deepEqual(from, { address: 'real@example.com', name: 'Real One' })
  assert.deepEqual(to.map(({ address }) => address), ['a@example.com', 'q@example.com', 'x@xn--mnchen-3ya.example',
    'pete@silly.test', 'mary@example.net', 'q.name@example.com', 'last@example.com'])
  assert.deepEqual(to.map(({ name }) => name), ['Ann', null, null, 'Pete', null, 'Quoted "Q" Name', null])
})

test('at most 500 people are kept, To before Cc before Bcc', async () => {
  const people = (domain: string, count: number) =>
    Array.from({ length: count }, (_, index) => `"P, ${index}" <p${index}@${domain}>`).join(',\n ')
  const some = await read({ To: people('to.de', 450), Cc: people('cc.de', 300), Bcc: people('bcc.de', 10) })
  assert.deepEqual([some.to.length, some.cc.length, some.bcc.length], [450, 50, 0])
  const many = await read({ To: people('to.de', 100_000) })
  assert.equal(many.to.length, 500)
})

test('text in any charset is read, also under a wrong or missing label', async () => {
  const cases: [string, number[] | Buffer, string][] = [
    ['windows-1252', [0x80, 0x20, 0x93, 0x61, 0x94], '€ “a”'], ['iso-8859-1', Buffer.from('Größe'), 'Größe'],
    ['us-ascii', Buffer.from('naïve'), 'naïve'], ['x-unknown', [0x66, 0xfc, 0x72], 'für'],
    ['', [0x66, 0xfc, 0x72], 'für'],
    ['utf-8', [0x66, 0xff, 0x72], 'f\uFFFDr'], ['koi8-r', [0xd0, 0xd2, 0xc9], 'при'],
    ['GB2312', [0xc4, 0xe3, 0xba, 0xc3], '你好'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], 'あ'], ['shift_jis', [0x82, 0xa0], 'あ'],
    ['ks_c_5601-1987', [0xbd, 0xba], '스'], ['cp932', [0x82, 0xa0], 'あ'],
    ['utf-7', Buffer.from('Hi +AOQA9gD8-'), 'Hi äöü'], ['hz-gb-2312', Buffer.from('~{VPND~} ~~'), '中文 ~'],
    ['iso-2022-kr', Buffer.from('\x1b$)C\x0e>H3g\x0f.'), '안녕.'], ['cp50220', Buffer.from('\x1b$B$"\x1b(B'), 'あ'],
    ['utf-8', Buffer.from('\x1b$B$"\x1b(B'), 'あ'], ['', Buffer.from('\x1b$B$"\x1b(B'), 'あ'],
    ['cp850', [0x84, 0x94, 0x81], 'äöü'], ['ibm437', [0x84, 0x94, 0x81], 'äöü'], ['win-1251', [0xcf, 0xf0, 0xe8], 'При'],
    ['utf-16', Buffer.from('Grüße', 'utf16le').swap16(), 'Grüße'], ['constructor', [0x66, 0xfc, 0x72], 'für'],
  ]
  for (const [charset, bytes, expected] of cases) {
    const label = charset && `; charset="${charset}"`
    const head = `From: a@b.de\nContent-Type: text/plain${label}\n`
    const raw = Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(bytes)])
    assert.equal((await readRaw(raw)).snippet, expected, charset)
    const encoded = `${head}Content-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}`
    assert.equal((await readRaw(encoded)).snippet, expected, `${charset} in base64`)
  }
  const latin = Buffer.from('Subject: Formação “x”\nFrom: José <j@b.de>\n\nhi'.replace(/[“”]/g, '"'), 'latin1')
  assert.equal((await readRaw(latin)).subject, 'Formação "x"')
  assert.equal((await readRaw(latin)).from?.name, 'José')
})

test('encoded words are decoded, also broken, split and in old charsets', async () => {
  const subjects: [string, string | null][] = [
    ['=?UTF-8?B?YWLD?= =?UTF-8?B?vGNk?=', 'abücd'], ['=?windows-1252?Q?=93Hi=94_=80?=', '“Hi” €'],
    ['=?NONE?B?VEVTVA=?=', 'TEST'], ['=?utf-8?Q?a?=\n =?utf-8?Q?b?= c', 'ab c'], ['=?utf-8*en?Q?=C3=BC?=', 'ü'],
    ['=?utf-8?Q?unfinished', '=?utf-8?Q?unfinished'], ['=?utf-8?Q?=00nul?=', 'nul'], ['  ', null],
    ['=?utf-8?Q?Gr=C3?= =?UTF-8?B?vMOfZQ==?=', 'Grüße'], ['=?cp932?B?gqA=?=', 'あ'], ['=?utf-7?Q?+AOQ-?=', 'ä'], ['=?utf-8?Q?really??=', 'really?'],
    ['x'.repeat(2000), 'x'.repeat(998)], [`${'x'.repeat(997)}😀`, 'x'.repeat(997)], ['a\u202Egpj.exe', 'agpj.exe'],
  ]
  for (const [field, expected] of subjects) assert.equal((await read({ Subject: field })).subject, expected, field)
})

test('the snippet is what the sender wrote: no quotes, no introductions, no signature', async () => {
  const texts: [string, string | null][] = [
    ['Yes!\n\nOn Mon, 2 Mar 2026 at 10:00, Ann <a@b.de> wrote:\n> Shall we?\n>> Hm.', 'Yes!'],
    ['Yes!\n\nOn Mon, 2 Mar 2026 at 10:00, Ann Somebody Longname\n<a@b.de>\nwrote:\n> Shall we?', 'Yes!'],
    ['Am 02.03.2026 um 10:00 schrieb Ann:\n> Kommst du?\n\nJa.\n\n> Wann?\n\nUm 8.', 'Ja. Um 8.'],
    ['Ja\n\nVon: Ann\nGesendet: Montag\nAn: Bob\nBetreff: Re\n\nKommst du?', 'Ja'],
    ['Yes\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\n\nShall we?', 'Yes'],
    ['Yes\n________________________________\nFrom: Ann\n', 'Yes'],
    ['Oui\n\nLe lun. 2 mars 2026 à 10:00, Ann a écrit :\nTu viens ?', 'Oui'],
    ['Hello\n-- \nAnn\nExample Ltd', 'Hello'], ['> only a quote\n> of two lines', 'only a quote of two lines'],
    ['-- \nonly a signature', '-- only a signature'], ['I wrote:\nthis is not a quote', 'I wrote: this is not a quote'],
    ['---------- Forwarded message ---------\nFrom: Ann\n\nthe news',
      '---------- Forwarded message --------- From: Ann the news'],
    ['Yes\nann@b.de wrote:\n> Shall we?', 'Yes'], ['Yes\nAnn wrote:\n\n> Shall we?', 'Yes'],
    ['a\0b\x07c\u200b d', 'abc d'], ['  \n\n', null], ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
  ]
  for (const [text, expected] of texts) {
    const mail = await read({ 'Content-Type': 'text/plain; charset=utf-8' }, text)
    assert.equal(mail.snippet, expected, text)
    assert.equal((await readRaw(`Subject: x\r\n\r\n${text.replaceAll('\n', '\r\n')}`)).snippet, expected, text)
  }
})

test('HTML is read as its text, without styles, scripts and what mail programs quote', async () => {
  const html = (text: string) => read({ 'Content-Type': 'text/html; charset=utf-8' }, text)
  const texts: [string, string | null][] = [
    ['<head><title>t</title><style>p{}</style></head><p>Hi&nbsp;Ann&#44;</p><p>see&eacute; &lt;b&gt;' +
      '<script>x()</script><!-- c --></p>', 'Hi Ann, seeé <b>'],
    ['<div>Yes<br>we do</div><div class="gmail_quote"><div class="gmail_attr">On Mon wrote:</div>' +
      '<blockquote>no</blockquote></div>', 'Yes we do'],
    ['Yes<div class="moz-cite-prefix">On 2 March Ann wrote:</div><blockquote type="cite">no</blockquote>', 'Yes'],
    ['Ja<hr><div id="divRplyFwdMsg"><b>Von:</b> Ann<br><b>Gesendet:</b> Montag<br>' +
      '<b>An:</b> Bob</div><div>no</div>', 'Ja'],
    ['Ja<div><b>Von:</b> Ann<br><b>Gesendet:</b> Montag<br><b>An:</b> Bob</div><div>no</div>', 'Ja'],
    ['<blockquote type="cite">only this</blockquote>', 'only this'], [`${'<div><b>'.repeat(100_000)}deep`, null],
  ]
  for (const [text, expected] of texts) assert.equal((await html(text)).snippet, expected, text.slice(0, 200))
})

test('the first plain text that has any is preferred, HTML comes second', async () => {
  const parts = (plain: string) => read({ 'Content-Type': 'multipart/alternative; boundary="b c"' }, multipart('b c',
    `Content-Type: text/plain\n\n${plain}`, 'Content-Type: text/html\n\n<p>rich</p>'))
  assert.equal((await parts('plain')).snippet, 'plain')
  assert.equal((await parts(' \n')).snippet, 'rich')
  assert.equal((await parts('plain')).has_attachments, false)
})

test('an attachment is what was attached: not signatures, embedded pictures, reports or invitations', async () => {
  const text = 'Content-Type: text/plain\n\nhi'
  const mixed = async (part: string, type = 'mixed', shown = text) =>
    (await read({ 'Content-Type': `multipart/${type}; boundary=b` }, multipart('b', shown, part))).has_attachments
  assert.equal(await mixed('Content-Type: application/pdf; name=a.pdf\n\nAAAA'), true)
  assert.equal(await mixed('Content-Type: text/plain\nContent-Disposition: attachment\n\nx'), true)
  assert.equal(await mixed('Content-Type: text/csv; name="a.csv"\n\nx'), true)
  assert.equal(await mixed('Content-Type: message/rfc822\n\nSubject: forwarded\n\nx'), true)
  assert.equal(await mixed('Content-Type: image/png\nContent-ID: <1>\n\nx'), true)
  const page = 'Content-Type: text/html\n\n<p>hi <img src="cid:1"></p>'
  assert.equal(await mixed('Content-Type: image/png\nContent-ID: <1>\n\nx', 'related', page), false)
  assert.equal(await mixed('Content-Type: application/pdf; name=bill.pdf\nContent-ID: <2>\n\nx', 'related', page), true, 'no text shows it')
  assert.equal(await mixed('Content-Type: image/png\nContent-ID: <1>\n\nx', 'related'), true, 'nor does plain text')
  assert.equal(await mixed('Content-Type: application/applefile; name=a.pdf\n\nx'), false)
  assert.equal(await mixed('Content-Type: application/pgp-signature; name=signature.asc\n\nx', 'signed'), false)
  const signature = 'Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Disposition: attachment'
  assert.equal(await mixed(`${signature}\n\nx`), false)
  assert.equal(await mixed('Content-Type: message/delivery-status\n\nx', 'report'), false)
  assert.equal(await mixed('Content-Type: text/calendar; method=REQUEST\n\nx', 'alternative'), false)
})

test('sloppy structure is read as it was meant', async () => {
  const nested = multipart('b', `Content-Type: multipart/alternative; boundary="b1"\n\n${multipart('b1', '\ninner')}`,
    'Content-Type: application/pdf\n\nx')
  const type = { 'Content-Type': 'multipart/mixed; boundary=b' }
  assert.deepEqual(pick(await read(type, nested)), ['inner', true])
  assert.deepEqual(pick(await read(type, nested.replace('--b--', ''))), ['inner', true])
  assert.deepEqual(pick(await read(type, 'no boundary at all')), ['no boundary at all', false])
  const twice = 'Content-Type: multipart/mixed; boundary=b\nContent-Type: text/plain'
  assert.deepEqual(pick(await readRaw(`${twice}\n\n${nested}`)), ['inner', true])
  assert.deepEqual(pick(await read({ 'Content-Type': 'multipart/mixed; boundary*0="b"; boundary*1="1"' },
    multipart('b1', '\nhi'))), ['hi', false])
  assert.deepEqual(pick(await read({ 'Content-Transfer-Encoding': '"quoted-printable" ' }, 'a=20=C3=BC=\n b=ZZ=')),
    ['a ü b=ZZ=', false])
  assert.deepEqual(pick(await read(type, '--b  \nContent-Type: text/plain\n--b\n\nsecond\n--b--')), ['second', false])
  assert.deepEqual(pick(await read({ 'Content-Type': 'multipart/mixed' }, nested)), ['inner', true], 'no boundary named')
  assert.deepEqual(pick(await read({ 'Content-Type': 'multipart/mixed; boundary=other' }, nested)), ['inner', true], 'another one named')
  assert.deepEqual(pick(await read({ 'Content-Type': 'multipart/mixed' }, 'no boundary at all')), ['no boundary at all', false])
  assert.deepEqual(pick(await readRaw('From: a@b.de\nSubject: x\nno blank line\n')), ['no blank line', false])
  const mac = await readRaw('From: a@b.de\rSubject: from an old Mac\r\rhi\rthere\r')
  assert.deepEqual([mac.subject, mac.text], ['from an old Mac', 'hi\nthere'])
  assert.equal((await readRaw('From : a@b.de\nSubject : x\n\nhi')).from?.address, 'a@b.de')
  const pieces = `${Buffer.from('Grü').toString('base64')}\n${Buffer.from('ße').toString('base64')}`
  assert.equal((await read({ 'Content-Transfer-Encoding': 'base64' }, `${pieces}\n-- \nA mailing list\n`)).text, 'Grüße', 'in padded pieces')
  const page = Buffer.concat([Buffer.from('Content-Type: text/html\n\n<meta charset="windows-1251"><p>'), Buffer.from([0xcf, 0xf0, 0xe8])])
  assert.equal((await readRaw(page)).text, 'При')
})

test('mail to many and mail by programs is bulk', async () => {
  const bulk: Record<string, string>[] = [{ 'List-Id': '<x.y>' }, { 'List-Unsubscribe': '<mailto:a@b>' },
    { Precedence: 'Bulk' }, { 'Auto-Submitted': 'auto-replied' }, { 'Feedback-ID': '1:2' },
    { From: 'X <no-reply@x.de>' }, { From: 'NoReply@x.de' },
    { From: 'drive-shares-noreply@google.com' }, { From: 'MAILER-DAEMON@x.de' }, { From: 'bounces+123=x@y.de' },
    { From: 'notifications@github.com' }, { From: 'do_not_reply@x.de' }, { From: 'postmaster@x.de' }]
  for (const fields of bulk) assert.equal((await read(fields)).is_bulk, true, JSON.stringify(fields))
  const personal: Record<string, string>[] = [{ 'Auto-Submitted': 'no' }, { Precedence: 'first-class' },
    { From: 'norep@x.de' }, { From: 'reply@x.de' }, { From: 'norma.daemon@x.de' }]
  for (const fields of personal) assert.equal((await read(fields)).is_bulk, false, JSON.stringify(fields))
})

test('hostile messages take little time and give what can be had', async () => {
  const head = 'From: a@b.de\nMessage-ID: <x@y>\n'
  const open = (level: number) => `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n`
  const hostile = [
    `${Array.from({ length: 10_000 }, (_, level) => open(level)).join('')}\ndeep`,
    `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n'.repeat(1 << 18)}`,
    `X-Long: ${'x'.repeat(1 << 20)}\n\nhi`,
    `To: ${'a.'.repeat(1 << 19)}\n\nhi`,
    `To: "${'\\"'.repeat(1 << 19)}\n\nhi`,
    `To: a${' '.repeat(1 << 20)}@\n\nhi`,
    `Cc: ${'a,'.repeat(1 << 19)}\n\nhi`,
    `Content-Transfer-Encoding: base64\n\n${'QUFB'.repeat(1 << 20)}`,
    `Content-Transfer-Encoding: quoted-printable\n\n${' '.repeat(1 << 20)}`,
    `Content-Type: text/html\n\n${'<a>'.repeat(1 << 19)}`,
  ]
  for (const rest of hostile) {
    const begun = process.cpuUsage()
    assert.equal((await readRaw(head + rest)).from?.address, 'a@b.de')
    const ms = process.cpuUsage(begun).user / 1_000
    assert.ok(ms < 2_000, `${JSON.stringify(rest.slice(0, 80))} takes ${Math.round(ms)} ms of the processor`)
  }
})

test('random damage never throws past the message and leaves no string that Postgres refuses', async () => {
  const part = 'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>a=C3=BC</p>'
  const good = Buffer.from('From: =?utf-8?Q?J=C3=B6?= <a@b.de>\nSubject: =?utf-8?B?w7w=?= x\nTo: b@c.de\n' +
    `Content-Type: multipart/mixed; boundary="b"\n\n${multipart('b', part)}`)
  let seed = 11
  const random = (below: number) => (seed = seed * 48271 % 2147483647) % below
  for (let round = 0; round < 2000; round++) {
    const raw = Buffer.from(good)
    for (let count = random(30); count >= 0; count--) raw[random(raw.length)] = random(256)
    const mail = await readRaw(raw).catch(({ message }: Error) => ({ message }))
    const strings = JSON.stringify(mail)
    assert.ok(!strings.includes('\\u0000') && !/\\ud[89a-f]/.test(strings), strings)
    if ('message' in mail) assert.match(mail.message, /^not an e-mail message/)
  }
})

function read(fields: Record<string, string>, body = '') {
  const header = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`).join('')
  return readRaw(`${header}MIME-Version: 1.0\n\n${body}`)
}

function readRaw(raw: string | Buffer, options: { fallback_date?: Date } = {}) {
  return readMail(Buffer.from(raw), { now, ...options })
}

function multipart(boundary: string, ...parts: string[]) {
  return `${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`
}

function pick({ snippet, has_attachments }: Mail) {
  return [snippet, has_attachments]
}
