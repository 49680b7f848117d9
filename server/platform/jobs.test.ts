import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOrganization } from '#modules/accounts'
import { purgeEvents } from '#platform/housekeeping'
import { listEvents } from '#platform/events'
import { enqueue, enqueueAll, startWorker, type JobHandler, type JobPayload, type WorkerOptions } from '#platform/jobs'
import { createLog } from '#platform/log'
import { testDatabase } from '#test/database'
import { unique, until } from '#test/factories'
import { onClose, type Scope } from '#test/scope'

const log = createLog('silent')

test('a job that fails is tried five times, each time after twice as long, and then given up', async (t) => {
  const { database, add, work } = await begin(t)
  const tries: { attempt: number; at: number }[] = []
  await work(async (_payload, { attempt }) => {
    tries.push({ attempt, at: performance.now() })
    throw new Error('It does not work.')
  })
  await add()
  const job = await until(async () => {
    const rows = await database.query<{ attempts: number; max_attempts: number; locked: boolean }>(
      'select attempts, max_attempts, locked_at is not null as locked from graphile_worker._private_jobs',
    )
    return rows[0]?.attempts === rows[0]?.max_attempts && !rows[0]?.locked && rows[0]
  })
  assert.equal(job.attempts, 25)
  assert.deepEqual(tries.map(({ attempt }) => attempt), [1, 2, 3, 4, 5])
  const waits = tries.slice(1).map(({ at }, index) => at - tries[index]!.at)
  for (const [index, least] of [200, 400, 800, 1_600].entries()) assert.ok(waits[index]! >= least, waits.join(', '))
})

test('a worker that dies costs the jobs that it had fetched a fifth of a try', async (t) => {
  const { database, add, work } = await begin(t)
  await add()
  await database.query(`update graphile_worker._private_jobs set attempts = 3, locked_by = 'dead', locked_at = now() - interval '1 minute'`)
  const attempts: number[] = []
  await work(async (_payload, { attempt }) => void attempts.push(attempt))
  await until(async () => attempts.length > 0)
  assert.deepEqual(attempts, [1])
})

test('a job that takes too long is told to end, and counts as failed', async (t) => {
  const { add, work } = await begin(t)
  const reasons: string[] = []
  const attempts: number[] = []
  const { promise: never } = Promise.withResolvers<void>()
  await work(
    async (_payload, { signal, attempt }) => {
      attempts.push(attempt)
      if (attempt > 1) return
      signal.addEventListener('abort', () => reasons.push(signal.reason.message))
      await never
    },
    { timeout_ms: 100 },
  )
  await add()
  await until(async () => attempts.length === 2)
  assert.deepEqual([reasons, attempts], [['The job was still running after 0.1 s.'], [1, 2]])
})

test('jobs that are fetched together all run, and the next ones go by their priority', async (t) => {
  const { add, work } = await begin(t)
  for (const priority of [10, 0, -10] as const) await add({ priority, count: 40 })
  const ran: number[] = []
  await work(async ({ priority }) => void ran.push(priority), { fetch: 40, concurrency: 1 })
  await until(async () => ran.length === 120)
  assert.deepEqual(ran, ran.toSorted((a, b) => a - b))
})

test('jobs that are added at once have each its time, key and priority, and tries as any other', async (t) => {
  const { database, org_id } = await begin(t)
  const payload = { org_id }
  await database.transact({ org_id }, (tx) => enqueueAll(tx, 'tests.note', [
    { payload, key: 'a', priority: 10 }, { payload, key: 'a', priority: -10 }, { payload, run_at: new Date('2100-01-01T00:00:00Z'), max_attempts: 1 },
  ]))
  await database.transact({ org_id }, (tx) => enqueueAll(tx, 'tests.note', []))
  const found = await database.query('select payload, key, priority, max_attempts, run_at > now() as waits from graphile_worker._private_jobs order by id')
  assert.deepEqual(found, [{ payload, key: 'a', priority: -10, max_attempts: 25, waits: false }, { payload, key: null, priority: 0, max_attempts: 5, waits: true }])
})

test('a worker that fetches many at once takes up work though its very first query fails', async (t) => {
  const { database, add, work } = await begin(t)
  const ran: number[] = []
  await database.connectAs('worker', async (blocker) => {
    await blocker.query('begin; lock table graphile_worker._private_tasks in access exclusive mode')
    const starting = work(async ({ priority }) => void ran.push(priority), { fetch: 40 })
    await until(async () => {
      const killed = await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into%_private_tasks%'`,
      )
      return killed.length > 0
    })
    await blocker.query('rollback')
    await starting
  })
  await add()
  await until(async () => ran.length > 0)
  assert.deepEqual(ran, [0])
})

test('what was due while nothing ran is made up for, once', async (t) => {
  const { database, work } = await begin(t)
  await database.query(`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('tests.recur', now() - interval '1 day', now() - interval '10 minutes')`)
  let runs = 0
  const recur = { task: 'tests.recur', cron: '* * * * *', run: async () => void runs++ }
  await work(async () => {}, { schedule: [recur] })
  await until(async () => {
    const [row] = await database.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs')
    return runs > 0 && row!.n === 0
  })
  // The minute may have turned meanwhile.
  assert.ok(runs <= 2, `${runs} times`)
})

test('events older than the retention go, the others stay, and a cursor that had not seen them is told to begin afresh', async (t) => {
  const { database, org_id } = await begin(t)
  const tenant = database.tenant(org_id)
  const { next_cursor: before } = await listEvents(tenant, { after: 'now', limit: 1 })
  for (const days of [100, 91, 89]) {
    await database.query(
      `insert into event (org_id, type, subject, audience, actor, data, created_at)
       values ('${org_id}', 'test.aged', 'test:${days}', 'org', '{"kind":"user","id":"x"}', '{}', now() - interval '${days} days')`,
    )
  }
  await purgeEvents(database.pools.system, 90)
  const { data } = await listEvents(tenant, { limit: 100 })
  assert.deepEqual(data.filter(({ type }) => type === 'test.aged').map(({ subject }) => subject), ['test:89'])
  assert.equal((await listEvents(tenant, { after: before, limit: 1 })).reset, true)
  // A cursor is good again once no transaction of before the purge is left, in any database of the server.
  await until(async () => {
    const { next_cursor: after } = await listEvents(tenant, { after: 'now', limit: 1 })
    return !(await listEvents(tenant, { after, limit: 1 })).reset
  })
})

test('a reader that is on its way through the log, and past whom something is purged, is told to begin afresh', async (t) => {
  const { database, org_id } = await begin(t)
  const tenant = database.tenant(org_id)
  await database.query(`
    insert into event (org_id, type, subject, audience, actor, data, created_at)
    select '${org_id}', 'test.aged', 'test:' || n, 'org', '{}', '{}', now() - (100 - n) * interval '1 day' from generate_series(1, 20) n`)
  const { data, next_cursor } = await listEvents(tenant, { limit: 5 })
  assert.equal(data.length, 5)
  await purgeEvents(database.pools.system, 98)
  const second = await listEvents(tenant, { limit: 5, after: next_cursor })
  assert.deepEqual([second.reset, second.data.length], [false, 5], 'what was purged it had read')
  await purgeEvents(database.pools.system, 85)
  assert.equal((await listEvents(tenant, { limit: 5, after: second.next_cursor })).reset, true)
})

interface Note extends JobPayload {
  priority: number
}

async function begin(t: Scope) {
  const database = await testDatabase(t)
  const { organization_id: org_id } = await createOrganization(database, {
    organization: unique('Org'),
    name: 'Owner',
    email: `${unique('owner')}@example.org`,
  })
  return {
    database,
    org_id,
    add({ priority = 0, count = 1 }: { priority?: 10 | 0 | -10; count?: number } = {}) {
      return database.transact({ org_id }, async (tx) => {
        for (let n = 0; n < count; n++) await enqueue(tx, 'tests.note', { org_id, priority } as Note, { priority })
      })
    },
    async work(handle: JobHandler<Note>, options: Partial<WorkerOptions> = {}) {
      const handlers = { 'tests.note': handle as JobHandler }
      const worker = await startWorker(database.pools.worker, handlers, { concurrency: 2, log, ...options })
      onClose(t, () => worker.stop())
    },
  }
}
