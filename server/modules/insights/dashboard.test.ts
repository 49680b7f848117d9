import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { mail, mbox, organization, until } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

test('an empty organization has an empty dashboard', async () => {
  const us = await organization(app)
  const { counts, activity, ...lists } = await us.get('/dashboard')
  assert.deepEqual(counts, { contacts: 0, companies: 0, interactions: 0, contacts_added: 0, contacts_met: 0 })
  assert.equal(activity.length, 12)
  assert.ok(Object.values(lists).filter(Array.isArray).every((list) => list.length === 0))
})

test('the dashboard counts what is there, and names who and what matters', async () => {
  const us = await organization(app)
  const ada = await us.post('/contacts', { name: 'Ada', company: { name: 'Engines' }, emails: [{ address: 'ada@x.org' }] })
  const bob = await us.post('/contacts', { name: 'Bob', emails: [{ address: 'bob@x.org' }] })
  const gone = await us.post('/contacts', { name: 'Gone' })
  await us.remove(`/contacts/${gone.id}`)
  const soon = new Date(Date.now() + 3 * 86_400_000)
  await us.post(`/contacts/${ada.id}/dates`, { kind: 'birthday', month: soon.getUTCMonth() + 1, day: soon.getUTCDate(), year: 1990 })
  await us.import(
    mbox(
      mail({ from: 'ada@x.org', subject: 'Old', date: daysAgo(60).toUTCString() }),
      mail({ from: 'ada@x.org', subject: 'Alone', date: daysAgo(3).toUTCString() }),
      mail({ from: 'ada@x.org', cc: 'bob@x.org', subject: 'Together', date: daysAgo(2).toUTCString() }),
    ),
    { filename: 'a.mbox', options: { create_contacts: 'off', own_addresses: ['us@example.org'] } },
  )
  const dashboard = await until(async () => {
    const found = await us.get('/dashboard')
    return found.counts.interactions === 3 && found
  })
  assert.deepEqual(dashboard.counts, { contacts: 2, companies: 1, interactions: 3, contacts_added: 2, contacts_met: 2 })
  assert.deepEqual(dashboard.added.map(({ name }: { name: string }) => name), ['Bob', 'Ada'])
  assert.deepEqual(dashboard.recent.map(({ subject }: { subject: string }) => subject), ['Together', 'Alone', 'Old'])
  assert.equal(dashboard.top[0].subject, 'Together')
  assert.equal(dashboard.top[0].contact.id, ada.id)
  assert.deepEqual(dashboard.most_active.map(({ id, interactions }: { id: string; interactions: number }) => [id, interactions]), [[ada.id, 2], [bob.id, 1]])
  assert.deepEqual(dashboard.upcoming_dates.map(({ contact, occurs_on }: { contact: { name: string }; occurs_on: string }) => [contact.name, occurs_on]),
    [['Ada', soon.toISOString().slice(0, 10)]])
  assert.equal(dashboard.activity.reduce((sum: number, week: { mail_in: number }) => sum + week.mail_in, 0), 3)
})

test('a change is on the dashboard soon', async () => {
  const us = await organization(app)
  assert.equal((await us.get('/dashboard')).counts.contacts, 0)
  await us.post('/contacts', { name: 'New' })
  await until(async () => (await us.get('/dashboard')).counts.contacts === 1)
})
