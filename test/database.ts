// A database of its own for a test, cloned from the migrated template in some 0.1 s.

import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { withClient } from '#platform/db/connect'
import { as, openDatabase, type Database, type DatabaseAddress } from '#platform/db/database'
import type { RoleName } from '#platform/db/roles'
import { file, onClose, type Scope } from './scope.ts'
import { administer, databaseAddress, startTestServer, template, type ServerAccess } from './server.ts'

export interface TestDatabase extends Database {
  address: DatabaseAddress
  /** Runs one statement as the superuser, past every policy. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** Runs `work` on a connection of one of Rapport's roles. */
  connectAs<T>(role: RoleName, work: (client: pg.Client) => Promise<T>): Promise<T>
}

/** Opens a database that is migrated and empty. Closed and dropped when the scope ends. */
export async function testDatabase(scope: Scope): Promise<TestDatabase> {
  return openTestDatabase(scope, await newDatabase(scope, template))
}

/** The address of a database with nothing in it, not even our schema. */
export function emptyDatabase(scope: Scope): Promise<DatabaseAddress> {
  return newDatabase(scope, 'template0')
}

async function newDatabase(scope: Scope, from: string): Promise<DatabaseAddress> {
  const server = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer((client) => client.query(`create database ${name} template ${from} strategy file_copy`), server)
  onClose(scope, () => administer((client) => client.query(`drop database ${name} with (force)`), server))
  return databaseAddress(server, name)
}

/** Opens a database by its address, which may lead through something in between. */
export function openTestDatabase(scope: Scope, address: DatabaseAddress): TestDatabase {
  const database = openDatabase(address)
  onClose(scope, () => database.close())
  return {
    ...database,
    address,
    async query(text, values) {
      return withClient({ connectionString: address.direct_url }, async (client) => {
        return (await client.query(text, values)).rows
      })
    },
    connectAs: (role, work) => withClient(as(address, role), work),
  }
}

let access: Promise<ServerAccess> | undefined

/** The server that `npm test` started for all files; a file that is run alone (`node --test FILE`) starts its own. */
export function testServer(): Promise<ServerAccess> {
  return (access ??= findOrStart())
}

// The first thing of the file to be opened, and so the last to be closed.
let ownServer: Awaited<ReturnType<typeof startTestServer>> | undefined
onClose(file, () => ownServer?.stop())

async function findOrStart(): Promise<ServerAccess> {
  if (process.env.RAPPORT_TEST_SERVER) return JSON.parse(process.env.RAPPORT_TEST_SERVER) as ServerAccess
  ownServer = await startTestServer()
  return ownServer.access
}
