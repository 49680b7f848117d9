// How much each caller may ask: by the plan of its organization, and less of whoever presents keys that are none.

import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { tooMany } from '#platform/errors'
import { requestsPerMinute, type Plan } from '#platform/plans'
import type { Redis } from '#platform/redis'

/** Makes a limiter of so many points in so many seconds: in this process, or in a store that processes share. */
export type LimitStore = (limit: { name: string; points: number; seconds: number }) => RateLimiterAbstract

/** What an answer tells of a limit: the headers, and whether the request may go on. */
export interface Count {
  headers: Record<string, string | number>
  /** The error to throw when it may not. */
  exceeded?: Error
}

export interface Limits {
  /** Counts a request of this caller (an api key, a user); undefined for one without a limit. */
  count(plan: Plan, caller: string): Promise<Count | undefined>
}

export interface FailureLimit {
  /** Seconds for which nothing more is tried for this address; 0 while it may. */
  blockedFor(address: string): Promise<number>
  add(address: string): Promise<void>
}

/** How often something may be tried: a wrong password costs, a right one is given back. */
export interface AttemptLimit {
  /**
   * To be called before it is tried, so that a hundred tries at once are a hundred: seconds to wait, 0 when it may be.
   * The state of Redis holds nobody up: then each process counts for itself.
   */
  take(key: string): Promise<number>
  /** It was right: that try costs nothing, or, `all`, nor do those before it. */
  giveBack(key: string, all?: 'all'): Promise<void>
}

const minute = 60

export function createLimits(store: LimitStore = inThisProcess): Limits {
  const limiters = new Map(
    Object.entries(requestsPerMinute)
      .filter(([, points]) => points !== Infinity)
      .map(([plan, points]) => [plan, store({ name: `requests_${plan}`, points, seconds: minute })]),
  )
  return {
    async count(plan, caller) {
      const limiter = limiters.get(plan)
      return limiter && toCount(plan, await consume(limiter, caller))
    },
  }
}

/** Wrong keys from one address: always in this process, since a request must not wait for a network to be looked at. */
export function createFailureLimit(points = 10): FailureLimit {
  const limiter = inThisProcess({ name: 'failures', points, seconds: minute })
  return {
    async blockedFor(address) {
      const state = await limiter.get(networkOf(address))
      return state && state.consumedPoints >= points ? seconds(state) : 0
    },
    add: async (address) => void (await consume(limiter, networkOf(address))),
  }
}

/**
 * Whose an address is, for counting: of IPv6 the first 64 bits, since whoever has one address has all that begin so. As
 * it was given when it is none.
 */
export function networkOf(text: string): string {
  if (!ipaddr.isValid(text)) return text
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return `${new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`
}

export function createAttemptLimit(
  { name, points, seconds: duration }: { name: string; points: number; seconds: number },
  store: LimitStore = inThisProcess,
): AttemptLimit {
  const limiter = store({ name, points, seconds: duration })
  return {
    async take(key) {
      const state = await consume(limiter, key)
      return state && state.consumedPoints > points ? seconds(state, duration) : 0
    },
    async giveBack(key, all) {
      await (all ? limiter.delete(key) : limiter.reward(key)).catch(() => {})
    },
  }
}

/** Limits that all processes share; while Redis is down each counts for itself. */
export function sharedStore({ client }: Redis): LimitStore {
  return ({ name, points, seconds: duration }) =>
    new RateLimiterRedis({
      storeClient: client,
      keyPrefix: `rapport:limit:${name}`,
      points,
      duration,
      rejectIfRedisNotReady: true,
      insuranceLimiter: inThisProcess({ name, points, seconds: duration }),
    })
}

function inThisProcess({ name, points, seconds }: Parameters<LimitStore>[0]): RateLimiterAbstract {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
}

/** The state after it; undefined when the store has failed: then nobody is held up. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes | undefined> {
  try {
    return await limiter.consume(key)
  } catch (state) {
    return state instanceof RateLimiterRes ? state : undefined
  }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers, and the older ones that more clients read. */
function toCount(plan: Plan, state: RateLimiterRes | undefined): Count | undefined {
  if (!state) return undefined
  const [points, left, reset] = [requestsPerMinute[plan], state.remainingPoints, seconds(state)]
  const headers = {
    'ratelimit-policy': `"${plan}";q=${points};w=${minute}`,
    ratelimit: `"${plan}";r=${left};t=${reset}`,
    'ratelimit-limit': points,
    'ratelimit-remaining': left,
    'ratelimit-reset': reset,
  }
  if (state.consumedPoints <= points) return { headers }
  const message = `The plan ${plan} allows ${points} requests a minute for each api key and person: go on in ${reset} s.`
  return { headers, exceeded: tooMany(message, reset) }
}

/** Never more than the window, though a clock that was set back says so: what was counted goes by a timer. */
function seconds({ msBeforeNext }: RateLimiterRes, window = minute): number {
  return Math.min(window, Math.max(1, Math.ceil(msBeforeNext / 1_000)))
}
