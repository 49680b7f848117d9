import { setTimeout as wait } from 'node:timers/promises'
import { liveClient, type LiveClient } from '#test/live-client'
import { copyDataset, type Dataset } from '../dataset/dataset.ts'
import { startKilling } from '../killing.ts'
import { runProgram } from '../processes.ts'
import type { EventWritersOptions } from '../programs/event-writers.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { startServer, withRole, type Server } from '../server.ts'

export const resumption: Scenario = {
  row: 20,
  name: 'resumption',
  about:
    'A client is offline while 100,000 events are written by eight writers at once, some in long transactions, some rolled ' +
    'back; it resumes while more are written. Then two of three processes are killed (kill -9) and started again at random, ' +
    'while contacts are added through them and clients follow, each at whichever process answers. `--seconds` stretches ' +
    'both: 20 of them are ten minutes offline.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  const dataset = await copyDataset(context.scale)
  const server = await startServer(dataset.folder, { RAPPORT_ROLES: 'web' })
  const figures = [...(await goOffline(server, dataset, context)), ...(await killAtRandom(server, dataset, context))]
  await server.stop()
  return figures
}

async function goOffline(server: Server, { folder, large }: Dataset, { scale, seconds }: Context): Promise<Figure[]> {
  const count = Math.round(100_000 * scale)
  const more = Math.round(count / 50)
  const client = liveClient(large.key)
  await client.connect(server.url)
  client.cut()
  const begun = performance.now()
  await runProgram('event-writers', { folder, org_id: large.id, from: 0, to: count } satisfies EventWritersOptions)
  await wait(Math.max(0, seconds * 30_000 - (performance.now() - begun)))
  const away = (performance.now() - begun) / 1_000

  const resumed = performance.now()
  const writing = runProgram('event-writers', { folder, org_id: large.id, from: count, to: count + more } satisfies EventWritersOptions)
  await client.connect(server.url)
  while (client.ids.length < count && client.closed.length < 2) await wait(10)
  const took = (performance.now() - resumed) / 1_000
  await writing
  await quiet(client)
  const { lost, doubled } = compare([client], Array.from({ length: count + more }, (_, n) => n), ({ data }) => data.n as number)
  client.cut()
  return [
    { name: `lost, offline for ${away.toFixed(0)} s`, value: lost, unit: 'events', required: { most: 0 }, note: `of ${count + more}` },
    { name: 'doubled', value: doubled, unit: 'events', required: { most: 0 } },
    { name: 'caught up', value: count / took, unit: 'events/s', note: `${count} in ${took.toFixed(1)} s` },
  ]
}

async function killAtRandom(server: Server, { folder, large }: Dataset, { seconds }: Context): Promise<Figure[]> {
  const { clients, asked, kills, took } = await startKilling({ folder, key: large.key, seconds: seconds * 20, last: server.url })
  const stored = await withRole(server, 'superuser', async (db) => {
    const { rows } = await db.query<{ name: string; event: number | null }>(`
      select contact.name, event.id::int as event
      from contact
        left join event on event.org_id = $1 and event.type = 'contact.created' and event.subject = 'contact:' || contact.id
      where contact.org_id = $1 and contact.name like 'Killed %'`, [large.id])
    return rows
  })
  const written = compareAll(stored.map(({ name }) => name), asked)
  const told = compare(clients, stored.map(({ event }) => event!), ({ id }) => id)
  const note = `${clients.length} clients, ${kills} kills in ${took.toFixed(0)} s, ${asked.length} contacts`
  return [
    { name: 'lost, processes killed', value: told.lost, unit: 'events', required: { most: 0 }, note },
    { name: 'doubled', value: told.doubled, unit: 'events', required: { most: 0 } },
    { name: 'contacts lost or doubled', value: written.lost + written.doubled, unit: '', required: { most: 0 } },
  ]
}

/** Waits until nothing has come for a second. */
async function quiet(client: LiveClient) {
  for (let before = -1; before < client.ids.length; await wait(1_000)) before = client.ids.length
}

/** Over all clients; of what they were told, only what is among the expected ones counts. */
function compare<Key>(clients: LiveClient[], expected: Key[], keyOf: (event: LiveClient['events'][number]) => Key) {
  const wanted = new Set(expected)
  const all = clients.map(({ events }) => compareAll(events.map(keyOf).filter((key) => wanted.has(key)), expected))
  return { lost: sum(all.map(({ lost }) => lost)), doubled: sum(all.map(({ doubled }) => doubled)) }
}

function compareAll<Key>(found: Key[], expected: Key[]) {
  const once = new Set(found)
  return { lost: expected.filter((key) => !once.has(key)).length, doubled: found.length - once.size }
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
