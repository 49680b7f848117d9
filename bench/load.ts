// Callers, in a process of their own: each sends its next request when the answer to the one before is there.

import { runProgram } from './processes.ts'

export interface LoadOptions {
  url: string
  key?: string
  callers: number
  seconds: number
  requests: LoadRequest[]
}

export interface LoadRequest {
  path: string
  method?: 'GET' | 'POST' | 'PATCH'
  body?: object
  /** Instead of the load's. */
  key?: string
  /** A session instead of a key. */
  cookie?: string
}

export interface Load {
  per_second: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
  max: number
  /** Answers that were not 2xx, and requests without one. */
  errors: number
}

/** Sends the requests in turn, for so many seconds after a warm-up that is not measured. Throws at any error. */
export async function load(options: LoadOptions): Promise<Load> {
  const answer = await runProgram<Load>('callers', options)
  if (answer.p50 === undefined) throw new Error(`No request to ${options.requests[0]!.path} was answered within ${options.seconds} s.`)
  if (answer.errors > 0) throw new Error(`${answer.errors} requests to ${options.requests[0]!.path} failed.`)
  return answer
}

/** Loads by turns, so that what else the machine does hits both alike; the median round counts. */
export async function compare(ours: LoadOptions, baseline: LoadOptions, rounds = 3): Promise<{ ours: Load; baseline: Load }> {
  const both: [Load, Load][] = []
  for (let round = 0; round < rounds; round++) both.push([await load(ours), await load(baseline)])
  return { ours: median(both.map(([load]) => load)), baseline: median(both.map(([, load]) => load)) }
}

function median(loads: Load[]): Load {
  return loads.toSorted((a, b) => a.per_second - b.per_second)[Math.floor(loads.length / 2)]!
}
