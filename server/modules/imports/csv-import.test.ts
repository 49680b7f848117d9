// What people, and people who mean harm, upload.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { testApp, type TestApp } from '#test/app'
import { allEvents, allItems, csv, mail, organization, until } from '#test/factories'
import { form, formOf, type Part } from '#test/forms'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true, env: { UPLOAD_LIMIT_MB: '3' } })

test('columns are found by the names that other programs use, and the others become fields', async () => {
  const acme = await organization(app)
  const text = csv(
    [
      'First Name',
      'Last Name',
      'E-mail 1 - Value',
      'Phone 1 - Value',
      'Organization Name',
      'Job Title',
      'Labels',
      'Favourite colour',
    ],
    [
      'Ada',
      'Lovelace',
      'Ada@X.example ::: ada@home.example',
      '+44 1',
      'Engines',
      'Countess',
      '* myContacts ::: poet',
      'green',
    ],
  )
  const { result } = await acme.import(text)
  assert.deepEqual(result, { total: 1, created: 1, updated: 0, unchanged: 0, rejected: 0, repeated: 0 })
  const { id: _, company, created_at: __, updated_at: ___, ...contact } = (await acme.get('/contacts')).data[0]
  assert.equal(company.name, 'Engines')
  assert.deepEqual(contact, {
    name: 'Ada Lovelace',
    given_name: 'Ada',
    family_name: 'Lovelace',
    title: 'Countess',
    emails: [
      { address: 'ada@x.example', label: null, primary: true, shared: false },
      { address: 'ada@home.example', label: null, primary: false, shared: false },
    ],
    phones: [{ number: '+44 1', label: null }],
    links: [],
    tags: ['myContacts', 'poet'],
    fields: { 'Favourite colour': 'green' },
    owner_id: null,
    photo_url: null,
    last_interaction_at: null,
    deleted_at: null,
  })
})

test('a column that says whose it is means what it would mean without', async () => {
  const acme = await organization(app)
  await acme.import(csv(['Customer Name', 'Contact Phone Number', 'Contact e-mail', 'Client Work Phone', 'Customer Number'], ['Ada', '+44 1', 'ada@x.example', '+44 2', '7']))
  const [{ name, phones, emails, fields }] = (await acme.get('/contacts')).data
  assert.deepEqual([name, phones, emails[0].address, fields], [
    'Ada', [{ number: '+44 1', label: null }, { number: '+44 2', label: 'work' }], 'ada@x.example', { 'Customer Number': '7' },
  ])
})

test('a row adds to the contact that has its address, and takes nothing away', async () => {
  const acme = await organization(app)
  const made = await acme.post('/contacts', {
    name: 'Ada',
    title: 'Countess',
    emails: [{ address: 'ada@x.example' }],
    tags: ['vip'],
    fields: { a: 1, b: '2' },
  })
  const { result } = await acme.import(
    csv(
      ['Name', 'Email', 'Other email', 'Title', 'Tags', 'b', 'c'],
      ['Ada Lovelace', 'ADA@x.example', 'second@x.example', '', 'poet', 'two', 'three'],
    ),
  )
  assert.deepEqual([result.created, result.updated], [0, 1])
  const contact = await acme.get(`/contacts/${made.id}`)
  assert.deepEqual([contact.name, contact.title, contact.tags], ['Ada Lovelace', 'Countess', ['poet', 'vip']])
  assert.deepEqual(
    contact.emails.map(({ address }: { address: string }) => address),
    ['ada@x.example', 'second@x.example'],
  )
  assert.deepEqual(contact.fields, { a: 1, b: 'two', c: 'three' })
})

test('rows of one person are one contact', async () => {
  const acme = await organization(app)
  const { result } = await acme.import(
    csv(
      ['Name', 'Email', 'Title'],
      ['Ada', 'a@x.example; b@x.example', ''],
      ['Ada L.', 'B@x.example', 'Dr.'],
      ['Bob', 'bob@x.example', ''],
    ),
  )
  assert.deepEqual([result.total, result.created, result.repeated], [3, 2, 1])
  const { data } = await acme.get('/contacts')
  assert.deepEqual(
    data.map(({ name, title }: Record<string, string>) => [name, title]),
    [
      ['Ada L.', 'Dr.'],
      ['Bob', null],
    ],
  )
})

test('a row that cannot be taken is rejected with its line and the reason, and the others are stored', async () => {
  const acme = await organization(app)
  const lines = [
    'Name,Email',
    'Ada,ada@x.example',
    'Bob,not an address',
    ',',
    '"",""',
    'Cy,cy@x.example,extra',
    'Dee,"dee@x.example',
    '"',
    `${'x'.repeat(301)},e@x.example`,
    'Fay,fay@x.example',
  ]
  const { status, result, failed, done, id } = await acme.import(lines.join('\n'))
  assert.deepEqual([status, result.created, result.rejected, failed, done], ['succeeded', 3, 3, 3, 6])
  const rejections = await allItems(acme, `/imports/${id}/rejections`, 1)
  assert.deepEqual(
    rejections.map(({ position, reason }) => [position, reason.replace(/“.*?”/, '…').slice(0, 30)]),
    [
      [3, '… is not an e-mail address.'],
      [6, 'It has 3 fields, the header 2:'],
      [9, '… is too long (301 characters)'],
    ],
  )
})

test('formulas, SQL, HTML and templates are text like any other', async () => {
  const acme = await organization(app)
  const names = [
    "=cmd|'/C calc'!A0",
    '@SUM(1+1)',
    "Robert'); drop table contact; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '${7*7}',
    '\\N',
    '\\.',
    'a\\tb',
    'a\tb',
    '%00',
    '../../etc/passwd',
  ]
  const { result } = await acme.import(csv(['Name', 'Note'], ...names.map((name) => [name, `note of ${name}`])))
  assert.deepEqual([result.created, result.rejected], [names.length, 0])
  const contacts = await allItems(acme, '/contacts?sort=created_at')
  // Before PostgreSQL 18 ids of one millisecond have no order.
  assert.deepEqual(contacts.map(({ name }) => name).toSorted(), names.toSorted())
  assert.deepEqual(
    contacts.map(({ fields }) => fields.Note),
    names.map((name) => `note of ${name}`),
  )
})

test('headers that are names of JavaScript’s own parts are fields like any other', async () => {
  const acme = await organization(app)
  const { status } = await acme.import('Name,__proto__,constructor,toString,hasOwnProperty\nAda,a,b,c,d\n')
  assert.equal(status, 'succeeded')
  const { fields } = (await acme.get('/contacts')).data[0]
  assert.deepEqual(Object.entries(fields).toSorted(), [
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['hasOwnProperty', 'd'],
    ['toString', 'c'],
  ])
})

test('delimiters, quotes, line ends, blank lines and a byte order mark are understood', async () => {
  const expected = ['Ada, Countess', 'Bob "the" Builder']
  const files = [
    '\uFEFFName,Email\r\n"Ada, Countess",ada@x.example\r\n\r\n"Bob ""the"" Builder",bob@x.example\r\n',
    'Name;Email\n"Ada, Countess";ada@x.example\n"Bob ""the"" Builder";bob@x.example',
    'Name\tEmail\nAda, Countess\tada@x.example\n\n\n"Bob ""the"" Builder"\tbob@x.example\n',
    'Name|Email\rAda, Countess|ada@x.example\rBob "the" Builder|bob@x.example\r',
    'Name;Email\r\nAda, Countess;ada@x.example\nBob "the" Builder;bob@x.example\r\n',
    'Name;Email\nAda, Countess;ada@x.example\r\nBob "the" Builder;bob@x.example\n',
  ]
  for (const text of files) {
    const acme = await organization(app)
    await acme.import(text)
    assert.deepEqual(
      (await allItems(acme, '/contacts')).map(({ name }) => name),
      expected,
      JSON.stringify(text),
    )
  }
})

test('what is no file of a format that we know is refused in words that say what to do', async () => {
  const acme = await organization(app)
  const refused: [string | Buffer, string, number, RegExp][] = [
    ['', 'empty.csv', 400, /empty\.csv is empty/],
    [Buffer.from('504b0304140006000800', 'hex'), 'people.csv', 415, /ZIP file/],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'people.xls', 415, /before 2007/],
    [Buffer.from('1f8b0800', 'hex'), 'people.csv', 400, /damaged or cut off/],
    [gzipSync(gzipSync('Name\nAda\n')), 'people.csv.gz.gz', 415, /compressed twice/],
    [gzipSync(''), 'people.csv.gz', 400, /empty/],
    [gzipSync(Buffer.alloc(100 * 1024 * 1024)), 'people.csv.gz', 413, /unpacked, is larger/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'photo.png', 415, /neither CSV, XLSX, vCard, calendar, mbox nor \.eml/],
  ]
  for (const [text, filename, status, detail] of refused) {
    const problem = await acme.upload(text, { filename, status })
    assert.match(problem.detail, detail)
  }
  assert.deepEqual((await acme.get('/operations')).data, [])
  await noFiles(app)
})

test('a CSV file that cannot be read as contacts fails its operation in words that say what to do', async () => {
  const acme = await organization(app)
  const failing: [string | Buffer, RegExp][] = [
    ['Shoe size,Colour\n42,green\n', /No column is called Name, .* nor holds addresses; the first line has “Shoe size”, “Colour”/],
    [`Name${',x'.repeat(10_000)}\nAda\n`, /has 10001 columns; at most 1000/],
    ['Name,Email\n"Ada,ada@x.example\nEva,eva@x.example\n', /quote is opened and never closed, in the record that begins on line 2:/],
    ['Name,Co\0lour\nAda,red\n', /first line is not readable/],
    [`${'x'.repeat(39)}😀,b\n1,2\n`, /No column is called Name/],
    [`Name,Note\nAda,"${'x'.repeat(1_100_000)}"\n`, /larger than 1 MB/],
  ]
  for (const [text, message] of failing) {
    const { status, error } = await acme.import(text)
    assert.equal(status, 'failed', String(message))
    assert.equal(error.code, 'invalid')
    assert.match(error.message, message)
  }
})

test('a file that holds a header alone is no failure', async () => {
  const acme = await organization(app)
  for (const text of ['Name,Email', 'Name,Email\n', '\uFEFFName,Email\r\n\r\n\r\n']) {
    const { status, result, total } = await acme.import(text)
    assert.deepEqual([status, result.total, result.created, total], ['succeeded', 0, 0, 0])
  }
})

test('a damaged line in a file of UTF-8, and NUL characters, are rejected, not garbled', async () => {
  const acme = await organization(app)
  const text = Buffer.concat([
    Buffer.from('Name,Email\nÅdå,ada@x.example\n'),
    Buffer.from('J\xf6rg,joerg@x.example\n', 'latin1'),
    Buffer.from('N\0l,nul@x.example\n'),
  ])
  const { result, id } = await acme.import(text)
  assert.deepEqual([result.created, result.rejected], [1, 2])
  const { data } = await acme.get(`/imports/${id}/rejections`)
  for (const { reason } of data) assert.match(reason, /not readable/)
  assert.deepEqual(data.map(({ record }: { record: string[] }) => record[0]), ['J\uFFFDrg', 'N\uFFFDl'])
})

test('U+FFFD that a file holds is a character of it, in any encoding: the row is taken, and told', async () => {
  const text = 'Name,Email\nÅdå,ada@x.example\nJ\uFFFDrg,joerg@x.example\nB\uFFFD\uFFFDb,bob@x.example\n'
  const files = [Buffer.from(text), Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()]
  for (const each of files) {
    const acme = await organization(app)
    const { result } = await acme.import(each)
    assert.deepEqual([result.created, result.rejected, result.damaged, result.damaged_lines], [3, 0, 2, [3, 4]])
    assert.deepEqual((await acme.get('/contacts?sort=name')).data.map(({ name }: { name: string }) => name), ['B\uFFFD\uFFFDb', 'J\uFFFDrg', 'Ådå'])
  }
  // Beside bytes that are wrong, wherever the file is cut on its way.
  const acme = await organization(app)
  const rows = Array.from({ length: 30_000 }, (_, n) => `${n % 3 ? 'é' : 'J\uFFFDrg'}${n},\n`)
  const { result } = await acme.import(Buffer.concat([Buffer.from(`Name,Email\n${rows.join('')}`), Buffer.from('J\xf6rg,joerg@x.example\n', 'latin1')]))
  assert.deepEqual([result.created, result.rejected, result.damaged, result.damaged_lines.length], [30_000, 1, 10_000, 20])
  // A half of a pair of UTF-16 is none.
  const lone = Buffer.from('\uFEFFName,Email\nAda,ada@x.example\nB\uD83Db,bob@x.example\n', 'utf16le')
  assert.deepEqual((await (await organization(app)).import(lone)).result.rejected, 1)
})

test('what is cut short is cut between characters', async () => {
  const acme = await organization(app)
  const emoji = '😀'
  const text = csv(
    ['Name', 'Email', 'Phone', 'Tags'],
    [`${'a'.repeat(199)}${emoji}`, 'excerpt', '', ''],
    ['Reason', `${'a'.repeat(99)}${emoji}`, '', ''],
    ['Ada', 'ada@x.example', `${'1'.repeat(49)}${emoji}`, `${'t'.repeat(99)}${emoji}`],
  )
  const { status, result, id } = await acme.import(text, { filename: `${'f'.repeat(254)}${emoji}.csv` })
  assert.deepEqual([status, result.created, result.rejected], ['succeeded', 1, 2])
  const { data } = await acme.get(`/imports/${id}/rejections`)
  assert.equal(data[0].excerpt, 'a'.repeat(199))
  const [ada] = (await acme.get('/contacts')).data
  assert.deepEqual([ada.phones[0].number, ada.tags], ['1'.repeat(49), ['t'.repeat(99)]])
})

test('a filename leads nowhere', async () => {
  const acme = await organization(app)
  for (const filename of ['../../x.csv', '/etc/cron.d/x', 'a\\..\\b.csv', '.', 'x'.repeat(300), 'ü💣.csv', '']) {
    const { status } = await acme.import(csv(['Name'], ['Ada']), { filename })
    assert.equal(status, 'succeeded', filename)
  }
  await noFiles(app)
})

test('a form without a file, with two, or with unknown parts or options is refused, and nothing is kept', async () => {
  const acme = await organization(app)
  const people: Part = { name: 'file', value: csv(['Name'], ['Ada']), filename: 'a.csv' }
  const options = (value: string): Part => ({ name: 'options', value })
  const refused: [Part[], number, RegExp][] = [
    [[], 400, /./],
    [[options('{}')], 400, /no part “file”/],
    [[people, people], 400, /one file/],
    [[{ ...people, name: 'upload' }], 400, /part “upload”/],
    [[people, { name: 'other', value: 'x' }], 400, /part “other”/],
    [[people, options('not json')], 400, /not JSON/],
    [[options('[]'), people], 400, /options cannot be accepted/],
    [[options('{"colour":"red"}'), people], 400, /colour|additional/],
    [[people, options('{"create_contacts":"some"}')], 400, /create_contacts/],
    [[people, options('{"own_addresses":"a@b"}')], 400, /own_addresses/],
    [[people, options(`{"own_addresses":["${'x'.repeat(400)}"]}`)], 400, /own_addresses/],
    [[people, options('x'.repeat(200_000))], 400, /./],
  ]
  for (const [parts, status, detail] of refused) {
    const { status: given, json } = await app.call({ url: '/api/v1/imports', key: acme.key, ...formOf(parts) })
    assert.equal(given, status, `${JSON.stringify(parts).slice(0, 100)}: ${JSON.stringify(json)}`)
    assert.match(json.detail, detail)
  }
  const type = 'multipart/form-data; boundary=b'
  const broken: [string, string][] = [[type, 'x'], [type, '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nName'], ['multipart/form-data', 'x']]
  for (const [type, body] of broken) {
    const { status, json } = await app.call({ url: '/api/v1/imports', key: acme.key, body, headers: { 'content-type': type } })
    assert.deepEqual([status, json.code], [400, 'invalid'], body)
  }
  const json = await app.call({ url: '/api/v1/imports', key: acme.key, body: { file: 'x' } })
  assert.ok([400, 415].includes(json.status))
  assert.deepEqual((await acme.get('/operations')).data, [])
  await noFiles(app)
})

test('a file larger than the limit is a 413, and nothing is kept of it', async () => {
  const acme = await organization(app)
  const problem = await acme.upload(`Name\n${'x'.repeat(3 * 1024 * 1024)}`, { status: 413 })
  assert.equal(problem.code, 'too_large')
  assert.deepEqual((await acme.get('/operations')).data, [])
  await noFiles(app)
})

test('an upload that is cut off leaves nothing behind', async (t) => {
  const alone = await testApp(t)
  const acme = await organization(alone)
  await alone.http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = alone.http.server.address() as AddressInfo
  const { body, headers } = form({ file: csv(['Name'], ...Array.from({ length: 50_000 }, (_, n) => [`Person ${n}`])) })
  const socket = connect(port, '127.0.0.1')
  const lines = [
    'POST /api/v1/imports HTTP/1.1',
    'host: x',
    `authorization: Bearer ${acme.key}`,
    `content-length: ${body.length}`,
    `content-type: ${headers['content-type']}`,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  socket.write(body.subarray(0, body.length / 2))
  await until(async () => (await files(alone)).length === 1)
  socket.destroy()
  await noFiles(alone)
  assert.deepEqual((await acme.get('/operations')).data, [])
  assert.deepEqual(
    (await allEvents(acme)).events.filter(({ type }) => type.startsWith('operation')),
    [],
  )
})

test('when an import has ended, however, its file is gone', async () => {
  const acme = await organization(app)
  await acme.import(csv(['Name'], ['Ada']))
  await acme.import('Colour\nred\n')
  await acme.import(mail({}), { filename: 'a.eml' })
  await noFiles(app)
})

test('an operation shows progress in rows, and its end', async () => {
  const acme = await organization(app)
  const operation = await acme.import(
    csv(['Name', 'Email'], ...Array.from({ length: 4_500 }, (_, n) => [`P ${n}`, `p${n}@progress.example`])),
  )
  assert.deepEqual(
    [operation.kind, operation.status, operation.done, operation.total, operation.failed],
    ['import.contacts', 'succeeded', 4_500, 4_500, 0],
  )
  assert.ok(
    operation.rate > 0 && operation.created_at <= operation.started_at && operation.started_at <= operation.finished_at,
  )
  const { events } = await allEvents(acme)
  const told = events.filter(({ subject }) => subject === `operation:${operation.id}`)
  const done = told.filter(({ type }) => type === 'operation.updated').map(({ data }) => data.operation.done)
  assert.deepEqual(done, [0, 2_000, 4_000, 4_500, 4_500])
  const batches = told.filter(({ type }) => type === 'contacts.imported').map(({ data }) => data.created)
  assert.deepEqual(batches, [2_000, 2_000, 500])
})

test('rows that are large are stored in smaller batches', async () => {
  const acme = await organization(app)
  const notes = Array.from({ length: 100 }, (_, n) => `Note ${n}`)
  const { id, result } = await acme.import(csv(['Name', ...notes], ...Array.from({ length: 3 }, (_, n) => [`P ${n}`, ...notes.map(() => 'x'.repeat(9_000))])))
  assert.equal(result.created, 3)
  const { events } = await allEvents(acme)
  const batches = events.filter(({ subject, type }) => subject === `operation:${id}` && type === 'contacts.imported')
  assert.deepEqual(batches.map(({ data }) => data.created), [2, 1])
})

/** Imports that have just ended still clear away what they read. */
async function noFiles(app: TestApp) {
  await until(async () => (await files(app)).length === 0)
}

async function files({ data_folder }: TestApp): Promise<string[]> {
  return readdir(join(data_folder, 'files/imports')).catch(() => [])
}
