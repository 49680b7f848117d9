import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { createOrganization } from '#modules/accounts'
import { invalid } from '#platform/errors'
import { enqueue, startWorker, type JobHandlers, type Worker } from '#platform/jobs'
import { listEvents } from '#platform/events'
import { createLog } from '#platform/log'
import { operationJobs, type OperationRun, type OperationRunner } from '#platform/operation-worker'
import {
  cancelOperation,
  createOperation,
  findOperation,
  pauseOperation,
  resumeOperation,
  type Operation,
} from '#platform/operations'
import type { Actor } from '#platform/tenancy'
import { openTestDatabase, testDatabase, type TestDatabase } from '#test/database'
import { unique, until } from '#test/factories'
import { startCounter } from '#test/counter'
import { startProxy } from '#test/proxy'
import { onClose, type Scope } from '#test/scope'

const log = createLog('silent')

test('a job is queued with its cause, or not at all, and runs', async (t) => {
  const { database, actor } = await begin(t)
  const ran: string[] = []
  const worker = await work(t, database, {
    'tests.note': async ({ word }: { org_id: string; word: string }) => void ran.push(word),
  } as JobHandlers)
  await assert.rejects(
    database.transact(actor, async (tx) => {
      await enqueue(tx, 'tests.note', { org_id: actor.org_id, word: 'lost' } as never)
      throw new Error('Changed my mind.')
    }),
  )
  await database.transact(actor, (tx) => enqueue(tx, 'tests.note', { org_id: actor.org_id, word: 'kept' } as never))
  await until(async () => ran.length > 0)
  assert.deepEqual(ran, ['kept'])
  assert.equal(worker.running(), true)
  await until(async () => (await jobs(database)) === 0)
})

test('a waiting job with the same key is replaced, not doubled', async (t) => {
  const { database, actor } = await begin(t)
  await database.transact(actor, async (tx) => {
    for (const word of ['one', 'two'])
      await enqueue(tx, 'tests.note', { org_id: actor.org_id, word } as never, { key: 'k' })
  })
  assert.equal(await jobs(database), 1)
})

test('an operation goes from queued over running to succeeded, and tells each step', async (t) => {
  const { database, actor } = await begin(t)
  await run(t, database, {
    'tests.count': async (run: OperationRun<{ to: number }, { at: number }>) => {
      for (let at = 1; at <= run.input.to; at++)
        await run.step(async () => ({ done: at, failed: 0, checkpoint: { at } }))
      return { counted: run.input.to }
    },
  })
  const operation = await create(database, actor, 'tests.count', { to: 3 })
  assert.equal(operation.status, 'queued')
  const ended = await end(database, actor, operation)
  assert.deepEqual(
    [ended.status, ended.done, ended.total, ended.failed, ended.result],
    ['succeeded', 3, 3, 0, { counted: 3 }],
  )
  assert.ok(ended.started_at! <= ended.finished_at!)

  const { data } = await listEvents(database.tenant(actor.org_id), { limit: 100 })
  const told = data.filter(({ subject }) => subject === `operation:${operation.id}`)
  const states = told.map(({ type, data }) => [
    type,
    (data.operation as Operation).status,
    (data.operation as Operation).done,
  ])
  assert.deepEqual(states, [
    ['operation.created', 'queued', 0],
    ['operation.updated', 'running', 0],
    ['operation.updated', 'running', 1],
    ['operation.updated', 'running', 2],
    ['operation.updated', 'running', 3],
    ['operation.updated', 'succeeded', 3],
  ])

  const entries = await database.tenant(actor.org_id).selectFrom('audit_entry').where('subject', '=', `operation:${operation.id}`)
    .select(['type', 'actor_kind', 'actor_id']).orderBy('id').execute()
  assert.deepEqual(entries, [
    { type: 'operation.created', actor_kind: 'user', actor_id: actor.id },
    { type: 'operation.updated', actor_kind: 'system', actor_id: operation.id },
  ])
})

test('an error that says what is wrong fails the operation at once', async (t) => {
  const { database, actor } = await begin(t)
  let tries = 0
  await run(t, database, {
    'tests.refuse': async () => {
      tries++
      throw invalid('The file is empty.')
    },
  })
  const ended = await end(database, actor, await create(database, actor, 'tests.refuse'))
  assert.deepEqual([ended.status, ended.error], ['failed', { code: 'invalid', message: 'The file is empty.' }])
  assert.equal(tries, 1)
})

test('an operation that nobody knows how to run fails with a word', async (t) => {
  const { database, actor } = await begin(t)
  await run(t, database, {})
  const ended = await end(database, actor, await create(database, actor, 'tests.nobody'))
  assert.deepEqual([ended.status, ended.error?.code], ['failed', 'unknown_kind'])
})

test('an unexpected error is tried five times, each from the last checkpoint, and then said', async (t) => {
  const { database, actor } = await begin(t)
  const checkpoints: unknown[] = []
  await run(t, database, {
    'tests.break': async (run: OperationRun<unknown, { at: number }>) => {
      checkpoints.push(run.checkpoint)
      const at = (run.checkpoint?.at ?? 0) + 1
      await run.step(async () => ({ done: at, failed: 0, checkpoint: { at } }))
      throw new Error('It broke.')
    },
  })
  const operation = await create(database, actor, 'tests.break')
  const ended = await until(async () => {
    await hasten(database)
    return over(await findOperation(database.tenant(actor.org_id), operation.id))
  })
  assert.equal(ended.status, 'failed')
  assert.deepEqual(ended.error, { code: 'internal', message: "It failed 5 times; the server's log says why." })
  assert.deepEqual(checkpoints, [null, { at: 1 }, { at: 2 }, { at: 3 }, { at: 4 }])
})

test('a step and its progress are stored together, or neither is', async (t) => {
  const { database, actor } = await begin(t)
  await run(t, database, {
    'tests.half': async (run: OperationRun<unknown, { at: number }>) => {
      await run.step(async (tx) => {
        await sql`insert into tag (org_id, name) values (current_org(), 'stored')`.execute(tx)
        return { done: 1, failed: 0, checkpoint: { at: 1 } }
      })
      await run.step(async (tx) => {
        await sql`insert into tag (org_id, name) values (current_org(), 'lost')`.execute(tx)
        throw invalid('Stop here.')
      })
      return {}
    },
  })
  const ended = await end(database, actor, await create(database, actor, 'tests.half'))
  assert.deepEqual([ended.status, ended.done], ['failed', 1])
  assert.deepEqual(await database.query('select name from tag'), [{ name: 'stored' }])
})

test('a step that collides with another transaction is done again', async (t) => {
  const { database, actor } = await begin(t)
  await database.query("insert into tag (org_id, name) values ($1, 'taken')", [actor.org_id])
  let tries = 0
  await run(t, database, {
    'tests.collide': async (run: OperationRun<unknown, { at: number }>) => {
      await run.step(async (tx) => {
        const name = ++tries < 3 ? 'taken' : 'free'
        await sql`insert into tag (org_id, name) values (current_org(), ${name})`.execute(tx)
        return { done: 1, failed: 0, checkpoint: { at: 1 } }
      })
      return {}
    },
  })
  const ended = await end(database, actor, await create(database, actor, 'tests.collide'))
  assert.deepEqual([ended.status, tries], ['succeeded', 3])
})

test('a worker that another has superseded can store nothing more', async (t) => {
  const { database, actor } = await begin(t)
  const [started, mayGoOn, refused] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
    Promise.withResolvers<Error>(),
  ]
  await run(t, database, {
    'tests.slow': async (run: OperationRun<unknown, { at: number }>) => {
      started.resolve()
      await mayGoOn.promise
      await run
        .step(async (tx) => {
          await sql`insert into tag (org_id, name) values (current_org(), 'late')`.execute(tx)
          return { done: 1, failed: 0, checkpoint: { at: 1 } }
        })
        .catch((error) => {
          refused.resolve(error)
          throw error
        })
      return {}
    },
  })
  const operation = await create(database, actor, 'tests.slow')
  await started.promise
  await database.query('update operation set attempt = attempt + 1')
  mayGoOn.resolve()
  assert.match((await refused.promise).message, /another worker has it/)
  assert.deepEqual(await database.query('select name from tag'), [])
  await until(async () => (await jobs(database)) === 0)
  const left = await findOperation(database.tenant(actor.org_id), operation.id)
  assert.deepEqual([left?.status, left?.done], ['running', 0])
})

test('a worker that stops hands an operation over at its next step, and another goes on from there', async (t) => {
  const { database, actor } = await begin(t)
  const counted: number[] = []
  const first = Promise.withResolvers<void>()
  const runners: Record<string, OperationRunner> = {
    'tests.count': async (run: OperationRun<{ to: number }, { at: number }>) => {
      for (let at = (run.checkpoint?.at ?? 0) + 1; at <= run.input.to; at++) {
        run.signal.throwIfAborted()
        await run.step(async () => ({ done: at, failed: 0, checkpoint: { at } }))
        counted.push(at)
        if (at === 3) {
          first.resolve()
          await new Promise((resolve) => run.signal.addEventListener('abort', resolve, { once: true }))
        }
      }
      return {}
    },
  }
  const worker = await run(t, database, runners)
  const operation = await create(database, actor, 'tests.count', { to: 6 })
  await first.promise
  await worker.stop()
  assert.equal((await findOperation(database.tenant(actor.org_id), operation.id))?.status, 'queued')
  await run(t, database, runners)
  const ended = await end(database, actor, operation)
  assert.deepEqual([ended.status, counted], ['succeeded', [1, 2, 3, 4, 5, 6]])
})

test('after kill -9 of a worker another takes its operation up; no step is lost or doubled', async (t) => {
  const { database, actor } = await begin(t)
  const operation = await create(database, actor, 'tests.count', { to: 200 })
  const [first, second] = await Promise.all([startCounter(t, database.address), startCounter(t, database.address)])
  await until(async () => (await database.query<{ n: number }>('select count(*)::int as n from tag'))[0]!.n > 20)
  const before = await find(database, actor, operation.id)
  const holder = (await first.counts()) ? first : second
  await holder.kill()
  const taken = await until(async () => {
    const now = await find(database, actor, operation.id)
    const [{ attempt }] = (await database.query('select attempt from operation')) as [{ attempt: number }]
    return attempt === 2 && now
    // Five to be sure that it is dead, three to look, two to ask; the rest is for a busy machine.
  }, 30)
  assert.ok(taken.done >= before.done)
  const ended = await end(database, actor, operation)
  assert.deepEqual([ended.status, ended.done], ['succeeded', 200])
  const names = await database.query<{ name: string }>('select name from tag')
  assert.deepEqual(
    names.map(({ name }) => Number(name)).toSorted((a, b) => a - b),
    Array.from({ length: 200 }, (_, n) => n + 1),
  )
})

test('a worker outlives the loss of its connections', async (t) => {
  const { database, actor } = await begin(t)
  const ran: string[] = []
  await work(t, database, {
    'tests.note': async ({ word }: { org_id: string; word: string }) => void ran.push(word),
  } as JobHandlers)
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'rapport_worker' and datname = current_database()`,
  )
  await database.transact(actor, (tx) => enqueue(tx, 'tests.note', { org_id: actor.org_id, word: 'after' } as never))
  await until(async () => ran.length > 0)
  assert.deepEqual(ran, ['after'])
})

test('when the database goes away and comes back the operation goes on; no step is lost or doubled', async (t) => {
  const { database, actor } = await begin(t)
  const proxy = await startProxy(t, database.address)
  const behind = openTestDatabase(t, proxy.address)
  await run(t, behind, {
    'tests.count': async (run: OperationRun<{ to: number }, { at: number }>) => {
      for (let at = (run.checkpoint?.at ?? 0) + 1; at <= run.input.to; at++) {
        await run.step(async (tx) => {
          await sql`insert into tag (org_id, name) values (current_org(), ${String(at)})`.execute(tx)
          return { done: at, failed: 0, checkpoint: { at } }
        })
        if (at === 10) await proxy.cut()
      }
      return {}
    },
  })
  const operation = await create(database, actor, 'tests.count', { to: 20 })
  await until(async () => (await find(database, actor, operation.id)).done === 10)
  await setTimeout(1_000)
  await proxy.mend()
  const ended = await until(async () => {
    await hasten(database)
    return over(await findOperation(database.tenant(actor.org_id), operation.id))
  })
  assert.deepEqual([ended.status, ended.done], ['succeeded', 20])
  assert.equal((await database.query('select from tag')).length, 20)
})

test('a worker that is stopped while it waits for the database does not start again', async (t) => {
  const { database } = await begin(t)
  const proxy = await startProxy(t, database.address)
  const worker = await work(t, openTestDatabase(t, proxy.address), {})
  await proxy.cut()
  await until(async () => !worker.running())
  await proxy.mend()
  await worker.stop()
  // It would have been back after a second.
  await setTimeout(1_500)
  assert.equal(worker.running(), false)
})

test('a worker whose very first query fails takes up work all the same', async (t) => {
  const { database, actor } = await begin(t)
  const ran: string[] = []
  const handlers = {
    'tests.note': async ({ word }: { org_id: string; word: string }) => void ran.push(word),
  } as JobHandlers
  await database.connectAs('worker', async (blocker) => {
    await blocker.query('begin; lock table graphile_worker._private_tasks in access exclusive mode')
    const starting = work(t, database, handlers)
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
  await database.transact(actor, (tx) => enqueue(tx, 'tests.note', { org_id: actor.org_id, word: 'after' } as never))
  await until(async () => ran.length > 0)
  assert.deepEqual(ran, ['after'])
})

test('of one kind three run at once, and those that are cancelled, however many at once, let the next ones in', async (t) => {
  const { database, actor } = await begin(t)
  const ids: string[] = []
  for (let n = 0; n < 6; n++) ids.push((await create(database, actor, 'tests.queue')).id)
  const issued = async () => {
    const query = "select id from operation where ticket is not null and status = 'queued' order by id"
    const rows = await database.query<{ id: string }>(query)
    return rows.map(({ id }) => ids.indexOf(id))
  }
  assert.deepEqual(await issued(), [0, 1, 2])
  const { promise: both, resolve: goOn } = Promise.withResolvers<void>()
  const one = database.transact(actor, async (tx) => {
    await cancelOperation(tx, actor, ids[0]!)
    await both
    await cancelOperation(tx, actor, ids[1]!)
  })
  await until(async () => (await turns(database, true)) > 0)
  const other = database.transact(actor, (tx) => cancelOperation(tx, actor, ids[4]!))
  await until(async () => (await turns(database, false)) > 0)
  goOn()
  await Promise.all([one, other])
  assert.deepEqual(await issued(), [2, 3, 5])
})

test('an organization may be given more or fewer at once', async (t) => {
  const { database, actor } = await begin(t)
  const waiting = async () => {
    for (let n = 0; n < 3; n++) await create(database, actor, 'tests.queue')
    return (await database.query("select from operation where ticket is not null and status = 'queued'")).length
  }
  await database.query('update organization set parallel_operations = 1 where id = $1', [actor.org_id])
  assert.equal(await waiting(), 1)
  await database.query('update organization set parallel_operations = 5 where id = $1', [actor.org_id])
  assert.equal(await waiting(), 5)
})

test('an operation that is resumed waits for its turn like any other', async (t) => {
  const { database, actor } = await begin(t)
  const first = await create(database, actor, 'tests.queue')
  await database.transact(actor, (tx) => pauseOperation(tx, actor, first.id))
  for (let n = 0; n < 3; n++) await create(database, actor, 'tests.queue')
  await database.transact(actor, (tx) => resumeOperation(tx, actor, first.id))
  const [row] = await database.query<{ ticket: string | null }>('select ticket from operation where id = $1', [first.id])
  assert.equal(row!.ticket, null)
})

/** How many hold, or wait for, the turn to start operations. */
async function turns(database: TestDatabase, granted: boolean): Promise<number> {
  const query = `select from pg_locks where locktype = 'advisory' and granted = $1
    and classid = hashtext('operations.next')::bit(32)::bigint::oid
    and database = (select oid from pg_database where datname = current_database())`
  return (await database.query(query, [granted])).length
}

/** The queue waits longer and longer between tries. */
function hasten(database: TestDatabase) {
  return database.query(`
    with hastened as (
      update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now() returning id
    )
    select pg_notify('jobs:insert', '{"count":1}') from hastened`)
}

async function begin(t: Scope): Promise<{ database: TestDatabase; actor: Actor }> {
  const database = await testDatabase(t)
  const made = await createOrganization(database, {
    organization: unique('Org'),
    name: 'Owner',
    email: `${unique('owner')}@example.org`,
  })
  return { database, actor: { org_id: made.organization_id, kind: 'user', id: made.user_id, role: 'owner' } }
}

async function work(t: Scope, database: TestDatabase, handlers: JobHandlers): Promise<Worker> {
  const worker = await startWorker(database.pools.worker, handlers, { concurrency: 2, log })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= worker.stop())
  onClose(t, stop)
  return { ...worker, stop }
}

function run(t: Scope, database: TestDatabase, runners: Record<string, OperationRunner>): Promise<Worker> {
  return work(t, database, operationJobs(database, runners, log))
}

function create(
  database: TestDatabase,
  actor: Actor,
  kind: string,
  input: Record<string, unknown> = {},
): Promise<Operation> {
  return database.transact(actor, (tx) => createOperation(tx, actor, { kind, input }))
}

async function find(database: TestDatabase, actor: Actor, id: string): Promise<Operation> {
  return (await findOperation(database.tenant(actor.org_id), id))!
}

function end(database: TestDatabase, actor: Actor, { id }: Operation): Promise<Operation> {
  return until(async () => over(await findOperation(database.tenant(actor.org_id), id)))
}

function over(operation: Operation | undefined): Operation | undefined {
  return operation && ['succeeded', 'failed'].includes(operation.status) ? operation : undefined
}

async function jobs(database: TestDatabase): Promise<number> {
  return (await database.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]!.n
}
