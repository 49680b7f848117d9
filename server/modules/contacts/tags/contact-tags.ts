import { sql } from 'kysely'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { ensureNamed, type Named } from '../names.ts'
import { getTag } from './queries.ts'

export interface ContactTags {
  contact_id: string
  names: string[]
}

/** Gives a contact exactly these tags. Names are the same in any case; new ones are made. */
export async function replaceTags(tx: Tx, actor: Actor, { contact_id, names }: ContactTags) {
  const trimmed = names.map((name) => name.trim())
  await sql`
    delete from contact_tag using tag
    where contact_tag.org_id = (select current_org()) and contact_tag.contact_id = ${contact_id}
      and tag.org_id = contact_tag.org_id and tag.id = contact_tag.tag_id
      and tag.match_name <> all (select lower(name) from unnest(${trimmed}::text[]) as given (name))
  `.execute(tx)
  await addTags(tx, actor, { contact_id, names: trimmed })
}

/** Gives a contact these tags as well. */
export async function addTags(tx: Tx, actor: Actor, { contact_id, names }: ContactTags) {
  if (names.length === 0) return
  const ids = await ensureTagIds(tx, actor, names)
  await sql`
    insert into contact_tag (org_id, contact_id, tag_id)
    select current_org(), ${contact_id}, tag_id from unnest(${ids}::uuid[]) as given (tag_id)
    on conflict do nothing
  `.execute(tx)
}

/** The ids of these tags; those that are missing are made, and told of. */
export async function ensureTagIds(tx: Tx, actor: Actor, names: string[]): Promise<string[]> {
  const { ids, made } = await ensureTags(tx, names.map((name) => name.trim()))
  for (const id of made) {
    await publish(tx, actor, { type: 'tag.created', subject: `tag:${id}`, data: { tag: await getTag(tx, id) } })
  }
  return [...new Set(ids.values())]
}

/** These tags; those that are missing are made. For imports, whose own event tells of them. */
export function ensureTags(tx: Tx, names: string[]): Promise<Named> {
  return ensureNamed(tx, 'tag', names)
}
