// The program's own pools on a server's data folder, for what runs in this process.

import { readConfig } from '#platform/config'
import { addressOf, openDatabase, type Database } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'

export async function withDatabase<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), await findEmbedded(folder))
  const database = openDatabase(address)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
