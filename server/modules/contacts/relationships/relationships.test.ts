import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, organization } from '#test/factories'
import { file } from '#test/scope'
import { canonical, inverse, mirror, relationshipKinds } from './kinds.ts'

const app = await testApp(file)
const acme = await organization(app)

async function people(...names: string[]): Promise<string[]> {
  const made = await Promise.all(names.map((name) => acme.post('/contacts', { name })))
  return made.map(({ id }) => id)
}

async function seenFrom(id: string): Promise<string[]> {
  const found = await allItems(acme, `/contacts/${id}/relationships`, 2)
  return found.map(({ kind, label, contact }) => `${label ?? kind}: ${contact.name}`)
}

test('each kind is the inverse of its inverse, and both sides are stored as one', () => {
  for (const kind of relationshipKinds) {
    assert.equal(inverse(inverse(kind)), kind)
    const labels = kind === 'custom' ? { label: 'mentor', inverse_label: 'mentee' } : { label: null, inverse_label: null }
    const relation = { contact_id: 'a', other_id: 'b', kind, ...labels }
    assert.deepEqual(canonical(mirror(relation)), canonical(relation))
    assert.deepEqual(mirror(mirror(relation)), relation)
  }
})

test('a relationship is seen from both sides, each with its own word for it', async () => {
  const [ada, byron, mary] = await people('Ada', 'Byron', 'Mary')
  const made = await acme.post(`/contacts/${ada}/relationships`, { contact_id: byron, kind: 'parent' })
  assert.deepEqual([made.kind, made.contact], ['parent', { id: byron, name: 'Byron', photo_url: null }])
  await acme.post(`/contacts/${mary}/relationships`, { contact_id: ada, kind: 'custom', label: 'pupil', inverse_label: 'tutor' })
  await acme.post(`/contacts/${ada}/relationships`, { contact_id: mary, kind: 'friend' })
  await acme.post(`/contacts/${mary}/relationships`, { contact_id: ada, kind: 'referral' })
  assert.deepEqual(await seenFrom(ada!), ['parent: Byron', 'tutor: Mary', 'friend: Mary', 'referrer: Mary'])
  assert.deepEqual(await seenFrom(byron!), ['child: Ada'])
  assert.deepEqual(await seenFrom(mary!), ['pupil: Ada', 'friend: Ada', 'referral: Ada'])
})

test('nobody is related to themselves, and nothing is said twice, from whichever side', async () => {
  const [ada, bob] = await people('Ada', 'Bob')
  await acme.post(`/contacts/${ada}/relationships`, { contact_id: ada, kind: 'friend' }, 400)
  await acme.post(`/contacts/${ada}/relationships`, { contact_id: ada!.toUpperCase(), kind: 'friend' }, 400)
  const custom = { kind: 'custom', label: 'mentor', inverse_label: 'mentee' }
  for (const body of [{ kind: 'manager' }, { kind: 'spouse' }, custom]) {
    await acme.post(`/contacts/${ada}/relationships`, { contact_id: bob, ...body })
    await acme.post(`/contacts/${ada}/relationships`, { contact_id: bob, ...body }, 409)
  }
  for (const body of [{ kind: 'report' }, { kind: 'spouse' }, { kind: 'custom', label: ' mentee', inverse_label: 'mentor ' }]) {
    await acme.post(`/contacts/${bob}/relationships`, { contact_id: ada, ...body }, 409)
  }
  // The other way round is something else.
  await acme.post(`/contacts/${bob}/relationships`, { contact_id: ada, kind: 'manager' })
  assert.equal((await seenFrom(ada!)).length, 4)
})

test('said from both sides at once it is there once', async () => {
  const [ada, bob] = await people('Ada', 'Bob')
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) =>
    app.call({
      url: `/api/v1/contacts/${n % 2 ? ada : bob}/relationships`,
      key: acme.key,
      body: { contact_id: n % 2 ? bob : ada, kind: 'colleague' },
    })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array(7).fill(409)])
  assert.deepEqual(await seenFrom(ada!), ['colleague: Bob'])
})

test('what is wrong is refused, and others’ people are not there', async () => {
  const [ada, bob] = await people('Ada', 'Bob')
  const path = `/contacts/${ada}/relationships`
  for (const body of [
    {}, { contact_id: bob }, { contact_id: bob, kind: 'boss' }, { contact_id: 'x', kind: 'friend' },
    { contact_id: bob, kind: 'friend', label: 'x' }, { contact_id: bob, kind: 'custom', label: 'x' },
    { contact_id: bob, kind: 'custom', label: ' ', inverse_label: 'x' },
  ]) await acme.post(path, body, 400)
  const other = await organization(app)
  const { id: stranger } = await other.post('/contacts', { name: 'Stranger' })
  await acme.post(path, { contact_id: stranger, kind: 'friend' }, 404)
  await acme.post(`/contacts/${stranger}/relationships`, { contact_id: ada, kind: 'friend' }, 404)
  const { id } = await acme.post(path, { contact_id: bob, kind: 'friend' })
  await other.remove(`/relationships/${id}`, 404)
  await other.get(path, 404)
  const reader = await callerWithScope(app, acme, 'read')
  assert.equal((await reader.get(path)).data.length, 1)
  await reader.post(path, { contact_id: bob, kind: 'spouse' }, 403)
  await reader.remove(`/relationships/${id}`, 403)
})

test('each change is told with both sides of it', async () => {
  const [ada, bob] = await people('Ada', 'Bob')
  const { cursor } = await allEvents(acme)
  const { id } = await acme.post(`/contacts/${ada}/relationships`, { contact_id: bob, kind: 'report' })
  await acme.remove(`/relationships/${id}`)
  await acme.remove(`/relationships/${id}`, 404)
  assert.deepEqual(await seenFrom(bob!), [])
  const { events } = await allEvents(acme, cursor)
  const relationship = { id, contact_id: bob, other_id: ada, kind: 'manager', inverse_kind: 'report', label: null, inverse_label: null }
  assert.deepEqual(events.map(({ type, data }) => [type, data.relationship]), [
    ['relationship.created', relationship],
    ['relationship.removed', relationship],
  ])
})
