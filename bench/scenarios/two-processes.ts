import { setTimeout as wait } from 'node:timers/promises'
import { startCrowd } from '../crowd.ts'
import { copyDataset, type Dataset } from '../dataset/dataset.ts'
import { post } from '../asking.ts'
import { startRedis } from '../redis.ts'
import { takeRoomSample } from '../room-sample.ts'
import { at } from '../samples.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { startBeside, startServer, withRole, type Server } from '../server.ts'
import { signIn } from '../sessions.ts'

export const twoProcesses: Scenario = {
  row: 19,
  name: 'two-processes',
  about:
    'Two processes on one database: from a request to the one that changes something, or sends a message, until a live client of the other ' +
    'has heard of it; ten clients. With a Redis between them, and without: then the poll of each second brings it.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  const dataset = await copyDataset(context.scale)
  const redis = await startRedis()
  const together = await hear(dataset, { REDIS_URL: redis.url }, 200)
  await redis.stop()
  const apart = await hear(dataset, {}, 20)
  const figure = (name: string, times: number[], bounds: Partial<Figure>): Figure =>
    ({ name: `${name}: p99`, value: at(times, 0.99), unit: 'ms', note: `p50 ${at(times, 0.5).toFixed(1)}`, ...bounds })
  const wanted = { required: { most: 150 }, goal: { most: 30 } }
  return [
    figure('with Redis', together.changed, wanted),
    figure('message, with Redis', together.said, wanted),
    figure('without Redis', apart.changed, {}),
    figure('message, without Redis', apart.said, {}),
  ]
}

interface Heard {
  /** Milliseconds, of each client and change. */
  changed: number[]
  /** And message. */
  said: number[]
}

async function hear({ folder, large }: Dataset, env: Record<string, string>, changes: number): Promise<Heard> {
  const roles = { RAPPORT_ROLES: 'web', ...env }
  const one = await startServer(folder, roles)
  const other = await startBeside(folder, roles)
  for (const server of [one, other]) if (env.REDIS_URL) await untilRedis(server)
  const url = `${other.url.replace('http', 'ws')}/api/v1/live`
  const people = await signIn(one, large.id, 10)
  const { channel } = await withRole(one, 'superuser', (db) => takeRoomSample(db, large.id))
  const crowd = await startCrowd([{ name: 'others', url, cookies: people.map(({ cookie }) => cookie), count: 10 }], 1)
  const hearOf = async (happen: (round: number) => Promise<unknown>) => {
    const times: number[] = []
    for (let n = 0; n < changes; n++) {
      // Otherwise each change would be made right behind a poll.
      if (!env.REDIS_URL) await wait(Math.random() * 1_000)
      const heard = await crowd.hear('others', happen)
      // The first ones prepare statements.
      if (n >= changes / 10) times.push(...heard)
    }
    return times
  }
  const changed = await hearOf((round) => post(`${one.url}/api/v1/contacts`, { name: `Round ${round} of many` }, large.key))
  const said = await hearOf((round) => post(`${one.url}/api/v1/rooms/${channel.id}/messages`, { text: `Round ${round} of many` }, large.key))
  for (const process of [crowd, other, one]) await process.stop()
  return { changed, said }
}

async function untilRedis({ url }: Server) {
  for (;;) {
    const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: Record<string, string> }
    if (checks.redis === 'ok') return
    await wait(50)
  }
}
