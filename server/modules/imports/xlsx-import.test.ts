import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, organization } from '#test/factories'
import { form } from '#test/forms'
import { file } from '#test/scope'
import { textRow, workbook, zipped } from '#test/workbooks'

const app = await testApp(file, { worker: true, env: { UPLOAD_LIMIT_MB: '20' } })

const header = textRow(1, 'Name', 'Email', 'Phone', 'Since', 'Active')
const xlsx = { filename: 'people.xlsx' }

test('a sheet is read as Excel shows it: texts, numbers, dates, booleans, results of formulas', async () => {
  const acme = await organization(app)
  const rows = [
    header,
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="str"><f>LOWER("ADA@X.EXAMPLE")</f><v>ada@x.example</v></c><c r="C2"><v>4.915112345678E+12</v></c><c r="D2" s="1"><v>45000</v></c><c r="E2" t="b"><v>1</v></c></row>',
    '<row r="3" spans="1:5"><c r="A3" t="s"><v>1</v></c><c r="D3" s="2"><v>45000.75</v></c><c r="E3" s="3"><v>0.30000000000000004</v></c></row>',
    '<row r="5"><c t="inlineStr"><is><r><t>Cy</t></r><r><t xml:space="preserve"> Rich</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c/><c><v>0</v></c><c s="1"><v>1</v></c></row>',
    '<row r="6"><c r="A6" t="d"><v>2026-03-02T00:00:00</v></c></row>',
  ]
  const texts = ['<t>Ada &amp; Co_x000D_</t>', '<t>太郎</t><rPh sb="0" eb="2"><t>タロウ</t></rPh>']
  const bytes = await workbook({ sheets: { People: rows.join('') }, texts, formats: [14, 'yyyy"y"mm\\-dd hh:mm;@', '0.00 "days"'] })
  const { result, error } = await acme.import(bytes, xlsx)
  assert.deepEqual([result?.created, result?.rejected], [4, 0], JSON.stringify(error))
  const contacts = await allItems(acme, '/contacts?sort=created_at')
  assert.deepEqual(contacts.map(({ name, phones, fields }) => [name, phones[0]?.number, fields]), [
    ['Ada & Co', '4915112345678', { Since: '2023-03-15', Active: 'TRUE' }],
    ['太郎', undefined, { Since: '2023-03-15 18:00:00', Active: '0.3' }],
    ['Cy Rich', '0', { Since: '1900-01-01' }],
    ['2026-03-02', undefined, {}],
  ])
  assert.equal(contacts[0].emails[0].address, 'ada@x.example')
})

test('hours that went by, postal codes and numbers are as the sheet shows them', async () => {
  const acme = await organization(app)
  const cells = ['<c t="inlineStr"><is><t>Ada</t></is></c>', '<c/>', '<c s="1"><v>1067</v></c>', '<c s="2"><v>1.5</v></c>', '<c s="3"><v>0.0625</v></c>']
  await acme.import(await workbook({ sheets: { A: `${header}<row r="2">${cells.join('')}</row>` }, formats: ['00000', '[h]:mm', 46] }), xlsx)
  const { phones, fields } = (await acme.get('/contacts')).data[0]
  assert.deepEqual([phones[0].number, fields], ['01067', { Since: '36:00:00', Active: '01:30:00' }])
})

test('a row with a formula that was never calculated is rejected, whichever of its cells has it', async () => {
  const acme = await organization(app)
  const rows = [
    header,
    '<row r="2"><c t="inlineStr"><is><t>Ada</t></is></c><c><f>LOWER("ADA@X.EXAMPLE")</f></c></row>',
    '<row r="3"><c t="inlineStr"><is><t>Bob</t></is></c><c/><c/><c/><c><f>1+1</f><v/></c></row>',
    '<row r="4"><c t="inlineStr"><is><t>Cy</t></is></c><c/><c/><c/><c><f>1+1</f></c></row>',
  ]
  const { id } = await acme.import(await workbook({ sheets: { A: rows.join('') } }), xlsx)
  const { data } = await acme.get(`/imports/${id}/rejections`)
  assert.deepEqual(data.map(({ position }: { position: number }) => position), [2, 4])
  assert.match(data[0].reason, /^“Email” is a formula of which the file does not say what it comes to/)
  assert.deepEqual((await allItems(acme, '/contacts')).map(({ name }) => name), ['Bob'])
})

test('days of workbooks that count from 1904 are the right ones', async () => {
  const acme = await organization(app)
  const rows = `${header}<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c><c r="D2" s="1"><v>43538</v></c></row>`
  await acme.import(await workbook({ sheets: { A: rows }, formats: [14], from_1904: true }), xlsx)
  assert.equal((await acme.get('/contacts')).data[0].fields.Since, '2023-03-15')
})

test('the first sheet that holds anything is read, or the one that is named by name or number', async () => {
  const sheets = {
    Secret: header + textRow(2, 'Hidden', 'hidden@x.example'),
    Empty: '',
    First: header + textRow(2, 'First', 'first@x.example'),
    'Second one': textRow(1, 'a list') + textRow(3, 'Name', 'Email') + textRow(4, 'Second', 'second@x.example'),
  }
  const bytes = await workbook({ sheets, hidden: ['Secret'] })
  for (const [sheet, name] of [[undefined, 'First'], ['SECOND ONE', 'Second'], ['3', 'Second'], ['Secret', 'Hidden']] as const) {
    const acme = await organization(app)
    await acme.import(bytes, { ...xlsx, options: { sheet } })
    assert.equal((await acme.get('/contacts')).data[0].name, name)
  }
  const acme = await organization(app)
  const { error } = await acme.import(bytes, { ...xlsx, options: { sheet: 'Third' } })
  assert.match(error.message, /no sheet “Third”; it has “Empty”, “First”, “Second one”, “Secret”/)
  const { json } = await app.call({ url: '/api/v1/imports/preview', key: acme.key, ...form({ file: bytes, ...xlsx }) })
  assert.deepEqual([json.format, json.sheets, json.columns[1].target], ['xlsx', ['Empty', 'First', 'Second one', 'Secret'], 'email'])
})

test('a row with an error of the sheet is rejected with its row and the reason, and mended in CSV', async () => {
  const acme = await organization(app)
  const rows = `${header}<row r="7"><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="inlineStr"><is><t>ada@x.example</t></is></c></row>${textRow(9, 'Bob', 'bob')}`
  const { id, result } = await acme.import(await workbook({ sheets: { A: rows } }), xlsx)
  assert.equal(result.rejected, 2)
  const { data } = await acme.get(`/imports/${id}/rejections`)
  assert.deepEqual(data.map(({ position }: { position: number }) => position), [7, 9])
  assert.match(data[0].reason, /“Name” holds an error of the spreadsheet \(#DIV\/0!\)/)
})

test('bombs, entities and broken workbooks end in a clear error', async () => {
  const zeros = Buffer.alloc(18 * 1024 * 1024, 'a')
  const sheet = async (rows: string) => workbook({ sheets: { A: rows } })
  const good = await sheet(header + textRow(2, 'Ada', 'ada@x.example'))
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>'
  const base = { 'xl/workbook.xml': '<workbook xmlns:r="x"><sheets><sheet name="A" r:id="r"/></sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r" Type="x/worksheet" Target="a.xml"/></Relationships>' }
  const damaged = Buffer.from(good)
  damaged.fill(0xff, 60, 300)
  const hostile: [string, Buffer, RegExp][] = [
    ['one endless cell', await sheet(`${header}${textRow(2, 'x'.repeat(3_000_000))}`), /cell of the sheet is larger than 1 MB/],
    ['a bomb', await zipped({ ...base, 'xl/a.xml': zeros }), /would unpack to 19 MB/],
    ['entities', await zipped({ ...base, 'xl/a.xml': entity }), /document type/],
    ['no end', await zipped({ ...base, 'xl/a.xml': '<worksheet><sheetData><row>' }), /not well-formed/],
    ['depth', await zipped({ ...base, 'xl/a.xml': '<a>'.repeat(1000) }), /nested too deeply/],
    ['no sheet', await zipped({ ...base, 'xl/a.xml': '' , 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), /has no sheet/],
    ['a document', await zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), /no Excel workbook/],
    ['a far column', await sheet(`${header}<row r="2"><c r="ZZZZ2"><v>1</v></c></row>`), /outside of any sheet/],
    ['10,000 columns', await sheet(textRow(1, 'Name', ...Array.from({ length: 10_000 }, (_, n) => `c${n}`)) + textRow(2, 'Ada')), /has 10001 columns; at most 1000/],
    ['cut off', good.subarray(0, good.length / 2), /damaged or cut off/],
    ['scribbled over', damaged, /damaged/],
    ['nothing in it', await sheet(''), /empty/],
  ]
  for (const [what, bytes, message] of hostile) {
    const acme = await organization(app)
    const { status, error } = await acme.import(bytes, xlsx)
    assert.equal(status, 'failed', what)
    assert.match(error.message, message, what)
    assert.equal(error.code, 'invalid', what)
  }
  // A failure of ours is logged with its operation.
  assert.deepEqual(app.logged.filter((line) => 'operation' in line), [])
})

test('a large sheet goes through in batches, and its rows are there once', async () => {
  const acme = await organization(app)
  const rows = Array.from({ length: 5_000 }, (_, n) => textRow(n + 2, `P ${n}`, `p${n}@sheet.example`))
  const { result } = await acme.import(await workbook({ sheets: { A: header + rows.join('') } }), xlsx)
  assert.deepEqual([result.total, result.created], [5_000, 5_000])
})
