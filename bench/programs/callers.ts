// Run by load.ts: LoadOptions in, a Load out.

import autocannon from 'autocannon'
import type { Load, LoadOptions } from '../load.ts'
import { readInput } from './input.ts'

const options = readInput<LoadOptions>()
await send({ ...options, seconds: 0.5 })
console.log(JSON.stringify(await send(options)))

async function send({ url, key, callers, seconds, requests }: LoadOptions): Promise<Load> {
  const times: number[] = []
  let errors = 0
  const begun = performance.now()
  const { promise: ended, resolve, reject } = Promise.withResolvers<autocannon.Result>()
  const authorization = (key?: string) => (key ? { authorization: `Bearer ${key}` } : {})
  const run = autocannon({
    url,
    connections: callers,
    duration: seconds,
    requests: requests.map(({ path, method = 'GET', body, cookie, key: own = cookie ? undefined : key }) => ({
      path,
      method,
      headers: { ...authorization(own), ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })),
  }, (error, result) => (error ? reject(error) : resolve(result)))
  // Its own histogram knows whole milliseconds only.
  run.on('response', (_client, status, _bytes, time) => {
    times.push(time)
    if (status < 200 || status > 299) errors++
  })
  const { errors: unanswered } = await ended
  const elapsed = (performance.now() - begun) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(Math.floor(times.length * share), times.length - 1)]!
  return {
    per_second: times.length / elapsed,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: times.at(-1)!,
    errors: errors + unanswered,
  }
}
