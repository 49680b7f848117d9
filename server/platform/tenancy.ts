// Every query runs in a transaction that names its organization; row-level security in the database does the rest.
//
// A read is one round trip (db/organization-read.ts); a transaction writes its begin together with its first query.

import type { CompiledQuery, QueryResult } from 'kysely'
import type pg from 'pg'
import { kyselyOn, statementName, type Db, type Execute, type Tx } from '#platform/db/kysely'
import { readOnce } from '#platform/db/organization-read'
import { keepLatest } from '#platform/keep-latest'

export const memberRoles = ['guest', 'member', 'admin', 'owner'] as const

export type MemberRole = (typeof memberRoles)[number]

/** Who does something, for which organization. `system` is Rapport itself, carrying out what somebody had started. */
export interface Actor {
  org_id: string
  kind: 'api_key' | 'user' | 'system'
  id: string
  role: MemberRole
  /** Where the request came from; undefined for what no request asked for. Kept in the audit log alone. */
  origin?: Origin
  /** What the next transaction of this actor begins with, once (idempotency.ts). */
  claim?: Claim
}

export interface Origin {
  address: string
  user_agent: string | undefined
}

/** A note that stands for what a transaction does: stored with it, or not at all. */
export interface Claim {
  write(tx: Tx): Promise<void>
  /** Whether it has been committed. */
  kept: boolean
}

type TransactionActor = Pick<Actor, 'org_id' | 'claim'>

export interface Tenancy {
  /** Reads of this organization, each query its own read-only transaction. Throws when the id is none. */
  tenant(orgId: string): Db
  /** The same from the read replica, where there is one that answers: for lists, which bear being a moment old. */
  replica(orgId: string): Db
  /** Runs `work` in one transaction of the actor's organization; commits when it returns, rolls back when it throws. */
  transact<T>(actor: TransactionActor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As `transact`, on a connection that can also `COPY`. For bulk work; few at once. */
  transactBulk<T>(actor: TransactionActor, work: (tx: Tx, client: pg.PoolClient) => Promise<T>): Promise<T>
}

export interface TenantPools {
  app: pg.Pool
  bulk: pg.Pool
  replica: pg.Pool
}

export interface TenancyOptions {
  /** Whether the pools' connections keep named statements (a PgBouncer before 1.21 cannot). */
  prepared: boolean
  /** Called after each transaction that may have written something. */
  committed?: () => void
  /** Told of each wait for a connection and each query how long it took, in seconds. */
  timed?: (what: Timed, seconds: number) => void
}

export type Timed = 'connection' | 'query'

export function createTenancy(pools: TenantPools, { prepared, committed, timed }: TenancyOptions): Tenancy {
  const named = (query: CompiledQuery) => (prepared ? statementName(query) : undefined)
  const time = async <T>(what: Timed, work: Promise<T>): Promise<T> => {
    const begun = performance.now()
    try {
      return await work
    } finally {
      timed?.(what, (performance.now() - begun) / 1_000)
    }
  }
  const connect = (pool: pg.Pool) => time('connection', pool.connect())

  const ask = async (pool: pg.Pool, orgId: string, query: CompiledQuery) => {
    const client = await connect(pool)
    return result(await time('query', readOnce(client, orgId, statement(query, named(query)))))
  }
  const readFrom = (pool: pg.Pool) => {
    // A Kysely costs as much as a tenth of a read.
    return keepLatest(1_000, (orgId) => {
      checkId(orgId)
      return kyselyOn(async (query) => {
        try {
          return await ask(pool, orgId, query)
        } catch (error) {
          // What a replica cannot answer, away or behind as it is, the primary can; what took too long would again.
          if (pool === pools.app || (error as pg.DatabaseError).code === '57014') throw error
          return ask(pools.app, orgId, query)
        }
      })
    })
  }

  const transactIn = (pool: pg.Pool) => {
    return async <T>({ org_id, claim }: TransactionActor, work: (tx: Tx, client: pg.PoolClient) => Promise<T>) => {
      const begin = `begin; ${setOrganization(org_id)}`
      const client = await connect(pool)
      let ended = false
      let failure: unknown
      const execute: Execute = async (query) => {
        // Left over when a query beside it failed: the connection is another organization's by now, or soon will be.
        if (ended) throw new Error('The transaction has ended: wait for all of its queries before it does.')
        try {
          return await time('query', runOn(client, query, named(query)))
        } catch (error) {
          failure ??= error
          throw error
        }
      }
      try {
        // Not awaited here: it travels in one write with the first query. A failure of it fails that query too.
        const opened = client.query(begin)
        opened.catch(ignore)
        const tx = kyselyOn(execute) as Tx
        const claiming = claim && !claim.kept
        if (claiming) await claim.write(tx)
        const answer = await work(tx, client)
        await opened
        ended = true
        const { command } = await client.query('commit')
        // PostgreSQL answers the commit of a failed transaction with a friendly ROLLBACK.
        if (command === 'ROLLBACK') throw new Error('Nothing was stored: a statement of this transaction had failed.')
        client.release()
        if (claiming) claim.kept = true
        committed?.()
        return answer
      } catch (error) {
        ended = true
        await client.query('rollback').then(
          () => client.release(),
          (broken) => client.release(broken),
        )
        // Of queries at once, those behind the one that failed are refused because of it, and may be heard of first.
        throw (error as pg.DatabaseError).code === '25P02' ? (failure ?? error) : error
      }
    }
  }

  return {
    tenant: readFrom(pools.app),
    replica: readFrom(pools.replica),
    transact: transactIn(pools.app),
    transactBulk: transactIn(pools.bulk),
  }
}

/** Runs a query as it is: on a connection with an open transaction, or on a pool without one. */
export async function runOn(client: pg.Pool | pg.ClientBase, query: CompiledQuery, name?: string) {
  return result(await client.query(statement(query, name)))
}

function statement({ sql, parameters }: CompiledQuery, name: string | undefined): pg.QueryConfig<unknown[]> {
  return { text: sql, values: parameters as unknown[], name }
}

function result({ command, rowCount, rows }: pg.QueryResult): QueryResult<unknown> {
  const affected = command === 'SELECT' ? undefined : BigInt(rowCount ?? 0)
  return { rows, numAffectedRows: affected }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function setOrganization(orgId: string): string {
  checkId(orgId)
  return `set local rapport.org_id = '${orgId}'`
}

function checkId(orgId: string) {
  if (!uuid.test(orgId)) throw new Error(`Not an organization id: ${orgId}`)
}

function ignore() {}
