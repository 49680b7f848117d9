import { load } from '../load.ts'
import { runProgram } from '../processes.ts'
import type { AuthenticationsFound, AuthenticationsOptions } from '../programs/authentications.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'

export const authentication: Scenario = {
  row: 28,
  name: 'authentication',
  about:
    'authenticate() for a key that is in the cache, and how often it is there: 21 organizations, 20 callers, counted by the ' +
    'look-ups that reach the database. (There are no limits yet.)',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large, small }) => {
    const options: AuthenticationsOptions = { connection: await server.connection('app'), key: large.key }
    const { p50, p99 } = await runProgram<AuthenticationsFound>('authentications', options)
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
      { name: 'authenticate: p99', value: p99, unit: 'ms', required: { most: 2 }, goal: { most: 0.3 }, note: `p50 ${p50.toFixed(4)}` },
      { name: 'found in the cache', value: 100 * (1 - lookups / asked), unit: '%', required: { least: 85 }, goal: { least: 95 }, note: `${lookups} look-ups, ${asked.toFixed(0)} requests` },
    ]
  }, { RAPPORT_ROLES: 'web' })
}
