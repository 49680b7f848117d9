import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, csv, organization } from '#test/factories'
import { file } from '#test/scope'
import { normalizeValue, WrongValue } from './values.ts'

const app = await testApp(file, { worker: true })

const stage = { label: 'Stage', type: 'select', options: [{ label: 'Lead', color: '#ff0000' }, { label: 'Customer' }] }

test('a value is stored as its type has it, or is refused', () => {
  const options = [{ key: 'lead', label: 'Hot lead', color: null }]
  const cases: [Parameters<typeof normalizeValue>[0]['type'], unknown, unknown][] = [
    ['text', ' a ', 'a'], ['text', 5, '5'], ['text', '', null], ['text', [1], undefined], ['text', {}, undefined],
    ['number', '1e3', 1000], ['number', ' -1.5 ', -1.5], ['number', 0, 0], ['number', '1,5', undefined], ['number', 'NaN', undefined],
    ['number', '1e999', undefined], ['number', true, undefined], ['number', '0x10', undefined],
    ['date', '2024-02-29', '2024-02-29'], ['date', '2026-02-29', undefined], ['date', '2026-03-02T10:00:00Z', '2026-03-02'], ['date', '1.2.2026', undefined],
    ['select', 'LEAD', 'lead'], ['select', 'hot lead', 'lead'], ['select', 'cold', undefined],
    ['url', 'x.example/a', 'https://x.example/a'], ['url', 'javascript:alert(1)', undefined], ['url', 'a b', undefined],
    ['boolean', 'Yes', true], ['boolean', 0, false], ['boolean', 'maybe', undefined], ['boolean', null, null],
  ]
  for (const [type, given, stored] of cases) {
    const normalize = () => normalizeValue({ label: 'F', type, options }, given)
    if (stored === undefined) assert.throws(normalize, WrongValue, `${type} ${String(given)}`)
    else assert.equal(normalize(), stored, `${type} ${String(given)}`)
  }
})

test('a field is made, is given by key or label, and says what it cannot be', async () => {
  const acme = await organization(app)
  const made = await acme.post('/fields', stage)
  assert.deepEqual(made.options, [{ key: 'Lead', label: 'Lead', color: '#ff0000' }, { key: 'Customer', label: 'Customer', color: null }])
  const score = await acme.post('/fields', { label: 'Score (0–5)', key: 'score', type: 'number' })
  assert.deepEqual([made.position, score.position], [1, 2])
  const { fields } = await acme.post('/contacts', { name: 'Ada', fields: { stage: 'LEAD', 'score (0–5)': '4' } })
  assert.deepEqual(fields, { Stage: 'Lead', score: 4 })
  const { errors } = await acme.post('/contacts', { name: 'Ada', fields: { score: 'high' } }, 400)
  assert.equal(errors[0].path, '/fields/score')
  await acme.post('/contacts', { name: 'Ada', fields: { new: { nested: true } } }, 400)
  assert.deepEqual((await acme.get('/fields')).data, [made, score])
})

test('one name says one field', async () => {
  const acme = await organization(app)
  await acme.post('/fields', stage)
  for (const body of [{ label: 'STAGE', type: 'text' }, { label: 'Other', key: 'stage', type: 'text' }]) {
    assert.equal((await acme.post('/fields', body, 409)).code, 'field_taken')
  }
  await acme.post('/fields', { label: 'Text', type: 'text', options: [{ label: 'a' }] }, 400)
  await acme.post('/fields', { label: 'Twice', type: 'select', options: [{ label: 'a' }, { label: 'A' }] }, 400)
})

test('a field that is not known yet is made of the type of its value, once, and told of', async () => {
  const acme = await organization(app)
  const { cursor } = await allEvents(acme)
  await Promise.all(Array.from({ length: 6 }, (_, n) => acme.post('/contacts', { name: `N ${n}`, fields: { City: 'Oslo', Size: n, vip: true } })))
  const fields = await allItems(acme, '/fields', 1)
  assert.deepEqual(fields.map(({ key, type }) => [key, type]).toSorted(), [['City', 'text'], ['Size', 'number'], ['vip', 'boolean']])
  const told = (await allEvents(acme, cursor)).events.filter(({ type }) => type === 'field.created')
  assert.deepEqual(told.map(({ data }) => data.field).toSorted(byKey), fields.toSorted(byKey))
})

test('columns of an import become fields of text, or are checked by the type of the field they name', async () => {
  const acme = await organization(app)
  await acme.post('/fields', { label: 'Employees', key: 'size', type: 'number' })
  const { id, result } = await acme.import(csv(['name', 'email', 'Employees', 'Colour'], ['Ada', 'a@x.example', '12', 'red'], ['Ben', 'b@x.example', 'many', 'blue']))
  assert.deepEqual([result.created, result.rejected], [1, 1])
  assert.deepEqual((await acme.get('/contacts')).data[0].fields, { size: 12, Colour: 'red' })
  assert.match((await acme.get(`/imports/${id}/rejections`)).data[0].reason, /“many” is no value of “Employees”/)
  assert.deepEqual((await acme.get('/fields')).data.map(({ key, type }: { key: string; type: string }) => [key, type]), [['size', 'number'], ['Colour', 'text']])
})

test('renaming touches no contact, an option that is left out goes from them, and so does a field', async () => {
  const acme = await organization(app)
  const field = await acme.post('/fields', stage)
  const score = await acme.post('/fields', { label: 'Score', type: 'number' })
  const contacts = [await acme.post('/contacts', { name: 'A', fields: { stage: 'lead', score: 1 } }), await acme.post('/contacts', { name: 'B', fields: { stage: 'customer' } })]
  await acme.remove(`/contacts/${contacts[1].id}`)
  const values = async () => Promise.all(contacts.map(async ({ id }) => (await acme.get(`/contacts/${id}`)).fields))
  const renamed = await acme.patch(`/fields/${field.id}`, { label: 'Phase', options: [{ key: 'Lead', label: 'New' }, { key: 'Customer', label: 'Won' }], position: 2 })
  assert.deepEqual([renamed.key, renamed.label, renamed.position], ['Stage', 'Phase', 2])
  assert.deepEqual(await values(), [{ Stage: 'Lead', Score: 1 }, { Stage: 'Customer' }])
  assert.equal((await acme.post('/contacts', { name: 'C', fields: { phase: 'new' } })).fields.Stage, 'Lead')
  await acme.patch(`/fields/${field.id}`, { options: [{ key: 'Lead', label: 'New' }, { label: 'Lost' }] })
  assert.deepEqual(await values(), [{ Stage: 'Lead', Score: 1 }, {}])
  await acme.patch(`/fields/${field.id}`, { options: [{ key: 'nothing', label: 'New' }] }, 400)
  await acme.patch(`/fields/${field.id}`, { label: 'score' }, 409)
  await acme.remove(`/fields/${field.id}`)
  assert.deepEqual(await values(), [{ Score: 1 }, {}])
  await acme.remove(`/fields/${field.id}`, 404)
  assert.deepEqual((await acme.get('/fields')).data.map(({ id }: { id: string }) => id), [score.id])
  const { events } = await allEvents(acme)
  assert.equal(events.at(-1)!.type, 'field.deleted')
})

test('who only reads makes no fields', async () => {
  const acme = await organization(app)
  const reader = await callerWithScope(app, acme, 'read')
  await reader.post('/fields', stage, 403)
  assert.deepEqual((await reader.get('/fields')).data, [])
})

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key.localeCompare(b.key)
}
