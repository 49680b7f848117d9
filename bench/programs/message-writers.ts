// Run by missed-messages.ts: eight people who write in their rooms at once, through the API as clients do. Some of it mentions the one
// who is away, some is sent twice, some is changed or deleted again.

import { randomUUID } from 'node:crypto'
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
    const send = () => call('POST', cookie, `/rooms/${room_ids[turn % room_ids.length]}/messages`, message)
    const { id } = await send()
    ids.push(id)
    // The answer got lost, for all that its sender knows.
    if (n % 25 === 1 && (await send()).id !== id) throw new Error('Sent again, it was another message.')
    if (n % 30 === 0) await call('PATCH', cookie, `/messages/${id}`, { text: `Changed, ${n}.` })
    if (n % 35 === 2) await call('DELETE', cookie, `/messages/${id}`)
  }
}))
process.stdout.write(JSON.stringify({ ids } satisfies MessageWritersFound), () => process.exit(0))

async function call(method: string, cookie: string, path: string, body?: object): Promise<{ id: string }> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  return text === '' ? { id: '' } : (JSON.parse(text) as { id: string })
}
