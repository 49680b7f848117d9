// From an api key or a session to whom it stands for. Cached for seconds; forgotten at once when it ends, here or in
// another process that can tell us.

import type pg from 'pg'
import type { Caller, Credential } from '#platform/admission'
import type { Cache } from '#platform/cache'
import type { Plan } from '#platform/plans'
import type { Signals } from '#platform/signals'
import type { TailedEvent } from '#platform/events'
import type { MemberRole } from '#platform/tenancy'
import { hashOf } from './api-keys.ts'
import { hashToken, tokenIn } from './session-tokens.ts'

export interface Authenticator {
  /** Whom this stands for; undefined when it is unknown, expired or has ended. */
  authenticate(credential: Credential): Promise<Caller | undefined>
  /** To be called when the end of an api key or a session has been committed. */
  forget(id: string): Promise<void>
  /** To be called when it has been committed that people are no longer what they were somewhere. */
  forgetAll(): Promise<void>
  /** Forgets, in this process, what these events of the log end. Resolves to the organizations concerned. */
  heed(events: TailedEvent[]): Promise<Set<string>>
}

/** How long another process may still accept what has ended here, when neither a signal nor the log reaches it. */
export const ttlSeconds = 5

/** More than the cache holds. */
const knownLimit = 20_000

const endings: Record<string, 'one' | 'all'> = {
  'api_key.revoked': 'one',
  'session.ended': 'one',
  'member.removed': 'all',
  'member.role_changed': 'all',
  'organization.changed': 'all',
  'organization.plan_changed': 'all',
  'organization.deleted': 'all',
}

export function createAuthenticator(pool: pg.Pool, cache: Cache, signals: Signals): Authenticator {
  let endingsSeen = 0
  /** Where in the cache the key or session of an id is. */
  const known = new Map<string, string>()

  const load = async (look: () => Promise<Found | undefined>, cacheKey: string): Promise<Caller | undefined> => {
    const before = endingsSeen
    const found = await look()
    // An ending overtook this look, which may not have seen it, and would be cached.
    if (before !== endingsSeen) return load(look, cacheKey)
    if (!found) return undefined
    if (known.size >= knownLimit) await clear()
    known.set(found.id, cacheKey)
    return found.caller
  }
  const drop = async (id: string) => {
    endingsSeen++
    const cacheKey = known.get(id)
    known.delete(id)
    if (cacheKey) await cache.drop(cacheKey)
  }
  const clear = async () => {
    endingsSeen++
    known.clear()
    await cache.clear()
  }

  signals.on('forget', (id) => void (id === everyone ? clear() : drop(id)))
  return {
    async authenticate({ kind, value, organization }) {
      if (kind === 'session') {
        const token = tokenIn(value)
        if (token === undefined) return undefined
        const hash = hashToken(token)
        const cacheKey = `session:${hash}`
        const look = () => cache.getOrLoad(cacheKey, ttlSeconds, () => load(() => findSession(pool, hash), cacheKey))
        const caller = await look()
        if (organization === undefined || caller?.actor?.org_id === organization) return caller
        // Another process has let it go on elsewhere, and this one remembers it as it was.
        await cache.drop(cacheKey)
        return look()
      }
      if (!/^rk_[\w-]{43}$/.test(value)) return undefined
      const hash = hashOf(value)
      const cacheKey = `api_key:${hash.toString('base64')}`
      return cache.getOrLoad(cacheKey, ttlSeconds, () => load(() => findApiKey(pool, hash), cacheKey))
    },
    async forget(id) {
      signals.send('forget', id)
      await drop(id)
    },
    async forgetAll() {
      signals.send('forget', everyone)
      await clear()
    },
    async heed(events) {
      const ending = events.filter(({ type }) => Object.hasOwn(endings, type))
      if (ending.some(({ type }) => endings[type] === 'all')) await clear()
      else await Promise.all(ending.map(({ subject }) => drop(subject.slice(subject.indexOf(':') + 1))))
      return new Set(ending.map(({ org_id }) => org_id))
    },
  }
}

const everyone = '*'

interface Found {
  id: string
  caller: Caller
}

async function findApiKey(pool: pg.Pool, hash: Buffer): Promise<Found | undefined> {
  const { rows } = await pool.query<{ org_id: string; id: string; scope: Scope; plan: Plan }>(
    'select org_id, id, scope, plan from use_api_key($1)',
    [hash],
  )
  if (!rows[0]) return undefined
  const { org_id, id, scope, plan } = rows[0]
  const role = scope === 'admin' ? 'admin' : 'member'
  return { id, caller: { actor: { org_id, kind: 'api_key', id, role }, read_only: scope === 'read', plan } }
}

type Scope = 'read' | 'write' | 'admin'

interface SessionRow {
  id: string
  user_id: string
  org_id: string | null
  role: MemberRole | null
  plan: Plan | null
  needs_two_factor: boolean | null
}

async function findSession(pool: pg.Pool, hash: string): Promise<Found | undefined> {
  const { rows } = await pool.query<SessionRow>(
    'select id, user_id, org_id, role, plan, needs_two_factor from use_session($1)',
    [hash],
  )
  if (!rows[0]) return undefined
  const { id, user_id, org_id, role, plan, needs_two_factor } = rows[0]
  const session = { id, user_id }
  // Whoever is nowhere may still ask for little.
  if (!org_id || !role) return { id, caller: { actor: undefined, hindrance: 'no_organization', session, plan: 'free' } }
  if (needs_two_factor) return { id, caller: { actor: undefined, hindrance: 'two_factor_needed', session, plan: plan! } }
  return { id, caller: { actor: { org_id, kind: 'user', id: user_id, role }, session, plan: plan! } }
}
