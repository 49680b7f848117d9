// Who calls, and whether they may: credentials to a caller, the limits of its plan, and what a route asks for.

import { hash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { findCookie } from '#platform/cookies'
import { forbidden, RapportError, tooMany, unauthenticated } from '#platform/errors'
import { createFailureLimit, type Count, type Limits } from '#platform/limits'
import type { Plan } from '#platform/plans'
import { memberRoles, type Actor, type MemberRole } from '#platform/tenancy'

/**
 * What a route asks for: nothing, somebody who has signed in (with or without an organization), or the least role in
 * the organization.
 */
export type Access = 'public' | 'user' | MemberRole

/** What a request presents. */
export interface Credential {
  kind: 'api_key' | 'session'
  value: string
  /** In which this session works, if the browser has just been told so, maybe by another process. */
  organization?: string
}

/** Whom a credential stands for. */
export interface Caller {
  /** For which organization it acts; undefined for somebody who is in none, or must do something before. */
  actor: Actor | undefined
  /** Of somebody who has signed in; undefined for an api key. */
  session?: SessionIdentity
  /** Why there is no actor. */
  hindrance?: 'no_organization' | 'two_factor_needed'
  /** It may change nothing. */
  read_only?: boolean
  plan: Plan
}

export interface SessionIdentity {
  id: string
  user_id: string
}

export interface Admission {
  /** Throws unauthenticated, or too_many when this address has presented wrong keys again and again. */
  identify(headers: IncomingHttpHeaders, address?: string): Promise<Caller>
  /** Counts a request; undefined for a plan without a limit. */
  count(caller: Caller): Promise<Count | undefined>
}

export interface AdmissionOptions {
  /** Who presents this; undefined when it is unknown, expired or revoked. */
  authenticate(credential: Credential): Promise<Caller | undefined>
  /** The name of the cookie that holds a session. */
  session_cookie: string
  /** That of the cookie that says where it has gone on. */
  organization_cookie: string
  limits: Limits
}

export function createAdmission({ authenticate, session_cookie, organization_cookie, limits }: AdmissionOptions): Admission {
  const failures = createFailureLimit()
  const good = createMemory()

  const identifyKey = async (value: string, address: string | undefined) => {
    const seconds = address === undefined ? 0 : await failures.blockedFor(address)
    if (seconds > 0 && !good.has(value)) {
      throw tooMany(`Too many wrong api keys came from this address: try again in ${seconds} s.`, seconds)
    }
    const caller = await authenticate({ kind: 'api_key', value })
    if (caller) {
      good.add(value)
      return caller
    }
    good.remove(value)
    if (address !== undefined) await failures.add(address)
    throw unauthenticated('This api key is unknown, expired or revoked.')
  }

  return {
    async identify(headers, address) {
      const key = keyIn(headers)
      if (key !== undefined) return identifyKey(key, address)
      const value = findCookie(headers.cookie, session_cookie)
      // An ended session is nothing unusual, and cannot be guessed: it counts for no limit.
      const caller = value === undefined ? undefined : await authenticate({ kind: 'session', value, organization: findCookie(headers.cookie, organization_cookie) })
      if (caller) return caller
      if (value !== undefined) throw unauthenticated('Your session has ended: sign in again.')
      throw unauthenticated('Sign in, or send an api key: “Authorization: Bearer rk_…”.')
    },
    count({ actor, session, plan }) {
      return limits.count(plan, session ? `user:${session.user_id}` : `${actor!.kind}:${actor!.id}`)
    },
  }
}

/** Of two, that of `Authorization`. */
function keyIn({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string | undefined {
  if (authorization === undefined && key === undefined) return undefined
  const bearer = authorization === undefined ? String(key) : /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (!bearer) throw unauthenticated('Send an api key as “Authorization: Bearer rk_…” or “X-API-Key: rk_…”.')
  return bearer
}

/** Throws forbidden unless this caller may do what the route asks for. */
export function permit({ actor, session, hindrance, read_only }: Caller, access: Access, writes: boolean) {
  if (access === 'public') return
  if (access === 'user') {
    if (!session) throw forbidden('This is for people who have signed in: an api key cannot do it.')
    return
  }
  if (!actor) throw hindered(hindrance)
  if (memberRoles.indexOf(actor.role) < memberRoles.indexOf(access)) {
    throw forbidden(`This needs the role ${access}; yours is ${actor.role}.`)
  }
  if (writes && read_only) throw forbidden('This api key may only read: its scope must be write for that.')
}

function hindered(hindrance: Caller['hindrance']): RapportError {
  const message =
    hindrance === 'two_factor_needed'
      ? 'This organization asks for a second factor: set one up with POST /api/v1/me/totp.'
      : 'You are not in this organization any more, or in none: choose another with PATCH /api/v1/sessions/current, or ask for an invitation.'
  return new RapportError('forbidden', hindrance ?? 'no_organization', message)
}

/**
 * Keys that were right lately. Whoever has one goes on when a neighbour behind the same address (a proxy, an office)
 * has presented wrong ones. Digests, so that a dump of the memory gives no key away.
 */
function createMemory(size = 10_000) {
  const digests = new Set<string>()
  const digest = (bearer: string) => hash('sha256', bearer, 'base64')
  return {
    has: (bearer: string) => digests.has(digest(bearer)),
    add(bearer: string) {
      if (digests.size >= size) digests.clear()
      digests.add(digest(bearer))
    },
    remove: (bearer: string) => void digests.delete(digest(bearer)),
  }
}
