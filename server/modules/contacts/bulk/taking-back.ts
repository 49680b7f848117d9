// One batch of an undo: what was recorded of these contacts is put back and forgotten.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { bulkBatch } from './batch.ts'
import type { BulkAction } from './contract.ts'
import { gatherAgain, tellOfContacts } from './telling.ts'

interface Restored {
  id: string
  before: { tags_added: string[] | null; tags_removed: string[] | null }
}

/** Returns how many contacts were looked at: fewer than `bulkBatch` were the last. The caller has `lockAddresses` for many. */
export async function takeBackBatch(tx: Tx, actor: Actor, { id, action }: { id: string; action: BulkAction }): Promise<number> {
  const { looked_at, restored } = await restoreColumns(tx, id)
  await restoreTags(tx, restored)
  const ids = restored.map((each) => each.id)
  await sql`
    update bulk_change set restored = restored + ${ids.length} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (action === 'delete') await gatherAgain(tx, ids)
  await tellOfContacts(tx, actor, { ids, type: eventTypes[action] })
  return looked_at
}

const eventTypes = { change: 'contact.updated', delete: 'contact.restored', restore: 'contact.deleted' } as const

/**
 * Of those that nobody has changed since. A company, a member or a field that is gone by now does not come back. Their
 * `updated_at` is what it was, so that what was done before can be undone as well.
 */
async function restoreColumns(tx: Tx, id: string): Promise<{ looked_at: number; restored: Restored[] }> {
  const { rows } = await sql<{ looked_at: number; restored: Restored[] }>`
    with taken as (
      delete from bulk_change_contact where org_id = (select current_org()) and bulk_change_id = ${id} and contact_id = any (array(
        select contact_id from bulk_change_contact
        where org_id = (select current_org()) and bulk_change_id = ${id} order by contact_id limit ${bulkBatch}))
      returning contact_id, made_at, updated_before, before
    ), known as (
      select key from field where org_id = (select current_org())
    ), restored as (
      update contact c set updated_at = updated_before,
        title = case when before ? 'title' then before->>'title' else title end,
        company_id = case when before ? 'company_id'
          then (select id from company where org_id = c.org_id and id = (before->>'company_id')::uuid) else company_id end,
        owner_id = case when before ? 'owner_id'
          then (select user_id from member where org_id = c.org_id and user_id = (before->>'owner_id')::uuid) else owner_id end,
        deleted_at = case when before ? 'deleted_at' then (before->>'deleted_at')::timestamptz else deleted_at end,
        fields = case when before ? 'fields' then c.fields - array(select jsonb_object_keys(before->'fields')) || (
          select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(before->'fields') join known using (key) where value <> 'null')
          else fields end
      -- As an array, or PostgreSQL, which cannot know how few they are, would read all contacts.
      from taken where c.org_id = (select current_org()) and c.id = any (array(select contact_id from taken))
        and c.id = contact_id and c.updated_at = made_at
      returning c.id, before
    )
    select (select count(*)::int from taken) as looked_at,
      (select coalesce(json_agg(json_build_object('id', id, 'before', before)), '[]') from restored) as restored
  `.execute(tx)
  return rows[0]!
}

async function restoreTags(tx: Tx, restored: Restored[]) {
  const given = JSON.stringify(restored.map(({ id, before }) => ({ id, added: before.tags_added ?? [], removed: before.tags_removed ?? [] })))
  await sql`
    with given as (select * from json_to_recordset(${given}) as given (id uuid, added jsonb, removed jsonb)), gone as (
      delete from contact_tag using given, jsonb_array_elements_text(added) as one
      where org_id = (select current_org()) and contact_id = given.id and tag_id = one::uuid
    )
    insert into contact_tag (org_id, contact_id, tag_id)
    select current_org(), given.id, tag.id
    from given, jsonb_array_elements_text(removed) as one join tag on tag.org_id = (select current_org()) and tag.id = one::uuid
    on conflict do nothing
  `.execute(tx)
}
