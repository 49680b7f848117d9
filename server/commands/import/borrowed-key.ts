// An api key for whoever may open the database anyway: made for this import, and revoked when it has ended.

import { createApiKey, revokeApiKey } from '#modules/accounts'
import type { Config } from '#platform/config'
import { addressOf, openDatabase, type Database } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { conflict, RapportError, unauthenticated } from '#platform/errors'
import type { Actor } from '#platform/tenancy'

export interface Key {
  /** A key that is valid for at least half an hour more. */
  get(): Promise<string>
  /** Revokes what was made. */
  release(): Promise<void>
}

const lifetime = 3_600_000

/** As the owner of the only organization. Throws one line that says what to do where that cannot be. */
export async function borrowKey(config: Config): Promise<Key> {
  const database = await openLocal(config)
  try {
    return lend(database, await findOwner(database))
  } catch (error) {
    await database.close()
    throw error instanceof RapportError ? error : cannotOpen((error as Error).message)
  }
}

function lend(database: Database, owner: Actor): Key {
  const made: string[] = []
  let current: { id: string; key: string; until: number } | undefined
  const make = () => {
    const until = Date.now() + lifetime
    const input = { name: 'rapport import', scope: 'admin' as const, expires_at: new Date(until).toISOString() }
    return database.transact(owner, async (tx) => ({ ...(await createApiKey(tx, owner, input)), until }))
  }
  return {
    async get() {
      if (!current || current.until - Date.now() < lifetime / 2) {
        current = await make()
        made.push(current.id)
      }
      return current.key
    },
    async release() {
      try {
        for (const id of made) await database.transact(owner, (tx) => revokeApiKey(tx, owner, id))
      } finally {
        await database.close()
      }
    },
  }
}

async function openLocal(config: Config): Promise<Database> {
  try {
    const embedded = config.database_url ? undefined : await findEmbedded(config.data_folder)
    if (config.database_url || embedded) return openDatabase(await addressOf(config, embedded))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw cannotOpen(code === 'EACCES' ? `you may not read ${config.data_folder}` : message)
  }
  throw cannotOpen(`no database runs in ${config.data_folder}`)
}

function cannotOpen(reason: string): RapportError {
  return unauthenticated(`Set RAPPORT_API_KEY: without it the database must be opened here, and ${reason}.`)
}

async function findOwner({ pools }: Database): Promise<Actor> {
  const query = 'select id, owner_id from list_organizations()'
  const { rows } = await pools.system.query<{ id: string; owner_id: string }>(query)
  const [only, another] = rows
  if (!only) {
    throw conflict('not_set_up', 'There is no organization yet: make one with `rapport setup` (see its --help).')
  }
  if (another) {
    const number = rows.length
    throw conflict('several', `There are ${number} organizations: set RAPPORT_API_KEY to a key of the one to import into.`)
  }
  return { org_id: only.id, kind: 'user', id: only.owner_id, role: 'owner' }
}
