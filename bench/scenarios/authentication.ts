import { load } from '../load.ts'
import { runProgram } from '../processes.ts'
import type { AdmissionsFound, AdmissionsOptions } from '../programs/admissions.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'
import { signIn } from '../sessions.ts'

export const authentication: Scenario = {
  row: 28,
  name: 'authentication',
  about:
    'What comes before a route, with a key or a session that is in the cache: who calls, the count against the limit of its plan, the role. ' +
    'And how often they are in the cache: 21 organizations, 20 callers, half with keys and half with sessions, counted by the look-ups that reach the database.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large, small }) => {
    const connection = await server.connection('app')
    const measure = (headers: AdmissionsOptions['headers']) => runProgram<AdmissionsFound>('admissions', { connection, headers })
    const all = [large, ...small]
    const cookies = await Promise.all(all.map(async ({ id }) => (await signIn(server, id, 1))[0]!.cookie))
    const byKey = await measure({ authorization: `Bearer ${large.key}` })
    const bySession = await measure({ cookie: cookies[0]! })

    await withRole(server, 'superuser', (db) => db.query('create extension if not exists pg_stat_statements; select pg_stat_statements_reset()'))
    const paths = ['/api/v1/me', '/api/v1/contacts?limit=5']
    const requests = all.flatMap(({ key }, index) => paths.flatMap((path) => [{ path, key }, { path, cookie: cookies[index]! }]))
    const seconds = context.seconds * 5
    const { per_second } = await load({ url: server.url, callers: 20, seconds, requests })
    const lookups = await withRole(server, 'superuser', async (db) => {
      const { rows } = await db.query<{ calls: number }>(
        "select sum(calls)::int as calls from pg_stat_statements where query ~ 'use_api_key|use_session' and toplevel",
      )
      return rows[0]!.calls
    })
    // The half second of warm-up is asked for too, at the same rate.
    const asked = per_second * (seconds + 0.5)
    const bounds = { unit: 'ms', required: { most: 2 }, goal: { most: 0.3 } }
    return [
      { name: 'authentication by key, and limit: p99', value: byKey.p99, ...bounds, note: `p50 ${byKey.p50.toFixed(4)}` },
      { name: 'authentication by session, and limit: p99', value: bySession.p99, ...bounds, note: `p50 ${bySession.p50.toFixed(4)}` },
      { name: 'found in the cache', value: 100 * (1 - lookups / asked), unit: '%', required: { least: 85 }, goal: { least: 95 }, note: `${lookups} look-ups, ${asked.toFixed(0)} requests` },
    ]
  }, { RAPPORT_ROLES: 'web' })
}
