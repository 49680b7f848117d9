// Loaded into the server by `withProbe` of server.ts: on SIGUSR2 it collects garbage, and writes down what is left.

import { renameSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

process.on('SIGUSR2', async () => {
  const path = process.env.BENCH_MEMORY_FILE!
  // What finalizers let go of is collected by the second one.
  for (let n = 0; n < 2; n++) {
    globalThis.gc!()
    await wait(50)
  }
  writeFileSync(`${path}.new`, JSON.stringify(process.memoryUsage()))
  renameSync(`${path}.new`, path)
})
