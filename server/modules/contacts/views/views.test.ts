import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, callerWithRole, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)

test('a list is searched, filtered and sorted as its view says, and by what is given beside', async () => {
  const acme = await organization(app)
  for (const [name, city] of [['Ada', 'Oslo'], ['Abe', 'Oslo'], ['Ben', 'Oslo'], ['Amy', 'Rome']]) await acme.post('/contacts', { name, fields: { city } })
  const view = await acme.post('/views', {
    name: ' Oslo ', filter: [{ field: 'fields.city', op: 'is', value: 'oslo' }], sort: '-name', columns: ['name', 'fields.city'], shared: true,
  })
  assert.deepEqual([view.name, view.columns], ['Oslo', ['name', 'fields.city']])
  const names = async (query: string) => (await acme.get(`/contacts?view=${view.id}${query}`)).data.map(({ name }: { name: string }) => name)
  assert.deepEqual(await names(''), ['Ben', 'Ada', 'Abe'])
  assert.deepEqual(await names('&sort=name'), ['Abe', 'Ada', 'Ben'])
  assert.deepEqual(await names('&q=a'), ['Ada', 'Abe'])
  await acme.patch(`/views/${view.id}`, { q: 'be', sort: 'name' })
  assert.deepEqual(await names(''), ['Ben'])
  await acme.remove(`/views/${view.id}`)
  await acme.get(`/contacts?view=${view.id}`, 404)
})

test('a view takes only what the list would take', async () => {
  const acme = await organization(app)
  for (const wrong of [{ sort: 'nothing' }, { filter: [{ field: 'nothing', op: 'empty' }] }, { filter: [{ field: 'name', op: 'before', value: 'x' }] }]) {
    await acme.post('/views', { name: 'x', ...wrong }, 400)
  }
})

test('what is not shared is its maker’s alone', async () => {
  const acme = await organization(app)
  const [ann, bob] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
  const own = await ann.post('/views', { name: 'Own' })
  const shared = await ann.post('/views', { name: 'Shared', shared: true })
  const ids = async (caller: typeof ann) => (await caller.get('/views')).data.map(({ id }: { id: string }) => id)
  assert.deepEqual([await ids(ann), await ids(bob)], [[own.id, shared.id], [shared.id]])
  await bob.get(`/views/${own.id}`, 404)
  await bob.patch(`/views/${own.id}`, { name: 'Taken' }, 404)
  await bob.remove(`/views/${own.id}`, 404)
  await bob.get(`/contacts?view=${own.id}`, 404)
  assert.equal((await bob.patch(`/views/${shared.id}`, { name: 'Ours' })).name, 'Ours')
  await ann.patch(`/views/${shared.id}`, { shared: false })
  await bob.get(`/views/${shared.id}`, 404)
  const { events } = await allEvents(acme)
  assert.deepEqual(events.flatMap(({ type, data }) => (data.view ? [[type, data.view.name]] : [])), [
    ['view.created', 'Shared'], ['view.updated', 'Ours'], ['view.deleted', 'Ours'],
  ])
})
