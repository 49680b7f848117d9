// Carries operations out: takes one up, lets its code proceed in steps that commit with their checkpoint, and ends it.

import { sql, type RawBuilder } from 'kysely'
import type pg from 'pg'
import { RapportError } from '#platform/errors'
import type { AnalysisJob } from '#platform/housekeeping'
import { enqueue, type JobContext, type JobHandlers } from '#platform/jobs'
import { columns, lockQueue, publishOperation, queueNext, type Operation, type OperationJob } from '#platform/operations'
import { isDiskFull, type Room } from '#platform/room'
import type { Tx } from '#platform/db/kysely'
import type { Log } from '#platform/log'
import type { Actor, Tenancy } from '#platform/tenancy'

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

/** The job behind every operation: finds the runner of its kind and keeps the operation's row true. */
export function operationJobs(
  tenancy: Tenancy,
  runners: Record<string, OperationRunner>,
  log: Log,
  room?: Room,
): JobHandlers {
  return {
    'operations.run': async (payload: OperationJob, context: JobContext) => {
      const actor: Actor = { org_id: payload.org_id, kind: 'system', id: payload.operation_id, role: 'owner' }
      const claimed = await tenancy.transact(actor, (tx) => claim(tx, actor, payload))
      if (!claimed) return

      const { attempt, ...operation } = claimed
      const clearing: (() => Promise<void>)[] = []
      const run: OperationRun = {
        ...operation,
        actor,
        signal: context.signal,
        step: stepper(tenancy, actor, claimed, room),
        atEnd: (clear) => void clearing.push(clear),
      }
      const end = async (outcome: Outcome) => {
        await tenancy.transact(actor, (tx) => finish(tx, actor, claimed, outcome))
        for (const clear of clearing) await clear().catch((error) => log.warn({ err: error }, 'Something was left behind.'))
      }
      try {
        const runner = runners[operation.kind]
        if (!runner) throw new RapportError('unsupported', 'unknown_kind', `No program part runs “${operation.kind}”.`)
        const result = await runner(run as never)
        await end({ status: 'succeeded', result })
      } catch (error) {
        if (error instanceof Superseded) return log.info({ operation: operation.id }, error.message)
        if (context.signal.aborted) return tenancy.transact(actor, (tx) => handOver(tx, actor, claimed))
        if (isDiskFull(error)) {
          log.error({ operation: operation.id }, 'The disk is full: an operation was paused. Make room, and resume it.')
          return tenancy.transact(actor, (tx) => pauseFull(tx, actor, claimed))
        }
        const expected = error instanceof RapportError
        if (!expected && context.attempt < attempts) throw error
        // What a user can mend may quote the user's data: it is in the operation, not in the log.
        if (expected) log.info({ operation: operation.id, code: error.code }, 'An operation failed; it says why itself.')
        else log.error({ err: error, operation: operation.id }, 'An operation failed.')
        const reason = expected
          ? { code: error.code, message: error.message }
          : { code: 'internal', message: `It failed ${attempts} times; the server's log says why.` }
        await end({ status: 'failed', error: reason })
      }
    },
  }
}

/** Errors after which an operation is given up. */
const attempts = 5

interface Claimed {
  id: string
  kind: string
  input: unknown
  checkpoint: unknown
  done: number
  total: number | null
  attempt: number
}

/** Takes the operation up. Raising `attempt` shuts out a worker that only seemed dead; the ticket, jobs of before a pause. */
async function claim(tx: Tx, actor: Actor, { operation_id, ticket }: OperationJob): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update operation set attempt = attempt + 1
    where org_id = (select current_org()) and id = ${operation_id} and ticket = ${ticket} and status in ('queued', 'running')
    returning id, kind, input, checkpoint, done, total, attempt
  `.execute(tx)
  const claimed = rows[0]
  if (claimed) {
    await change(tx, actor, claimed, sql`status = 'running', started_at = coalesce(started_at, now()), rate = null`)
  }
  return claimed
}

/** After so many items tables that have grown are analyzed; then each time when there are four times as many. */
const firstAnalysis = 2_000

function stepper(tenancy: Tenancy, actor: Actor, claimed: Claimed, room?: Room): OperationRun['step'] {
  const started = performance.now()
  let analyzeAt = firstAnalysis
  return async (work) => {
    await room?.check()
    const once = async () => {
      let gone = 0
      const checkpoint = await tenancy.transactBulk(actor, async (tx, client) => {
        const { done, failed, total, checkpoint } = await work(tx, client)
        gone = done - claimed.done
        const rate = (done - claimed.done) / ((performance.now() - started) / 1_000)
        const assignments = sql`
          done = ${done}, failed = ${failed}, total = coalesce(${total ?? null}, total), rate = ${rate},
          checkpoint = ${JSON.stringify(checkpoint)}
        `
        await change(tx, actor, claimed, assignments)
        const job: AnalysisJob = { rows: analyzeAt / 4 }
        if (gone >= analyzeAt) await enqueue(tx, 'platform.analyze_grown', job)
        return checkpoint
      })
      if (gone >= analyzeAt) analyzeAt = gone * 4
      return checkpoint
    }
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

interface Outcome {
  status: 'succeeded' | 'failed'
  result?: Record<string, unknown>
  error?: { code: string; message: string }
}

async function finish(tx: Tx, actor: Actor, claimed: Claimed, { status, result, error }: Outcome) {
  const assignments = sql`
    status = ${status}, finished_at = now(), total = case when ${status} = 'succeeded' then done else total end,
    result = ${result ? JSON.stringify(result) : null}, error = ${error ? JSON.stringify(error) : null}
  `
  await lockQueue(tx, actor.org_id, claimed.kind)
  await change(tx, actor, claimed, assignments)
  await queueNext(tx, actor.org_id, claimed.kind)
}

/** The process stops: whoever is next goes on behind the last step. */
async function handOver(tx: Tx, actor: Actor, claimed: Claimed) {
  await lockQueue(tx, actor.org_id, claimed.kind)
  await change(tx, actor, claimed, sql`status = 'queued', ticket = null`)
  await queueNext(tx, actor.org_id, claimed.kind)
}

/** Nothing of it is lost, and trying again makes no room: somebody resumes it who has made some. */
async function pauseFull(tx: Tx, actor: Actor, claimed: Claimed) {
  await lockQueue(tx, actor.org_id, claimed.kind)
  const error = JSON.stringify({ code: 'disk_full', message: pausedFull })
  await change(tx, actor, claimed, sql`status = 'paused', ticket = null, rate = null, error = ${error}`)
  await queueNext(tx, actor.org_id, claimed.kind)
}

const pausedFull = 'The disk of the server is full. What was stored stays: make room, then resume it.'

/** Another worker has the operation, or somebody ended it: what this one was about to store is rolled back. */
class Superseded extends Error {}

async function change(tx: Tx, actor: Actor, { id, attempt }: Claimed, assignments: RawBuilder<unknown>) {
  const { rows } = await sql<Operation>`
    update operation set ${assignments}
    where org_id = (select current_org()) and id = ${id} and attempt = ${attempt} and status in ('queued', 'running')
    returning ${columns}
  `.execute(tx)
  const operation = rows[0]
  if (!operation) throw new Superseded('The operation was paused or ended, or another worker has it.')
  await publishOperation(tx, actor, operation, { audited: !['queued', 'running'].includes(operation.status) })
}
