// How deliveries fare, for whoever runs Rapport: of all organizations together, never whose.

import { Gauge, Histogram, type Registry } from 'prom-client'
import type pg from 'pg'
import type { Attempt } from './contract.ts'

/** What becomes of a delivery with an attempt: done, to be tried again, or over. */
export type DeliveryOutcome = 'succeeded' | 'retried' | 'failed'

export type DeliveryMeter = (outcome: DeliveryOutcome, attempt: Attempt) => void

/** `system` is the pool of the system role. */
export function measureDeliveries(registry: Registry, system: pg.Pool): DeliveryMeter {
  const took = new Histogram({
    name: 'rapport_webhook_attempt_seconds',
    help: 'How long receivers took to answer this process, or not to, by what came of it.',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  })
  new Gauge({
    name: 'rapport_webhook_deliveries_waiting',
    help: 'Deliveries of all organizations that are still to be made.',
    registers: [registry],
    async collect() {
      const { rows } = await system.query<{ count: number }>("select count(*)::int from webhook_delivery where status = 'pending'").catch(() => ({ rows: [] }))
      // When the database is gone the other figures are wanted most.
      if (rows[0]) this.set(rows[0].count)
    },
  })
  return (outcome, { duration_ms }) => took.observe({ outcome }, duration_ms / 1_000)
}
