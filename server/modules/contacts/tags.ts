import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'

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
  const trimmed = names.map((name) => name.trim())
  await sql`
    insert into tag (org_id, name)
    select distinct on (lower(name)) current_org(), name from unnest(${trimmed}::text[]) as given (name)
    on conflict do nothing
  `.execute(tx)
  await sql`
    insert into contact_tag (org_id, contact_id, tag_id)
    select org_id, ${contactId}, id from tag
    where org_id = (select current_org())
      and match_name in (select lower(name) from unnest(${trimmed}::text[]) as given (name))
    on conflict do nothing
  `.execute(tx)
}
