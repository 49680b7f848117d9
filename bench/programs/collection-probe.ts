// Loaded into the server by `withProbe` of server.ts: watches its garbage collections as they come, without asking for any. On SIGUSR2
// it writes down what the last full one left, and the longest stop so far.

import { renameSync, writeFileSync } from 'node:fs'
import { constants, PerformanceObserver, type NodeGCPerformanceDetail, type PerformanceEntry } from 'node:perf_hooks'

export interface Collections {
  /** Of the heap, after the last full collection; bytes. */
  left: number
  external: number
  /** Full ones. */
  count: number
  /** Milliseconds; and how many took longer than 20. */
  longest: number
  long: number
}

const found: Collections = { left: 0, external: 0, count: 0, longest: 0, long: 0 }

new PerformanceObserver((list) => {
  for (const { duration, detail } of list.getEntries() as (PerformanceEntry & { detail: NodeGCPerformanceDetail })[]) {
    found.longest = Math.max(found.longest, duration)
    if (duration > 20) found.long++
    if (detail.kind !== constants.NODE_PERFORMANCE_GC_MAJOR) continue
    const { heapUsed, external } = process.memoryUsage()
    found.left = heapUsed
    found.external = external
    found.count++
  }
}).observe({ entryTypes: ['gc'] })

process.on('SIGUSR2', () => {
  const path = process.env.BENCH_MEMORY_FILE!
  writeFileSync(`${path}.new`, JSON.stringify(found))
  renameSync(`${path}.new`, path)
})
