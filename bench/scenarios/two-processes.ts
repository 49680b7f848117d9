import { setTimeout as wait } from 'node:timers/promises'
import { startCrowd } from '../crowd.ts'
import { copyDataset, type Dataset } from '../dataset/dataset.ts'
import { post } from '../post.ts'
import { startRedis } from '../redis.ts'
import { at } from '../samples.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { startBeside, startServer, type Server } from '../server.ts'

export const twoProcesses: Scenario = {
  row: 19,
  name: 'two-processes',
  about:
    'Two processes on one database: from a request to the one that changes something until a live client of the other has ' +
    'heard of it; ten clients. With a Redis between them, and without: then the poll of each second brings it.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  const dataset = await copyDataset(context.scale)
  const redis = await startRedis()
  const together = await hear(dataset, { REDIS_URL: redis.url }, 200)
  await redis.stop()
  const apart = await hear(dataset, {}, 20)
  return [
    { name: 'with Redis: p99', value: at(together, 0.99), unit: 'ms', required: { most: 150 }, goal: { most: 30 }, note: `p50 ${at(together, 0.5).toFixed(1)}` },
    { name: 'without Redis: p99', value: at(apart, 0.99), unit: 'ms', note: `p50 ${at(apart, 0.5).toFixed(0)}` },
  ]
}

/** Milliseconds, of each client and change. */
async function hear({ folder, large }: Dataset, env: Record<string, string>, changes: number): Promise<number[]> {
  const roles = { RAPPORT_ROLES: 'web', ...env }
  const one = await startServer(folder, roles)
  const other = await startBeside(folder, roles)
  for (const server of [one, other]) if (env.REDIS_URL) await untilRedis(server)
  const url = `${other.url.replace('http', 'ws')}/api/v1/live`
  const crowd = await startCrowd([{ name: 'others', url, key: large.key, count: 10 }], 1)
  const times: number[] = []
  for (let n = 0; n < changes; n++) {
    // Otherwise each change would be made right behind a poll.
    if (!env.REDIS_URL) await wait(Math.random() * 1_000)
    const heard = await crowd.hear('others', (round) => post(`${one.url}/api/v1/contacts`, { name: `Round ${round} of many` }, large.key))
    // The first ones prepare statements.
    if (n >= changes / 10) times.push(...heard)
  }
  for (const process of [crowd, other, one]) await process.stop()
  return times
}

async function untilRedis({ url }: Server) {
  for (;;) {
    const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: Record<string, string> }
    if (checks.redis === 'ok') return
    await wait(50)
  }
}
