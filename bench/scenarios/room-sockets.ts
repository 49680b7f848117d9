import { freePort } from '#test/ports'
import { frameOf, startCrowd } from '../crowd.ts'
import { makeOrganization } from '../database.ts'
import { copyDataset } from '../dataset/dataset.ts'
import { post } from '../asking.ts'
import { startProgram } from '../processes.ts'
import { at, median } from '../samples.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { residentMemory, settledMemory, startServer, withProbe, withRole, type Server } from '../server.ts'
import { signIn } from '../sessions.ts'

export const roomSockets: Scenario = {
  row: 18,
  name: 'room-sockets',
  about:
    '10,000 people, each with a session and a socket of their own, on one server; all are in one channel, and 100 of them in another. Memory after a ' +
    'garbage collection. Messages: from the request that sends one until somebody in the channel has heard of it. Baseline: ws alone, a loop that ' +
    'sends the same text to as many, by turns.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  const count = Math.max(200, Math.round(10_000 * context.scale))
  const { folder } = await copyDataset(context.scale)
  const server = await startServer(folder, { RAPPORT_ROLES: 'web', ...withProbe(folder) })
  const url = `${server.url.replace('http', 'ws')}/api/v1/live`
  const organization = await makeOrganization(folder, 'Crowd')
  await addPeople(server, organization.id, count)
  const people = await signIn(server, organization.id, count)
  const few = people.slice(0, 100)
  const rooms = { many: await makeRoom(server, organization.key, people), few: await makeRoom(server, organization.key, few) }
  const say = (room: keyof typeof rooms) => (round: number) =>
    post(`${server.url}/api/v1/rooms/${rooms[room]}/messages`, { text: `Round ${round} of many` }, undefined, { cookie: people[0]!.cookie })
  await say('many')(0)

  const before = await settledMemory(server.pid, folder)
  const cookies = people.map(({ cookie }) => cookie)
  const crowd = await startCrowd([
    { name: 'many', url, cookies: cookies.slice(100), count: count - 100 },
    { name: 'few', url, cookies: cookies.slice(0, 100), count: 100 },
  ], 2)
  const held = await settledMemory(server.pid, folder)
  const each = (what: 'heapUsed' | 'rss') => (held[what] - before[what]) / count / 1024

  const hundred: number[] = []
  for (let n = 0; n < 50; n++) hundred.push(...(await crowd.hear('few', say('few'))))
  const port = await freePort()
  const bare = await startProgram('bare-sockets', { port })
  const bareCrowd = await startCrowd([{ name: 'bare', url: `ws://127.0.0.1:${port}`, key: '', count: count - 100 }], 2)
  const frame = await frameOf(url, { cookie: cookies[0]! }, () => say('many')(0))
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < 15; turn++) {
    ours.push(at(await crowd.hear('many', say('many')), 0.99))
    theirs.push(at(await bareCrowd.hear('bare', (round) => post(`http://127.0.0.1:${port}`, frame.replaceAll('Round 0 ', `Round ${round} `))), 0.99))
  }
  const highest = await residentMemory(server.pid)
  for (const process of [crowd, bareCrowd, bare, server]) await process.stop()
  return [
    { name: `heap each of ${count}`, value: each('heapUsed'), unit: 'KB', goal: { most: 4 } },
    { name: 'resident memory each', value: each('rss'), unit: 'KB', goal: { most: 10 }, note: `server ${highest.toFixed(0)} MB` },
    { name: 'message to a room of 100: p99', value: at(hundred, 0.99), unit: 'ms', required: { most: 100 }, goal: { most: 10 }, note: `p50 ${at(hundred, 0.5).toFixed(1)}` },
    { name: `message to a room of ${count}: p99`, value: median(ours), unit: 'ms', baseline: { value: median(theirs), ratio: { most: 1.3 } } },
  ]
}

async function addPeople(server: Server, orgId: string, count: number) {
  await withRole(server, 'superuser', (db) => db.query(
    `with made as (
      insert into "user" (name, email) select 'Somebody ' || n, 'somebody' || n || '@crowd.example.org' from generate_series(2, $2) as n returning id
    )
    insert into member (org_id, user_id, role) select $1, id, 'member' from made`,
    [orgId, count],
  ))
}

/** A public channel in which these people are. */
async function makeRoom(server: Server, key: string, people: { user_id: string }[]): Promise<string> {
  const { id } = await post<{ id: string }>(`${server.url}/api/v1/rooms`, { kind: 'channel', name: `of ${people.length}` }, key)
  await withRole(server, 'superuser', (db) => db.query(
    'insert into room_member (org_id, room_id, user_id) select org_id, id, user_id from room, unnest($2::uuid[]) as user_id where id = $1',
    [id, people.map(({ user_id }) => user_id)],
  ))
  return id
}
