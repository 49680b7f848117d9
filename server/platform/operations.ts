// Operations: long jobs that a person can watch, pause and cancel. This is the noun; operation-worker.ts carries it out.

import { sql, type RawBuilder } from 'kysely'
import { conflict, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, priorities, type JobPayload } from '#platform/jobs'
import type { Db, Tx } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'

export const operationStatuses = ['queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled'] as const

export type OperationStatus = (typeof operationStatuses)[number]

export interface Operation {
  id: string
  kind: string
  /** Of what it is about, where that is a file: `filename` of its input. */
  filename: string | null
  /** Whether it stores nothing but what would come of it: `dry_run` of its input. */
  dry_run: boolean
  status: OperationStatus
  /** Items gone through, the failed ones among them. */
  done: number
  /** Null while it is not known. */
  total: number | null
  failed: number
  /** Items a second, in the current run. */
  rate: number | null
  error: { code: string; message: string } | null
  result: Record<string, unknown> | null
  created_at: string
  started_at: string | null
  finished_at: string | null
  /** When what it did was taken back. */
  undone_at: string | null
}

/** The files in the storage that operations still want: what a runner reads is `file` of its input. */
export const wantedFiles =
  "select input->>'file' as file from operation where status in ('queued', 'running', 'paused') and input ? 'file'"

/** Stores an operation and queues its job. `input` is what its runner will be given. */
export async function createOperation(
  tx: Tx,
  actor: Actor,
  { kind, input, total }: { kind: string; input: Record<string, unknown>; total?: number },
): Promise<Operation> {
  await lockQueue(tx, actor.org_id, kind)
  const { rows } = await sql<Operation>`
    insert into operation (org_id, kind, input, total, created_by)
    values (${actor.org_id}, ${kind}, ${JSON.stringify(input)}, ${total ?? null},
      ${JSON.stringify({ kind: actor.kind, id: actor.id })})
    returning ${columns}
  `.execute(tx)
  const operation = rows[0]!
  await publish(tx, actor, { type: 'operation.created', subject: `operation:${operation.id}`, data: { operation } })
  await queueNext(tx, actor.org_id, kind)
  return operation
}

/** The operation, or undefined when this organization has none with this id. */
export async function findOperation(db: Db, id: string): Promise<Operation | undefined> {
  const { rows } = await sql<Operation>`
    select ${columns} from operation where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  return rows[0]
}

/** Who has started these operations, of those that are there. */
export async function findStarters(db: Db, ids: string[]): Promise<Map<string, Pick<Actor, 'kind' | 'id'>>> {
  const { rows } = await sql<{ id: string; created_by: Pick<Actor, 'kind' | 'id'> }>`
    select id, created_by from operation where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, created_by }) => [id, created_by]))
}

export interface OperationFilter {
  status?: OperationStatus
  /** `import.*` is all that begin with `import.`. */
  kind?: string
  dry_run?: boolean
  /** RFC 3339; both ends belong to it. */
  created_from?: string
  created_to?: string
}

/** Newest first. `before` is the id of the last one of the page before: ids are in the order of time. */
export async function listOperations(
  db: Db,
  { limit, before, status, kind, dry_run, created_from, created_to }: OperationFilter & { limit: number; before?: CursorValue },
): Promise<Operation[]> {
  const conditions = [
    sql`org_id = (select current_org())`,
    ...(before === undefined ? [] : [sql`id < ${before}::uuid`]),
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(kind === undefined ? [] : [kind.endsWith('.*') ? sql`starts_with(kind, ${kind.slice(0, -1)})` : sql`kind = ${kind}`]),
    ...(dry_run === undefined ? [] : [sql`coalesce((input->>'dry_run')::boolean, false) = ${dry_run}`]),
    ...(created_from === undefined ? [] : [sql`created_at >= ${created_from}::timestamptz`]),
    ...(created_to === undefined ? [] : [sql`created_at <= ${created_to}::timestamptz`]),
  ]
  const { rows } = await sql<Operation>`
    select ${columns} from operation where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}
  `.execute(db)
  return rows
}

/** Stops a queued or running operation where it stands; what is stored stays. Throws not_found, conflict. */
export function pauseOperation(tx: Tx, actor: Actor, id: string): Promise<Operation> {
  return control(tx, actor, id, { from: ['queued', 'running'], set: sql`status = 'paused', ticket = null, rate = null` })
}

/** Lets a paused operation go on behind its last checkpoint. Throws not_found, conflict. */
export function resumeOperation(tx: Tx, actor: Actor, id: string): Promise<Operation> {
  return control(tx, actor, id, { from: ['paused'], set: sql`status = 'queued', error = null` })
}

/** Ends an operation for good; what is stored stays. Throws not_found, conflict when it has ended already. */
export function cancelOperation(tx: Tx, actor: Actor, id: string): Promise<Operation> {
  const set = sql`status = 'cancelled', finished_at = now(), rate = null`
  return control(tx, actor, id, { from: ['queued', 'running', 'paused'], set })
}

/** Says that what an operation did has been taken back; one that is not kept any more needs no mark. */
export async function markUndone(tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql<Operation>`
    update operation set undone_at = now() where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  if (rows[0]) await publishOperation(tx, actor, rows[0])
}

/** Changes an operation that is in one of the states `from`, tells everyone, and lets the next ones start. */
async function control(
  tx: Tx,
  actor: Actor,
  id: string,
  { from, set }: { from: OperationStatus[]; set: RawBuilder<unknown> },
): Promise<Operation> {
  const found = await findOperation(tx, id)
  if (!found) throw notFound('operation', id)
  await lockQueue(tx, actor.org_id, found.kind)
  const before = await lockOperation(tx, id)
  if (!from.includes(before.status)) {
    throw conflict('operation_status', `The operation is ${before.status}; this needs one that is ${from.join(' or ')}.`)
  }
  const { rows } = await sql<Operation>`
    update operation set ${set} where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  await publishOperation(tx, actor, rows[0]!)
  await queueNext(tx, actor.org_id, before.kind)
  return rows[0]!
}

async function lockOperation(tx: Tx, id: string): Promise<Operation> {
  const { rows } = await sql<Operation>`
    select ${columns} from operation where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  return rows[0]!
}

/** Tells who watches how the operation stands; the audit log too, unless it only goes on. */
export async function publishOperation(tx: Tx, actor: Actor, operation: Operation, { audited = true } = {}) {
  await publish(tx, actor, { type: 'operation.updated', subject: `operation:${operation.id}`, data: { operation }, audited })
}

/**
 * Of one kind and organization, one transaction at a time starts operations. Taken before the row of any of them is
 * locked: who has it may want the next row of those that wait.
 */
export async function lockQueue(tx: Tx, orgId: string, kind: string) {
  await sql`select pg_advisory_xact_lock(hashtext('operations.next'), hashtext(${`${orgId} ${kind}`}))`.execute(tx)
}

/** Queues the jobs of those that may start now; the others wait in the order they came. Called under `lockQueue` whenever one was added, or ceased to run. */
export async function queueNext(tx: Tx, orgId: string, kind: string) {
  const { rows } = await sql<{ id: string; ticket: string }>`
    update operation set ticket = new_id()
    where org_id = (select current_org()) and status = 'queued' and ticket is null and id in (
      select id from operation
      where org_id = (select current_org()) and kind = ${kind} and status in ('queued', 'running')
      order by ticket is null, id
      limit (select parallel_operations from organization where id = (select current_org()))
    )
    returning id, ticket
  `.execute(tx)
  for (const { id, ticket } of rows) await queueJob(tx, { org_id: orgId, operation_id: id, ticket })
}

export interface OperationJob extends JobPayload {
  org_id: string
  operation_id: string
  /** The one that the operation holds; a job with another belongs to the time before a pause. */
  ticket: string
}

function queueJob(tx: Tx, job: OperationJob) {
  return enqueue(tx, 'operations.run', job, { priority: priorities.bulk, max_attempts })
}

/** An operation gives up by itself. Its end has to be stored, though, however long the database takes no writes. */
const max_attempts = 1_000

/** Of the row, in the order of `Operation`. */
export const columns = sql.raw(
  "id, kind, input->>'filename' as filename, coalesce((input->>'dry_run')::boolean, false) as dry_run, " +
    'status, done, total, failed, rate, error, result, created_at, started_at, finished_at, undone_at',
)
