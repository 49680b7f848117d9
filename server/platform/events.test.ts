import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { createOrganization } from '#modules/accounts'
import { eraseFromLog, listEvents, publish, renewEpoch, type StoredEvent } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { testDatabase, type TestDatabase } from '#test/database'
import { unique } from '#test/factories'
import { file } from '#test/scope'

const database = await testDatabase(file)
const { tenant, transact } = database

test('an event is stored with its change, or not at all', async () => {
  const actor = await newActor()
  await transact(actor, (tx) => tell(tx, actor, 'kept'))
  await assert.rejects(
    transact(actor, async (tx) => {
      await tell(tx, actor, 'lost')
      throw new Error('Changed my mind.')
    }),
  )
  const { data } = await listEvents(tenant(actor.org_id), { limit: 100 })
  assert.deepEqual(said(data), ['kept'])
})

test('an event says who did what to what, and when', async () => {
  const actor = await newActor()
  await transact(actor, (tx) => tell(tx, actor, 'it'))
  const { data } = await listEvents(tenant(actor.org_id), { limit: 1 })
  const [{ id, created_at, ...event }] = data as [StoredEvent]
  assert.ok(Number.isInteger(id) && Math.abs(Date.parse(created_at) - Date.now()) < 10_000)
  assert.deepEqual(event, {
    type: 'thing.said',
    subject: 'thing:1',
    data: { word: 'it' },
    actor: { kind: 'system', id: 'tester' },
  })
})

test('where it was done from is in the audit log, and not in the event', async () => {
  const origin = { address: '192.0.2.7', user_agent: 'tests/1' }
  const actor = { ...(await newActor()), origin }
  await transact(actor, (tx) => tell(tx, actor, 'it', 'thing:7'))
  const [event] = (await listEvents(tenant(actor.org_id), { limit: 1 })).data
  assert.doesNotMatch(JSON.stringify(event), /192\.0\.2\.7|tests\/1/)
  assert.deepEqual(await entries(actor), [
    { id: event!.id, type: 'thing.said', subject: 'thing:7', actor_id: 'tester', ...origin },
  ])
})

test('of a person who is erased the log keeps what was done to which id, and nothing that was said', async () => {
  const actor = { ...(await newActor()), origin: { address: '192.0.2.7', user_agent: 'tests/1' } }
  await transact(actor, async (tx) => {
    await tell(tx, actor, 'about them', 'thing:them')
    await tell(tx, actor, 'about others', 'thing:others')
    await eraseFromLog(tx, { subjects: ['thing:them'] })
  })
  const { data } = await listEvents(tenant(actor.org_id), { limit: 10 })
  assert.deepEqual(data.map(({ subject, data }) => [subject, data]), [
    ['thing:them', {}],
    ['thing:others', { word: 'about others' }],
  ])
  assert.ok((await entries(actor)).every(({ address }) => address === '192.0.2.7'))
  const other = await newActor()
  await transact(other, (tx) => eraseFromLog(tx, { actor_ids: [actor.id], subjects: ['thing:others'] }))
  assert.equal((await entries(actor))[0]!.address, '192.0.2.7', 'another organization erases nothing here')
  await transact(actor, (tx) => eraseFromLog(tx, { actor_ids: [actor.id] }))
  assert.deepEqual(
    (await entries(actor)).map(({ subject, actor_id, address, user_agent }) => [subject, actor_id, address, user_agent]),
    [['thing:them', 'tester', null, null], ['thing:others', 'tester', null, null]],
  )
})

test('only the organization’s own events are read, and only those for all of it', async () => {
  const [mine, theirs] = [await newActor(), await newActor()]
  await transact(theirs, (tx) => tell(tx, theirs, 'theirs'))
  await transact(mine, async (tx) => {
    await tell(tx, mine, 'mine')
    for (const audience of ['admins', 'user:1', 'room:1'] as const) {
      await publish(tx, mine, { type: 'thing.said', subject: 'thing:1', audience, data: { word: audience } })
    }
  })
  const { data } = await listEvents(tenant(mine.org_id), { limit: 100 })
  assert.deepEqual(said(data), ['mine'])
})

test('a reader that goes on from its cursor gets what is new, once', async () => {
  const actor = await newActor()
  const db = tenant(actor.org_id)
  await transact(actor, (tx) => tell(tx, actor, 'one'))
  const first = await listEvents(db, { limit: 100 })
  const again = await listEvents(db, { limit: 100, after: first.next_cursor })
  assert.deepEqual([again.data, again.has_more, again.reset], [[], false, false])
  await transact(actor, (tx) => tell(tx, actor, 'two'))
  for (const after of [first.next_cursor, again.next_cursor]) {
    assert.deepEqual(said((await listEvents(db, { limit: 100, after })).data), ['two'])
  }
})

test('“now” gives no events, and a cursor from which to follow', async () => {
  const actor = await newActor()
  const db = tenant(actor.org_id)
  await transact(actor, (tx) => tell(tx, actor, 'before'))
  const { data, next_cursor, has_more, reset } = await listEvents(db, { limit: 100, after: 'now' })
  assert.deepEqual([data, has_more, reset], [[], false, false])
  await transact(actor, (tx) => tell(tx, actor, 'after'))
  assert.deepEqual(said((await listEvents(db, { limit: 100, after: next_cursor })).data), ['after'])
})

test('a reader that was cut off in the middle of a batch, and is told where to stop, gets what has come since too', async () => {
  const actor = await newActor()
  const db = tenant(actor.org_id)
  const { next_cursor: start } = await listEvents(db, { limit: 1, after: 'now' })
  for (const text of ['one', 'two', 'three']) await transact(actor, (tx) => tell(tx, actor, text))
  const first = await listEvents(db, { limit: 1, after: start })
  await transact(actor, (tx) => tell(tx, actor, 'four'))
  const { next_cursor: until } = await listEvents(db, { limit: 1, after: 'now' })
  await transact(actor, (tx) => tell(tx, actor, 'behind the end'))
  const second = await listEvents(db, { limit: 10, after: first.next_cursor, until })
  assert.deepEqual([said(second.data), second.has_more], [['two', 'three'], true])
  const third = await listEvents(db, { limit: 10, after: second.next_cursor, until })
  assert.deepEqual([said(third.data), third.has_more], [['four'], false])
})

test('an event that was drawn early and committed late is not missed', async () => {
  const actor = await newActor()
  const db = tenant(actor.org_id)
  const [toldEarly, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow = transact(actor, async (tx) => {
    await tell(tx, actor, 'early id, late commit')
    toldEarly.resolve()
    await mayCommit.promise
  })
  await toldEarly.promise
  await transact(actor, (tx) => tell(tx, actor, 'late id, early commit'))
  const first = await listEvents(db, { limit: 100 })
  assert.deepEqual(said(first.data), ['late id, early commit'])
  mayCommit.resolve()
  await slow
  const second = await listEvents(db, { limit: 100, after: first.next_cursor })
  assert.deepEqual(said(second.data), ['early id, late commit'])
})

test('readers of any page size get each event once, in order, whatever transactions write', async () => {
  const actor = await newActor()
  let writing = true
  const readers = [1, 2, 3, 4, 5, 6, 7].map((limit) => follow(actor, limit, () => writing))
  const written = (await Promise.all(Array.from({ length: 12 }, (_, n) => write(actor, n)))).flat()
  writing = false
  for (const seen of await Promise.all(readers)) {
    assert.deepEqual(said(seen).toSorted(), written.toSorted())
    for (const events of Map.groupBy(seen, ({ subject }) => subject).values()) {
      const numbers = events.map(({ data }) => Number(String(data.word).split('.')[1]))
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      )
    }
  }
})

// One subject a writer; every fifth transaction is rolled back, every third stays open over others.
async function write(actor: Actor, writer: number): Promise<string[]> {
  const kept: string[] = []
  for (let round = 0; round < 15; round++) {
    const word = `${writer}.${round}`
    const rolledBack = (writer + round) % 5 === 0
    await transact(actor, async (tx) => {
      await tell(tx, actor, word, `thing:${writer}`)
      if ((writer + round) % 3 === 0) await setTimeout((writer % 4) * 10)
      if (rolledBack) throw new Error('rolled back')
    }).catch((error) => rolledBack || Promise.reject(error))
    if (!rolledBack) kept.push(word)
  }
  return kept
}

async function follow(actor: Actor, limit: number, writing: () => boolean): Promise<StoredEvent[]> {
  const seen: StoredEvent[] = []
  let after: string | undefined
  for (;;) {
    const last = !writing()
    const page = await listEvents(tenant(actor.org_id), { limit, after })
    assert.ok(page.data.length <= limit && !page.reset)
    seen.push(...page.data)
    after = page.next_cursor
    // The end of a batch is what was there when it began.
    if (last && page.data.length === 0) return seen
  }
}

test('a cursor that nobody gave out is refused', async () => {
  const actor = await newActor()
  for (const after of ['', 'garbage', '1', '~~~', 'now ', "x~1:1:~~0';--", `${'0'.repeat(36)}~9:1:~~0`]) {
    await assert.rejects(
      listEvents(tenant(actor.org_id), { limit: 10, after }),
      (error: { kind?: string; code?: string }) => {
        return error.kind === 'invalid' || error.code === '22P02'
      },
      after,
    )
  }
})

test('a cursor of another epoch, or from the future, is answered with a reset and a cursor that works', async () => {
  const actor = await newActor()
  const db = tenant(actor.org_id)
  await transact(actor, (tx) => tell(tx, actor, 'one'))
  const { next_cursor } = await listEvents(db, { limit: 10 })
  const [epoch, seen] = next_cursor.split('~')
  const future = `${Number(seen!.split(':')[1]) + 1_000_000}`
  const cursors = [
    ['11111111-1111-4111-8111-111111111111', seen, '', '0'],
    [epoch, `${future}:${future}:`, '', '0'],
    [epoch, seen, `${future}:${future}:`, '3'],
  ]
  for (const parts of cursors) {
    const page = await listEvents(db, { limit: 10, after: parts.join('~') })
    assert.deepEqual([page.reset, page.data, page.has_more], [true, [], false])
    await transact(actor, (tx) => tell(tx, actor, 'news'))
    assert.deepEqual(said((await listEvents(db, { limit: 10, after: page.next_cursor })).data), ['news'])
  }
})

test('a database that was restored elsewhere begins a new epoch, and all its events can still be read', async (t) => {
  const restored = await testDatabase(t)
  const actor = await newActor(restored)
  const db = restored.tenant(actor.org_id)
  await restored.transact(actor, (tx) => tell(tx, actor, 'one'))
  // Their transaction ids are of another cluster, which was far ahead of this one.
  await restored.query("update event set xid = '999999999999'")
  const renew = () => renewEpoch(restored.system)
  // However long it takes: longer than a statement of this role may.
  await restored.query(`
    do $$ begin execute format('alter role rapport_system in database %I set statement_timeout = 100', current_database()); end $$;
    create function sleep() returns trigger language plpgsql as 'begin perform pg_sleep(0.3); return null; end';
    create trigger slow before update on event execute function sleep()`)
  const epoch = async () => (await restored.query('select id, cluster from event_epoch'))[0]!
  const before = await epoch()
  const { next_cursor } = await listEvents(db, { limit: 10, after: 'now' })
  await renew()
  assert.deepEqual(await epoch(), before)

  await restored.query("update event_epoch set cluster = 'elsewhere/1'")
  await renew()
  assert.notEqual((await epoch()).id, before.id)
  assert.equal((await listEvents(db, { limit: 10, after: next_cursor })).reset, true)
  const all = await listEvents(db, { limit: 10 })
  assert.deepEqual(said(all.data), ['one'])
  await restored.transact(actor, (tx) => tell(tx, actor, 'two'))
  assert.deepEqual(said((await listEvents(db, { limit: 10, after: all.next_cursor })).data), ['two'])
})

function tell(tx: Tx, actor: Actor, word: string, subject = 'thing:1') {
  return publish(tx, actor, { type: 'thing.said', subject, data: { word } })
}

function entries({ org_id }: Actor) {
  return database.tenant(org_id).selectFrom('audit_entry')
    .select(['id', 'type', 'subject', 'actor_id', 'address', 'user_agent']).orderBy('id').execute()
}

function said(events: StoredEvent[]) {
  return events.map(({ data }) => data.word)
}

async function newActor(on: TestDatabase = database): Promise<Actor> {
  const { organization_id } = await createOrganization(on, {
    organization: unique('Org'),
    name: 'Owner',
    email: `${unique('owner')}@example.org`,
  })
  // What making it told is none of these tests' business.
  for (const log of ['event', 'audit_entry']) await on.query(`delete from ${log} where org_id = $1`, [organization_id])
  return { org_id: organization_id, kind: 'system', id: 'tester', role: 'owner' }
}
