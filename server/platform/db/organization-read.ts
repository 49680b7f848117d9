// A read of one organization: a query that PostgreSQL runs in the same transaction as the statement that names the
// organization. Up to their `Sync` the messages of the extended protocol are one transaction, which ends by itself.
//
// Measured (20-row list, 50 callers, 10 connections; µs of processor a read, client and server together): plain
// prepared 229; this 249; begin + set, query and commit as three messages in one write 328. Naming the organization
// once a connection takes 216, but leaves it there for whoever comes next.

import pg from 'pg'

/** Runs one query, read-only, and gives the connection back to its pool. Without a name it is not kept prepared. */
export async function readOnce(
  client: pg.PoolClient,
  orgId: string,
  { text, values, name }: pg.QueryConfig<unknown[]>,
): Promise<pg.QueryResult> {
  if (name !== undefined) prepareOpening(client)
  try {
    const result = await new Promise<pg.QueryResult>((resolve, reject) => {
      const read = new OrganizationRead({ text, values, name, queryMode: 'extended' }, orgId)
      client.query(read.on('end', resolve).on('error', reject))
    })
    client.release()
    return result
  } catch (error) {
    // Whether the connection outlived it shows the next query.
    client.query('select').then(
      () => client.release(),
      (broken) => client.release(broken),
    )
    throw error
  }
}

/** It finds nothing, so there is no row to be read past. */
const opening = {
  name: 'rapport.organization',
  text: `select where set_config('rapport.org_id', $1, true) is null or set_config('transaction_read_only', 'on', true) is null`,
}

const prepared = new WeakSet<pg.PoolClient>()

/** Once a connection, as a query of its own: in the same write, and over before ours begins. */
function prepareOpening(client: pg.PoolClient) {
  if (prepared.has(client)) return
  prepared.add(client)
  client.query({ ...opening, values: [''] }).catch(() => prepared.delete(client))
}

/** The parts of node-postgres' query that the types leave out. */
interface Query extends pg.Submittable {
  name: string | undefined
  /** Writes Parse where it is needed, Bind, Describe, Execute and Sync. */
  prepare(connection: Connection): void
  handleCommandComplete(message: object, connection: Connection): void
  on(event: 'end', listener: (result: pg.QueryResult) => void): this
  on(event: 'error', listener: (error: Error) => void): this
}

interface Connection {
  parse(statement: { name: string; text: string }): void
  bind(portal: { statement: string; values: string[] }): void
  execute(portal: { portal: string; rows: number }): void
}

const Query = pg.Query as unknown as new (config: pg.QueryConfig & { queryMode: 'extended' }) => Query

class OrganizationRead extends Query {
  #orgId: string
  #opened = false

  constructor(config: pg.QueryConfig & { queryMode: 'extended' }, orgId: string) {
    super(config)
    this.#orgId = orgId
  }

  override prepare(connection: Connection) {
    const statement = this.name === undefined ? '' : opening.name
    if (statement === '') connection.parse({ name: '', text: opening.text })
    connection.bind({ statement, values: [this.#orgId] })
    connection.execute({ portal: '', rows: 0 })
    super.prepare(connection)
  }

  override handleCommandComplete(message: object, connection: Connection) {
    if (this.#opened) super.handleCommandComplete(message, connection)
    this.#opened = true
  }
}
