// What happens to one message at once: whoever comes second has seen the first, so that the last event says what a fetch gives.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { testApp, type Answer } from '#test/app'
import { allEvents, callerWithRole, organization, unique, until } from '#test/factories'
import { file } from '#test/scope'
import { previewJobs } from '../previews/actions.ts'
import { deleteMessage, sendMessage } from './actions.ts'
import { addReaction } from './marks.ts'
import { repeatUrgent } from './urgent.ts'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })
const actorOf = ({ user_id }: { user_id: string }): Actor => ({ org_id: acme.organization_id, kind: 'user', id: user_id, role: 'member' })

/** Does the one, and before it is committed the other, which waits for it or does not. */
async function overlap(first: (tx: Tx) => Promise<unknown>, second: () => Promise<unknown>) {
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  const { promise: isDone, resolve: done } = Promise.withResolvers<void>()
  const one = app.database.transact(actorOf(ben), async (tx) => {
    await first(tx)
    done()
    await isOver
  })
  await Promise.race([isDone, one])
  let settled = false
  const other = second().finally(() => (settled = true))
  await until(async () => settled || (await app.database.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length > 0)
  end()
  await Promise.all([one, other])
}

/** The message as a client has it that has heard everything. */
async function heard(id: string): Promise<Answer['json']> {
  let message: Answer['json']
  for (const { type, data } of (await allEvents(ann)).events) {
    if (type.startsWith('message.') && data.message.id === id) message = data.message
    if (data.thread?.id === id) message.thread = { reply_count: data.thread.reply_count, last_reply_at: data.thread.last_reply_at, author_ids: data.thread.author_ids }
  }
  return message
}

const send = (more: object = {}) => ann.post(`/rooms/${room.id}/messages`, { text: `For [@Ben](user:${ben.user_id}): http://127.0.0.1/`, ...more })
const react = (id: string, by = ben) => (tx: Tx) => addReaction(tx, actorOf(by), { id, emoji: '👍' })
const answer = (id: string) => (tx: Tx) => sendMessage(tx, actorOf(ben), { room_id: room.id, thread_id: id, text: 'Answer' })

test('an answer and a reaction, whichever comes first', async () => {
  const [one, other] = [await send({ urgent: true }), await send({ urgent: true })]
  await overlap(react(one.id), () => ben.post(`/rooms/${room.id}/messages`, { thread_id: one.id, text: 'Answer' }))
  await overlap(answer(other.id), () => ann.put(`/messages/${other.id}/reactions/${encodeURIComponent('👍')}`, {}, 200))
  for (const { id } of [one, other]) assert.deepEqual(await heard(id), await ann.get(`/messages/${id}`))
})

test('an answer that is deleted, and a reaction', async () => {
  const [one, other] = [await send(), await send()]
  const [first, second] = [await send({ thread_id: one.id }), await send({ thread_id: other.id })]
  await overlap(react(one.id), () => ann.remove(`/messages/${first.id}`))
  await overlap((tx) => deleteMessage(tx, actorOf(ann), second.id), () => ann.put(`/messages/${other.id}/reactions/${encodeURIComponent('👍')}`, {}, 200))
  for (const { id } of [one, other]) assert.deepEqual(await heard(id), await ann.get(`/messages/${id}`))
})

test('previews, a repetition of what is urgent, and a reaction', async () => {
  const [one, other] = [await send(), await send({ urgent: true })]
  const page = { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<title>Page</title>') }
  const jobs = previewJobs({ tenancy: app.database, outgoing: { check() {}, request: async () => page }, public_url: 'https://rapport.example' })
  const org_id = acme.organization_id
  await overlap(react(one.id), () => jobs['rooms.preview_links']!({ org_id, message_id: one.id } as never, undefined as never))
  await app.database.query('update message set urgent_next_at = now() where id = $1', [other.id])
  await overlap(react(other.id, ann), () => repeatUrgent(app.database, { org_id, message_id: other.id }))
  for (const { id } of [one, other]) assert.deepEqual(await heard(id), await ann.get(`/messages/${id}`))
})
