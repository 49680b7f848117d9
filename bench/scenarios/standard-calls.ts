import type pg from 'pg'
import { load, type LoadRequest } from '../load.ts'
import { takeRoomSample, type RoomSample } from '../room-sample.ts'
import { takeSample, type Sample } from '../sample.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'
import { signIn, type Person } from '../sessions.ts'

export const standardCalls: Scenario = {
  row: 6,
  name: 'standard-calls',
  about:
    'Every standard call, 4 callers each, then what PostgreSQL says of the statements behind them (pg_stat_statements, in ' +
    'its own time) and of their indexes.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const sample = await withRole(server, 'superuser', (db) => takeSample(db, large.id))
    const roomSample = await withRole(server, 'superuser', (db) => takeRoomSample(db, large.id))
    const [owner] = await signIn(server, large.id, 1)
    const behind = await cursorBehind(server.url, large.key)
    await withRole(server, 'superuser', startCounting)
    const figures: Figure[] = []
    for (const [name, requests] of [...calls(sample, behind), ...roomCalls(roomSample, owner!)]) {
      const { p50, p99, per_second } = await load({ url: server.url, key: large.key, callers: 4, seconds: context.seconds, requests })
      const note = `p50 ${p50.toFixed(1)}, ${per_second.toFixed(0)} req/s`
      figures.push({ name: `${name}: p99`, value: p99, unit: 'ms', required: { most: 150 }, goal: { most: 15 }, note })
    }
    return [...figures, ...(await withRole(server, 'superuser', countQueries))]
  }, { RAPPORT_ROLES: 'web' })
}

function calls(sample: Sample, behind: string): [string, LoadRequest[]][] {
  const get = (...paths: string[]) => paths.map((path): LoadRequest => ({ path: `/api/v1${path}` }))
  const run = Date.now()
  const created = Array.from({ length: 5_000 }, (_, n): LoadRequest => ({
    path: '/api/v1/contacts',
    method: 'POST',
    // No address: the callers go through the same list, and an address can be given once.
    body: { name: `New Person ${run} ${n}`, company: { name: `Firm ${n % 50}` }, tags: ['lead', 'new'], fields: { city: 'Oslo' } },
  }))
  const changed = sample.contacts.flatMap((id) => [0, 1, 2, 3, 4].map((n): LoadRequest => ({
    path: `/api/v1/contacts/${id}`, method: 'PATCH', body: { title: `Title ${run} ${n}` },
  })))
  return [
    ['get one', get(...sample.contacts.map((id) => `/contacts/${id}`))],
    ['create one', created],
    ['change one', changed],
    ['timeline of 10,000 interactions', get(`/contacts/${sample.busiest}/timeline`)],
    ['timeline of an ordinary contact', get(...sample.contacts.map((id) => `/contacts/${id}/timeline`))],
    ['who am I', get('/me')],
    ['operations', get('/operations')],
    ['events, thousands behind', get(`/events?after=${encodeURIComponent(behind)}`)],
    ['events, from the beginning', get('/events')],
  ]
}

/** Of the owner, who is in 200 channels. */
function roomCalls({ channel, channels, direct, thread, tasks, label, user_id }: RoomSample, { cookie }: Person): [string, LoadRequest[]][] {
  const get = (...paths: string[]) => paths.map((path): LoadRequest => ({ path: `/api/v1${path}`, cookie }))
  const write = (method: 'POST' | 'PATCH', path: string, bodies: object[]) => bodies.map((body): LoadRequest => ({ path: `/api/v1${path}`, method, body, cookie }))
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => n)
  const text = (n: number) => ({ text: `Number ${n} of the bench: have you seen the figures?` })
  return [
    ['rooms, 200 with unread counts', get('/rooms')],
    ['messages, the latest of a channel', get(`/rooms/${channel.id}/messages`, ...channels.slice(0, 20).map((id) => `/rooms/${id}/messages`))],
    ['messages of a thread', get(`/messages/${thread}/replies`)],
    ['threads that are followed', get('/rooms/threads', '/rooms/threads?unread=true')],
    ['send a message to one channel', write('POST', `/rooms/${channel.id}/messages`, numbered(500).map(text))],
    ['send a message to 50 channels', channels.slice(0, 50).flatMap((id) => write('POST', `/rooms/${id}/messages`, numbered(10).map(text)))],
    ['send a direct message', write('POST', `/rooms/${direct.id}/messages`, numbered(500).map(text))],
    ['answer in a thread', write('POST', `/rooms/${channel.id}/messages`, numbered(500).map((n) => ({ ...text(n), thread_id: channel.middle_id })))],
    ['mark a room as read', channels.slice(0, 50).flatMap((id) => write('POST', `/rooms/${id}/read`, [{ seq: 2_000_000_000 }]))],
    ['tasks', get('/tasks', '/tasks?open=true&sort=due', '/tasks?assignee=me&open=true', `/tasks?label=${label}&sort=-priority`, '/tasks?blocked=true')],
    ['tasks on the board', get('/tasks/board', `/tasks/board?assignee=${user_id}`)],
    ['tasks in the calendar', get('/tasks/calendar?from=2026-03-01&to=2026-04-11&zone=Europe/Berlin')],
    ['my day', get('/tasks/my-day?zone=Europe/Berlin')],
    ['get a task', get(...tasks.map((id) => `/tasks/${id}`))],
    ['create a task', write('POST', '/tasks', numbered(500).map((n) => ({ title: `Task ${n} of the bench`, labels: [label], assignee_ids: [user_id], due_on: '2026-12-24' })))],
    ['change a task', tasks.flatMap((id) => write('PATCH', `/tasks/${id}`, numbered(10).map((n) => ({ title: `Changed, ${n}` }))))],
    ['the inbox', get('/notifications', '/notifications?unread=true')],
  ]
}

async function cursorBehind(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/events?after=now`, { headers: { authorization: `Bearer ${key}` } })
  return ((await answer.json()) as { next_cursor: string }).next_cursor
}

async function startCounting(db: pg.Client) {
  await db.query('create extension if not exists pg_stat_statements')
  await db.query('select pg_stat_statements_reset(), pg_stat_reset()')
}

const smallTable = 10_000

async function countQueries(db: pg.Client): Promise<Figure[]> {
  const { rows } = await db.query<{ calls: number; mean: number; slowest: number }>(`
    select sum(calls)::int as calls, sum(total_exec_time) / sum(calls) as mean, max(max_exec_time) as slowest
    from pg_stat_statements join pg_roles on pg_roles.oid = userid
    where rolname = 'rapport_app' and query !~* '^(begin|commit|set|rollback|select where set_config)'`)
  const { rows: scans } = await db.query<{ indexed: number | null }>(`
    select 100.0 * sum(idx_scan) / nullif(sum(idx_scan + seq_scan), 0) as indexed
    from pg_stat_user_tables join pg_class on pg_class.oid = relid where reltuples >= $1`, [smallTable])
  const { calls, mean, slowest } = rows[0]!
  return [
    { name: 'queries: average', value: mean, unit: 'ms', required: { most: 50 }, goal: { most: 5 }, note: `${calls} queries` },
    { name: 'queries: the slowest', value: slowest, unit: 'ms', required: { most: 500 }, goal: { most: 100 } },
    { name: 'use of indexes', value: Number(scans[0]!.indexed ?? 100), unit: '%', required: { least: 90 }, note: 'tables of 10,000 rows or more' },
  ]
}
