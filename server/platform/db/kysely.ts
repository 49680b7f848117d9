// Kysely over one way of running a query: a connection that is inside a transaction, or a read that opens its own.

import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import type { Tables } from '#platform/db/tables'

/** Reads of one organization. Every query is a read-only transaction of its own, in one write to the socket. */
export type Db = Kysely<Tables>

declare const transaction: unique symbol

/** An open transaction of one organization: what writes, and what locks, asks for it. */
export type Tx = Db & { readonly [transaction]: true }

export type Execute = (query: CompiledQuery) => Promise<QueryResult<unknown>>

/** A Kysely whose queries all go through `execute`. Its own transactions are refused: use `transact`. */
export function kyselyOn(execute: Execute): Db {
  const connection = { executeQuery: execute, streamQuery: refuse } as unknown as DatabaseConnection
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: refuse,
        commitTransaction: refuse,
        rollbackTransaction: refuse,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  })
}

interface PreparedQuery extends CompiledQuery {
  /** The name under which each connection keeps the statement. */
  readonly statement: string
}

/**
 * A hot query, built once and prepared by name on each connection: PostgreSQL neither parses nor, after five runs,
 * plans it again. So it must be good with a generic plan too: look at both before you give a statement a name.
 */
export function prepare<Values extends unknown[], Row>(name: string, text: string) {
  return async (db: Db, ...values: Values): Promise<Row[]> => {
    const query: PreparedQuery = { ...CompiledQuery.raw(text, values), statement: name }
    return (await db.executeQuery<Row>(query as CompiledQuery<Row>)).rows
  }
}

/** The same for a query that is put together of pieces, and whose text is always the same under this name. */
export async function runPrepared<Row>(db: Db, name: string, query: RawBuilder<Row>): Promise<Row[]> {
  const compiled: PreparedQuery = { ...query.compile(db), statement: name }
  return (await db.executeQuery<Row>(compiled as CompiledQuery<Row>)).rows
}

/** The name of a query made by `prepare` or run by `runPrepared`, else undefined. */
export function statementName(query: CompiledQuery): string | undefined {
  return (query as PreparedQuery).statement
}

async function nothing() {}

function refuse(): never {
  throw new Error('Open transactions with transact(actor, …), not with Kysely.')
}
