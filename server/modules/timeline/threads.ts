// Which thread an interaction belongs to: the one of anything that it refers to, or that refers to it, however late
// either arrives. When a message turns out to join two threads, they become one.

import { sql } from 'kysely'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'

interface Threaded {
  source_id: string
  thread_ids: string[]
}

/** The thread id of each, in order. The caller has `lockAddresses` for many. */
export async function assignThreads(tx: Tx, batch: Threaded[]): Promise<string[]> {
  const groups = groupByReference(batch)
  const ids = [...groups.keys()]
  const { rows } = await sql<{ message_id: string; thread_id: string }>`
    select message_id, thread_id from thread_reference
    where org_id = (select current_org()) and message_id = any(${ids})
  `.execute(tx)

  const threadsOf = Map.groupBy(rows, ({ message_id }) => find(groups, message_id))
  const threadOfRoot = new Map<string, string>()
  for (const [root, found] of threadsOf) {
    const [first, ...others] = [...new Set(found.map(({ thread_id }) => thread_id))].toSorted()
    threadOfRoot.set(root, first!)
    if (others.length > 0) await uniteThreads(tx, first!, others)
  }
  const roots = new Set(ids.map((id) => find(groups, id)))
  const unthreaded = [...roots].filter((root) => !threadOfRoot.has(root))
  for (const [index, id] of (await newIds(tx, unthreaded.length)).entries()) threadOfRoot.set(unthreaded[index]!, id)

  const threadOf = (id: string) => threadOfRoot.get(find(groups, id))!
  await addReferences(tx, ids.map((id) => ({ message_id: id, thread_id: threadOf(id) })))
  return batch.map(({ source_id }) => threadOf(source_id))
}

type Groups = Map<string, string>

/** Union-find: ids that refer to one another get one root. */
function groupByReference(batch: Threaded[]): Groups {
  const parents: Groups = new Map()
  for (const { source_id, thread_ids } of batch) {
    for (const id of [source_id, ...thread_ids]) if (!parents.has(id)) parents.set(id, id)
    for (const id of thread_ids) parents.set(find(parents, id), find(parents, source_id))
  }
  return parents
}

function find(parents: Groups, id: string): string {
  let root = id
  while (parents.get(root)! !== root) root = parents.get(root)!
  // Shorten the way for the next one.
  for (let at = id; at !== root; ) {
    const next = parents.get(at)!
    parents.set(at, root)
    at = next
  }
  return root
}

async function uniteThreads(tx: Tx, into: string, others: string[]) {
  for (const table of ['interaction', 'thread_reference'] as const) {
    await sql`
      update ${sql.table(table)} set thread_id = ${into}
      where org_id = (select current_org()) and thread_id = any(${others}::uuid[])
    `.execute(tx)
  }
}

async function addReferences(tx: Tx, references: { message_id: string; thread_id: string }[]) {
  await sql`
    insert into thread_reference (org_id, message_id, thread_id)
    select current_org(), message_id, thread_id
    from json_to_recordset(${JSON.stringify(references)}) as given (message_id text, thread_id uuid)
    on conflict do nothing
  `.execute(tx)
}
