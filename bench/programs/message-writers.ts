// Run by missed-messages.ts: eight people who write in their rooms at once, through the API as clients do. Some of it mentions the one
// who is away, some is sent twice, some is changed or deleted again.

import { randomUUID } from 'node:crypto'
import { ask } from '../asking.ts'
import { readInput } from './input.ts'

export interface MessageWritersOptions {
  url: string
  writers: { cookie: string; room_ids: string[] }[]
  /** Who is away. */
  user_id: string
  /** Messages, all together. */
  count: number
}

/** The ids of all messages that an answer said were sent. */
export interface MessageWritersFound {
  ids: string[]
}

const { url, writers, user_id, count } = readInput<MessageWritersOptions>()
const ids: string[] = []
let next = 0

await Promise.all(writers.map(async ({ cookie, room_ids }, place) => {
  for (let turn = place; next < count; turn++) {
    const n = next++
    const text = n % 20 === 0 ? `[@You](user:${user_id}) it is your turn, ${n}.` : `While you were away, ${n}.`
    const message = { text, client_id: randomUUID() }
    const send = () => ask<{ id: string }>(url, cookie, { method: 'POST', path: `/rooms/${room_ids[turn % room_ids.length]}/messages`, body: message })
    const { id } = await send()
    ids.push(id)
    // The answer got lost, for all that its sender knows.
    if (n % 25 === 1 && (await send()).id !== id) throw new Error('Sent again, it was another message.')
    if (n % 30 === 0) await ask(url, cookie, { method: 'PATCH', path: `/messages/${id}`, body: { text: `Changed, ${n}.` } })
    if (n % 35 === 2) await ask(url, cookie, { method: 'DELETE', path: `/messages/${id}` })
  }
}))
process.stdout.write(JSON.stringify({ ids } satisfies MessageWritersFound), () => process.exit(0))
