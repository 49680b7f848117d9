// The program's own pools on a server's data folder, for what runs in this process.

import { createOrganization } from '#modules/accounts'
import { readConfig } from '#platform/config'
import { addressOf, openDatabase, type Database } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import type { Organization } from './dataset/generate.ts'

export async function withDatabase<T>(folder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), await findEmbedded(folder))
  const database = openDatabase(address)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** An organization without anything in it. */
export function makeOrganization(folder: string, name: string): Promise<Organization> {
  return withDatabase(folder, async (database) => {
    const made = await createOrganization(database, { organization: name, name: 'Owner', email: 'owner@ours.example.org' })
    return { id: made.organization_id, key: made.key }
  })
}
