// From an api key to the actor it stands for, and its organization's plan. Cached for seconds; forgotten at once when a
// key is revoked, here or in another process that can tell us.

import type pg from 'pg'
import type { Caller } from '#platform/admission'
import type { Cache } from '#platform/cache'
import type { Plan } from '#platform/plans'
import type { Signals } from '#platform/signals'
import type { MemberRole } from '#platform/tenancy'
import { hashOf } from './actions.ts'

export interface Authenticator {
  /** Whom this key stands for; undefined when it is unknown, expired or revoked. */
  authenticate(key: string): Promise<Caller | undefined>
  /** To be called when the revocation of a key has been committed. */
  forget(hash: Buffer): Promise<void>
  /** Forgets them all; what the event log tells of a revocation names no key. */
  forgetAll(): Promise<void>
}

/** How long another process may still accept a key that was revoked here, when no signal reaches it. */
const ttlSeconds = 5

export function createAuthenticator(pool: pg.Pool, cache: Cache, signals: Signals): Authenticator {
  let revocations = 0
  const find = async (hash: Buffer): Promise<Caller | undefined> => {
    const before = revocations
    const query = 'select org_id, id, role, plan from use_api_key($1)'
    const { rows } = await pool.query<{ org_id: string; id: string; role: MemberRole; plan: Plan }>(query, [hash])
    // A revocation overtook this look, which may not have seen it, and would be cached.
    if (before !== revocations) return find(hash)
    if (!rows[0]) return undefined
    const { plan, ...key } = rows[0]
    return { actor: { ...key, kind: 'api_key' }, plan }
  }
  const drop = async (hash: string) => {
    revocations++
    await cache.drop(cacheKey(hash))
  }
  signals.on('forget', (hash) => void drop(hash))
  return {
    async authenticate(key) {
      if (!/^rk_[\w-]{43}$/.test(key)) return undefined
      const hash = hashOf(key)
      return cache.getOrLoad(cacheKey(hash.toString('base64')), ttlSeconds, () => find(hash))
    },
    async forget(hash) {
      signals.send('forget', hash.toString('base64'))
      await drop(hash.toString('base64'))
    },
    async forgetAll() {
      revocations++
      await cache.clear()
    },
  }
}

function cacheKey(hash: string): string {
  return `api_key:${hash}`
}
