// What a server and its PostgreSQL take, looked at twice a minute.

import { setTimeout as wait } from 'node:timers/promises'
import { postgresMemory } from './postgres-memory.ts'
import { openFiles, residentMemory, watchedCollections, withRole, type Server } from './server.ts'

/** Memory is in MB. */
export interface SoakSample {
  /** Hours since the first one. */
  at: number
  resident: number
  /** Of the heap, and beside it, after the last full collection. */
  heap: number
  external: number
  /** Of live clients. */
  sockets: number
  /** Of neither live clients nor PostgreSQL: those of requests. */
  other_sockets: number
  /** What else the server has open. */
  files: number
  connections: number
  postgres_own: number
  postgres_all: number
  /** Of all collections so far, in milliseconds; and how many took longer than 20. */
  longest_stop: number
  long_stops: number
}

const everyMs = 30_000
const megabyte = 2 ** 20

/** Until `work` is done. Each one is printed. */
export async function watch<T>(server: Server, folder: string, work: Promise<T>): Promise<{ samples: SoakSample[]; found: T }> {
  const done = new AbortController()
  work.finally(() => done.abort()).catch(() => {})
  const begun = performance.now()
  const samples: SoakSample[] = []
  await withRole(server, 'superuser', async (db) => {
    const connections = async () => (await db.query<{ count: number }>(`
      select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`)).rows[0]!.count
    while (!done.signal.aborted) {
      const at = (performance.now() - begun) / 3_600_000
      const [resident, collections, sockets, open, connected, postgres] = await Promise.all([
        residentMemory(server.pid), watchedCollections(server.pid, folder), liveSockets(server), openFiles(server.pid), connections(), postgresMemory(folder)])
      const sample = {
        at, resident, sockets,
        other_sockets: open.sockets - sockets - connected,
        heap: collections.left / megabyte,
        external: collections.external / megabyte,
        files: open.others,
        connections: connected,
        postgres_own: postgres.own,
        postgres_all: postgres.all,
        longest_stop: collections.longest,
        long_stops: collections.long,
      }
      samples.push(sample)
      console.log(Object.entries(sample).map(([name, value]) => `${name} ${value.toFixed(name === 'at' ? 3 : 1)}`).join(', '))
      await wait(everyMs, undefined, { signal: done.signal }).catch(() => {})
    }
  })
  return { samples, found: await work }
}

async function liveSockets({ url }: Server): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^rapport_live_sockets ([\d.e+-]+)$/m.exec(text)![1])
}
