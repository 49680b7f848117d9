// People write and follow while everything that can be cut is cut, and everything that can be killed is killed. In the
// end each client has exactly what the database holds: nothing lost, nothing twice, each subject in its order.

import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { publish } from '#platform/events'
import { unique, until } from '../factories.ts'
import { liveClient } from '../live-client.ts'
import { skipWithoutRedis } from '../redis.ts'
import { followByPolling, followLive, type Follower } from './followers.ts'
import { startTwoServers, type TwoServers } from './two-servers.ts'

/** How long things are broken. With the starts and the end it must stay within the two minutes that a file has. */
const seconds = Number(process.env.FAULTS_SECONDS ?? 20)
const seed = Number(process.env.FAULTS_SEED ?? randomInt(2 ** 31))

test('whatever is cut and killed, every client has each event once and in order', async (t) => {
  t.diagnostic(`again with: FAULTS_SEED=${seed} npm test -- test/faults/events.test.ts`)
  const two = await startTwoServers(t, { seed, redis: !skipWithoutRedis })
  const over = new AbortController()
  const writers = [
    ...many(6, () => writeInTransactions(two, 50, over.signal)),
    ...many(4, () => writeInTransactions(two, 3_000, over.signal)),
    ...many(3, () => writeOverHttp(two, over.signal)),
  ]
  const followers = [
    ...many(6, () => followLive(two, over.signal)),
    ...many(4, () => followByPolling(two, over.signal)),
  ]
  const faults = await breakThings(two)
  over.abort()
  const written = await Promise.all(writers)

  // Whatever would still come twice comes before it.
  await two.database.transact(two.actor, (tx) => publish(tx, two.actor, { type: 'test.ended', subject: last, data: {} }))
  const { events, contacts } = await readDatabase(two)
  for (const follower of followers) {
    await until(async () => follower.heard.at(-1)?.subject === last, 30).catch(() => {})
    await follower.stop()
    assertExactly(follower, events)
  }
  const made = sum(written.map((each) => each.contacts))
  assert.deepEqual([contacts.length, new Set(contacts).size], [made, made])
  const [resumed, rolledBack] = [sum(followers.map((each) => each.resumed)), sum(written.map((each) => each.rolledBack))]
  assert.ok(events.length > 500 && made > 10 && rolledBack > 10 && resumed > 2 * followers.length, 'too little happened')
  t.diagnostic(
    `${events.length} events to ${followers.length} clients, which resumed ${resumed} times: 0 lost, 0 doubled; ` +
      `${made} contacts over HTTP, each once; ${rolledBack} transactions rolled back; ${JSON.stringify(faults)}`,
  )
})

test('a client that was offline while thousands of events were written resumes, through every cut', async (t) => {
  const two = await startTwoServers(t, { seed, redis: false })
  const [a, b] = two.servers as [typeof two.servers[0], typeof two.servers[0]]
  const client = liveClient(two.key, two.cursor)
  t.after(() => client.cut())
  await writeMany(two, 5_000, 0)
  for (let round = 0; round < 150; round++) await Promise.all(many(10, (subject) => writeMany(two, 10, subject)))

  // What is written meanwhile comes behind what was missed.
  const writing = (async () => {
    for (let round = 0; round < 200; round++) await writeMany(two, 5, round % 10)
  })()
  const begun = performance.now()
  for (const [cut, server] of [a, b, a, b].entries()) {
    await client.connect(server.url()!)
    await until(async () => client.ids.length >= (cut + 1) * 3_000)
    client.cut()
  }
  await client.connect(a.url()!)
  a.kill()
  await client.connect(b.url()!)
  await writing
  const { events } = await readDatabase(two)
  await until(async () => client.ids.length >= events.length)
  t.diagnostic(`${events.length} events in ${((performance.now() - begun) / 1_000).toFixed(1)} s`)
  assert.equal(events.length, 21_000)
  assertExactly({ name: 'The client', heard: client.events, resets: client.resets }, events)
})

/** Breaks one thing after the other, each kind once and then by chance. Returns how often each was broken. */
async function breakThings({ chance, faults }: TwoServers): Promise<Record<string, number>> {
  const kinds = Object.keys(faults)
  const counts: Record<string, number> = {}
  const deadline = performance.now() + seconds * 1_000
  for (let round = 0; performance.now() < deadline; round++) {
    const kind = kinds[round] ?? chance.pick(kinds)
    await faults[kind]!()
    counts[kind] = (counts[kind] ?? 0) + 1
    await sleep(300 + chance.below(1_500))
  }
  return counts
}

interface Written {
  contacts: number
  rolledBack: number
}

/** Transactions of some events each, up to `longest` ms long, across one another. A tenth of them is rolled back. */
async function writeInTransactions({ chance, database, actor }: TwoServers, longest: number, over: AbortSignal): Promise<Written> {
  class RolledBack extends Error {}
  let rolledBack = 0
  while (!over.aborted) {
    const first = chance.below(100)
    const subjects = many(1 + chance.below(4), (n) => `test:${first + n}`)
    const pause = chance.below(longest) / subjects.length
    const back = chance.number() < 0.1
    const work = database.transact(actor, async (tx) => {
      // As the row of a subject is locked before its event is written; all at first, or two would wait for each other.
      for (const subject of subjects) await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(tx)
      for (const subject of subjects) {
        await publish(tx, actor, { type: 'test.written', subject, data: {} })
        await sleep(pause)
      }
      if (back) throw new RolledBack()
    })
    await work.catch((error) => (error instanceof RolledBack ? rolledBack++ : Promise.reject(error)))
    await sleep(chance.below(30))
  }
  return { contacts: 0, rolledBack }
}

/** One contact after the other, each sent again with its Idempotency-Key until a server says that it is made. */
async function writeOverHttp({ chance, anyUrl, key }: TwoServers, over: AbortSignal): Promise<Written> {
  let contacts = 0
  while (!over.aborted) {
    const name = unique('Contact')
    while (!(await post(name))) await sleep(100)
    contacts++
    await sleep(chance.below(100))
  }
  return { contacts, rolledBack: 0 }

  async function post(name: string): Promise<boolean> {
    const answer = await fetch(`${await anyUrl()}/api/v1/contacts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': name },
      body: JSON.stringify({ name }),
    }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (!answer || text === undefined || answer.status === 503) return false
    if (answer.status === 201) return true
    const { code } = JSON.parse(text)
    // Killed between the commit and the answer: it is made.
    if (code === 'idempotency_lost') return true
    assert.equal(code, 'idempotency_in_progress', text)
    return false
  }
}

async function writeMany({ database, actor }: TwoServers, count: number, subject: number) {
  await database.transact(actor, (tx) =>
    sql`
      insert into event (org_id, type, subject, audience, actor, data)
      select ${actor.org_id}::uuid, 'test.missed', ${`test:${subject}`}, 'org', '{"kind":"system","id":"1"}', jsonb_build_object('n', n)
      from generate_series(1, ${count}::int) n
    `.execute(tx),
  )
}

type Event = Follower['heard'][number]

const last = 'test:last'

/** What was written since the two were started: the events in the order of their ids, and the contacts' names. */
async function readDatabase({ database, actor: { org_id } }: TwoServers) {
  const events = await database.query<Event>(
    "select id::int, subject from event where org_id = $1 and audience = 'org' and type ~ '^(test|contact)\\.' order by id", [org_id])
  const contacts = await database.query<{ name: string }>('select name from contact where org_id = $1', [org_id])
  return { events, contacts: contacts.map(({ name }) => name) }
}

/** A subject's row is locked until its event is committed, so the order of its ids is the order of its changes. */
function assertExactly({ name, heard, resets }: Pick<Follower, 'name' | 'heard' | 'resets'>, events: Event[]) {
  const [ids, wanted] = [new Set(heard.map(({ id }) => id)), new Set(events.map(({ id }) => id))]
  const lost = events.filter(({ id }) => !ids.has(id))
  const strange = heard.filter(({ id }) => !wanted.has(id))
  assert.deepEqual({ name, lost, strange, doubled: heard.length - ids.size, resets }, { name, lost: [], strange: [], doubled: 0, resets: 0 })
  for (const [subject, its] of Map.groupBy(heard, (event) => event.subject)) {
    assert.ok(its.every(({ id }, at) => at === 0 || id > its[at - 1]!.id), `${name} heard of ${subject} out of order`)
  }
}

function many<Item>(count: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
