// Run by authentication.ts: how long a request is held up by who calls and by its limit, with a key or a session
// that is in the cache, of a plan that has a limit; as the program puts them together, without Redis.

import pg from 'pg'
import { createAuthenticator, organizationCookie, sessionCookie } from '#modules/accounts'
import { createAdmission, permit } from '#platform/admission'
import { createCache } from '#platform/cache'
import { createLimits } from '#platform/limits'
import { createSignals } from '#platform/signals'
import { at } from '../samples.ts'
import { readInput } from './input.ts'

export interface AdmissionsOptions {
  connection: pg.ClientConfig
  /** What says who calls. */
  headers: { authorization: string } | { cookie: string }
}

/** Milliseconds. */
export interface AdmissionsFound {
  p50: number
  p99: number
}

const { connection, headers } = readInput<AdmissionsOptions>()
const pool = new pg.Pool(connection)
const { authenticate } = createAuthenticator(pool, createCache(), createSignals(undefined))
const [session_cookie, organization_cookie] = [sessionCookie('http://localhost'), organizationCookie('http://localhost')]
const admission = createAdmission({ authenticate, session_cookie, organization_cookie, limits: createLimits() })
const times: number[] = []
for (let n = 0; n < 50_000; n++) {
  const begun = performance.now()
  const caller = await admission.identify(headers, '192.0.2.1')
  // A hundred callers, so that none comes to the end of its limit.
  const id = String(n % 100)
  const session = caller.session && { ...caller.session, user_id: id }
  const counted = { ...caller, plan: 'enterprise', session, actor: { ...caller.actor!, id } } as const
  const count = await admission.count(counted)
  if (!count || count.exceeded) throw new Error('This was to be within a limit.')
  permit(caller, 'member', true)
  if (n >= 10_000) times.push(performance.now() - begun)
}
await pool.end()
const found: AdmissionsFound = { p50: at(times, 0.5), p99: at(times, 0.99) }
console.log(JSON.stringify(found))
