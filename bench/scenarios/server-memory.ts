import { setTimeout as wait } from 'node:timers/promises'
import { load } from '../load.ts'
import { takeSample } from '../sample.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { residentMemory, withRole, type Server } from '../server.ts'

export const serverMemory: Scenario = {
  row: 25,
  name: 'server-memory',
  about:
    'Resident memory of the server (one process, web and worker; the database is not in it), and its longest garbage ' +
    'collection: idle for 30 s after the start, then under 50 callers on lists, timelines and single contacts.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const started = await residentMemory(server.pid)
    await wait(30_000)
    const idle = await residentMemory(server.pid)
    const sample = await withRole(server, 'superuser', (db) => takeSample(db, large.id))
    const paths = ['/contacts', `/contacts?tag=${sample.popular_tag}`, ...sample.contacts.flatMap((id) => [`/contacts/${id}`, `/contacts/${id}/timeline`])]
    let highest = 0
    const watch = setInterval(async () => (highest = Math.max(highest, await residentMemory(server.pid))), 100)
    const requests = paths.map((path) => ({ path: `/api/v1${path}` }))
    await load({ url: server.url, key: large.key, callers: 50, seconds: context.seconds * 10, requests })
    clearInterval(watch)
    return [
      { name: 'idle', value: idle, unit: 'MB', required: { most: 145 }, goal: { most: 130 }, note: `${started.toFixed(0)} at once` },
      { name: 'under load, the highest', value: highest, unit: 'MB', goal: { most: 300 } },
      { name: 'of it, a request in flight', value: (highest - idle) / 50, unit: 'MB', required: { most: 15 } },
      { name: 'longest stop of the event loop under load', value: await longestStop(server), unit: 'ms', required: { most: 100 }, note: '99th percentile, from /metrics' },
      { name: 'garbage collections longer than 100 ms', value: await longCollections(server, '0.1'), unit: '', required: { most: 0 } },
      { name: 'garbage collections longer than 10 ms', value: await longCollections(server, '0.01'), unit: '', note: 'its histogram knows 10 and 100 ms' },
    ]
  })
}

async function metrics(server: Server): Promise<string> {
  return (await fetch(`${server.url}/metrics`)).text()
}

async function longestStop(server: Server): Promise<number> {
  return 1_000 * Number(/^nodejs_eventloop_lag_p99_seconds ([\d.e-]+)$/m.exec(await metrics(server))![1])
}

async function longCollections(server: Server, bucket: string): Promise<number> {
  const text = await metrics(server)
  const sum = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, count]) => Number(count)).reduce((a, b) => a + b, 0)
  const within = sum(new RegExp(`^nodejs_gc_duration_seconds_bucket\\{le="${bucket.replace('.', '\\.')}",[^}]*\\} (\\d+)$`, 'gm'))
  return sum(/^nodejs_gc_duration_seconds_count\{[^}]*\} (\d+)$/gm) - within
}
