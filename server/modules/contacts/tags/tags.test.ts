import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)

test('tags are listed by name with the contacts that have them, but the deleted', async () => {
  const acme = await organization(app)
  const vip = await acme.post('/tags', { name: 'VIP', color: '#00ff00' })
  assert.equal((await acme.post('/tags', { name: 'vip' }, 409)).code, 'tag_taken')
  await acme.post('/tags', { name: 'x', color: 'red' }, 400)
  for (const tags of [['vip'], ['vip', 'poet'], []]) await acme.post('/contacts', { name: 'Ada', tags })
  const { id } = await acme.post('/contacts', { name: 'Gone', tags: ['vip', 'poet'] })
  await acme.remove(`/contacts/${id}`)
  const listed = await allItems(acme, '/tags', 1)
  assert.deepEqual(listed.map(({ name, color, contact_count }) => [name, color, contact_count]), [['poet', null, 1], ['VIP', '#00ff00', 2]])
  for (const [colored, name] of [[true, 'VIP'], [false, 'poet']]) assert.deepEqual((await allItems(acme, `/tags?colored=${colored}`, 1)).map((tag) => tag.name), [name])
  assert.deepEqual((await acme.get('/tags?q=IP')).data.map((tag: { id: string }) => tag.id), [vip.id])
})

test('a tag that comes about at a contact is told of', async () => {
  const acme = await organization(app)
  await acme.post('/contacts', { name: 'Ada', tags: ['new', 'NEW', 'other'] })
  const { events } = await allEvents(acme)
  const told = events.flatMap(({ type, data }) => (type === 'tag.created' ? [data.tag] : []))
  const fresh = (await allItems(acme, '/tags')).map(({ contact_count: _, ...tag }) => tag)
  assert.deepEqual(told.toSorted((a, b) => a.name.localeCompare(b.name)), fresh)
})

test('a tag is renamed at its contacts, becomes the other one of that name, and goes', async () => {
  const acme = await organization(app)
  const contacts = [await acme.post('/contacts', { name: 'A', tags: ['lead'] }), await acme.post('/contacts', { name: 'B', tags: ['lead', 'customer'] })]
  const [customer, lead] = (await acme.get('/tags')).data
  const tags = async () => Promise.all(contacts.map(async ({ id }) => (await acme.get(`/contacts/${id}`)).tags))
  assert.equal((await acme.patch(`/tags/${lead.id}`, { name: ' Prospect ', color: '#aabbcc' })).name, 'Prospect')
  assert.deepEqual(await tags(), [['Prospect'], ['customer', 'Prospect']])
  assert.equal((await acme.patch(`/tags/${lead.id}`, { name: 'CUSTOMER' })).id, customer.id)
  assert.deepEqual(await tags(), [['customer'], ['customer']])
  await acme.get(`/tags/${lead.id}`, 404)
  await acme.remove(`/tags/${customer.id}`)
  assert.deepEqual(await tags(), [[], []])
  const { events } = await allEvents(acme)
  assert.deepEqual(events.map(({ type }) => type).slice(-3), ['tag.updated', 'tag.merged', 'tag.deleted'])
})
