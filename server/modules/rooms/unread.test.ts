// What nobody may ever see wrong: how much they have not read. Against a model, with everybody at it at once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#platform/tenancy'
import { testApp, type Answer } from '#test/app'
import { callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { seededRandom } from '#test/random'
import { roomsClient } from '#test/rooms-client'
import { file } from '#test/scope'
import { expireRoom } from './retention.ts'
import { markThreadRead } from './threads/actions.ts'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const people = [ann, ben, cat]

const send = (by: Person, room: string, text = 'Hello') => by.post(`/rooms/${room}/messages`, { text })
const newChannel = (user_ids: string[] = people.map(({ user_id }) => user_id)) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids })
const counts = async (by: Person, room: string) => {
  const { unread_count, mention_count } = (await by.get(`/rooms/${room}`)).membership
  return [unread_count, mention_count]
}

test('one’s own messages and deleted ones are not unread, and a mention counts as long as it is unread', async () => {
  const { id } = await newChannel()
  const mention = await send(ann, id, `[@Ben](user:${ben.user_id}) and \`@room\``)
  await send(ann, id, 'Look, @room: and [@Cat](user:' + cat.user_id + ')')
  await send(ben, id, 'mail@room.example is no mention')
  assert.deepEqual([await counts(ann, id), await counts(ben, id), await counts(cat, id)], [[1, 0], [2, 2], [3, 1]])
  await ann.remove(`/messages/${mention.id}`)
  assert.deepEqual([await counts(ben, id), await counts(cat, id)], [[1, 1], [2, 1]])
  assert.equal((await ann.post(`/messages/${mention.id}/restore`, {}, 200)).text, mention.text)
  assert.deepEqual(await counts(ben, id), [2, 2])
  await ann.patch(`/messages/${mention.id}`, { text: `[@Cat](user:${cat.user_id})` })
  assert.deepEqual([await counts(ben, id), await counts(cat, id)], [[2, 1], [3, 2]])
})

test('reading goes forward only, and what is marked unread is unread from there', async () => {
  const { id } = await newChannel()
  for (let n = 0; n < 5; n++) await send(ann, id)
  const read = async (seq: number) => {
    const { read_seq, unread_count } = await ben.post(`/rooms/${id}/read`, { seq }, 200)
    return [read_seq, unread_count]
  }
  assert.deepEqual([await read(3), await read(2), await read(99)], [[3, 2], [3, 2], [5, 0]])
  const { read_seq, unread_count } = await ben.post(`/rooms/${id}/unread`, { seq: 2 }, 200)
  assert.deepEqual([read_seq, unread_count], [1, 4])
  await send(ann, id)
  assert.deepEqual(await counts(ben, id), [5, 0])
  await ben.remove(`/rooms/${id}/membership`)
  assert.equal((await ben.post(`/rooms/${id}/membership`, {}, 200)).membership.unread_count, 0)
})

test('counts, numbers and every client’s own arithmetic are exact, whatever happens at the same time', async () => {
  const random = seededRandom(Number(process.env.UNREAD_SEED ?? 7))
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)]!
  // One is a guest; and somebody is always in all rooms, to see what there is.
  const [guest, keeper] = [await callerWithRole(app, acme, 'guest'), await callerWithRole(app, acme, 'admin')]
  const all = [ann, ben, cat, guest]
  const ids = [...all, keeper].map(({ user_id }) => user_id)
  const rooms = [await newChannel(ids), await newChannel(ids), await ann.post('/rooms', { kind: 'direct', user_ids: ids.slice(1) })]
  for (const { id } of rooms) await keeper.patch(`/rooms/${id}`, { retention_days: 30 })
  const clients = await Promise.all(all.map((person) => roomsClient(person, person.user_id)))
  const sent: string[] = []
  const roots: { id: string; room_id: string }[] = []
  const post = (by: Person, path: string, body: object = {}) => app.call({ url: `/api/v1${path}`, headers: by.headers, body })
  const call = (by: Person, method: 'GET' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object) => app.call({ method, url: `/api/v1${path}`, headers: by.headers, body })
  const text = () => `${pick(['', '@room ', '@here ', `[@x](user:${pick(all).user_id}) `])}${unique('word')}`

  /** What was said long ago goes for good, whatever else happens there. */
  const expire = async (id: string) => {
    const some = Math.floor(random() * 7)
    await app.database.transact(acme.actor, async (tx) => {
      await sql`select from room where id = ${id} for no key update`.execute(tx)
      await sql`update message set created_at = now() - interval '31 days' where room_id = ${id} and abs(hashtext(id::text)) % 7 = ${some} and author_kind <> 'system'`.execute(tx)
    })
    await expireRoom(app.database, { org_id: acme.organization_id, room_id: id, deleted_days: 30 }, new AbortController().signal)
  }
  const act = async (by: Person): Promise<Answer | undefined> => {
    const { id } = pick(rooms)
    const last_seq = (await call(by, 'GET', `/rooms/${id}`)).json.last_seq ?? 10
    const dice = random()
    if (dice < 0.02) return void (await expire(id))
    if (dice < 0.05) return call(keeper, 'PATCH', `/rooms/${id}`, pick([{ visibility: 'private' }, { visibility: 'public' }, { archived: false }, { topic: unique('topic') }]))
    if (dice < 0.06) return call(keeper, 'PATCH', `/rooms/${id}`, { archived: true })
    if (dice < 0.1) return post(keeper, `/rooms/${id}/members`, { user_ids: [pick(all).user_id] })
    if (dice < 0.12) return call(keeper, 'DELETE', `/rooms/${id}/members/${pick(all).user_id}`)
    if (dice < 0.35) {
      const answer = await post(by, `/rooms/${id}/messages`, { text: text() })
      if (answer.status === 201) sent.push(answer.json.id)
      if (answer.status === 201 && roots.length < 4) roots.push(answer.json)
      return answer
    }
    if (dice < 0.45 && roots.length > 0) {
      const root = pick(roots)
      const answer = await post(by, `/rooms/${root.room_id}/messages`, { text: text(), thread_id: root.id })
      if (answer.status === 201) sent.push(answer.json.id)
      return answer
    }
    if (dice < 0.5 && roots.length > 0) return post(by, `/messages/${pick(roots).id}/replies/${pick(['read', 'unread'])}`, { seq: 1 + Math.floor(random() * 9) })
    if (dice < 0.52 && roots.length > 0) return call(by, pick(['PUT', 'DELETE']), `/messages/${pick(roots).id}/following`)
    if (dice < 0.6) return post(by, `/rooms/${id}/read`, { seq: Math.floor(random() * (last_seq + 2)) })
    if (dice < 0.7) return post(by, `/rooms/${id}/unread`, { seq: 1 + Math.floor(random() * (last_seq + 1)) })
    if (dice < 0.78) return call(by, 'DELETE', `/rooms/${id}/membership`)
    if (dice < 0.86) return post(by, `/rooms/${id}/membership`)
    if (sent.length === 0) return undefined
    if (dice < 0.92) return call(by, 'DELETE', `/messages/${pick(sent)}`)
    if (dice < 0.95) return post(by, `/messages/${pick(sent)}/restore`)
    return call(by, 'PATCH', `/messages/${pick(sent)}`, { text: text() })
  }

  for (let round = 0; round < 12; round++) {
    const answers = await Promise.all(Array.from({ length: 18 }, () => act(pick(all))))
    for (const answer of answers) assert.ok((answer?.status ?? 200) < 500, answer?.text)
    for (const { id } of rooms) {
      const messages: Answer['json'][] = []
      for (let after: number | null = 0; after !== null;) {
        const page: Answer['json'] = await keeper.get(`/rooms/${id}/messages?limit=100&after=${after}`)
        messages.push(...page.data)
        after = page.after
      }
      const gaps = await app.database.query<{ seq: number }>('select generate_series(from_seq, to_seq) as seq from message_gap where room_id = $1', [id])
      const numbers = [...messages, ...gaps].map(({ seq }: { seq: number }) => seq).toSorted((a, b) => a - b)
      assert.deepEqual(numbers, Array.from({ length: (await keeper.get(`/rooms/${id}`)).last_seq }, (_, index) => index + 1))
      for (const person of all) {
        const { membership } = (await call(person, 'GET', `/rooms/${id}`)).json
        if (!membership) continue
        const unread = messages.filter(({ seq, author, deleted_at }) => seq > membership.read_seq && author.id !== person.user_id && !deleted_at)
        const mentions = unread.filter(({ mentions }) => mentions.room || mentions.user_ids.includes(person.user_id))
        assert.deepEqual([membership.unread_count, membership.mention_count], [unread.length, mentions.length])
      }
    }
    for (const [index, person] of all.entries()) {
      const client = clients[index]!
      await client.follow()
      const fresh = await person.get('/rooms')
      const byId = (entries: Iterable<Answer['json']>) => [...entries].toSorted((a, b) => ((a.id ?? a.thread_id) < (b.id ?? b.thread_id) ? -1 : 1))
      assert.deepEqual(byId(client.rooms.values()), byId(fresh.data), `round ${round}`)
      assert.deepEqual(byId(client.threads.values().filter(({ unread_count }) => unread_count > 0)), byId(fresh.threads), `round ${round}`)
    }
  }
})

test('a thread is unread for who follows it: its beginner, who answers, who is mentioned in it, who wants to', async () => {
  const dan = await callerWithRole(app, acme, 'member')
  const { id } = await newChannel([ben.user_id, cat.user_id, dan.user_id])
  const root = await send(ann, id, 'A question')
  const answer = (by: Person, text: string) => by.post(`/rooms/${id}/messages`, { text, thread_id: root.id })
  const state = async (by: Person) => {
    const [thread] = (await by.get('/rooms')).threads.filter(({ thread_id }: { thread_id: string }) => thread_id === root.id)
    return thread && [thread.unread_count, thread.mention_count]
  }
  const first = await answer(ben, 'An answer')
  await answer(cat, `[@Dan](user:${dan.user_id}), look`)
  assert.deepEqual([await state(ann), await state(ben), await state(cat), await state(dan)], [[2, 0], [1, 0], undefined, [1, 1]])
  assert.deepEqual(await counts(dan, id), [1, 0], 'answers are not unread in the room')
  const { thread } = await ann.get(`/messages/${root.id}`)
  assert.deepEqual([thread.reply_count, thread.author_ids], [2, [cat.user_id, ben.user_id]])
  assert.deepEqual((await ann.get(`/messages/${root.id}/replies`)).data.map(({ seq }: { seq: number }) => seq), [1, 2])
  assert.equal((await ann.get(`/rooms/${id}/messages`)).data.length, 1)

  await ben.remove(`/messages/${first.id}`)
  assert.deepEqual([await state(ann), (await ann.get(`/messages/${root.id}`)).thread.reply_count], [[1, 0], 1])
  assert.equal((await ann.post(`/messages/${root.id}/replies/read`, { seq: 2 }, 200)).unread_count, 0)
  assert.equal((await ann.post(`/messages/${root.id}/replies/unread`, { seq: 1 }, 200)).unread_count, 1)
  await ann.remove(`/messages/${root.id}/following`)
  await ann.post(`/messages/${root.id}/replies/read`, { seq: 2 }, 409)
  assert.equal(await state(ann), undefined)
  assert.equal((await ann.put(`/messages/${root.id}/following`, {})).unread_count, 0)
  await answer(ben, 'Another')
  assert.deepEqual(await state(ann), [1, 0])
  const [entry] = (await ann.get('/rooms/threads?unread=true&limit=1')).data
  assert.deepEqual([entry.message.id, entry.last_reply.text, entry.following.unread_count], [root.id, 'Another', 1])

  for (const wrong of [first.id, (await answer(ben, 'x')).id, (await send(ann, (await newChannel()).id)).id]) {
    await ben.post(`/rooms/${id}/messages`, { text: 'x', thread_id: wrong }, 404)
  }
  await ben.remove(`/rooms/${id}/membership`)
  assert.equal(await state(ben), undefined)
})

test('an answer that is sent while somebody reads the thread is unread', async () => {
  const { id } = await newChannel()
  const root = await send(ann, id, 'A question')
  const answer = (text: string) => ben.post(`/rooms/${id}/messages`, { text, thread_id: root.id })
  await answer('One')
  const reader: Actor = { org_id: acme.organization_id, kind: 'user', id: ann.user_id, role: 'member' }
  let other!: Promise<Answer['json']>
  await app.database.transact(reader, async (tx) => {
    await markThreadRead(tx, reader, root.id, 1)
    other = answer('Another')
    await until(async () => {
      const waiting = await app.database.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
      return waiting.length > 0
    })
  })
  await other
  const { threads } = await ann.get('/rooms')
  assert.deepEqual(threads.find(({ thread_id }: { thread_id: string }) => thread_id === root.id)?.unread_count, 1)
})
