import { setTimeout as wait } from 'node:timers/promises'
import { copyDataset } from '../dataset/dataset.ts'
import { differingCounts } from '../dataset/counts.ts'
import { runProgram } from '../processes.ts'
import type { TeamFound, TeamOptions } from '../programs/team.ts'
import { slope } from '../samples.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { startServer, withProbe, withRole, type Server } from '../server.ts'
import { signIn, type Person } from '../sessions.ts'
import { watch, type SoakSample } from '../soak-samples.ts'
import type { Teammate } from '../team-work.ts'

export const soak: Scenario = {
  row: 25,
  name: 'soak',
  named: true,
  about:
    'An hour of a team at work, on a tenth of the standard data set: 40 people do 12 things a second in rooms (messages, threads, reactions, changes, ' +
    'reading, typing), with tasks and in their inboxes, on 60 devices whose sockets come and go. Memory is looked at twice a minute, and its slope is ' +
    'that of the straight line through the last three quarters of the time: before, caches fill. Flat is what rises by less than 3 MB an hour of ' +
    'heap, as full collections leave it: 64 bytes for each of those things would be more.',
  run,
}

const members = 40
const perSecond = 12

async function run({ scale, minutes }: Context): Promise<Figure[]> {
  const { folder, large } = await copyDataset(scale / 10)
  const server = await startServer(folder, withProbe(folder, 'collection-probe'))
  const signedIn = await signIn(server, large.id, members)
  const people = await withRooms(server, large.id, signedIn)
  const options: TeamOptions = { url: server.url, people, per_second: perSecond, seconds: minutes * 60 }
  const { samples, found } = await watch(server, folder, runProgram<TeamFound>('team', options))
  // Inboxes follow.
  await wait(5_000)
  const differing = await withRole(server, 'superuser', (db) => differingCounts(server, db, large.id, signedIn))
  if (differing.length > 0) console.error(differing.slice(0, 5).join('\n'))
  if (found.problem) console.error(found.problem)
  await server.stop()
  return [...memoryFigures(samples, minutes), ...teamFigures(found), {
    name: 'unread counts that are not so', value: differing.length, unit: '', required: { most: 0 }, note: `rooms, threads and inboxes of ${members}`,
  }]
}

function memoryFigures(samples: SoakSample[], minutes: number): Figure[] {
  const late = samples.slice(Math.floor(samples.length / 4))
  const highest = (of: (sample: SoakSample) => number) => Math.max(...samples.map(of))
  const rise = (of: (sample: SoakSample) => number) => slope(late.map((sample) => ({ at: sample.at, value: of(sample) })))
  const { longest_stop, long_stops } = samples.at(-1)!
  const span = `${Math.round((minutes * 3) / 4)} of ${minutes} minutes`
  const between = (of: (sample: SoakSample) => number) => `${Math.min(...late.map(of)).toFixed(0)} to ${Math.max(...late.map(of)).toFixed(0)}`
  const fewest = (of: SoakSample[]) => Math.min(...of.map(({ other_sockets }) => other_sockets))
  const heap = ({ heap }: SoakSample) => heap
  const resident = ({ resident }: SoakSample) => resident
  return [
    { name: 'heap that collections leave: slope', value: rise(heap), unit: 'MB/h', required: { most: 3 }, note: `${span}, ${between(heap)} MB` },
    { name: 'memory beside the heap: slope', value: rise(({ external }) => external), unit: 'MB/h', required: { most: 3 } },
    { name: 'resident memory: slope', value: rise(resident), unit: 'MB/h', required: { most: 6 }, note: `${between(resident)} MB` },
    { name: 'resident memory: highest', value: highest(resident), unit: 'MB', goal: { most: 300 } },
    { name: 'open files but for sockets: slope', value: rise(({ files }) => files), unit: '/h', required: { most: 3 }, note: `sockets up to ${highest(({ sockets }) => sockets)}` },
    // Requests come and go: what is left open raises the fewest there are.
    { name: 'sockets of requests: fewest, at the end', value: fewest(late.slice(-Math.ceil(late.length / 3))), unit: '', required: { most: fewest(late.slice(0, Math.ceil(late.length / 3))) + 5 } },
    { name: 'connections to PostgreSQL: highest', value: highest(({ connections }) => connections), unit: '' },
    { name: 'memory of PostgreSQL’s processes alone: slope', value: rise(({ postgres_own }) => postgres_own), unit: 'MB/h', note: `${between(({ postgres_own }) => postgres_own)} MB` },
    { name: 'PostgreSQL with its buffers: highest', value: highest(({ postgres_all }) => postgres_all), unit: 'MB' },
    { name: 'longest garbage collection', value: longest_stop, unit: 'ms', required: { most: 100 }, goal: { most: 20 }, note: `${long_stops} over 20` },
  ]
}

function teamFigures({ sent, lost, doubled, clients, resumed, acts, failed }: TeamFound): Figure[] {
  return [
    { name: 'messages lost', value: lost, unit: '', required: { most: 0 }, note: `${sent} to ${clients} clients, back ${resumed} times` },
    { name: 'messages doubled', value: doubled, unit: '', required: { most: 0 } },
    { name: 'acts that failed', value: failed, unit: '', required: { most: 0 }, note: `of ${acts}` },
  ]
}

async function withRooms(server: Server, orgId: string, people: Person[]): Promise<Teammate[]> {
  const { rows } = await withRole(server, 'superuser', (db) => db.query<{ user_id: string; room_ids: string[] }>(
    `select user_id, array_agg(room_id) as room_ids from room_member join room on room.org_id = $1 and id = room_id
    where room_member.org_id = $1 and kind = 'channel' group by user_id`, [orgId]))
  const rooms = new Map(rows.map(({ user_id, room_ids }) => [user_id, room_ids]))
  return people.map(({ user_id, cookie }) => ({ user_id, cookie, room_ids: rooms.get(user_id) ?? [] }))
}
