// The api key that a command works with: the one that is given, else one that is borrowed from the database here.

import type { Config } from '#platform/config'
import type { Key } from './borrowed-key.ts'

export async function findKey(config: Config): Promise<Key> {
  const given = config.api_key
  if (given) return { get: async () => given, release: async () => {} }
  // Loaded when it is needed: with a key of its own the command touches no database.
  const { borrowKey } = await import('./borrowed-key.ts')
  return borrowKey(config)
}
