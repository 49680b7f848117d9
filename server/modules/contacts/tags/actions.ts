import { sql } from 'kysely'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { canWriteContacts } from '../policy.ts'
import type { NewTag, Tag } from './contract.ts'
import { columns, getTag } from './queries.ts'

/** Throws conflict when there is one of this name. */
export async function createTag(tx: Tx, actor: Actor, { name, color = null }: NewTag): Promise<Tag> {
  allow(canWriteContacts(actor))
  const { rows } = await sql<Tag>`
    insert into tag (org_id, name, color) values (current_org(), ${name.trim()}, ${color})
    on conflict do nothing returning ${columns}
  `.execute(tx)
  const tag = rows[0]
  if (!tag) throw conflict('tag_taken', `There is a tag “${name.trim()}” already.`)
  await publish(tx, actor, { type: 'tag.created', subject: `tag:${tag.id}`, data: { tag } })
  return tag
}

/** Gives a tag another colour, and a name that no other has. Throws not_found. */
export async function changeTag(tx: Tx, actor: Actor, { id, name, color }: { id: string; name?: string; color?: string | null }): Promise<Tag> {
  const before = await getTag(tx, id)
  const { rows } = await sql<Tag>`
    update tag set name = ${name ?? before.name}, color = ${color === undefined ? before.color : color}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  const tag = rows[0]!
  if (tag.name === before.name && tag.color === before.color) return tag
  await publish(tx, actor, { type: 'tag.updated', subject: `tag:${id}`, data: { tag, previous_name: before.name } })
  return tag
}
