// An address that several contacts have, from file to timeline.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purge } from '#platform/housekeeping'
import { testApp } from './app.ts'
import { csv, mail, organization, type Organization } from './factories.ts'
import { file } from './scope.ts'

const app = await testApp(file, { worker: true })

const subjects = async (us: Organization, id: string) =>
  (await us.get(`/contacts/${id}/timeline`)).data.map(({ subject }: { subject: string }) => subject)

test('a mail of a shared address is on the timelines of all who share it, whoever came first', async () => {
  const us = await organization(app)
  const first = await us.post('/contacts', { name: 'One', emails: [{ address: 'both@x.org' }] })
  await us.import(mail({ from: 'Both <both@x.org>', subject: 'Before' }), { filename: 'a.eml' })
  const second = await us.post('/contacts', { name: 'Two', emails: [{ address: 'both@x.org' }] })
  await us.import(mail({ from: 'both@x.org', cc: 'both@x.org', subject: 'After', date: 'Tue, 3 Mar 2026 10:00:00 +0000' }), { filename: 'b.eml' })
  assert.deepEqual(await subjects(us, first.id), ['After', 'Before'])
  assert.deepEqual(await subjects(us, second.id), ['After', 'Before'])
  assert.equal((await us.get(`/contacts/${second.id}`)).last_interaction_at, '2026-03-03T10:00:00+00:00')
  const [{ participants }] = (await us.get(`/contacts/${first.id}/timeline`)).data
  const from = participants.find(({ role }: { role: string }) => role === 'from')
  assert.deepEqual([from.contact_id, from.contact_ids], [first.id, [first.id, second.id]])
})

test('a row whose address is shared is the contact of its name, or it is refused', async () => {
  const us = await organization(app)
  for (const name of ['Ann Family', 'Bob Family']) await us.post('/contacts', { name, emails: [{ address: 'family@x.org' }] })
  const bob = (await us.get('/contacts?email=family@x.org&sort=-name')).data[0]
  for (const key of [undefined, 'email']) {
    const known = await us.import(csv(['Name', 'Email', 'Title'], ['bob family', 'FAMILY@x.org', `Son by ${key}`]), { options: { key } })
    assert.deepEqual([known.result.updated, known.result.rejected], [1, 0])
    assert.equal((await us.get(`/contacts/${bob.id}`)).title, `Son by ${key}`)
    const unknown = await us.import(csv(['Name', 'Email', 'Title'], ['Somebody', 'family@x.org', 'Nobody']), { options: { key } })
    assert.deepEqual([unknown.result.updated, unknown.result.created, unknown.result.rejected], [0, 0, 1])
    const [{ reason }] = (await us.get(`/imports/${unknown.id}/rejections`)).data
    assert.match(reason, /Several contacts have its .*address/)
  }
})

test('who is deleted gets no mail and is not made anew by it, and has all of it when restored', async () => {
  const us = await organization(app)
  const ada = await us.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.org' }] })
  await us.remove(`/contacts/${ada.id}`)
  const { result } = await us.import(mail({ from: 'ada@x.org', to: 'us@example.org', subject: 'Hello?' }), { filename: 'a.eml', options: { own_addresses: ['us@example.org'] } })
  assert.deepEqual([result.created, result.contacts_created], [1, 0])
  assert.deepEqual(await subjects(us, ada.id), [])
  await us.post(`/contacts/${ada.id}/restore`, {}, 200)
  assert.deepEqual(await subjects(us, ada.id), ['Hello?'])
})

test('who was deleted long ago is removed for good, and who took part stays known', async () => {
  const us = await organization(app)
  const [one, two] = [
    await us.post('/contacts', { name: 'One', emails: [{ address: 'both@x.org' }] }),
    await us.post('/contacts', { name: 'Two', emails: [{ address: 'both@x.org' }] }),
  ]
  const three = await us.post('/contacts', { name: 'Three', emails: [{ address: 'three@x.org' }] })
  await us.import(mail({ from: 'both@x.org', to: 'three@x.org', subject: 'All' }), { filename: 'a.eml' })
  for (const { id } of [one, two]) await us.remove(`/contacts/${id}`)
  await purge(app.database.pools.system, 'purge_contacts', 1)
  assert.equal((await us.get('/contacts?deleted=true')).data.length, 2)
  await app.database.query("update contact set deleted_at = now() - interval '2 days' where deleted_at is not null")
  await purge(app.database.pools.system, 'purge_contacts', 1)
  await us.get(`/contacts/${one.id}`, 404)
  const [{ participants }] = (await us.get(`/contacts/${three.id}/timeline`)).data
  assert.deepEqual(
    participants.map(({ role, address, contact_ids }: { role: string; address: string; contact_ids: string[] }) => [role, address, contact_ids]),
    [['from', 'both@x.org', []], ['to', 'three@x.org', [three.id]]],
  )
})
