// Which thread an interaction belongs to: the one of anything that it refers to, or that refers to it, however late
// either arrives. When a message turns out to join two threads, they become one. What refers to one another is a group;
// answers by subject (answers.ts) make one thread of several groups.

import { sql } from 'kysely'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'
import { UnionFind } from './union-find.ts'

interface Threaded {
  source_id: string
  thread_ids: string[]
}

/** The thread id of each, in order. The caller has `lockAddresses` for many. */
export async function assignThreads(tx: Tx, batch: Threaded[]): Promise<string[]> {
  const linked = linkReferences(batch)
  const ids = linked.members()
  const { rows } = await sql<{ message_id: string; thread_id: string; group_id: string }>`
    select message_id, thread_id, group_id from thread_reference
    where org_id = (select current_org()) and message_id = any(${ids})
  `.execute(tx)

  const known = Map.groupBy(rows, ({ message_id }) => linked.rootOf(message_id))
  // Two of the batch may meet in a group or a thread that each reaches by another mail: what one unites, the other finds united.
  const groups = uniteSets([...known.values()].map((found) => found.map(({ group_id }) => group_id)))
  const threads = uniteSets([...known.values()].map((found) => found.map(({ thread_id }) => thread_id)))
  for (const [into, others] of unions(groups)) await uniteGroups(tx, into, others)
  for (const [into, others] of unions(threads)) await uniteThreads(tx, into, others)
  const places = new Map([...known].map(([root, [first]]): [string, Place] =>
    [root, { group_id: groups.rootOf(first!.group_id), thread_id: threads.rootOf(first!.thread_id) }]))
  const fresh = linked.roots().filter((root) => !places.has(root))
  for (const [index, id] of (await newIds(tx, fresh.length)).entries()) places.set(fresh[index]!, { thread_id: id, group_id: id })

  const placeOf = (id: string) => places.get(linked.rootOf(id))!
  await addReferences(tx, ids.map((id) => ({ message_id: id, ...placeOf(id) })))
  return batch.map(({ source_id }) => placeOf(source_id).thread_id)
}

/** Divides what is in these threads by what belongs together now: groups, and answers with what they answer. */
export async function regroupThreads(tx: Tx, threads: string[]) {
  if (threads.length === 0) return
  const { rows } = await sql<{ id: string; answered_id: string | null; group_id: string }>`
    select i.id, i.answered_id, coalesce(r.group_id, i.id) as group_id
    from interaction i left join thread_reference r on r.org_id = i.org_id and r.message_id = i.source_id
    where i.org_id = (select current_org()) and i.thread_id = any(${threads}::uuid[])
  `.execute(tx)
  const linked = new UnionFind()
  const groupOf = new Map(rows.map(({ id, group_id }) => [id, group_id]))
  // In their order, so that the smallest of those that belong together is their root, and their thread's id.
  for (const group of [...groupOf.values()].toSorted()) linked.add(group)
  for (const { id, answered_id } of rows) if (answered_id) linked.unite(groupOf.get(id)!, groupOf.get(answered_id)!)
  const divided = JSON.stringify(rows.map(({ id, group_id }) => ({ id, group_id, thread_id: linked.rootOf(group_id) })))
  await sql`
    with given as materialized (
      select id, group_id, thread_id from json_to_recordset(${divided}) as given (id uuid, group_id uuid, thread_id uuid)
    ), referred as (
      update thread_reference r set thread_id = given.thread_id from (select distinct group_id, thread_id from given) given
      where r.org_id = (select current_org()) and r.group_id = given.group_id and r.thread_id <> given.thread_id
    )
    update interaction i set thread_id = given.thread_id from given
    where i.org_id = (select current_org()) and i.id = given.id and i.thread_id <> given.thread_id
  `.execute(tx)
}

interface Place {
  thread_id: string
  group_id: string
}

function linkReferences(batch: Threaded[]): UnionFind {
  const linked = new UnionFind()
  for (const { source_id, thread_ids } of batch) for (const id of [source_id, ...thread_ids]) linked.unite(id, source_id)
  return linked
}

/** The smallest of those that belong together stands for them. */
function uniteSets(sets: string[][]): UnionFind {
  const united = new UnionFind()
  for (const id of sets.flat().toSorted()) united.add(id)
  for (const [first, ...others] of sets) for (const other of others) united.unite(first!, other)
  return united
}

/** Each with what it stands for, where there is anything. */
function unions(united: UnionFind): [string, string[]][] {
  const members = Map.groupBy(united.members(), (member) => united.rootOf(member))
  return [...members].map(([root, all]): [string, string[]] => [root, all.filter((member) => member !== root)]).filter(([, others]) => others.length > 0)
}

async function uniteGroups(tx: Tx, into: string, others: string[]) {
  await sql`
    update thread_reference set group_id = ${into}, origin_id = coalesce(origin_id, group_id)
    where org_id = (select current_org()) and group_id = any(${others}::uuid[])
  `.execute(tx)
}

async function uniteThreads(tx: Tx, into: string, others: string[]) {
  for (const table of ['interaction', 'thread_reference'] as const) {
    await sql`
      update ${sql.table(table)} set thread_id = ${into}
      where org_id = (select current_org()) and thread_id = any(${others}::uuid[])
    `.execute(tx)
  }
}

async function addReferences(tx: Tx, references: (Place & { message_id: string })[]) {
  await sql`
    insert into thread_reference (org_id, message_id, thread_id, group_id)
    select current_org(), message_id, thread_id, group_id
    from json_to_recordset(${JSON.stringify(references)}) as given (message_id text, thread_id uuid, group_id uuid)
    on conflict do nothing
  `.execute(tx)
}
