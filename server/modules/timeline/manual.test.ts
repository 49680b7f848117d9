import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordInteractions } from '#modules/timeline'
import { testApp } from '#test/app'
import { allEvents, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

test('a call is written down, changed, deleted and restored, and each change is told as a fresh fetch shows it', async () => {
  const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Engines' } })
  const bob = await acme.post('/contacts', { name: 'Bob', emails: [{ address: 'bob@x.example' }] })
  const { cursor } = await allEvents(acme)
  const call = await acme.post('/interactions', {
    kind: 'call', direction: 'out', subject: ' About the engine ', text: 'She will\nsend it.', occurred_at: '2026-03-02T10:00:00Z',
    ends_at: '2026-03-02T10:20:00Z', participants: [{ contact_id: ada.id }, { address: 'Bob@x.example', name: 'Bob' }],
  })
  assert.deepEqual([call.subject, call.snippet, call.body.text, call.source], ['About the engine', 'She will send it.', 'She will\nsend it.', 'manual'])
  assert.deepEqual(
    call.participants.map(({ role, address, name, contact_ids }: Record<string, string>) => [role, address, name, contact_ids]),
    [['attendee', 'bob@x.example', 'Bob', [bob.id]], ['attendee', null, 'Ada', [ada.id]]],
  )
  const latest = async ({ id }: { id: string }) => (await acme.get(`/contacts/${id}`)).last_interaction_at
  assert.deepEqual([await latest(ada), await latest(bob)].map(Date.parse), Array(2).fill(Date.UTC(2026, 2, 2, 10)))

  const changed = await acme.patch(`/interactions/${call.id}`, {
    occurred_at: '2026-03-01T10:00:00Z', ends_at: null, text: null, participants: [{ contact_id: ada.id, role: 'to' }],
  })
  assert.deepEqual([changed.subject, changed.snippet, changed.ends_at, changed.participants.length], [call.subject, null, null, 1])
  assert.deepEqual([Date.parse(await latest(ada)), await latest(bob)], [Date.UTC(2026, 2, 1, 10), null])
  const [listed] = (await acme.get(`/companies/${ada.company.id}/timeline`)).data
  assert.equal(Date.parse(listed.occurred_at), Date.UTC(2026, 2, 1, 10))

  await acme.remove(`/interactions/${call.id}`)
  await acme.remove(`/interactions/${call.id}`)
  assert.deepEqual((await acme.get(`/contacts/${ada.id}/timeline`)).data, [])
  assert.equal(await latest(ada), null)
  const deleted = await acme.get(`/interactions/${call.id}`)
  const restored = await acme.post(`/interactions/${call.id}/restore`, {}, 200)
  assert.deepEqual(restored, { ...changed, updated_at: restored.updated_at })
  assert.equal((await acme.get(`/contacts/${ada.id}/timeline`)).data.length, 1)

  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(
    events.map(({ type, data }) => [type, data.interaction]),
    [['interaction.created', call], ['interaction.updated', changed], ['interaction.deleted', deleted], ['interaction.restored', restored]],
  )
  assert.deepEqual(events[1].data.contacts.toSorted((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)),
    [{ id: ada.id, last_interaction_at: '2026-03-01T10:00:00Z' }, { id: bob.id, last_interaction_at: null }])
})

test('what cannot be is refused', async () => {
  const { id } = await acme.post('/contacts', { name: 'Eve' })
  const unknown = '00000000-0000-7000-8000-000000000000'
  const participants = [{ contact_id: id }]
  const cases: [object, number][] = [
    [{ kind: 'call' }, 400], [{ kind: 'mail', participants }, 400], [{ kind: 'note', participants }, 400],
    [{ kind: 'Call!', participants }, 400], [{ kind: 'call', participants: [{}] }, 400],
    [{ kind: 'call', participants: [{ contact_id: id, address: 'a@b.de' }] }, 400],
    [{ kind: 'call', participants: [{ address: 'no address' }] }, 400],
    [{ kind: 'call', participants: [{ contact_id: unknown }] }, 404], [{ kind: 'call', company_ids: [unknown] }, 404],
    [{ kind: 'call', participants, occurred_at: '2026-03-02T10:00:00Z', ends_at: '2026-03-02T09:00:00Z' }, 400],
    [{ kind: 'call', participants, status: 'maybe' }, 400], [{ kind: 'call', participants, text: 'a\u0000b' }, 400],
  ]
  for (const [body, status] of cases) await acme.post('/interactions', body, status)
  await acme.patch(`/interactions/${unknown}`, { pinned: true }, 404)
  await acme.remove(`/interactions/${unknown}`, 404)
  assert.equal((await acme.post('/interactions', { kind: 'letter', participants })).kind, 'letter')
})

test('a mail can be pinned and deleted, not rewritten, and stays deleted when it is imported again', async () => {
  const org = await organization(app)
  const mail = {
    kind: 'mail', direction: 'in' as const, subject: 'x', snippet: null, occurred_at: '2026-03-02T10:00:00Z', source: 'mail',
    source_id: 'one', thread_ids: [], has_attachments: false, participants: [{ role: 'from' as const, address: 'a@b.de', name: null }],
  }
  const record = () => app.database.transactBulk(org.actor, (tx, client) => recordInteractions(tx, client, [mail]))
  const { created: [id] } = await record()
  await org.patch(`/interactions/${id}`, { subject: 'y' }, 409)
  assert.equal((await org.patch(`/interactions/${id}`, { pinned: true })).pinned, true)
  await org.remove(`/interactions/${id}`)
  await record()
  assert.deepEqual((await org.get('/interactions')).data, [])
  await app.database.query("update interaction set deleted_at = now() - interval '31 days' where id = $1", [id])
  await app.database.connectAs('system', (system) => system.query("select purge_interactions('30 days', 100)"))
  await org.get(`/interactions/${id}`, 404)
})

test('who took part without an address is forgotten with the contact; what is about a company, with the company', async () => {
  const org = await organization(app)
  const [ada, bob] = [await org.post('/contacts', { name: 'Ada', company: { name: 'X' } }), await org.post('/contacts', { name: 'Bob' })]
  const call = await org.post('/interactions', {
    kind: 'call', company_ids: [ada.company.id], participants: [{ contact_id: ada.id }, { contact_id: bob.id }, { address: 'c@d.de' }],
  })
  await app.database.query('delete from contact where id = any($1)', [[ada.id, bob.id]])
  await app.database.query('delete from company where id = $1', [ada.company.id])
  const { participants } = await org.get(`/interactions/${call.id}`)
  assert.deepEqual(participants.map(({ address, company_id }: Record<string, string>) => [address, company_id]), [['c@d.de', null]])
})
