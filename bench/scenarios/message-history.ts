import { withDatabase } from '../database.ts'
import { load } from '../load.ts'
import { recordCalls } from '../recording.ts'
import { takeRoomSample, type RoomSample } from '../room-sample.ts'
import { at } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'
import { signIn } from '../sessions.ts'
import { timeCalls } from '../statements.ts'

export const messageHistory: Scenario = {
  row: 31,
  name: 'message-history',
  about:
    'Pages of 50 messages of a channel with an eighth of 1,000,000, for somebody who is in 200 channels, and the list of those with what is unread ' +
    'in each: the slowest statement of each request by itself, on one connection, and the whole request with 4 callers.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { folder, large }) => {
    const sample = await withRole(server, 'superuser', (db) => takeRoomSample(db, large.id))
    const [owner] = await signIn(server, large.id, 1)
    const figures: Figure[] = []
    for (const [name, paths, required] of calls(sample)) {
      const recorded = await withDatabase(folder, (database) =>
        recordCalls(database, large.id, paths.map((url) => ({ method: 'GET' as const, url })), owner!.user_id))
      const alone = await withRole(server, 'app', (db) => timeCalls(db, { orgId: large.id, calls: recorded, seconds: context.seconds / 2 }))
      const requests = paths.map((path) => ({ path: `/api/v1${path}`, cookie: owner!.cookie }))
      const { p50, p99, per_second } = await load({ url: server.url, callers: 4, seconds: context.seconds, requests })
      figures.push(
        { name: `${name}: query alone, p95`, value: at(alone, 0.95), unit: 'ms', ...(required && { required: { most: required } }), note: `p50 ${at(alone, 0.5).toFixed(1)}` },
        { name: `${name}: p99`, value: p99, unit: 'ms', required: { most: 150 }, goal: { most: 15 }, note: `p50 ${p50.toFixed(1)}, ${per_second.toFixed(0)} req/s` },
      )
    }
    return figures
  }, { RAPPORT_ROLES: 'web' })
}

function calls({ channel, channels, thread }: RoomSample): [name: string, paths: string[], required: number | undefined][] {
  const { id, middle, middle_at, middle_id } = channel
  const page = (query: string) => `/rooms/${id}/messages?limit=50${query}`
  const around = (n: number) => [1, 3, 7, 12, 20].map((part) => Math.round((n * part) / 10))
  return [
    ['latest page', [page('')], 2],
    ['page in the middle, backwards', around(middle).map((seq) => page(`&before=${seq + 50}`)), 2],
    ['page in the middle, forwards', around(middle).map((seq) => page(`&after=${seq}`)), 2],
    ['around a message', [page(`&around=${middle_id}`)], 2],
    ['from a date on', [page(`&at=${middle_at}`)], 2],
    ['latest pages of 50 rooms', channels.slice(0, 50).map((each) => `/rooms/${each}/messages?limit=50`), 2],
    ['a thread', [`/messages/${thread}/replies`], undefined],
    ['the list of 200 rooms with unread counts', ['/rooms'], undefined],
  ]
}
