// Which ids belong together, found out anew from what names them: when something that has joined them is gone, or is back.

import { sql } from 'kysely'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'
import { UnionFind } from './union-find.ts'

interface Reference {
  message_id: string
  group_id: string
  origin_id: string | null
}

/**
 * Divides the ids of these threads into groups, and forgets those that nothing there is called by, nor names. A group that is
 * what it was before it was joined with others is called as it was. Interactions stay where they are: `regroupThreads` comes after.
 */
export async function divideGroups(tx: Tx, threads: string[]) {
  if (threads.length === 0) return
  const { rows: references } = await sql<Reference>`
    select message_id, group_id, origin_id from thread_reference where org_id = (select current_org()) and thread_id = any(${threads}::uuid[])
  `.execute(tx)
  const linked = linkNamed(references, await listNaming(tx, threads))
  const known = new Map(references.map((reference) => [reference.message_id, reference]))
  // Those that were stored first come first, and have the first say in what their group is called.
  const groups = Map.groupBy(linked.members(), (id) => linked.rootOf(id))
  const named = await nameGroups(tx, [...groups.values()].map((ids) => ids.map((id) => known.get(id)!)))
  const changed = named.filter(({ message_id, group_id, origin_id }) => {
    const before = known.get(message_id)!
    return before.group_id !== group_id || before.origin_id !== origin_id
  })
  const kept = new Set(linked.members())
  await sql`
    with forgotten as (
      delete from thread_reference where org_id = (select current_org())
        and message_id = any(${references.flatMap(({ message_id }) => (kept.has(message_id) ? [] : message_id))}::text[])
    )
    update thread_reference r set group_id = given.group_id, origin_id = given.origin_id
    from json_to_recordset(${JSON.stringify(changed)}) as given (message_id text, group_id uuid, origin_id uuid)
    where r.org_id = (select current_org()) and r.message_id = given.message_id
  `.execute(tx)
}

interface Naming {
  source_id: string
  is_mail: boolean
  /** What a mail names stands in its header; of one whose header is gone nobody knows. */
  is_silent: boolean
  names: string[]
}

async function listNaming(tx: Tx, threads: string[]): Promise<Naming[]> {
  const { rows } = await sql<Naming>`
    select i.source_id, i.kind = 'mail' as is_mail, i.kind = 'mail' and body.headers is null as is_silent, array(
      select id[1] from regexp_matches(body.headers, '(?:^|\\n)(?:references|in-reply-to):((?:[^\\n]|\\n[ \\t])*)', 'gi') as field,
        regexp_matches(regexp_replace(field[1], '\\s', '', 'g'), '<([^<>]+)>', 'g') as id
    ) as names
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id
    where i.org_id = (select current_org()) and i.thread_id = any(${threads}::uuid[]) order by i.id
  `.execute(tx)
  return rows
}

function linkNamed(references: Reference[], interactions: Naming[]): UnionFind {
  const linked = new UnionFind()
  const groupOf = new Map(references.map(({ message_id, group_id }) => [message_id, group_id]))
  const groups = Map.groupBy(references, ({ group_id }) => group_id)
  for (const { source_id, is_mail, is_silent, names } of interactions) {
    // Whatever may be its own stays with it.
    const all = is_silent ? (groups.get(groupOf.get(source_id) ?? '') ?? []).map(({ message_id }) => message_id) : names
    const [first, ...others] = [source_id, ...all, ...(is_mail ? [] : seriesOf(source_id))].filter((id) => groupOf.has(id))
    if (first === undefined) continue
    linked.add(first)
    for (const other of others) linked.unite(first, other)
  }
  return linked
}

/** What occurrences of a series have in front: `uid/20260302T100000Z`. A UID may have slashes too. */
function seriesOf(sourceId: string): string[] {
  return Array.from(sourceId.matchAll(/\//g), ({ index }) => sourceId.slice(0, index))
}

/** Each group is called by the oldest of the groups that its ids came from, which nothing else is called by. */
async function nameGroups(tx: Tx, groups: Reference[][]): Promise<Reference[]> {
  const taken = new Set<string>()
  const fresh = await newIds(tx, groups.length)
  return groups.flatMap((references, index) => {
    const origins = references.map(({ group_id, origin_id }) => origin_id ?? group_id)
    const group_id = origins.toSorted().find((origin) => !taken.has(origin)) ?? fresh[index]!
    taken.add(group_id)
    return references.map(({ message_id }, place) => {
      const origin = origins[place]!
      return { message_id, group_id, origin_id: origin === group_id || taken.has(origin) ? null : origin }
    })
  })
}
