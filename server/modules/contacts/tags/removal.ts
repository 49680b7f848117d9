// Removing and merging tags. Contacts hold names of tags: the event that tells of it says which name goes, or becomes another.

import { sql } from 'kysely'
import { allow } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { batchSize, inBatches } from '../batches.ts'
import { canWriteContacts } from '../policy.ts'
import { changeTag } from './actions.ts'
import type { Tag, TagChange } from './contract.ts'
import { findTagByName, getTag } from './queries.ts'

/** Changes what is given. A tag that takes the name of another one becomes that one, at all its contacts. Throws not_found. */
export async function changeOrMergeTag(tenancy: Tenancy, actor: Actor, { id, change }: { id: string; change: TagChange }): Promise<Tag> {
  allow(canWriteContacts(actor))
  const db = tenancy.tenant(actor.org_id)
  const before = await getTag(db, id)
  const name = change.name?.trim() ?? before.name
  const other = await findTagByName(db, name)
  if (!other || other.id === id) return tenancy.transact(actor, (tx) => changeTag(tx, actor, { id, ...change, name }))

  await inBatches(tenancy, actor, (tx) => moveBatch(tx, id, other.id))
  return tenancy.transact(actor, async (tx) => {
    const into = change.color === undefined ? await getTag(tx, other.id) : await changeTag(tx, actor, { id: other.id, color: change.color })
    while ((await moveBatch(tx, id, other.id)) > 0);
    await sql`delete from tag where org_id = (select current_org()) and id = ${id}`.execute(tx)
    await publish(tx, actor, { type: 'tag.merged', subject: `tag:${id}`, data: { tag: before, into } })
    return into
  })
}

/** Takes a tag away from all contacts, and removes it. Throws not_found. */
export async function removeTag(tenancy: Tenancy, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  await getTag(tenancy.tenant(actor.org_id), id)
  await inBatches(tenancy, actor, (tx) => moveBatch(tx, id, undefined))
  await tenancy.transact(actor, async (tx) => {
    const tag = await getTag(tx, id)
    await sql`delete from tag where org_id = (select current_org()) and id = ${id}`.execute(tx)
    await publish(tx, actor, { type: 'tag.deleted', subject: `tag:${id}`, data: { tag } })
  })
}

/** From some contacts the tag goes, and the other one comes. Returns how many those were. */
async function moveBatch(tx: Tx, id: string, into: string | undefined): Promise<number> {
  const { rows } = await sql<{ contact_id: string }>`
    delete from contact_tag where org_id = (select current_org()) and tag_id = ${id} and contact_id = any (array(
      select contact_id from contact_tag where org_id = (select current_org()) and tag_id = ${id} limit ${batchSize}
    ))
    returning contact_id
  `.execute(tx)
  if (into !== undefined && rows.length > 0) {
    await sql`
      insert into contact_tag (org_id, contact_id, tag_id)
      select current_org(), contact_id, ${into}::uuid from unnest(${rows.map(({ contact_id }) => contact_id)}::uuid[]) as given (contact_id)
      on conflict do nothing
    `.execute(tx)
  }
  return rows.length
}
