// More than we can do is refused before any work begins: whoever is admitted is then still served in time.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'
import { RapportError } from '#platform/errors'
import type { App } from '#platform/http'
import type { Log } from '#platform/log'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers under overload as well: who asks wants to know about that. */
    essential?: boolean
  }
}

/**
 * The mean wait of half a second. A request passes the event loop some five times, so at 200 ms it takes a second
 * more than its work; a single long pause (a collection of garbage, a large JSON) moves the mean too little to matter.
 */
const lagLimitMs = 200
const sampleMs = 500
const resolutionMs = 10

/**
 * How many are admitted in each half second of lag: a fraction of what we can do, so what is queued gets done. And the
 * lag may come from elsewhere, an import or a neighbour on the machine: who calls now and then is not to suffer for it.
 */
const admittedUnderLag = 100

/** Of what the process may have. Beyond it V8 spends its time collecting garbage, and then gives up. */
const memoryLimit = 0.9

/** Long enough for what is queued to be done, short enough that nobody leaves. */
const retrySeconds = 2

export function refuseOverload(app: App, log: Log) {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  let cause: string | undefined
  let admissible = Infinity

  const sample = () => {
    const lag = delay.mean / 1e6 - resolutionMs
    delay.reset()
    const before = cause
    const memory = memoryCause()
    cause = memory ?? (lag > lagLimitMs ? `the event loop lags ${Math.round(lag)} ms` : undefined)
    admissible = memory ? 0 : cause ? admittedUnderLag : Infinity
    if (cause && !before) log.warn(`Under overload, ${cause}: what is too much is refused.`)
    if (!cause && before) log.warn('The overload is over.')
  }
  const timer = setInterval(sample, sampleMs).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    delay.disable()
  })

  app.addHook('onRequest', async ({ routeOptions: { config } }) => {
    if (config.essential || admissible-- > 0) return
    const message = 'The server has more to do than it can: nothing was done. Try again in a moment.'
    throw Object.assign(new RapportError('unavailable', 'overloaded', message), { retry_after: retrySeconds })
  })
}

/** By what is in use and not by what the process holds: freed memory is rarely given back. */
function memoryCause(): string | undefined {
  const { heapUsed, external } = process.memoryUsage()
  const heap = heapUsed / getHeapStatistics().heap_size_limit
  const whole = (heapUsed + external) / (process.constrainedMemory() || Infinity)
  return Math.max(heap, whole) > memoryLimit ? 'memory is nearly used up' : undefined
}
