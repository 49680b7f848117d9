// Run by burst.ts: people who come at a fixed rate, whatever the server does. Each looks at a list, thinks for a second, and sends a
// message. Times are from when a request was due, so that none that waited is missing.

import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { readInput } from './input.ts'

export interface BurstOptions {
  url: string
  /** Who comes, by turns. */
  people: { cookie: string; room_ids: string[] }[]
  /** What they look at, by turns. */
  lists: string[]
  /** Requests: half as many people. */
  per_second: number
  seconds: number
}

export interface BurstFound {
  /** Answered per second of the time in which they were to be. */
  held: number
  p50: number
  p95: number
  p99: number
  /** Of all requests, 0 to 1; and how often each status was answered to those (0: nothing was). */
  errors: number
  statuses: Record<number, number>
  /** The 99th percentiles of each. */
  lists_p99: number
  messages_p99: number
}

const { url, people, lists, per_second, seconds } = readInput<BurstOptions>()
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 })
const thinkMs = 1_000
const interval = 1_000 / (per_second / 2)
// In the first seconds nobody sends yet, and statements are prepared: they are not counted.
const warmupMs = 3_000
const times = { lists: [] as number[], messages: [] as number[] }
const statuses: Record<number, number> = {}
let errors = 0
let answered = 0
const visits: Promise<void>[] = []
const begun = performance.now()
const from = begun + warmupMs
const until = from + seconds * 1_000

for (let n = 0; begun + n * interval < until; n++) {
  const due = begun + n * interval
  while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now() - 0.5)))
  visits.push(visit(n, due))
}
await Promise.all(visits)

const all = [...times.lists, ...times.messages]
const at = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * share), values.length - 1)]!
const found: BurstFound = {
  held: answered / seconds,
  p50: at(all, 0.5),
  p95: at(all, 0.95),
  p99: at(all, 0.99),
  errors: errors / all.length,
  statuses,
  lists_p99: at(times.lists, 0.99),
  messages_p99: at(times.messages, 0.99),
}
console.log(JSON.stringify(found))
process.exit(0)

async function visit(n: number, due: number) {
  const { cookie, room_ids } = people[n % people.length]!
  await ask(times.lists, due, lists[n % lists.length]!, cookie)
  const next = due + thinkMs
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
  const room = room_ids[Math.floor(n / people.length) % room_ids.length]!
  await ask(times.messages, next, `/api/v1/rooms/${room}/messages`, cookie, { text: `Number ${n} of a burst.`, client_id: randomUUID() })
}

async function ask(kept: number[], due: number, path: string, cookie: string, body?: object) {
  const status = await send(path, cookie, body && JSON.stringify(body))
  const ok = status >= 200 && status < 300
  const now = performance.now()
  if (ok && now >= from && now < until) answered++
  if (due < from || due >= until) return
  kept.push(now - due)
  if (ok) return
  errors++
  statuses[status] = (statuses[status] ?? 0) + 1
}

function send(path: string, cookie: string, body: string | undefined): Promise<number> {
  return new Promise((resolve) => {
    const headers = { cookie, ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) }
    const sending = request(`${url}${path}`, { agent, method: body ? 'POST' : 'GET', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode!))
    })
    sending.on('error', () => resolve(0))
    sending.end(body)
  })
}
