import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import { ensureNamed, type Named } from './names.ts'

/** Gives a contact exactly these tags. Names are the same in any case; new ones are made. */
export async function replaceTags(tx: Tx, contactId: string, names: string[]) {
  const trimmed = names.map((name) => name.trim())
  await sql`
    delete from contact_tag using tag
    where contact_tag.org_id = (select current_org()) and contact_tag.contact_id = ${contactId}
      and tag.org_id = contact_tag.org_id and tag.id = contact_tag.tag_id
      and tag.match_name <> all (select lower(name) from unnest(${trimmed}::text[]) as given (name))
  `.execute(tx)
  await addTags(tx, contactId, trimmed)
}

/** Gives a contact these tags as well. */
export async function addTags(tx: Tx, contactId: string, names: string[]) {
  if (names.length === 0) return
  const { ids } = await ensureTags(tx, names.map((name) => name.trim()))
  await sql`
    insert into contact_tag (org_id, contact_id, tag_id)
    select current_org(), ${contactId}, tag_id from unnest(${[...new Set(ids.values())]}::uuid[]) as given (tag_id)
    on conflict do nothing
  `.execute(tx)
}

/** These tags; those that are missing are made. */
export function ensureTags(tx: Tx, names: string[]): Promise<Named> {
  return ensureNamed(tx, 'tag', names)
}
