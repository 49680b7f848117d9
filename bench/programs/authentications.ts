// Run by authentication.ts: how long authenticate() takes for a key that is in the cache.

import pg from 'pg'
import { createAuthenticator } from '#modules/accounts'
import { createCache } from '#platform/cache'
import { createSignals } from '#platform/signals'
import { readInput } from './input.ts'

export interface AuthenticationsOptions {
  connection: pg.ClientConfig
  key: string
}

/** Milliseconds. */
export interface AuthenticationsFound {
  p50: number
  p99: number
}

const { connection, key } = readInput<AuthenticationsOptions>()
const pool = new pg.Pool(connection)
const { authenticate } = createAuthenticator(pool, createCache(), createSignals(undefined))
const times: number[] = []
for (let n = 0; n < 50_000; n++) {
  const begun = performance.now()
  await authenticate({ kind: 'api_key', value: key })
  if (n >= 10_000) times.push(performance.now() - begun)
}
await pool.end()
times.sort((a, b) => a - b)
const found: AuthenticationsFound = { p50: times[times.length / 2]!, p99: times[Math.floor(times.length * 0.99)]! }
console.log(JSON.stringify(found))
