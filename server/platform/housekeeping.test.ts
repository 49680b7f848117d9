import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOrganization } from '#modules/accounts'
import { createLog } from '#platform/log'
import { operationJobs, type OperationRun, type OperationRunner } from '#platform/operation-worker'
import { createOperation } from '#platform/operations'
import type { Actor } from '#platform/tenancy'
import { testDatabase } from '#test/database'
import { file } from '#test/scope'
import { platformJobs } from './housekeeping.ts'

const database = await testDatabase(file)
const context = { signal: new AbortController().signal, attempt: 1 }

test('what has grown is analyzed, and what has not is left', async () => {
  await database.query(`
    insert into "user" (id, name, email) select new_id(), 'U', n || '@example.org' from generate_series(1, 600) as n;
    select pg_stat_force_next_flush()`)
  await platformJobs(database.pools.system)['platform.analyze_grown']!({ rows: 500 } as never, context)
  const analyzed = await database.query("select relname from pg_stat_user_tables where schemaname = 'public' and last_analyze is not null")
  assert.deepEqual(analyzed, [{ relname: 'user' }])
})

test('an operation of many rows has what has grown analyzed, the more seldom the more there are', async () => {
  const made = await createOrganization(database, { organization: 'Acme', name: 'Owner', email: 'owner@acme.example' })
  const actor: Actor = { org_id: made.organization_id, kind: 'user', id: made.user_id, role: 'owner' }
  const steps = async ({ step }: OperationRun<unknown, null>) => {
    for (const done of [1_999, 2_000, 7_999, 9_000]) await step(async () => ({ done, failed: 0, checkpoint: null }))
    return {}
  }
  const { id } = await database.transact(actor, (tx) => createOperation(tx, actor, { kind: 'tests.steps', input: {} }))
  const [{ ticket }] = (await database.query<{ ticket: string }>('select ticket from operation')) as [{ ticket: string }]
  const jobs = operationJobs(database, { 'tests.steps': steps as OperationRunner }, createLog('silent'))
  await jobs['operations.run']!({ org_id: actor.org_id, operation_id: id, ticket } as never, context)
  const queued = await database.query(`
    select payload->'rows' as rows from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = task_id
    where identifier = 'platform.analyze_grown' order by job.id`)
  assert.deepEqual(queued, [{ rows: 500 }, { rows: 2_000 }])
})
