import { setInterval as every } from 'node:timers/promises'
import { load } from '../load.ts'
import { post } from '../asking.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import type { Server } from '../server.ts'

export const dashboard: Scenario = {
  row: 5,
  name: 'dashboard',
  about:
    'The dashboard of 200,000 contacts and 1,000,000 interactions: the first one, which is counted; then with 4 callers, while ' +
    'nothing changes, and while a contact is added each 100 ms.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const first = await timeOf(() => read(server, large.key))
    const asked = () => load({ url: server.url, key: large.key, callers: 4, seconds: context.seconds, requests: [{ path: '/api/v1/dashboard' }] })
    const still = await asked()
    const changes = new AbortController()
    const changing = addContacts(server, large.key, changes.signal)
    const moving = await asked()
    changes.abort()
    await changing
    const wanted = { unit: 'ms', required: { most: 150 }, goal: { most: 10 } }
    return [
      { name: 'the first', value: first, unit: 'ms', note: 'counted anew' },
      { name: 'nothing changes: p99', value: still.p99, ...wanted, note: `p50 ${still.p50.toFixed(1)}, ${still.per_second.toFixed(0)} req/s` },
      { name: 'contacts are added: p99', value: moving.p99, ...wanted, note: `p50 ${moving.p50.toFixed(1)}, slowest ${moving.max.toFixed(0)}` },
    ]
  }, { RAPPORT_ROLES: 'web' })
}

async function addContacts(server: Server, key: string, signal: AbortSignal) {
  try {
    for await (const name of every(100, 'New', { signal })) await post(`${server.url}/api/v1/contacts`, { name }, key)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function read({ url }: Server, key: string) {
  const answer = await fetch(`${url}/api/v1/dashboard`, { headers: { authorization: `Bearer ${key}` } })
  if (!answer.ok) throw new Error(`The dashboard answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
