import type { Config } from '#platform/config'
import { prepareDatabase } from '#platform/db/database'
import { withAddress } from './with-database.ts'

/** `rapport migrate`. */
export default async function migrate(_args: string[], config: Config) {
  const applied = await withAddress(config, prepareDatabase)
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
