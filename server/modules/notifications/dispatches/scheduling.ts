// When somebody is told by mail or push: a while after something came in, so that who sees it in the inbox meanwhile is spared, and what
// comes together is told together. Urgent things go at once.

import { sql } from 'kysely'
import type pg from 'pg'
import { enqueueAll, priorities, type JobPayload } from '#platform/jobs'
import { runPrepared, type Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'

export type Way = 'mail' | 'push'

export interface TellJob extends JobPayload {
  org_id: string
  user_id: string
  way: Way
}

/** Whoever looks at the inbox has read it by then. */
const pushDelaySeconds = 5

/** Of users whose inboxes are locked: those whom something new is to be told by this way, and whether it is urgent. */
export async function scheduleTelling(tx: Tx, orgId: string, way: Way, users: { user_id: string; urgent: boolean }[]) {
  if (users.length === 0) return
  const column = sql.ref(`${way}_due_at`)
  const wait = way === 'mail' ? sql`make_interval(mins => mail_minutes)` : sql`make_interval(secs => ${pushDelaySeconds})`
  const rows = await runPrepared(tx, `notifications.schedule_${way}`, sql<{ user_id: string; due_at: string }>`
    update inbox set ${column} = due.at
    from (
      select user_id, case when urgent then now() else now() + ${wait} end as at
      from json_to_recordset(${JSON.stringify(users)}) as given (user_id uuid, urgent boolean) join inbox using (user_id)
      where org_id = (select current_org())
    ) due
    where org_id = (select current_org()) and inbox.user_id = due.user_id and (${column} is null or due.at < ${column})
    returning inbox.user_id, ${column} as due_at
  `)
  // Of a message to everyone in a room there are hundreds.
  await enqueueAll(tx, task, rows.map(({ user_id, due_at }) => at({ org_id: orgId, user_id, way }, new Date(due_at))))
}

export async function enqueueTelling(tx: Tx, job: TellJob, time: Date) {
  await enqueueAll(tx, task, [at(job, time)])
}

const task = 'notifications.tell'

function at(job: TellJob, run_at: Date) {
  return { payload: job, key: `${task}:${job.org_id}:${job.user_id}:${job.way}`, run_at, priority: priorities.urgent }
}

/** What a job that was given up has left. On the pool of the system role. */
export async function tellOverdue({ transact }: Tenancy, system: pg.Pool) {
  const { rows } = await system.query<TellJob>(`
    select org_id, user_id, way from inbox, lateral (values ('mail', mail_due_at), ('push', push_due_at)) due (way, at)
    where least(mail_due_at, push_due_at) < now() - interval '1 minute' and due.at < now() - interval '1 minute' limit 1000
  `)
  for (const job of rows) await transact(job, (tx) => enqueueTelling(tx, job, new Date()))
}
