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
