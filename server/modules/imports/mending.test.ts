// Rejected rows, mended and imported.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, csv, finished, mail, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const people = csv(['Name', 'Email', 'Shoe size'], ['Ada', 'ada@x.example', '38'], ['Bea', 'bea at x', '40'], ['Cid', 'cid@x', '42', 'more'])

test('mended rows are imported by the choices of their import, and leave its rejections', async () => {
  const acme = await organization(app)
  const options = { mode: 'create', tags: ['from a list'], mapping: { 'Shoe size': 'field:Shoes' } }
  const first = await acme.import(people, { filename: 'people.csv', options })
  assert.deepEqual([first.result.created, first.result.rejected], [1, 2])
  const rejected = await allItems(acme, `/imports/${first.id}/rejections`)
  const rows = rejected.map(({ position, record }) => ({ position, record: record.map((cell: string) => cell.replace(' at x', '@x.example')) }))

  const { id, filename } = await acme.post(`/imports/${first.id}/rejections`, { rows }, 202)
  assert.equal(filename, 'people.csv')
  const { result } = await finished(acme, id)
  assert.deepEqual([result.created, result.rejected], [1, 1])
  const bea = (await allItems(acme, '/contacts')).find(({ name }) => name === 'Bea')
  assert.deepEqual([bea.emails[0].address, bea.tags, Object.values(bea.fields)], ['bea@x.example', ['from a list'], ['40']])
  assert.deepEqual(await allItems(acme, `/imports/${first.id}/rejections`), [])

  const [again] = await allItems(acme, `/imports/${id}/rejections`)
  assert.deepEqual(again.record, ['Cid', 'cid@x', '42', 'more'])
  const { position } = again
  const mended = await acme.post(`/imports/${id}/rejections`, { rows: [{ position, record: ['Cid, "the Kid"', '=cid at x', '+42'] }] }, 202)
  assert.equal((await finished(acme, mended.id)).result.rejected, 1)
  const [still] = await allItems(acme, `/imports/${mended.id}/rejections`)
  assert.deepEqual(still.record, ['Cid, "the Kid"', '=cid at x', '+42'])
})

test('a row can be mended once, and nothing happens when one of several is gone', async () => {
  const acme = await organization(app)
  const { id } = await acme.import(people)
  const [bea, cid] = await allItems(acme, `/imports/${id}/rejections`)
  const row = ({ position }: { position: number }) => ({ position, record: ['Bea', 'bea@x.example'] })
  const twice = await Promise.all([0, 1].map(() => app.call({ url: `/api/v1/imports/${id}/rejections`, key: acme.key, body: { rows: [row(bea)] } })))
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), [202, 409])
  const { code } = await acme.post(`/imports/${id}/rejections`, { rows: [row(bea), row(cid)] }, 409)
  assert.equal(code, 'rejections_changed')
  assert.equal((await allItems(acme, `/imports/${id}/rejections`)).length, 1)
  await acme.post(`/imports/${id}/rejections`, { rows: [] }, 400)
})

test('what has no rows, or stored none, cannot be mended', async () => {
  const acme = await organization(app)
  const rows = [{ position: 3, record: ['Bea', 'bea@x.example'] }]
  const rehearsed = await acme.import(people, { options: { dry_run: true } })
  assert.equal((await acme.post(`/imports/${rehearsed.id}/rejections`, { rows }, 409)).code, 'dry_run')
  const mails = await acme.import(mail({}), { filename: 'a.eml' })
  assert.equal((await acme.post(`/imports/${mails.id}/rejections`, { rows }, 409)).code, 'no_table')
})

test('an operation is called by its file, and so is its undo', async () => {
  const acme = await organization(app)
  const { id } = await acme.import(csv(['Name'], ['Ada']), { filename: 'friends.csv' })
  const undo = await acme.remove(`/imports/${id}`, 202)
  const operations = await allItems(acme, '/operations')
  assert.deepEqual(operations.map(({ id, filename }) => [id, filename]), [[undo.id, 'friends.csv'], [id, 'friends.csv']])
})
