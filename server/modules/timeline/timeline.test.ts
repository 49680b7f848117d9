import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordInteractions, type NewInteraction } from '#modules/timeline'
import { testApp } from '#test/app'
import { allItems, organization, unique, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)

const base: NewInteraction = {
  kind: 'mail', direction: 'in', subject: null, snippet: null, occurred_at: '2026-03-02T10:00:00Z', source: 'mail',
  source_id: '', thread_ids: [], has_attachments: false, participants: [],
}

function interaction(given: Partial<NewInteraction> = {}): NewInteraction {
  return { ...base, source_id: unique('id'), ...given }
}

function record(org: Organization, ...batch: NewInteraction[]) {
  return app.database.transactBulk(org.actor, (tx, client) => recordInteractions(tx, client, batch))
}

async function person(org: Organization, address: string, given: object = {}) {
  return org.post('/contacts', { emails: [{ address }], ...given })
}

const from = (address: string) => [{ role: 'from' as const, address, name: null }]

test('a timeline is paged and filtered the same for a contact, a company and the organization', async () => {
  const org = await organization(app)
  const ada = await person(org, 'ada@x.example', { company: { name: 'Engines' } })
  const kinds = ['mail', 'meeting', 'call', 'mail', 'chat']
  await record(org, ...Array.from({ length: 25 }, (_, n) => interaction({
    kind: kinds[n % 5]!, source: kinds[n % 5]!, direction: n % 2 ? 'in' : 'out', subject: `Number ${n}`,
    has_attachments: n % 3 === 0,
    // Each moment twice: the id decides.
    occurred_at: new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 2))).toISOString(), participants: from('ada@x.example'),
  })))
  for (const path of ['/interactions', `/contacts/${ada.id}/timeline`, `/companies/${ada.company.id}/timeline`]) {
    const all = await allItems(org, path, 7)
    assert.equal(all.length, 25)
    const keys = all.map(({ occurred_at, id }) => `${occurred_at} ${id}`)
    assert.deepEqual(keys, [...new Set(keys)].toSorted().toReversed())
    const subjects = async (query: string) => (await allItems(org, `${path}?${query}`, 3)).map(({ subject }) => Number(subject.slice(7)))
    const expected = (choose: (n: number) => boolean) => all.map(({ subject }) => Number(subject.slice(7))).filter(choose)
    assert.deepEqual(await subjects('kind=meeting'), expected((n) => n % 5 === 1))
    assert.deepEqual(await subjects('kind=chat&kind=call&kind=chat'), expected((n) => n % 5 === 4 || n % 5 === 2))
    assert.deepEqual(await subjects('direction=in&has_attachments=true'), expected((n) => n % 2 === 1 && n % 3 === 0))
    assert.deepEqual(await subjects('kind=mail&has_attachments=false'), expected((n) => (n % 5 === 0 || n % 5 === 3) && n % 3 !== 0))
    assert.deepEqual(
      await subjects('occurred_from=2026-01-03T00:00:00Z&occurred_to=2026-01-05T00:00:00Z'), expected((n) => n >= 4 && n < 8))
    assert.deepEqual(await subjects('kind=letter'), [])
    const counts = await org.get(path === '/interactions' ? '/interactions/counts' : `${path}/counts`)
    assert.deepEqual(counts, {
      data: [['mail', 10], ['call', 5], ['chat', 5], ['meeting', 5]].map(([kind, count]) => ({ kind, count })), complete: true,
    })
    for (const query of ['kind=', 'kind=A', 'direction=up', 'has_attachments=maybe', 'occurred_from=yesterday', 'sort=x']) {
      await org.get(`${path}?${query}`, 400)
    }
  }
})

test('a company has what its people have, once, and follows them', async () => {
  const org = await organization(app)
  const ada = await person(org, 'ada@x.example', { company: { name: 'Engines' } })
  await person(org, 'bob@x.example', { company: { name: 'Engines' } })
  await record(org, interaction({ subject: 'To both', participants: [...from('ada@x.example'), { role: 'cc', address: 'bob@x.example', name: null }] }))
  const subjects = async (id: string) => (await org.get(`/companies/${id}/timeline`)).data.map(({ subject }: { subject: string }) => subject)
  assert.deepEqual(await subjects(ada.company.id), ['To both'])
  assert.deepEqual((await org.get(`/companies/${ada.company.id}/timeline/counts`)).data, [{ kind: 'mail', count: 1 }])

  await record(org, interaction({ subject: 'Before he was known', participants: from('cy@x.example') }))
  const cy = await person(org, 'cy@x.example', { company: { name: 'Looms' } })
  assert.deepEqual(await subjects(cy.company.id), ['Before he was known'])
  const moved = await org.patch(`/contacts/${cy.id}`, { company: { name: 'Engines' } })
  assert.equal(moved.company.id, ada.company.id)
  assert.deepEqual(await subjects(cy.company.id), [])
  assert.equal((await subjects(ada.company.id)).length, 2)
  await org.patch(`/contacts/${cy.id}`, { company: null })
  assert.deepEqual(await subjects(ada.company.id), ['To both'])
})

test('an interaction is fetched whole, and its thread in the order of time', async () => {
  const org = await organization(app)
  const body = { text: 'Yes.\n\n> Shall we?', quoted_at: 6, html: '<p>Yes.</p>', headers: 'Subject: Re: x', truncated: false }
  const { created: [first, second] } = await record(org,
    interaction({ source_id: 'one', subject: 'x', occurred_at: '2026-03-01T10:00:00Z' }),
    interaction({ source_id: 'two', subject: 'Re: x', thread_ids: ['one'], body, participants: from('ada@x.example') }))
  const whole = await org.get(`/interactions/${second}`)
  assert.deepEqual([whole.body.text, whole.body.quoted], [body.text, '> Shall we?'])
  assert.deepEqual(whole.thread, { id: whole.thread_id, count: 2 })
  assert.equal((await org.get(`/interactions/${first}`)).body, null)
  const thread = await allItems(org, `/threads/${whole.thread_id}`, 1)
  assert.deepEqual(thread.map(({ id }) => id), [first, second])
  const { data: [listed] } = await org.get('/interactions?limit=1')
  const { body: _, thread: __, attachments: ___, ...entry } = whole
  assert.deepEqual(listed, entry)
  await org.get(`/threads/${first}`, 404)
})

test('a meeting that is recorded again is moved, and who left it or joined it with it; a mail stays as it was', async () => {
  const org = await organization(app)
  const ada = await person(org, 'ada@x.example')
  const bob = await person(org, 'bob@x.example')
  const meeting = interaction({
    kind: 'meeting', source: 'calendar', source_id: 'uid', subject: 'Plan', occurred_at: '2026-03-02T10:00:00Z',
    ends_at: '2026-03-02T11:00:00Z', location: 'Room 1', status: 'confirmed',
    participants: [{ role: 'attendee', address: 'ada@x.example', name: 'Ada' }],
  })
  const { created } = await record(org, meeting)
  assert.deepEqual(await record(org, meeting), { created: [], changed: [] })
  const moved = { ...meeting, occurred_at: '2026-03-03T10:00:00Z', ends_at: null, location: 'Room 2',
    participants: [{ role: 'attendee' as const, address: 'bob@x.example', name: 'Bob' }] }
  const again = await record(org, moved)
  assert.deepEqual([again.created, again.changed.map(({ interaction: { id, location } }) => [id, location])], [[], [[created[0], 'Room 1']]])
  const [entry] = (await org.get(`/contacts/${bob.id}/timeline`)).data
  assert.deepEqual([Date.parse(entry.occurred_at), entry.ends_at, entry.location, entry.status], [Date.UTC(2026, 2, 3, 10), null, 'Room 2', 'confirmed'])
  assert.deepEqual((await org.get(`/contacts/${ada.id}/timeline`)).data, [])
  const latest = async ({ id }: { id: string }) => (await org.get(`/contacts/${id}`)).last_interaction_at
  assert.deepEqual([await latest(ada), Date.parse(await latest(bob))], [null, Date.UTC(2026, 2, 3, 10)])
  await record(org, { ...moved, status: 'cancelled' })
  assert.equal(await latest(bob), null)

  const mail = interaction({ subject: 'As sent' })
  await record(org, mail)
  assert.deepEqual(await record(org, { ...mail, subject: '[list] As sent' }), { created: [], changed: [] })
})

test('a meeting to come is no last interaction until it has begun', async () => {
  const org = await organization(app)
  const ada = await person(org, 'ada@x.example')
  const soon = new Date(Date.now() + 86_400_000).toISOString()
  const { created: [id] } = await record(org, interaction({ kind: 'meeting', source: 'calendar', occurred_at: soon, participants: from('ada@x.example') }))
  assert.equal((await org.get(`/contacts/${ada.id}`)).last_interaction_at, null)
  const late = await person(org, 'late@x.example')
  assert.equal(late.last_interaction_at, null)
  const begun = new Date(Date.now() - 60_000).toISOString()
  await app.database.query('update interaction set occurred_at = $1 where id = $2', [begun, id])
  await app.database.connectAs('system', (system) => system.query("select settle_meetings('1 hour')"))
  assert.equal(Date.parse((await org.get(`/contacts/${ada.id}`)).last_interaction_at), Date.parse(begun))
})
