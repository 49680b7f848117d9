import { load } from '../load.ts'
import { runProgram } from '../processes.ts'
import type { AdmissionsFound, AdmissionsOptions } from '../programs/admissions.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'

export const authentication: Scenario = {
  row: 28,
  name: 'authentication',
  about:
    'What comes before a route, with a key that is in the cache: who calls, the count against the limit of its plan, the role. ' +
    'And how often a key is in the cache: 21 organizations, 20 callers, counted by the look-ups that reach the database.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large, small }) => {
    const options: AdmissionsOptions = { connection: await server.connection('app'), key: large.key }
    const { p50, p99 } = await runProgram<AdmissionsFound>('admissions', options)
    await withRole(server, 'superuser', (db) => db.query('create extension if not exists pg_stat_statements; select pg_stat_statements_reset()'))
    const requests = [large, ...small].flatMap(({ key }) => ['/me', '/contacts?limit=5'].map((path) => ({ path: `/api/v1${path}`, key })))
    const seconds = context.seconds * 5
    const { per_second } = await load({ url: server.url, callers: 20, seconds, requests })
    const lookups = await withRole(server, 'superuser', async (db) => {
      const { rows } = await db.query<{ calls: number }>("select sum(calls)::int as calls from pg_stat_statements where query like '%use_api_key%' and toplevel")
      return rows[0]!.calls
    })
    // The half second of warm-up is asked for too, at the same rate.
    const asked = per_second * (seconds + 0.5)
    return [
      { name: 'authentication and limit: p99', value: p99, unit: 'ms', required: { most: 2 }, goal: { most: 0.3 }, note: `p50 ${p50.toFixed(4)}` },
      { name: 'found in the cache', value: 100 * (1 - lookups / asked), unit: '%', required: { least: 85 }, goal: { least: 95 }, note: `${lookups} look-ups, ${asked.toFixed(0)} requests` },
    ]
  }, { RAPPORT_ROLES: 'web' })
}
