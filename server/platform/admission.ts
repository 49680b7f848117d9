// Who calls, and whether they may: credentials to an actor, the limits of its plan, and the role that a route asks for.

import { hash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { forbidden, tooMany, unauthenticated } from '#platform/errors'
import { createFailureLimit, type Count, type Limits } from '#platform/limits'
import type { Plan } from '#platform/plans'
import { memberRoles, type Actor, type MemberRole } from '#platform/tenancy'

/** Whom credentials stand for. */
export interface Caller {
  actor: Actor
  plan: Plan
}

export interface Admission {
  /** Throws unauthenticated, or too_many when this address has presented wrong keys again and again. */
  identify(headers: IncomingHttpHeaders, address?: string): Promise<Caller>
  /** Counts a request; undefined for a plan without a limit. */
  count(caller: Caller): Promise<Count | undefined>
}

export interface AdmissionOptions {
  /** Who presents these credentials; undefined when they are unknown. */
  authenticate(bearer: string): Promise<Caller | undefined>
  limits: Limits
}

export function createAdmission({ authenticate, limits }: AdmissionOptions): Admission {
  const failures = createFailureLimit()
  const good = createMemory()
  return {
    async identify({ authorization }, address) {
      const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
      if (!bearer) throw unauthenticated('Send an api key: “Authorization: Bearer rk_…”.')
      const seconds = address === undefined ? 0 : await failures.blockedFor(address)
      if (seconds > 0 && !good.has(bearer)) {
        throw tooMany(`Too many wrong api keys came from this address: try again in ${seconds} s.`, seconds)
      }
      const caller = await authenticate(bearer)
      if (caller) {
        good.add(bearer)
        return caller
      }
      good.remove(bearer)
      if (address !== undefined) await failures.add(address)
      throw unauthenticated('This api key is unknown, expired or revoked.')
    },
    count: ({ actor: { kind, id }, plan }) => limits.count(plan, `${kind}:${id}`),
  }
}

/** Throws forbidden when the role of the actor is less than `access`. */
export function permit({ role }: Actor, access: MemberRole) {
  if (memberRoles.indexOf(role) < memberRoles.indexOf(access)) {
    throw forbidden(`This needs the role ${access}; yours is ${role}.`)
  }
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
