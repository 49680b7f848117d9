// Run by resumption.ts: eight writers of numbered events at once; some transactions last, some are rolled back. Numbers
// are counted from 0; what was rolled back is written again.

import { setTimeout as wait } from 'node:timers/promises'
import { publish } from '#platform/events'
import type { Actor } from '#platform/tenancy'
import { withDatabase } from '../database.ts'
import { readInput } from './input.ts'

export interface EventWritersOptions {
  folder: string
  org_id: string
  from: number
  to: number
}

const { folder, org_id, from, to } = readInput<EventWritersOptions>()
const actor: Actor = { org_id, kind: 'system', id: 'bench', role: 'owner' }
const perTransaction = 50
const changedMind = new Error('Rolled back on purpose.')
let next = from

await withDatabase(folder, async (database) => {
  const writer = async () => {
    for (let tries = 0; next < to; ) {
      const first = next
      const last = Math.min(to, (next += perTransaction))
      const write = (fail: boolean) =>
        database.transact(actor, async (tx) => {
          for (let n = first; n < last; n++) await publish(tx, actor, { type: 'bench.counted', subject: `bench:${n}`, data: { n } })
          if (tries % 20 === 0) await wait(100)
          if (fail) throw changedMind
        })
      if (++tries % 10 === 0) await write(true).catch((error) => {
        if (error !== changedMind) throw error
      })
      await write(false)
    }
  }
  await Promise.all(Array.from({ length: 8 }, writer))
})
console.log(JSON.stringify({}))
process.exit(0)
