// Run by soak.ts: a team at work. They act at a fixed rate, and their clients follow, whose sockets come and go: cut off, gone for a
// while, and back from their cursors.

import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { liveClient, type LiveClient } from '#test/live-client'
import { seededRandom } from '#test/random'
import { startWork, type Teammate } from '../team-work.ts'
import { readInput } from './input.ts'

export interface TeamOptions {
  url: string
  people: Teammate[]
  per_second: number
  seconds: number
}

export interface TeamFound {
  /** Messages of which an answer said that they were sent, but for those that were deleted again. */
  sent: number
  /** Over all clients: what they did not hear of messages in their rooms, and what they heard twice. */
  lost: number
  doubled: number
  clients: number
  /** How often one of them came back. */
  resumed: number
  acts: number
  failed: number
  /** What the first of them said. */
  problem?: string
}

interface Follower {
  person: Teammate
  client: LiveClient
  heard: Set<string>
  doubled: number
  resumed: number
}

const { url, people, per_second, seconds } = readInput<TeamOptions>()
const random = seededRandom(25)
const work = startWork(url, people, random)
// Every second one has another device.
const followers = [...people, ...people.filter((_, n) => n % 2 === 0)].map((person): Follower => (
  { person, client: liveClient({ cookie: person.cookie }), heard: new Set(), doubled: 0, resumed: 0 }))
await Promise.all(followers.map(({ client }) => client.connect(url)))

const over = new AbortController()
const following = followers.map((follower) => follow(follower, over.signal))
const failed: Error[] = []
const acts: Promise<void>[] = []
const begun = performance.now()
let count = 0
for (; count < seconds * per_second; count++) {
  await wait(Math.max(0, begun + (count * 1_000) / per_second - performance.now()))
  acts.push(work.act(people[count % people.length]!).catch((error: Error) => void failed.push(error)))
  if (acts.length === 1_000) await Promise.all(acts.splice(0))
}
await Promise.all(acts)
over.abort()
await Promise.all(following)

const missed = await Promise.all(followers.map(async (follower) => {
  const expected = work.sentTo(follower.person)
  await follower.client.connect(url)
  for (let tries = 0; tries < 300; tries++) {
    take(follower)
    if (expected.every((id) => follower.heard.has(id))) break
    await wait(100)
  }
  follower.client.cut()
  return expected.filter((id) => !follower.heard.has(id)).length
}))
process.stdout.write(JSON.stringify({
  sent: work.sent.size,
  lost: missed.reduce((a, b) => a + b, 0),
  doubled: followers.reduce((sum, { doubled }) => sum + doubled, 0),
  clients: followers.length,
  resumed: followers.reduce((sum, { resumed }) => sum + resumed, 0),
  acts: count,
  failed: failed.length,
  problem: failed[0]?.message,
} satisfies TeamFound), () => process.exit(0))

/** Until it is over: a socket for a minute or two, then none for a moment, or for half a minute. */
async function follow(follower: Follower, ended: AbortSignal) {
  const { client } = follower
  while (!ended.aborted) {
    const socket = client.socket()
    if (socket?.readyState === socket?.OPEN) {
      socket!.send(JSON.stringify({ active: random() < 0.7 }))
      await once(socket!, 'close', { signal: AbortSignal.any([ended, AbortSignal.timeout(Math.ceil(120_000 * random()))]) }).catch(() => {})
    }
    client.cut()
    take(follower)
    await wait(random() < 0.2 ? 30_000 * random() : 500 * random(), undefined, { signal: ended }).catch(() => {})
    if (ended.aborted) return
    await client.connect(url).catch(() => {})
    follower.resumed++
  }
}

function take(follower: Follower) {
  const { client, heard } = follower
  for (const list of [client.ids, client.signals, client.closed]) list.length = 0
  for (const { type, data } of client.events.splice(0)) {
    if (type !== 'message.created') continue
    const { id } = data.message as { id: string }
    if (heard.has(id)) follower.doubled++
    heard.add(id)
  }
}
