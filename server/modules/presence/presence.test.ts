// Who is there, over several processes without Redis: each is a tracker of its own.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { pino } from 'pino'
import { testApp } from '#test/app'
import { callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { liveClient } from '#test/live-client'
import { file, onClose, type Scope } from '#test/scope'
import type { UserPresence } from './contract.ts'
import { createPresenceTracker, type TrackerOptions } from './tracker.ts'

const app = await testApp(file)
const acme = await organization(app)
const ben = await callerWithRole(app, acme, 'member')
const silent = { send: () => {}, on: () => {}, onGap: () => {} }

type Told = UserPresence & { audience: string }

/** A process, and what it has told to those who are connected to it. */
async function startProcess(t: Scope, times: TrackerOptions['times'] = {}) {
  const told: Told[] = []
  const tell = (_orgId: string, audience: string, signal: object) =>
    void told.push(...(signal as { people: UserPresence[] }).people.map((person) => ({ ...person, audience })))
  const tracker = createPresenceTracker({
    tenancy: app.database,
    system: app.database.pools.system,
    signals: silent,
    tell,
    log: pino({ level: 'silent' }),
    times: { grace: 1, rest: 1, poll: 20, beat: 20, farewell: 1, ...times },
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= tracker.stop())
  onClose(t, stop)
  await tracker.start()
  const connect = ({ user_id }: Person) => tracker.watch({ org_id: acme.organization_id, kind: 'user', id: user_id, role: 'member' })!
  const latest = ({ user_id }: Person, audience = 'org') => told.findLast((each) => each.user_id === user_id && each.audience === audience)?.presence
  return { told, stop, connect, latest, hears: (person: Person, presence: string) => until(async () => latest(person) === presence) }
}

const member = () => callerWithRole(app, acme, 'member')
const asked = async ({ user_id }: Person, by: Person = ben) => (await by.get(`/presence?user_ids=${user_id}`)).data[0]

test('whoever is connected to any process is online, idle when they use none of their clients, and offline since the last one has gone', async (t) => {
  const [a, b] = [await startProcess(t), await startProcess(t)]
  const ann = await member()
  assert.deepEqual((({ presence, changed_at }) => [presence, changed_at])(await asked(ann)), ['offline', null])
  const [atHome, atWork] = [a.connect(ann), b.connect(ann)]
  await Promise.all([a.hears(ann, 'online'), b.hears(ann, 'online')])
  atHome.said({ active: false })
  atWork.said({ active: false })
  await Promise.all([a.hears(ann, 'idle'), b.hears(ann, 'idle')])
  assert.equal((await asked(ann)).presence, 'idle')
  atHome.said({ active: 'perhaps' })
  atHome.said({ active: true })
  await b.hears(ann, 'online')
  atHome.left()
  await a.hears(ann, 'idle')
  atWork.left()
  await a.hears(ann, 'offline')
  const { presence, changed_at } = await asked(ann)
  assert.equal(presence, 'offline')
  assert.equal(a.told.at(-1)!.changed_at, changed_at)
})

test('what has changed is told once in each process, and loading a page anew is no change', async (t) => {
  const [a, b] = [await startProcess(t, { grace: 60_000 }), await startProcess(t)]
  const ann = await member()
  const page = a.connect(ann)
  await b.hears(ann, 'online')
  page.left()
  a.connect(ann)
  const other = await member()
  a.connect(other)
  await Promise.all([a.hears(other, 'online'), b.hears(other, 'online')])
  for (const { told } of [a, b]) assert.equal(told.filter(({ user_id }) => user_id === ann.user_id).length, 1)
})

test('a process that dies takes its connections along; one that was only taken for dead says again who is there', async (t) => {
  const [dying, b] = [await startProcess(t, { life: 50, beat: 400 }), await startProcess(t)]
  const ann = await member()
  dying.connect(ann)
  await b.hears(ann, 'online')
  await b.hears(ann, 'offline')
  await b.hears(ann, 'online')
})

test('with a process that stops goes nobody who comes to another one meanwhile', async (t) => {
  const [a, b] = [await startProcess(t, { farewell: 200, life: 3_600_000 }), await startProcess(t)]
  const [ann, other] = [await member(), await member()]
  a.connect(ann)
  a.connect(other)
  await Promise.all([b.hears(ann, 'online'), b.hears(other, 'online')])
  await a.stop()
  b.connect(ann)
  await b.hears(other, 'offline')
  assert.deepEqual(new Set(b.told.filter(({ user_id }) => user_id === ann.user_id).map(({ presence }) => presence)), new Set(['online']))
})

test('@here is who is in the room and connected to any process, used or idle; not who was there a moment ago', async (t) => {
  const [a, b] = [await startProcess(t), await startProcess(t)]
  const [online, idle, left, elsewhere] = [await member(), await member(), await member(), await member()]
  const room = await ben.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [online, idle, left].map(({ user_id }) => user_id) })
  a.connect(online)
  a.connect(elsewhere)
  b.connect(idle).said({ active: false })
  const leaving = b.connect(left)
  await Promise.all([a.hears(online, 'online'), a.hears(idle, 'idle'), a.hears(left, 'online'), a.hears(elsewhere, 'online')])
  leaving.left()
  await a.hears(left, 'offline')
  const { mentions } = await ben.post(`/rooms/${room.id}/messages`, { text: 'Lunch, @here?' })
  assert.deepEqual(mentions.user_ids, [online.user_id, idle.user_id].toSorted())
})

test('guests hear and see only those with whom they share a room', async (t) => {
  const [near, far] = [await callerWithRole(app, acme, 'guest'), await callerWithRole(app, acme, 'guest')]
  const ann = await member()
  await ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [near.user_id] })
  const a = await startProcess(t)
  a.connect(ann)
  await a.hears(ann, 'online')
  await until(async () => a.latest(ann, `user:${near.user_id}`) === 'online')
  assert.equal(a.latest(ann, `user:${far.user_id}`), undefined)
  assert.deepEqual([(await asked(ann, near)).presence, await asked(ann, far), (await asked(far, far)).presence], ['online', undefined, 'offline'])
})

test('a live client says over its socket whether it is used, and hears of the others; a key and nonsense say nothing', async (t) => {
  app.http.server.listen(0, '127.0.0.1')
  await once(app.http.server, 'listening')
  const url = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
  const ann = await member()
  const [bens, anns, key] = [liveClient(ben.headers), liveClient(ann.headers), liveClient(acme.headers)]
  for (const client of [bens, anns, key]) {
    onClose(t, () => client.cut())
    await client.connect(url)
  }
  const heard = () => bens.signals.flatMap(({ type, people }) => (type === 'presence' ? (people as UserPresence[]) : []))
  const hears = (presence: string) => until(async () => heard().findLast(({ user_id }) => user_id === ann.user_id)?.presence === presence)
  await hears('online')
  for (const text of ['', 'null', '[', '{"active":1}', '{"active":false}']) anns.socket()!.send(text)
  key.socket()!.send('{"active":false}')
  await hears('idle')
  assert.deepEqual((await asked(ann)).presence, 'idle')
})
