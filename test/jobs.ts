// Jobs that are put off: tests do not wait for their time.

import type { TestApp } from './app.ts'
import { until } from './factories.ts'

/** Lets the jobs of this task that wait for a later time run now, and returns when they have. Needs an app with a worker. */
export async function runJobsNow(app: TestApp, task: string) {
  await hurryJobs(app, task)
  await until(async () => {
    const left = await app.database.query('select from graphile_worker.jobs where task_identifier = $1', [task])
    return left.length === 0
  })
}

/** Lets the jobs of this task that wait for a later time run now. */
export async function hurryJobs(app: TestApp, task: string) {
  await app.database.query(
    `update graphile_worker._private_jobs set run_at = now()
     where task_id = (select id from graphile_worker._private_tasks where identifier = $1)`,
    [task],
  )
  await app.database.query(`select pg_notify('jobs:insert', '{"count":1}')`)
}
