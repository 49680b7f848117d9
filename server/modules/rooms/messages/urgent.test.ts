import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { allEvents, callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { file } from '#test/scope'
import { repeatUrgent } from './urgent.ts'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const member = () => callerWithRole(app, acme, 'member')
const [ann, ben, cat] = [await member(), await member(), await member()]
const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id, cat.user_id] })
const to = (...people: Person[]) => people.map(({ user_id }) => `[@Somebody](user:${user_id})`).join(' ')
const send = (by: Person, text: string, status = 201, place = room) => by.post(`/rooms/${place.id}/messages`, { text, urgent: true }, status)
const asked = (message: Answer['json']) => message.urgent.acknowledgements.map(({ user_id, acknowledged_at }: Answer['json']) => [user_id, acknowledged_at !== null])
const inbox = async (person: Person) => (await person.get('/notifications?kind=urgent')).data

test('an urgent message asks whom it names, tells them as urgent, and everyone sees who has acknowledged', async () => {
  const message = await send(ann, `Server down ${to(ben, cat)}`)
  assert.deepEqual(new Map(asked(message)), new Map([[ben.user_id, false], [cat.user_id, false]]))
  const [entry] = await until(async () => ((await inbox(ben)).length > 0 ? inbox(ben) : undefined))
  assert.deepEqual([entry.subject, entry.unread_count, entry.snippet.startsWith('Server down')], [`message:${message.id}`, 1, true])
  assert.deepEqual((await ben.get('/notifications?kind=mention')).data, [])
  // Reading the room is not acknowledging.
  await ben.post(`/rooms/${room.id}/read`, { seq: message.seq }, 200)
  const { cursor } = await allEvents(ann, 'now')
  const after = await ben.put(`/messages/${message.id}/acknowledgement`, {}, 200)
  assert.deepEqual(await ben.put(`/messages/${message.id}/acknowledgement`, {}, 200), after)
  assert.deepEqual(new Map(asked(after)), new Map([[ben.user_id, true], [cat.user_id, false]]))
  const { events } = await allEvents(ann, cursor)
  assert.deepEqual(events.map(({ type, data }) => [type, data.message]), [['message.acknowledged', after]])
  await until(async () => (await inbox(ben)).length === 0)
  assert.equal((await inbox(cat)).length, 1)
  await ann.put(`/messages/${message.id}/acknowledgement`, {}, 409)
})

test('it is told again to those who have not acted on it, until they have, or half an hour is over', async () => {
  const message = await send(ann, `Again ${to(ben, cat)}`)
  const repeated = async () => {
    const { cursor } = await allEvents(ann, 'now')
    await app.database.query('update message set urgent_next_at = now() where id = $1', [message.id])
    await app.database.query(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [`rooms.repeat_urgent:${message.id}`])
    await app.database.query(`select pg_notify('jobs:insert', '{"count":1}')`)
    await until(async () => {
      const [job] = await app.database.query<{ due: boolean }>(`select run_at <= now() as due from graphile_worker._private_jobs where key = $1`, [`rooms.repeat_urgent:${message.id}`])
      return !job?.due
    })
    const { events } = await allEvents(ann, cursor)
    return events.filter(({ type }) => type === 'message.repeated').flatMap(({ data }) => data.user_ids.toSorted())
  }
  assert.deepEqual(await repeated(), [ben.user_id, cat.user_id].toSorted())
  await until(async () => (await inbox(cat)).some(({ subject, unread_count }: Answer['json']) => subject === `message:${message.id}` && unread_count >= 2))
  // Answering and reacting are acting on it.
  await ben.post(`/rooms/${room.id}/messages`, { text: 'On it', thread_id: message.id })
  assert.deepEqual(await repeated(), [cat.user_id])
  await app.database.query(`update message set urgent_until = now() - interval '2 minutes' where id = $1`, [message.id])
  assert.deepEqual(await repeated(), [])
  await cat.put(`/messages/${message.id}/reactions/${encodeURIComponent('👍')}`, {}, 200)
  assert.deepEqual(new Map(asked(await ann.get(`/messages/${message.id}`))), new Map([[ben.user_id, true], [cat.user_id, true]]))
})

test('a repetition is told once, however often its job runs, and one whose job was lost is found', async () => {
  const { id } = await send(ann, `Once ${to(ben)}`)
  const { cursor } = await allEvents(ann, 'now')
  const repeated = async () => (await allEvents(ann, cursor)).events.filter(({ type, subject }) => type === 'message.repeated' && subject === `message:${id}`).length
  const run = () => repeatUrgent(app.database, { org_id: acme.organization_id, message_id: id })
  await run()
  assert.equal(await repeated(), 0, 'its time has not come')
  const letTimePass = () => app.database.query("update message set urgent_next_at = now() - interval '2 minutes' where id = $1", [id])
  await letTimePass()
  await Promise.all([run(), run(), run()])
  assert.equal(await repeated(), 1)
  await app.database.query(`update graphile_worker._private_jobs set key = null, attempts = max_attempts where key = $1`, [`rooms.repeat_urgent:${id}`])
  await letTimePass()
  await app.database.pools.system.query('select queue_late_messages()')
  await until(async () => (await repeated()) === 2)
})

test('once its room is archived it is told no more, also not when the room is brought back, and what is urgent there after that is', async () => {
  const place = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })
  const { id } = await send(ann, `Before ${to(ben)}`, 201, place)
  const { cursor } = await allEvents(ann, 'now')
  const repeated = async () => (await allEvents(ann, cursor)).events.filter(({ type }) => type === 'message.repeated').map(({ subject }) => subject)
  const run = async (message: string) => {
    await app.database.query('update message set urgent_next_at = now() where id = $1 and urgent_next_at is not null', [message])
    await repeatUrgent(app.database, { org_id: acme.organization_id, message_id: message })
  }
  await ann.patch(`/rooms/${place.id}`, { archived: true })
  await run(id)
  await ann.patch(`/rooms/${place.id}`, { archived: false })
  await run(id)
  assert.deepEqual(await repeated(), [])
  const after = await send(ann, `After ${to(ben)}`, 201, place)
  await run(after.id)
  assert.deepEqual(await repeated(), [`message:${after.id}`])

  // An answer that was on its way into a thread while the room was archived.
  await ann.patch(`/rooms/${place.id}`, { archived: true })
  await app.database.query('update message set urgent_next_at = now() where id = $1', [after.id])
  await run(after.id)
  assert.equal((await repeated()).length, 1)
})

test('in a direct room it is for everybody else; for nobody, or for too many, it is not sent', async () => {
  const direct = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id] })
  assert.deepEqual(asked(await send(ann, 'Call me', 201, direct)), [[ben.user_id, false]])
  await send(ann, 'Is anybody there?', 400)
  const outside = await member()
  await send(ann, `Hello ${to(outside)}`, 400)
  const many = await Promise.all(Array.from({ length: 21 }, member))
  await ann.post(`/rooms/${room.id}/members`, { user_ids: many.map(({ user_id }) => user_id) }, 200)
  await send(ann, `All of you ${to(...many)}`, 400)
})

test('guests and api keys send none, and nobody more than ten in an hour', async () => {
  const guest = await callerWithRole(app, acme, 'guest')
  await ann.post(`/rooms/${room.id}/members`, { user_ids: [guest.user_id] }, 200)
  await send(guest, `Help ${to(ben)}`, 403)
  await acme.post(`/rooms/${room.id}/messages`, { text: `Help ${to(ben)}`, urgent: true }, 403)
  const dan = await member()
  await ann.post(`/rooms/${room.id}/members`, { user_ids: [dan.user_id] }, 200)
  for (let i = 0; i < 10; i++) await send(dan, `Fire ${to(ben)}`)
  await send(dan, `Fire ${to(ben)}`, 409)
  await dan.post(`/rooms/${room.id}/messages`, { text: `Fire ${to(ben)}` })
})
