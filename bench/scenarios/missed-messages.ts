import { setTimeout as wait } from 'node:timers/promises'
import type { Caller } from '#test/factories'
import { liveClient, type LiveClient } from '#test/live-client'
import { roomsClient } from '#test/rooms-client'
import { ask } from '../asking.ts'
import { unreadRooms } from '../dataset/counts.ts'
import { runProgram } from '../processes.ts'
import type { MessageWritersFound, MessageWritersOptions } from '../programs/message-writers.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole, type Server } from '../server.ts'
import { signIn, type Person } from '../sessions.ts'

export const missedMessages: Scenario = {
  row: 20,
  name: 'missed-messages',
  about:
    'Somebody in 200 channels is offline, while eight others write there at once, mention them, send twice, change and delete; then they are ' +
    'back, while it goes on. What their socket brings against what was answered to those who wrote; and their unread counts, as a client keeps ' +
    'them from the events and as the server says, against a plain count of the rows. `--seconds 20` are ten minutes offline.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const [owner, ...others] = await signIn(server, large.id, 9)
    const roomsOf = (userId: string) => withRole(server, 'superuser', async (db) =>
      (await db.query<{ id: string }>('select room_id as id from room_member where org_id = $1 and user_id = $2', [large.id, userId])).rows.map(({ id }) => id))
    const writers = await Promise.all(others.map(async ({ cookie, user_id }) => ({ cookie, room_ids: await roomsOf(user_id) })))
    const shared = new Set(await roomsOf(owner!.user_id))
    for (const writer of writers) writer.room_ids = writer.room_ids.filter((id) => shared.has(id))
    const write = (count: number) => runProgram<MessageWritersFound>('message-writers', { url: server.url, writers, user_id: owner!.user_id, count } satisfies MessageWritersOptions)

    const count = Math.max(500, Math.round(20_000 * context.scale))
    const socket = liveClient({ cookie: owner!.cookie })
    await socket.connect(server.url)
    socket.cut()
    const kept = await roomsClient(callerOf(server, owner!), owner!.user_id)
    const begun = performance.now()
    const { ids } = await write(count)
    await wait(Math.max(0, context.seconds * 30_000 - (performance.now() - begun)))
    const away = (performance.now() - begun) / 1_000

    const more = write(count / 10)
    const resumed = performance.now()
    await socket.connect(server.url)
    while (sent(socket).length < count && socket.closed.length < 2) await wait(10)
    const took = (performance.now() - resumed) / 1_000
    ids.push(...(await more).ids)
    while (!sent(socket).includes(ids.at(-1)!)) await wait(10)
    await wait(1_000)
    const heard = sent(socket)
    const once = new Set(heard)
    socket.cut()
    await kept.follow()
    const counted = await withRole(server, 'superuser', async (db) => (await db.query<Counts>(unreadRooms, [large.id, owner!.user_id])).rows)
    const fetched = await callerOf(server, owner!).get('/rooms')
    const note = `of ${ids.length} messages, offline for ${away.toFixed(0)} s`
    return [
      { name: 'messages lost', value: ids.filter((id) => !once.has(id)).length, unit: '', required: { most: 0 }, note },
      { name: 'messages doubled', value: heard.length - once.size, unit: '', required: { most: 0 }, note: `${new Set(ids).size} were sent` },
      { name: 'caught up', value: count / took, unit: 'messages/s', note: `${took.toFixed(1)} s` },
      { name: 'rooms with other counts than there are, as the server says', value: differing(fetched.data, counted), unit: '', required: { most: 0 }, note: `of ${counted.length}` },
      { name: 'rooms with other counts than there are, as a client keeps them', value: differing([...kept.rooms.values()], counted), unit: '', required: { most: 0 } },
    ]
  }, { RAPPORT_ROLES: 'web' })
}

interface Counts {
  id: string
  unread_count: number
  mention_count: number
}

/** What a socket has brought of new messages, in the order in which they came. */
function sent({ events }: LiveClient): string[] {
  return events.filter(({ type }) => type === 'message.created').map(({ data }) => (data.message as { id: string }).id)
}

function differing(rooms: { id: string; membership: Omit<Counts, 'id'> }[], counted: Counts[]): number {
  const byId = new Map(rooms.map(({ id, membership }) => [id, membership]))
  return counted.filter(({ id, unread_count, mention_count }) => {
    const said = byId.get(id)
    return said?.unread_count !== unread_count || said.mention_count !== mention_count
  }).length
}

/** Of what the client of rooms needs. */
function callerOf({ url }: Server, { cookie }: Person): Caller {
  const get: Caller['get'] = (path) => ask(url, cookie, { path })
  return { get } as Caller
}
