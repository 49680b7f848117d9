// Run by load.ts: `node callers.ts '<LoadOptions>'` prints a Load.

import autocannon from 'autocannon'
import type { Load, LoadOptions } from '../load.ts'

const options = JSON.parse(process.argv[2]!) as LoadOptions
await send({ ...options, seconds: 0.5 })
console.log(JSON.stringify(await send(options)))

async function send({ url, key, callers, seconds, requests }: LoadOptions): Promise<Load> {
  const times: number[] = []
  let errors = 0
  const begun = performance.now()
  const run = autocannon({
    url,
    connections: callers,
    duration: seconds,
    headers: key ? { authorization: `Bearer ${key}` } : {},
    requests: requests.map(({ path, method = 'GET', body }) => ({
      path,
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) } }),
    })),
  })
  // Its own histogram knows whole milliseconds only.
  run.on('response', (_client, status, _bytes, time) => {
    times.push(time)
    if (status < 200 || status > 299) errors++
  })
  const { errors: unanswered } = await run
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
