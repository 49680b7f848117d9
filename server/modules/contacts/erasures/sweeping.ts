// Looks for what is left of an erased person: their words in every column of text of every table, and their ids in events and kept
// answers; some blocks at a time.

import { sql } from 'kysely'
import type { OperationRun } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tx } from '#platform/db/kysely'

/** 8 MB: some 50 ms. */
const blocksAtOnce = 1_024

interface Input {
  erasure_id: string
  /** Keys of files that showed the person. */
  files: string[]
}

interface Checkpoint {
  tables: { name: string; blocks: number }[]
  /** Of the first table that is left. */
  block: number
  done: number
}

export async function sweepWords(storage: Storage, run: OperationRun<Input, Checkpoint>) {
  const { erasure_id, files } = run.input
  for (const key of files) await storage.remove(key)
  let at = run.checkpoint ?? (await run.step(begin))
  while (at.tables.length > 0) {
    if (run.signal.aborted) throw run.signal.reason
    const from = at
    at = await run.step((tx) => sweep(tx, erasure_id, from))
  }
  await run.step(async (tx) => {
    await sql`
      update erasure set words = null, ids = '{}', finished_at = now() where org_id = (select current_org()) and id = ${erasure_id}
    `.execute(tx)
    return { done: at.done, failed: 0, checkpoint: at }
  })
  return { erasure_id }
}

async function begin(tx: Tx) {
  const { rows: tables } = await sql<Checkpoint['tables'][number]>`
    select name, greatest(blocks, 1) as blocks from list_erasable_tables()
  `.execute(tx)
  const total = tables.reduce((sum, { blocks }) => sum + blocks, 0)
  return { done: 0, failed: 0, total, checkpoint: { tables, block: 0, done: 0 } }
}

async function sweep(tx: Tx, erasureId: string, { tables, block, done }: Checkpoint) {
  const [table, ...others] = tables
  const { name, blocks } = table!
  const end = Math.min(block + blocksAtOnce, blocks)
  // What comes while it is looked at stands behind the end, or is new.
  const last = end === blocks
  await sql`
    update erasure set counts = case when found > 0
      then jsonb_set(counts, array[${name}], to_jsonb(coalesce((counts->>${name})::int, 0) + found)) else counts end
    from (
      select erase_words(${name}, ${block}, ${last ? 2_000_000_000 : end}, words, ids) as found
      from erasure where org_id = (select current_org()) and id = ${erasureId}
    ) cleaned
    where org_id = (select current_org()) and id = ${erasureId}
  `.execute(tx)
  const checkpoint = last ? { tables: others, block: 0, done: done + end - block } : { tables, block: end, done: done + end - block }
  return { done: checkpoint.done, failed: 0, checkpoint }
}
