// Run by crowd.ts: many live clients in one process. When all of a group have heard of a round, the times at which they
// did are sent to the parent, on the clock that all processes share.

import { once } from 'node:events'
import WebSocket from 'ws'
import { readInput } from './input.ts'

export interface CrowdOptions {
  groups: CrowdGroup[]
}

export interface CrowdGroup {
  name: string
  url: string
  key?: string
  /** Of people, instead of a key: one after the other. */
  cookies?: string[]
  count: number
  /** The type of the event that is waited for, or its beginning. */
  type?: string
}

/** To the parent. */
export interface CrowdHeard {
  group: string
  round: number
  /** Milliseconds. */
  times: number[]
}

const { groups } = readInput<CrowdOptions>()
const atOnce = 50

for (const group of groups) {
  const heard = new Map<number, number[]>()
  const hear = (round: number) => {
    const times = heard.get(round) ?? []
    heard.set(round, times)
    if (times.push(Number(process.hrtime.bigint()) / 1e6) < group.count) return
    heard.delete(round)
    process.send!({ group: group.name, round, times } satisfies CrowdHeard)
  }
  for (let opened = 0; opened < group.count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, group.count - opened) }, (_, place) => open(group, opened + place, hear)))
  }
}
process.on('disconnect', () => process.exit(0))
console.log('ready')

async function open({ name, url, key, cookies, type }: CrowdGroup, place: number, hear: (round: number) => void) {
  const headers = cookies ? { cookie: cookies[place % cookies.length]! } : { authorization: `Bearer ${key}` }
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  socket.on('close', (code) => {
    console.error(`A client of ${name} was closed with ${code}.`)
    process.exit(1)
  })
  socket.on('message', (data: Buffer) => {
    if (type && !data.includes(`"type":"${type}`)) return
    const at = data.indexOf('Round ')
    if (at >= 0) hear(Number.parseInt(data.toString('latin1', at + 6, at + 16), 10))
  })
  // Its first word: only then does it follow.
  await once(socket, 'message')
}
