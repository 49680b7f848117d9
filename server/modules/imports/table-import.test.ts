// How tables are understood, what becomes of known people, dry runs, rejects and undo.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createStorage } from '#platform/storage'
import { testApp, type Answer } from '#test/app'
import { allEvents, allItems, csv, finished, mail, organization, until, type Caller, type Organization } from '#test/factories'
import { form } from '#test/forms'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true, env: { UPLOAD_LIMIT_MB: '8' } })

const names = async (caller: Caller) => (await allItems(caller, '/contacts')).map(({ name }) => name)

const preview = async (caller: Organization, text: string | Buffer, options?: object, filename?: string): Promise<Answer['json']> => {
  const { status, json } = await app.call({ url: '/api/v1/imports/preview', key: caller.key, ...form({ file: text, options, filename }) })
  assert.equal(status, 200, JSON.stringify(json))
  return json
}

const rejects = async (caller: Organization, id: string) => {
  const { status, text, headers } = await app.call({ url: `/api/v1/imports/${id}/rejects.csv`, key: caller.key })
  assert.equal(status, 200)
  assert.match(headers['content-type']!, /^text\/csv/)
  return text
}

test('any usual encoding is found out, or believed when it is said', async () => {
  const text = 'Name;Email\r\nJörg Groß;joerg@x.example\r\nZoë “Zo” Ångström;zoe@x.example\r\n'
  const utf16 = (order: 'le' | 'be', mark: boolean) => {
    const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
    return order === 'le' ? bytes : bytes.swap16()
  }
  const windows1252 = Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1')
  const files: [string, Buffer, object?][] = [
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', utf16('le', true)],
    ['utf-16be', utf16('be', true)],
    ['utf-16le', utf16('le', false)],
    ['utf-16be', utf16('be', false)],
    ['windows-1252', windows1252],
    ['macintosh', Buffer.from(text.replaceAll('ö', '\x9a').replace('ß', '\xa7').replace('ë', '\x91').replace('Å', '\x81').replace('“', '\xd2').replace('”', '\xd3'), 'latin1'), { encoding: 'macintosh' }],
  ]
  for (const [encoding, bytes, options] of files) {
    const acme = await organization(app)
    const seen = await preview(acme, bytes, options)
    assert.deepEqual([seen.encoding, seen.delimiter, seen.has_header], [encoding, ';', true])
    const { result, status } = await acme.import(bytes, { options })
    assert.deepEqual([status, result?.created, result?.rejected], ['succeeded', 2, 0], encoding)
    assert.deepEqual(await names(acme), ['Jörg Groß', 'Zoë “Zo” Ångström'], encoding)
  }
})

test('an encoding that is cut between chunks is still found out', async () => {
  const acme = await organization(app)
  const text = csv(['Name', 'Email'], ...Array.from({ length: 20_000 }, (_, n) => [`Zoë 姓名 ${n}`, `p${n}@cut.example`]))
  assert.equal((await preview(acme, text)).encoding, 'utf-8')
  const broken = Buffer.concat([Buffer.from(text), Buffer.from('\nJ\xf6rg,j@cut.example', 'latin1')])
  assert.equal((await preview(acme, broken)).encoding, 'utf-8')
})

test('a file in gzip is unpacked', async () => {
  const acme = await organization(app)
  const { result } = await acme.import(gzipSync('Name,Email\nAda,ada@x.example\n'), { filename: 'people.csv.gz' })
  assert.equal(result.created, 1)
})

test('delimiters, quotes and escapes are found out, or believed when they are said', async () => {
  const files: [string, object?][] = [
    ['sep=;\r\nName;Email\r\n"Ada; Countess";ada@x.example\r\n'],
    ["Name,Email\n'Ada; Countess','ada@x.example'\n'Bob','bob@x.example'\n"],
    ['Name~Email\nAda; Countess~ada@x.example\n'],
    ['Name::Email\nAda; Countess::ada@x.example\n', { delimiter: '::' }],
    ['Name,Email,Note\nAda; Countess,ada@x.example,"a \\"quoted\\" word, and a comma"\n'],
    ['Name*Email\n%Ada; Countess%*ada@x.example\n', { delimiter: '*', quote: '%' }],
  ]
  for (const [text, options] of files) {
    const acme = await organization(app)
    const { result, error } = await acme.import(text, { options })
    assert.equal(result?.rejected, 0, `${text} ${JSON.stringify(error)}`)
    assert.equal((await names(acme))[0], 'Ada; Countess', text)
  }
  const acme = await organization(app)
  await acme.import('Name,Email,Note\nAda,ada@x.example,"a \\"quoted\\" word, and a comma"\n')
  assert.equal((await acme.get('/contacts')).data[0].fields.Note, 'a "quoted" word, and a comma')
})

test('a file without a header is understood by what stands in it', async () => {
  const acme = await organization(app)
  const text = 'Ada Lovelace,ada@x.example,+44 20 7946 0000,42\nBob Builder,bob@x.example,+44 20 7946 0001,43\n'
  const seen = await preview(acme, text)
  assert.equal(seen.has_header, false)
  assert.deepEqual(seen.columns.map(({ header, target }: Answer['json']) => [header, target]), [
    ['Column 1', 'name'], ['Column 2', 'email'], ['Column 3', 'phone'], ['Column 4', 'field:Column 4'],
  ])
  const { result } = await acme.import(text)
  assert.equal(result.created, 2)
  assert.deepEqual(await names(acme), ['Ada Lovelace', 'Bob Builder'])
})

test('headers in words that nobody knows are understood by the cells below them', async () => {
  const acme = await organization(app)
  const { columns } = await preview(acme, csv(['Kuka', 'Mihin', 'Email'], ['Aino', 'aino@x.example', 'yes'], ['Väinö', 'v@x.example', 'no']))
  assert.deepEqual(columns.map(({ target, origin }: Answer['json']) => [target, origin]), [
    ['field:Kuka', 'none'], ['email', 'content'], ['email', 'name'],
  ])
})

test('a preview shows columns, samples and what they seem to mean, and its upload is imported without sending it again', async () => {
  const acme = await organization(app)
  const text = csv(['Full name', 'Contact', 'Shoe size'], ['Ada', 'ada@x.example', '38'], ['Bob', 'bob@x.example', ''])
  const seen = await preview(acme, text, {}, 'list.csv')
  assert.deepEqual([seen.filename, seen.format, seen.items, seen.bytes], ['list.csv', 'csv', 2, text.length])
  assert.deepEqual(seen.rows, [['Ada', 'ada@x.example', '38'], ['Bob', 'bob@x.example', '']])
  assert.deepEqual(seen.columns.map(({ header, target, samples }: Answer['json']) => [header, target, samples]), [
    ['Full name', 'name', ['Ada', 'Bob']], ['Contact', 'email', ['ada@x.example', 'bob@x.example']], ['Shoe size', 'field:Shoe size', ['38']],
  ])
  const send = (options: object, status: number) => app.call({ url: '/api/v1/imports', key: acme.key, ...onlyOptions(options) }).then((answer) => {
    assert.equal(answer.status, status, answer.text)
    return answer.json
  })
  const mapping = { 'shoe size': 'ignore', Contact: 'email:work' }
  const dry = await finished(acme, (await send({ upload_id: seen.upload_id, mapping, dry_run: true }, 202)).id)
  assert.deepEqual([dry.result.created, dry.result.dry_run], [2, true])
  const listed = async (query: string) => (await acme.get(`/operations?${query}`)).data.map(({ id, dry_run }: Answer['json']) => [id, dry_run])
  assert.deepEqual(await listed('kind=import.*'), [[dry.id, true]])
  assert.deepEqual(await listed('kind=import.*&dry_run=false'), [])
  assert.deepEqual(await listed('kind=impor.*'), [])
  const { id } = await send({ upload_id: seen.upload_id, mapping }, 202)
  await finished(acme, id)
  const [ada] = (await acme.get('/contacts')).data
  assert.deepEqual([ada.name, ada.fields, ada.emails], ['Ada', {}, [{ address: 'ada@x.example', label: 'work', primary: true, shared: false }]])
  await send({ upload_id: seen.upload_id }, 404)
  await until(async () => !(await createStorage(app).list('imports')).some(({ key }) => key.endsWith(seen.upload_id)))
  assert.deepEqual((await acme.get(`/imports/${id}`)).columns, [
    { header: 'Full name', target: 'name' }, { header: 'Contact', target: 'email:work' }, { header: 'Shoe size', target: 'ignore' },
  ])
})

test('a table in words of its own is shown, to be mapped by hand, and imported so', async () => {
  const acme = await organization(app)
  const seen = await preview(acme, csv(['Wer', 'Nr'], ['Ada', '1'], ['Bob', '2']))
  assert.deepEqual(seen.columns.map(({ header, target }: Answer['json']) => [header, target]), [['Wer', 'field:Wer'], ['Nr', 'field:Nr']])
  const { status, json } = await app.call({ url: '/api/v1/imports', key: acme.key, ...onlyOptions({ upload_id: seen.upload_id, mapping: { Wer: 'name', Nr: 'field:Nr' } }) })
  assert.equal(status, 202)
  assert.equal((await finished(acme, json.id)).result.created, 2)
})

test('an upload is of its organization alone', async () => {
  const [acme, other] = [await organization(app), await organization(app)]
  const { upload_id } = await preview(acme, 'Name\nAda\n')
  for (const path of ['/imports', '/imports/preview']) {
    const { status } = await app.call({ url: `/api/v1${path}`, key: other.key, ...onlyOptions({ upload_id }) })
    assert.equal(status, 404)
  }
})

test('a mapping that was chosen is remembered for the same columns', async () => {
  const acme = await organization(app)
  const columns = ['Wer', 'Wohin', 'Nr']
  await acme.import(csv(columns, ['Ada', 'ada@x.example', '1']), { options: { mapping: { Wer: 'name', Nr: 'field:Customer number' } } })
  const seen = await preview(acme, csv(['WER', 'wohin', 'Nr'], ['Bob', 'bob@x.example', '2']))
  assert.deepEqual(seen.columns.map(({ target, origin }: Answer['json']) => [target, origin]), [
    ['name', 'remembered'], ['email', 'content'], ['field:Customer number', 'remembered'],
  ])
  await acme.import(csv(columns, ['Bob', 'bob@x.example', '2']))
  assert.deepEqual((await allItems(acme, '/contacts')).map(({ name, fields }) => [name, fields]), [
    ['Ada', { 'Customer number': '1' }], ['Bob', { 'Customer number': '2' }],
  ])
})

test('a mapping of columns that are not there, or of two to the same meaning, says so', async () => {
  const acme = await organization(app)
  const text = csv(['Name', 'Email'], ['Ada', 'ada@x.example'])
  for (const [mapping, message] of [
    [{ Nobody: 'email' }, /names a column “Nobody” that the file has not; it has “Name”, “Email”/],
    [{ Name: 'title', Email: 'title' }, /two columns the same meaning/],
  ] as const) {
    const { status, error } = await acme.import(text, { options: { mapping } })
    assert.equal(status, 'failed')
    assert.match(error.message, message)
  }
  for (const options of [{ mapping: { Name: 'nonsense' } }, { mapping: { Name: 'field:' } }, { mode: 'destroy' }, { key: 'shoe' }, { encoding: 'klingon' }, { mapping: { 'a\0': 'name' } }]) {
    await acme.upload(text, { options, status: 400 })
  }
})

test('modes decide about people whom we know and whom we do not', async () => {
  const text = csv(['Name', 'Email', 'Title'], ['Ada L.', 'ada@x.example', 'Dr.'], ['Bob', 'bob@x.example', 'Mr.'], ['Bob B.', 'BOB@x.example', ''])
  const expected = {
    upsert: [[1, 1, 0, 1, 0], [['Ada L.', 'Dr.'], ['Bob B.', 'Mr.']]],
    create: [[1, 0, 0, 1, 1], [['Ada', null], ['Bob B.', 'Mr.']]],
    update: [[0, 1, 0, 1, 1], [['Ada L.', 'Dr.']]],
    skip: [[1, 0, 1, 1, 0], [['Ada', null], ['Bob B.', 'Mr.']]],
  }
  for (const [mode, [counts, people]] of Object.entries(expected)) {
    const acme = await organization(app)
    await acme.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.example' }] })
    for (const dry_run of [true, false]) {
      const { result } = await acme.import(text, { options: { mode, dry_run } })
      assert.deepEqual([result.created, result.updated, result.unchanged, result.repeated, result.rejected], counts, `${mode} ${dry_run}`)
    }
    assert.deepEqual((await allItems(acme, '/contacts')).map(({ name, title }) => [name, title]), people, mode)
  }
})

test('people are recognized by the key that is chosen, and not by another', async () => {
  const acme = await organization(app)
  const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Engines' }, phones: [{ number: '+49 (151) 123' }], fields: { Nr: 'A7' } })
  const rows: Record<string, string> = {
    phone: csv(['Phone', 'Title'], ['0049 151-123', 'by phone']),
    name_company: csv(['Name', 'Company', 'Title'], ['ADA', 'engines', 'by name_company']),
    id: csv(['Rapport ID', 'Title'], [ada.id, 'by id']),
    'field:Nr': csv(['Nr', 'Name', 'Title'], ['A7', 'Ada', 'by field:Nr']),
  }
  for (const [key, text] of Object.entries(rows)) {
    const { result, error } = await acme.import(text, { options: { key, mode: 'update' } })
    assert.deepEqual([result?.updated, result?.rejected], [1, 0], `${key} ${JSON.stringify(error)}`)
    assert.equal((await acme.get(`/contacts/${ada.id}`)).title, `by ${key}`)
  }
  assert.equal((await names(acme)).length, 1)
  await acme.post('/contacts', { name: 'Namesake', phones: [{ number: '+49151123' }] })
  const { id, result } = await acme.import(csv(['Phone', 'Name'], ['+49 151 123', 'X'], ['', 'No phone']), { options: { key: 'phone' } })
  assert.equal(result.rejected, 2)
  const { data } = await acme.get(`/imports/${id}/rejections`)
  assert.match(data[0].reason, /^Several contacts have its phone/)
  assert.match(data[1].reason, /^It has no phone, by which/)
})

test('tags and owner of an import go to everyone in it, and a row may name its owner', async () => {
  const acme = await organization(app, { email: 'olive@own.example' })
  const text = csv(['Name', 'Owner', 'Tags'], ['Ada', '', 'poet'], ['Bob', 'Olive@own.example', ''], ['Cy', 'nobody@own.example', ''])
  const { result, id } = await acme.import(text, { options: { tags: ['fair 2026'], owner_id: acme.user_id } })
  assert.deepEqual([result.created, result.rejected], [2, 1])
  assert.deepEqual((await allItems(acme, '/contacts')).map(({ owner_id, tags }) => [owner_id, tags]), [
    [acme.user_id, ['fair 2026', 'poet']], [acme.user_id, ['fair 2026']],
  ])
  assert.match((await acme.get(`/imports/${id}/rejections`)).data[0].reason, /nobody@own\.example” is not the address of a member/)
})

test('rows that repeat somebody are one person and counted so, in one batch and far apart, in a dry run and in earnest', async () => {
  const acme = await organization(app)
  const rows = Array.from({ length: 4_500 }, (_, n) => [`P ${n % 2_200}`, `p${n % 2_200}@again.example`])
  const text = csv(['Name', 'Email'], ['Twice', 'p1@again.example'], ...rows)
  for (const dry_run of [true, false]) {
    const { result } = await acme.import(text, { options: { dry_run, mode: 'create' } })
    const { created, updated, unchanged, repeated, rejected } = result
    assert.deepEqual([created, updated, unchanged, repeated, rejected], [2_200, 0, 0, 2_301, 0], `dry ${dry_run}`)
  }
  assert.equal((await allItems(acme, '/contacts')).length, 2_200)
})

test('a dry run knows those again whom a field tells apart, far apart in the file too', async () => {
  const acme = await organization(app)
  const text = csv(['Name', 'Customer number'], ...Array.from({ length: 2_300 }, (_, n) => [`P ${n}`, `${n % 2_200}`]))
  for (const dry_run of [true, false]) {
    const { result } = await acme.import(text, { options: { dry_run, key: 'field:Customer number' } })
    assert.deepEqual([result.created, result.updated, result.repeated, result.rejected], [2_200, 0, 100, 0], `dry ${dry_run}`)
  }
})

test('a dry run stores nothing but its own report', async () => {
  const acme = await organization(app)
  await acme.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.example' }] })
  const before = await everything(acme)
  const text = csv(['Name', 'Email', 'Company', 'Tags'], ['Ada L.', 'ada@x.example', 'New Co', 'new'], ['Bob', 'bob', '', ''], ['Cy', 'cy@x.example', '', 'new'])
  const { id, result, failed, done } = await acme.import(text, { options: { dry_run: true } })
  assert.deepEqual(result, { total: 3, created: 1, updated: 1, unchanged: 0, rejected: 1, repeated: 0, dry_run: true })
  assert.deepEqual([failed, done], [1, 3])
  assert.deepEqual(await everything(acme), before)
  const { events } = await allEvents(acme)
  assert.deepEqual(events.filter(({ type }) => type === 'contacts.imported'), [])
  assert.match(await rejects(acme, id), /bob/)
  await acme.remove(`/imports/${id}`, 409)
})

test('rejected rows come back as a CSV file with the reason, without formulas, and can be mended and imported', async () => {
  const acme = await organization(app)
  const rows = [['Ada', 'ada', '=1+1', '+49 1'], ['Bob "B"', 'bob@', '@SUM(A1)', '-'], ['Cy\nD', 'cy@x.example', 'fine', ''], ['Dee', 'dee@x', ' ', '']]
  const { id } = await acme.import(csv(['Name', 'Email', 'Note', 'Phone'], ...rows))
  const text = await rejects(acme, id)
  assert.equal(text, [
    '\uFEFFName,Email,Note,Phone,Rapport: reason',
    'Ada,ada,\'=1+1,+49 1,“ada” is not an e-mail address.',
    '"Bob ""B""",bob@,\'@SUM(A1),-,“bob@” is not an e-mail address.',
    '',
  ].join('\r\n'))
  const mended = text.replace('Ada,ada,', 'Ada,ada@x.example,').replace('bob@,', 'bob@x.example,')
  const { result } = await acme.import(mended)
  assert.deepEqual([result.created, result.rejected], [2, 0])
  const [ada] = (await acme.get('/contacts?email=ada@x.example')).data
  assert.deepEqual([ada.fields, ada.phones], [{ Note: '=1+1' }, [{ number: '+49 1', label: null }]])
  const none = await acme.import(csv(['Name'], ['Fine']))
  assert.equal(await rejects(acme, none.id), '\uFEFFName,Rapport: reason\r\n')
})

test('the rejects of a mailbox say which message and why', async () => {
  const acme = await organization(app)
  const { id } = await acme.import('no message at all', { filename: 'x.eml' })
  assert.match(await rejects(acme, id), /^\uFEFFPosition,Beginning,Rapport: reason\r\n1,no message at all,not an e-mail message/)
})

test('an undo removes what the import made, sets back what it changed, and leaves no trace', async () => {
  const acme = await organization(app)
  await acme.import(mail({ from: 'Second <second@x.example>', to: 'us@own.example' }), { filename: 'a.eml', options: { create_contacts: 'off' } })
  await acme.post('/contacts', { name: 'Ada', title: 'Countess', emails: [{ address: 'ada@x.example' }], tags: ['vip'], fields: { a: 1 } })
  await acme.post('/contacts', { name: 'Same', emails: [{ address: 'same@x.example' }] })
  const before = await everything(acme)
  const rows = Array.from({ length: 2_100 }, (_, n) => [`P ${n}`, `p${n}@undo.example`, '', `Co ${n % 3}`, 'fair', '', ''])
  const text = csv(
    ['Name', 'Email', 'Other email', 'Company', 'Tags', 'Title', 'b'],
    ['Ada Lovelace', 'ada@x.example', 'second@x.example', 'Engines', 'poet', 'Dr.', '2'],
    ['Same', 'same@x.example', '', '', '', '', ''],
    ...rows,
    ['Ada King', 'ada@x.example', '', '', 'late', '', '3'],
  )
  const { id, result } = await acme.import(text)
  assert.deepEqual(result, { total: 2_103, created: 2_100, updated: 1, unchanged: 1, repeated: 1, rejected: 0 })
  const undo = await ended(acme, await acme.remove(`/imports/${id}`, 202))
  assert.deepEqual([undo.kind, undo.status, undo.result], ['import.undo', 'succeeded', { total: 2_102, removed: 2_100, restored: 2, kept: 0 }])
  assert.deepEqual(await everything(acme), before)
  const [traces] = await app.database.query<{ count: number }>(
    `select (select count(*) from company where org_id = $1) + (select count(*) from tag where org_id = $1 and name <> 'vip')
       + (select count(*) from import_change where org_id = $1 and import_id = $2) as count`, [acme.organization_id, id])
  assert.equal(Number(traces!.count), 0)
  await acme.remove(`/imports/${id}`, 409)
  await acme.remove(`/imports/${undo.id}`, 409)
})

test('an undo keeps what somebody has changed since, and lists it', async () => {
  const acme = await organization(app)
  const known = await acme.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.example' }] })
  const text = csv(['Name', 'Email', 'Title'], ['Ada', 'ada@x.example', 'Dr.'], ['Bob', 'bob@x.example', ''], ['Cy', 'cy@x.example', ''], ['Dee', 'dee@x.example', ''])
  const { id } = await acme.import(text)
  const [bob] = (await acme.get('/contacts?email=bob@x.example')).data
  await acme.patch(`/contacts/${bob.id}`, { title: 'Builder' })
  await acme.patch(`/contacts/${known.id}`, { title: 'Countess' })
  await acme.import(mail({ from: 'cy@x.example', to: 'us@own.example' }), { filename: 'a.eml' })
  const undo = await ended(acme, await acme.remove(`/imports/${id}`, 202))
  assert.deepEqual(undo.result, { total: 4, removed: 1, restored: 0, kept: 3 })
  assert.deepEqual((await allItems(acme, '/contacts')).map(({ name, title }) => [name, title]), [
    ['Ada', 'Countess'], ['Bob', 'Builder'], ['Cy', null], ['us@own.example', null],
  ])
  const listed = await allItems(acme, `/imports/${undo.id}/rejections`)
  assert.deepEqual(listed.map(({ record }) => record[0]).toSorted(), ['Ada', 'Bob', 'Cy'])
  assert.match(await rejects(acme, undo.id), /^\uFEFFName,Rapport ID,Rapport: reason\r\n(?:Ada|Bob|Cy),[-0-9a-f]{36},/)
})

test('none of this was an error of ours, which is logged with its operation', () => {
  assert.deepEqual(app.logged.filter((line) => 'operation' in line), [])
})

/** All that an organization shows of its people and what passed, without what imports themselves leave in the log. */
async function everything(caller: Caller) {
  const contacts = await allItems(caller, '/contacts')
  return Promise.all(contacts.map(async (contact) => ({ ...contact, timeline: await allItems(caller, `/contacts/${contact.id}/timeline`) })))
}

async function ended(caller: Caller, operation: Answer['json']) {
  return operation.finished_at ? operation : finished(caller, operation.id)
}

function onlyOptions(options: object) {
  const { body, headers } = form({ file: '', options })
  const text = body.toString()
  const first = text.indexOf('--rapport-test-boundary', 5)
  return { headers, body: `${text.slice(0, first)}--rapport-test-boundary--\r\n` }
}

test('after its time what an import kept of people is forgotten, and it cannot be undone any more', async () => {
  const acme = await organization(app)
  const { id } = await acme.import(csv(['Name', 'Email'], ['Ada', 'ada@x.org'], ['Bob', 'no address']))
  const young = await acme.import(csv(['Name', 'Email'], ['Cleo', 'no address']))
  await app.database.query("update operation set finished_at = now() - interval '31 days' where id = $1", [id])
  await app.database.query("update import_change set made_at = now() - interval '31 days' where import_id = $1", [id])
  await app.database.connectAs('system', (system) => system.query("select purge_imports('30 days', 100)"))
  assert.deepEqual((await acme.get(`/imports/${id}/rejections`)).data, [])
  assert.equal((await acme.get(`/imports/${young.id}/rejections`)).data.length, 1)
  assert.equal((await acme.get(`/operations/${id}`)).failed, 1)
  const { code } = await acme.remove(`/imports/${id}`, 409)
  assert.equal(code, 'import_old')
})
