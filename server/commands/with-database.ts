// The database for a command that runs beside the server, or without one.

import type { Config } from '#platform/config'
import { addressOf, openDatabase, prepareDatabase, type Database, type DatabaseAddress } from '#platform/db/database'
import { findEmbedded, startEmbedded } from '#platform/db/embedded'

/** Runs `work` with the address of the database; the embedded server is started for it where none runs. */
export async function withAddress<T>(config: Config, work: (address: DatabaseAddress) => Promise<T>): Promise<T> {
  if (config.database_url) return work(await addressOf(config))
  const running = await findEmbedded(config.data_folder)
  if (running) return work(await addressOf(config, running))
  const embedded = await startEmbedded(config.data_folder)
  try {
    return await work(await addressOf(config, embedded.url))
  } finally {
    await embedded.stop()
  }
}

/** Runs `work` on the open, migrated database. */
export function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  return withAddress(config, async (address) => {
    await prepareDatabase(address)
    const database = openDatabase(address)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  })
}
