// From an api key to the actor it stands for. Cached for seconds; forgotten at once when a key is revoked here.

import type pg from 'pg'
import type { Cache } from '#platform/cache'
import type { Actor, MemberRole } from '#platform/tenancy'
import { hashOf } from './actions.ts'

export interface Authenticator {
  /** The actor of this key; undefined when it is unknown, expired or revoked. */
  authenticate(key: string): Promise<Actor | undefined>
  /** To be called when the revocation of a key has been committed. */
  forget(hash: Buffer): Promise<void>
}

/** How long another process may still accept a key that was revoked here. */
const ttlSeconds = 5

export function createAuthenticator(pool: pg.Pool, cache: Cache): Authenticator {
  const find = async (hash: Buffer): Promise<Actor | undefined> => {
    const query = 'select org_id, id, role from use_api_key($1)'
    const { rows } = await pool.query<{ org_id: string; id: string; role: MemberRole }>(query, [hash])
    return rows[0] && { ...rows[0], kind: 'api_key' }
  }
  return {
    async authenticate(key) {
      if (!/^rk_[\w-]{43}$/.test(key)) return undefined
      const hash = hashOf(key)
      return cache.getOrLoad(cacheKey(hash), ttlSeconds, () => find(hash))
    },
    forget: (hash) => cache.drop(cacheKey(hash)),
  }
}

function cacheKey(hash: Buffer): string {
  return `api_key:${hash.toString('base64')}`
}
