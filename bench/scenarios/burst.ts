import { runProgram } from '../processes.ts'
import type { BurstFound, BurstOptions } from '../programs/burst.ts'
import { takeSample } from '../sample.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'
import { signIn } from '../sessions.ts'

export const burst: Scenario = {
  row: 2,
  name: 'burst',
  about:
    'People who come at a fixed rate, 200 requests a second for a minute: each looks at a list of 200,000 contacts, thinks for a second, and sends a ' +
    'message (instead of enrolling somebody: there are no campaigns yet). Times are from when a request was due.',
  run,
}

const perSecond = 200
const members = 40

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const sample = await withRole(server, 'superuser', (db) => takeSample(db, large.id))
    const signedIn = await signIn(server, large.id, members)
    const { rows } = await withRole(server, 'superuser', (db) => db.query<{ user_id: string; room_ids: string[] }>(
      'select user_id, array_agg(room_id order by room_id) as room_ids from room_member where org_id = $1 group by user_id', [large.id]))
    const rooms = new Map(rows.map(({ user_id, room_ids }) => [user_id, room_ids]))
    const lists = [
      '/contacts', '/contacts?sort=-last_interaction_at', `/contacts?tag=${sample.popular_tag}`, `/contacts?tag=${sample.rare_tag}`,
      ...sample.companies.map((id) => `/contacts?company_id=${id}`), `/contacts?owner_id=${sample.owner}`,
    ].map((path) => `/api/v1${path}`)
    const people = signedIn.map(({ user_id, cookie }) => ({ cookie, room_ids: rooms.get(user_id)! }))
    const options: BurstOptions = { url: server.url, people, lists, per_second: perSecond, seconds: context.seconds * 30 }
    const found = await runProgram<BurstFound>('burst', options)
    const note = `lists ${found.lists_p99.toFixed(1)}, messages ${found.messages_p99.toFixed(1)}`
    return [
      { name: 'held', value: found.held, unit: 'req/s', required: { least: 195 }, goal: { least: 199.5 } },
      { name: 'p50', value: found.p50, unit: 'ms', required: { most: 350 }, goal: { most: 10 } },
      { name: 'p95', value: found.p95, unit: 'ms', required: { most: 1_800 } },
      { name: 'p99', value: found.p99, unit: 'ms', required: { most: 5_000 }, goal: { most: 100 }, note },
      { name: 'errors', value: 100 * found.errors, unit: '%', required: { most: 2.1 }, goal: { most: 0 }, note: Object.entries(found.statuses).map(([status, count]) => `${count} × ${status}`).join(', ') || undefined },
    ]
  })
}
