import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { allEvents, allItems, callerWithRole, finished, organization, until, type Caller, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

async function people(us: Organization, ...given: object[]): Promise<Answer['json'][]> {
  const made = []
  for (const each of given) made.push(await us.post('/contacts', each))
  return made
}

/** So many at once, for which the API would take too long. */
async function crowd(us: Organization, count: number) {
  await app.database.query(
    `insert into contact (org_id, name, title) select $1, 'Person ' || n, 'Old' from generate_series(1, $2::int) as n`, [us.organization_id, count])
}

const idsOf = (contacts: { id: string }[]) => contacts.map(({ id }) => id)
const change = (us: Caller, wanted: object, status = 201) => us.post('/contacts/bulk', { action: 'change', ...wanted }, status)
const undo = (us: Caller, id: string, status = 200) => us.post(`/contacts/bulk/${id}/undo`, {}, status)

/** As they are, but for when they were changed. */
async function look(us: Caller, contacts: { id: string }[]) {
  const found = []
  for (const { id } of contacts) {
    const { updated_at: _, ...rest } = await us.get(`/contacts/${id}`)
    found.push(rest)
  }
  return found
}

test('those that are chosen get what is said, each is told of once, and all is as before when it is undone', async () => {
  const us = await organization(app)
  await us.post('/fields', { label: 'level', type: 'select', options: [{ label: 'gold' }, { label: 'iron' }] })
  const contacts = await people(us,
    { name: 'Ann', title: 'Boss', tags: ['a', 'b'], company: { name: 'Old Inc' }, fields: { level: 'IRON', score: 1, note: 'n' } },
    { name: 'Bob', tags: ['c'], owner_id: us.user_id },
    { name: 'Cleo' })
  const before = await look(us, contacts)
  const { cursor } = await allEvents(us)
  const made = await change(us, {
    contact_ids: idsOf(contacts.slice(0, 2)),
    change: { title: 'Peer', company: { name: 'New Inc' }, owner_id: us.user_id, fields: { Level: 'GOLD', score: null }, add_tags: ['C', 'new'], remove_tags: ['A', 'none'] },
  })
  assert.deepEqual([made.status, made.total, made.done, made.changed, made.operation_id, made.undo], ['succeeded', 2, 2, 2, null, null])
  const [ann, bob, cleo] = await look(us, contacts)
  for (const each of [ann, bob]) assert.deepEqual([each.title, each.company.name, each.owner_id, each.fields.level], ['Peer', 'New Inc', us.user_id, 'gold'])
  assert.deepEqual([ann.fields, ann.tags, bob.tags], [{ level: 'gold', note: 'n' }, ['b', 'c', 'new'], ['c', 'new']])
  assert.deepEqual(cleo, before[2])

  const told = (await allEvents(us, cursor)).events.filter(({ type }) => type === 'contact.updated')
  assert.deepEqual(told.map(({ subject, data }) => [subject, data.contact.title]).toSorted(), contacts.slice(0, 2).map(({ id }) => [`contact:${id}`, 'Peer']).toSorted())
  assert.deepEqual(told.find(({ subject }) => subject === `contact:${ann.id}`).data.contact, await us.get(`/contacts/${ann.id}`))

  const undone = await undo(us, made.id)
  assert.deepEqual([undone.undo.restored, undone.undo.kept, undone.undo.status], [2, 0, 'succeeded'])
  assert.deepEqual(await look(us, contacts), before)
  const { code } = await undo(us, made.id, 409)
  assert.equal(code, 'bulk_change_undone')
  assert.deepEqual((await us.get('/contacts/bulk')).data, [await us.get(`/contacts/bulk/${made.id}`)])
})

test('a whole filter is meant, but for some; who is so already is left alone', async () => {
  const us = await organization(app)
  const contacts = await people(us, { name: 'Ann X', tags: ['t'] }, { name: 'Bob X', tags: ['t'], title: 'New' }, { name: 'Cleo X', tags: ['t'] }, { name: 'Dan Y', tags: ['t'] }, { name: 'Eve X' })
  const selection = { tag: 'T', filter: [{ field: 'name', op: 'contains', value: ' x' }], except: [contacts[2].id] }
  assert.deepEqual(await us.post('/contacts/bulk/preview', { action: 'change', selection }, 200), { total: 2 })
  const { cursor } = await allEvents(us)
  const { id, total, changed } = await change(us, { selection, change: { title: 'New' } })
  assert.deepEqual([total, changed], [2, 1])
  assert.deepEqual((await look(us, contacts)).map(({ title }) => title), ['New', 'New', null, null, null])
  assert.equal((await allEvents(us, cursor)).events.filter(({ type }) => type === 'contact.updated').length, 1)
  const view = await us.post('/views', { name: 'V', filter: [{ field: 'title', op: 'is', value: 'New' }] })
  assert.deepEqual(await us.post('/contacts/bulk/preview', { action: 'change', selection: { view: view.id, q: 'ann' } }, 200), { total: 1 })
  assert.equal((await undo(us, id)).undo.restored, 1)
  const all = await change(us, { selection: {}, change: { add_tags: ['all'] } })
  assert.deepEqual([all.total, all.changed], [5, 5])
})

test('whoever was changed since stays as they are, and is counted', async () => {
  const us = await organization(app)
  const contacts = await people(us, { name: 'Ann' }, { name: 'Bob' }, { name: 'Cleo' }, { name: 'Dan' })
  const first = await change(us, { contact_ids: idsOf(contacts), change: { add_tags: ['one'] } })
  const second = await change(us, { contact_ids: idsOf(contacts.slice(0, 2)), change: { title: 'Two' } })
  await us.patch(`/contacts/${contacts[0].id}`, { name: 'Anna' })
  await us.remove(`/contacts/${contacts[3].id}`)
  // The later one first: then the earlier one knows Bob again.
  assert.deepEqual(await undo(us, second.id).then(({ undo: { restored, kept } }) => [restored, kept]), [1, 1])
  assert.deepEqual(await undo(us, first.id).then(({ undo: { restored, kept } }) => [restored, kept]), [2, 2])
  const found = await look(us, contacts)
  assert.deepEqual(found.map(({ name, title, tags }) => [name, title, tags.length]), [['Anna', 'Two', 1], ['Bob', null, 0], ['Cleo', null, 0], ['Dan', null, 1]])
})

test('what is gone by the time of the undo does not come back', async () => {
  const us = await organization(app)
  const [ann] = await people(us, { name: 'Ann', company: { name: 'Old' }, tags: ['old'], fields: { gone: 'x', here: 'y' } })
  const { id } = await change(us, { contact_ids: [ann.id], change: { company: { name: 'New' }, remove_tags: ['old'], fields: { gone: null, here: 'z' } } })
  await us.remove(`/companies/${ann.company.id}`)
  await us.remove(`/tags/${(await us.get('/tags')).data[0].id}`)
  const field = (await us.get('/fields')).data.find(({ key }: { key: string }) => key === 'gone')
  await finishedRemoval(us, field.id)
  assert.equal((await undo(us, id)).undo.restored, 1)
  const { company, tags, fields } = await us.get(`/contacts/${ann.id}`)
  assert.deepEqual([company, tags, fields], [null, [], { here: 'y' }])
})

async function finishedRemoval(us: Organization, id: string) {
  await us.remove(`/fields/${id}`)
  await until(async () => !(await us.get('/fields')).data.some((field: { id: string }) => field.id === id))
}

test('many are deleted and restored, with what came for them meanwhile, and whoever shares an address is told', async () => {
  const us = await organization(app)
  const [ann, bob] = await people(us, { name: 'Ann', emails: [{ address: 'ann@x.example' }, { address: 'office@x.example' }] }, { name: 'Bob', emails: [{ address: 'office@x.example' }] })
  const { cursor } = await allEvents(us)
  const gone = await us.post('/contacts/bulk', { action: 'delete', contact_ids: [ann.id] })
  assert.deepEqual((await allItems(us, '/contacts')).map(({ name }) => name), ['Bob'])
  assert.deepEqual((await allEvents(us, cursor)).events.map(({ type, subject }) => [type, subject]), [
    ['contact.deleted', `contact:${ann.id}`], ['contact.updated', `contact:${bob.id}`], ['bulk_change.created', `bulk_change:${gone.id}`]])
  await us.import('From: ann@x.example\nTo: us@x.example\nMessage-ID: <m@x.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: Hi\n\nHi.\n', { filename: 'm.eml', options: { create_contacts: 'off' } })
  assert.deepEqual(await allItems(us, `/contacts/${ann.id}/timeline`), [])
  assert.equal((await undo(us, gone.id)).undo.restored, 1)
  assert.equal((await allItems(us, `/contacts/${ann.id}/timeline`)).length, 1)

  await us.post('/contacts/bulk', { action: 'delete', selection: {} })
  assert.deepEqual(await us.post('/contacts/bulk/preview', { action: 'restore', selection: { q: 'bob' } }, 200), { total: 1 })
  const back = await us.post('/contacts/bulk', { action: 'restore', contact_ids: idsOf([ann, bob]) })
  assert.deepEqual([back.changed, (await allItems(us, '/contacts')).length], [2, 2])
  assert.equal((await undo(us, back.id)).undo.restored, 2)
  assert.equal((await allItems(us, '/contacts?deleted=true')).length, 2)
})

test('more than are done at once become an operation that pauses, goes on and is undone, each contact once', async () => {
  const us = await organization(app)
  await crowd(us, 2_300)
  const { cursor } = await allEvents(us)
  const made = await change(us, { selection: { filter: [{ field: 'title', op: 'is', value: 'Old' }] }, change: { title: 'New', add_tags: ['moved'] } })
  assert.deepEqual([made.total, ['queued', 'running'].includes(made.status)], [2_300, true])
  const { code } = await undo(us, made.id, 409)
  assert.equal(code, 'bulk_change_running')
  const paused = await app.call({ method: 'POST', url: `/api/v1/operations/${made.operation_id}/pause`, key: us.key })
  // Somebody who comes meanwhile was not meant.
  const late = await us.post('/contacts', { name: 'Late', title: 'Old' })
  if (paused.status === 200) await us.post(`/operations/${made.operation_id}/resume`, {}, 200)
  const operation = await finished(us, made.operation_id)
  assert.deepEqual([operation.status, operation.done, operation.result.changed, operation.undone_at], ['succeeded', 2_300, 2_300, null])
  assert.deepEqual(await us.get(`/contacts/bulk/${made.id}`).then(({ status, done, changed }) => [status, done, changed]), ['succeeded', 2_300, 2_300])
  const told = (await allEvents(us, cursor)).events.filter(({ type }) => type === 'contact.updated').map(({ subject }) => subject)
  assert.deepEqual([told.length, new Set(told).size], [2_300, 2_300])
  assert.equal((await us.get(`/contacts/${late.id}`)).title, 'Old')

  const undone = await undo(us, made.id)
  assert.equal((await finished(us, undone.undo.operation_id)).status, 'succeeded')
  assert.deepEqual(await us.get(`/contacts/bulk/${made.id}`).then(({ undo: { restored, kept, status } }) => [restored, kept, status]), [2_300, 0, 'succeeded'])
  assert.ok((await us.get(`/operations/${made.operation_id}`)).undone_at)
  assert.equal((await us.get('/contacts?count=exact&tag=moved')).total, 0)
  const [left] = await app.database.query<{ selection: unknown; rows: number }>(
    'select selection, (select count(*)::int from bulk_change_contact where bulk_change_id = bulk_change.id) as rows from bulk_change where id = $1', [made.id])
  assert.deepEqual(left, { selection: null, rows: 0 })
})

test('a process that stops in the middle leaves the rest to the next one, and what is cancelled can be undone', async (t) => {
  const us = await organization(app)
  await crowd(us, 3_000)
  const first = await testApp(t, { worker: true, database: app.database })
  const made = await change(us, { selection: {}, change: { title: 'New' } })
  await until(async () => (await us.get(`/contacts/bulk/${made.id}`)).done > 0)
  await first.stop()
  const cancelled = await app.call({ method: 'POST', url: `/api/v1/operations/${made.operation_id}/cancel`, key: us.key })
  assert.ok([200, 409].includes(cancelled.status))
  const { changed, done } = await us.get(`/contacts/bulk/${made.id}`)
  assert.equal(changed, done)
  assert.equal((await us.get('/contacts?count=exact&filter=' + encodeURIComponent(JSON.stringify([{ field: 'title', op: 'is', value: 'New' }])))).total, changed)
  const undone = await app.call({ method: 'POST', url: `/api/v1/contacts/bulk/${made.id}/undo`, key: us.key })
  if (undone.json.undo.operation_id) await finished(us, undone.json.undo.operation_id)
  assert.deepEqual(await us.get(`/contacts/bulk/${made.id}`).then(({ undo: { restored, kept } }) => [restored, kept]), [changed, 0])
})

test('what was kept for the undo of a merged or erased person goes with them, or comes back with the undo of the merge', async () => {
  const us = await organization(app)
  const contacts = await people(us, { name: 'Ann' }, { name: 'Anne' }, { name: 'Bob' })
  const { id } = await change(us, { contact_ids: idsOf(contacts), change: { title: 'New' } })
  const merge = await us.post('/contacts/merges', { into: contacts[0].id, contact_ids: [contacts[1].id] })
  await us.post(`/contacts/merges/${merge.id}/undo`, {}, 200)
  const erasure = await us.post(`/contacts/${contacts[2].id}/erasure`, {}, 202)
  await finished(us, erasure.operation_id)
  const { undo: { restored, kept } } = await undo(us, id)
  assert.equal(restored + kept, 3)
  assert.equal((await us.get(`/contacts/${contacts[1].id}`)).title, null)
})

test('what makes no sense is refused before anything is stored', async () => {
  const us = await organization(app)
  const other = await organization(app)
  const [ann] = await people(us, { name: 'Ann' })
  const [theirs] = await people(other, { name: 'Theirs' })
  const ids = { contact_ids: [ann.id] }
  const wrong: [object, number][] = [
    [{ change: { title: 'x' } }, 400],
    [{ ...ids, selection: {}, change: { title: 'x' } }, 400],
    [{ contact_ids: [], change: { title: 'x' } }, 400],
    [ids, 400],
    [{ ...ids, change: {} }, 400],
    [{ ...ids, change: { name: 'x' } }, 400],
    [{ ...ids, action: 'delete', change: { title: 'x' } }, 400],
    [{ ...ids, change: { add_tags: ['x'], remove_tags: ['X '] } }, 400],
    [{ ...ids, change: { owner_id: theirs.id } }, 404],
    [{ ...ids, change: { company: { id: theirs.id } } }, 404],
    [{ contact_ids: [theirs.id], change: { title: 'x' } }, 404],
    [{ selection: { view: theirs.id }, change: { title: 'x' } }, 404],
    [{ selection: { filter: [{ field: 'nothing', op: 'is', value: 'x' }] }, change: { title: 'x' } }, 400],
    [{ selection: { deleted: true }, change: { title: 'x' } }, 400],
  ]
  for (const [body, status] of wrong) await change(us, body, status)
  assert.deepEqual((await us.get('/contacts/bulk')).data, [])
  assert.deepEqual((await us.get('/tags')).data, [])
  // Who was deleted meanwhile is left out.
  await us.remove(`/contacts/${ann.id}`)
  const [bob] = await people(us, { name: 'Bob' })
  assert.equal((await change(us, { contact_ids: idsOf([ann, bob]), change: { title: 'x' } })).total, 1)
  assert.equal((await change(us, { ...ids, change: { title: 'x' } })).total, 0)
  const guest = await callerWithRole(app, us, 'guest')
  await change(guest, { ...ids, change: { title: 'x' } }, 403)
})
