// Prometheus metrics. Labels are routes and states, never ids or addresses.

import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type pg from 'pg'
import { unauthenticated } from '#platform/errors'
import type { App } from '#platform/http'

/** Measures every request and pool, and answers `/metrics`: to this machine, or to the bearer of `token`. */
export function addMetrics(app: App, { pools, token }: { pools: Record<string, pg.Pool>; token: string | undefined }) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureRequests(app, registry)
  measurePools(pools, registry)

  app.get('/metrics', { config: { access: 'public', essential: true }, schema: { hide: true } }, async ({ headers, ip }, reply) => {
    // A proxy on this machine would make everyone look local, so whatever came through one needs the token.
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && !headers['x-forwarded-for'] && !headers.forwarded
    const admitted = token === undefined ? local : headers.authorization === `Bearer ${token}`
    if (!admitted) throw unauthenticated('Set METRICS_TOKEN, and send it as “Authorization: Bearer …”.')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

function measureRequests(app: App, registry: Registry) {
  const seconds = new Histogram({
    name: 'rapport_http_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    seconds.observe({ method, route: routeOptions.url ?? 'unknown', status: statusCode }, elapsedTime / 1_000)
  })
}

function measurePools(pools: Record<string, pg.Pool>, registry: Registry) {
  new Gauge({
    name: 'rapport_pool_connections',
    help: 'Connections of each pool; waiting are callers without one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'open' }, totalCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
}
