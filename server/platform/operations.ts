// Long jobs that a person can watch: progress, rate, what failed, and going on after any interruption.

import { sql } from 'kysely'
import type pg from 'pg'
import { RapportError } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, type JobContext, type JobHandlers } from '#platform/jobs'
import type { Db, Tx } from '#platform/db/kysely'
import type { Log } from '#platform/log'
import type { CursorValue } from '#platform/pages'
import type { Actor, Tenancy } from '#platform/tenancy'

export const operationStatuses = ['queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled'] as const

export type OperationStatus = (typeof operationStatuses)[number]

export interface Operation {
  id: string
  kind: string
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
}

export interface Progress<Checkpoint> {
  done: number
  failed: number
  total?: number
  /** Where to go on if the work is interrupted after this. */
  checkpoint: Checkpoint
}

/** What the code of an operation works with. */
export interface OperationRun<Input = unknown, Checkpoint = unknown> {
  id: string
  actor: Actor
  input: Input
  /** From the last `step` that was committed; null at the first start. */
  checkpoint: Checkpoint | null
  total: number | null
  /** Aborts when the process stops: throw `signal.reason`, the operation goes on elsewhere or at the next start. */
  signal: AbortSignal
  /**
   * One part of the work, and how far it brings us, in one transaction: both are stored or neither is. When it
   * collides with another transaction it is rolled back and `work` called again. Returns the checkpoint.
   */
  step(work: (tx: Tx, client: pg.PoolClient) => Promise<Progress<Checkpoint>>): Promise<Checkpoint>
  /** What is to be cleared away when the operation has ended, however it did: after that is stored, not before. */
  atEnd(clear: () => Promise<void>): void
}

export type OperationRunner = (run: OperationRun<never, never>) => Promise<Record<string, unknown>>

/** Stores an operation and queues its job. `input` is what its runner will be given. */
export async function createOperation(
  tx: Tx,
  actor: Actor,
  { kind, input, total }: { kind: string; input: Record<string, unknown>; total?: number },
): Promise<Operation> {
  const { rows } = await sql<Operation>`
    insert into operation (org_id, kind, input, total, created_by)
    values (${actor.org_id}, ${kind}, ${JSON.stringify(input)}, ${total ?? null},
      ${JSON.stringify({ kind: actor.kind, id: actor.id })})
    returning ${columns}
  `.execute(tx)
  const operation = rows[0]!
  await publish(tx, actor, { type: 'operation.created', subject: `operation:${operation.id}`, data: { operation } })
  await queue(tx, actor.org_id, operation.id)
  return operation
}

/** The operation, or undefined when this organization has none with this id. */
export async function findOperation(db: Db, id: string): Promise<Operation | undefined> {
  const { rows } = await sql<Operation>`
    select ${columns} from operation where org_id = (select current_org()) and id = ${id}
  `.execute(db)
  return rows[0]
}

/** Newest first. `before` is the id of the last one of the page before: ids are in the order of time. */
export async function listOperations(db: Db, { limit, before }: { limit: number; before?: CursorValue }) {
  const { rows } = await sql<Operation>`
    select ${columns} from operation
    where org_id = (select current_org()) and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
    order by id desc limit ${limit}
  `.execute(db)
  return rows
}

/** The job behind every operation: finds the runner of its kind and keeps the operation's row true. */
export function operationJobs(
  tenancy: Tenancy,
  runners: Record<string, OperationRunner>,
  log: Log,
): JobHandlers {
  return {
    'operations.run': async (payload: { org_id: string; operation_id: string }, context: JobContext) => {
      const actor: Actor = { org_id: payload.org_id, kind: 'system', id: payload.operation_id, role: 'owner' }
      const claimed = await tenancy.transact(actor, (tx) => claim(tx, actor, payload.operation_id))
      if (!claimed) return

      const { attempt, ...operation } = claimed
      const clearing: (() => Promise<void>)[] = []
      const atEnd: OperationRun['atEnd'] = (clear) => void clearing.push(clear)
      const run = { ...operation, actor, signal: context.signal, step: stepper(tenancy, actor, claimed), atEnd }
      const end = async (assignments: ReturnType<typeof sql>) => {
        await tenancy.transact(actor, (tx) => change(tx, actor, claimed, assignments))
        for (const clear of clearing) await clear().catch((error) => log.warn({ err: error }, 'Something was left behind.'))
      }
      try {
        const runner = runners[operation.kind]
        if (!runner) throw new RapportError('unsupported', 'unknown_kind', `No program part runs “${operation.kind}”.`)
        const result = await runner(run as never)
        await end(finished('succeeded', { result }))
      } catch (error) {
        if (error instanceof Superseded) return log.warn({ operation: operation.id }, error.message)
        if (context.signal.aborted) {
          return tenancy.transact(actor, async (tx) => {
            await change(tx, actor, claimed, sql`status = 'queued'`)
            await queue(tx, actor.org_id, operation.id)
          })
        }
        const expected = error instanceof RapportError
        if (!expected && context.attempt < attempts) throw error
        log.error({ err: error, operation: operation.id }, 'An operation failed.')
        const reason = expected
          ? { code: error.code, message: error.message }
          : { code: 'internal', message: `It failed ${attempts} times; the server's log says why.` }
        await end(finished('failed', { error: reason }))
      }
    },
  }
}

/** Errors after which an operation is given up. */
const attempts = 5

/** A killed worker uses up tries of the job as well, so the queue is given more of them than errors are allowed. */
const queueAttempts = 25

function queue(tx: Tx, orgId: string, operationId: string) {
  const payload = { org_id: orgId, operation_id: operationId }
  return enqueue(tx, 'operations.run', payload, { max_attempts: queueAttempts })
}

interface Claimed {
  id: string
  kind: string
  input: unknown
  checkpoint: unknown
  done: number
  total: number | null
  attempt: number
}

/** Takes the operation up. Raising `attempt` shuts out a worker that only seemed dead. */
async function claim(tx: Tx, actor: Actor, id: string): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update operation set attempt = attempt + 1
    where org_id = (select current_org()) and id = ${id} and status in ('queued', 'running')
    returning id, kind, input, checkpoint, done, total, attempt
  `.execute(tx)
  const claimed = rows[0]
  if (claimed) {
    await change(tx, actor, claimed, sql`status = 'running', started_at = coalesce(started_at, now()), rate = null`)
  }
  return claimed
}

function stepper(tenancy: Tenancy, actor: Actor, claimed: Claimed): OperationRun['step'] {
  const started = performance.now()
  return async (work) => {
    const once = () =>
      tenancy.transactBulk(actor, async (tx, client) => {
        const { done, failed, total, checkpoint } = await work(tx, client)
        const rate = (done - claimed.done) / ((performance.now() - started) / 1_000)
        const assignments = sql`
          done = ${done}, failed = ${failed}, total = coalesce(${total ?? null}, total), rate = ${rate},
          checkpoint = ${JSON.stringify(checkpoint)}
        `
        await change(tx, actor, claimed, assignments)
        return checkpoint
      })
    for (let collisions = 0; ; collisions++) {
      try {
        return await once()
      } catch (error) {
        if (!collided(error) || collisions === 10) throw error
      }
    }
  }
}

/** Somebody else wrote the same at the same moment: unique violation, serialization failure, deadlock. */
function collided(error: unknown): boolean {
  return ['23505', '40001', '40P01'].includes((error as pg.DatabaseError).code ?? '')
}

function finished(status: 'succeeded' | 'failed', { result, error }: { result?: unknown; error?: unknown }) {
  // The total may have been an estimate; what succeeded went through all there was.
  const total = status === 'succeeded' ? sql`done` : sql`coalesce(total, done)`
  return sql`
    status = ${status}, finished_at = now(), total = ${total},
    result = ${result ? JSON.stringify(result) : null}, error = ${error ? JSON.stringify(error) : null}
  `
}

/** Another worker has the operation, or somebody ended it: what this one was about to store is rolled back. */
class Superseded extends Error {}

async function change(tx: Tx, actor: Actor, { id, attempt }: Claimed, assignments: ReturnType<typeof sql>) {
  const { rows } = await sql<Operation>`
    update operation set ${assignments}
    where org_id = (select current_org()) and id = ${id} and attempt = ${attempt} and status in ('queued', 'running')
    returning ${columns}
  `.execute(tx)
  const operation = rows[0]
  if (!operation) throw new Superseded('Another worker has taken this operation up, or it was ended.')
  await publish(tx, actor, { type: 'operation.updated', subject: `operation:${id}`, data: { operation } })
}

const columns = sql.raw(
  'id, kind, status, done, total, failed, rate, error, result, created_at, started_at, finished_at',
)
