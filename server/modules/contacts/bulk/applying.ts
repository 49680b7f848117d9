// What is done to one batch of contacts, set by set: their tags, their columns, how they were before, their events.

import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkOwner } from '../actions.ts'
import { ensureCompany } from '../companies/actions.ts'
import { resolveFields, type FieldValues } from '../fields/resolving.ts'
import { findNamed } from '../names.ts'
import { ensureTagIds } from '../tags/contact-tags.ts'
import type { BulkContactChange } from './contract.ts'
import type { Batch } from './kind.ts'
import { gatherAgain, tellOfContacts } from './telling.ts'

/**
 * Does it, and returns how many contacts were not so already. Who was deleted, or restored, since they were selected is left
 * out. Throws not_found for a company or an owner that is gone.
 */
export async function applyToBatch(tx: Tx, actor: Actor, { id, action, change, ids }: Batch<BulkContactChange>): Promise<number> {
  const contacts = await lockContacts(tx, ids, action === 'restore')
  const resolved = action === 'change' ? await resolveChange(tx, actor, change!) : undefined
  const tagged = resolved ? await changeTags(tx, resolved, contacts) : []
  const columns = resolved ? columnsOf(resolved) : [deletion(action === 'delete')]
  const changed = await changeColumns(tx, { id, contacts, tagged, columns })
  await sql`
    update bulk_change set changed = changed + ${changed.length} where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  if (action === 'restore') await gatherAgain(tx, changed)
  await tellOfContacts(tx, actor, { ids: changed, type: eventTypes[action] })
  return changed.length
}

async function lockContacts(tx: Tx, ids: string[], deleted: boolean): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from contact where org_id = (select current_org()) and id = any (${ids}::uuid[]) and (deleted_at is not null) = ${deleted}
    order by id for no key update
  `.execute(tx)
  return rows.map((row) => row.id)
}

const eventTypes = { change: 'contact.updated', delete: 'contact.deleted', restore: 'contact.restored' } as const

interface ResolvedChange {
  title?: string | null
  company_id?: string | null
  owner_id?: string | null
  fields?: FieldValues
  /** Ids. */
  added: string[]
  removed: string[]
}

/** What is missing is made: the company, tags, fields. Throws not_found, invalid. */
export async function resolveChange(tx: Tx, actor: Actor, change: BulkContactChange): Promise<ResolvedChange> {
  const { title, company, owner_id, fields, add_tags = [], remove_tags = [] } = change
  return {
    title: title?.trim() ?? title,
    company_id: company && (await ensureCompany(tx, actor, company)),
    owner_id: owner_id && (await checkOwner(tx, owner_id)),
    fields: fields && (await resolveFields(tx, actor, fields)),
    added: await ensureTagIds(tx, actor, add_tags),
    removed: [...(await findNamed(tx, 'tag', remove_tags.map((name) => name.trim()))).values()],
  }
}

interface Tagged {
  id: string
  tags_added: string[]
  tags_removed: string[]
}

async function changeTags(tx: Tx, { added, removed }: ResolvedChange, contacts: string[]): Promise<Tagged[]> {
  if (added.length + removed.length === 0) return []
  const { rows } = await sql<Tagged>`
    with added as (
      insert into contact_tag (org_id, contact_id, tag_id)
      select current_org(), contact_id, tag_id from unnest(${contacts}::uuid[]) as contact_id, unnest(${added}::uuid[]) as tag_id
      on conflict do nothing returning contact_id, tag_id
    ), removed as (
      delete from contact_tag
      where org_id = (select current_org()) and contact_id = any (${contacts}::uuid[]) and tag_id = any (${removed}::uuid[])
      returning contact_id, tag_id
    )
    select contact_id as id, coalesce(json_agg(tag_id) filter (where is_added), '[]') as tags_added,
      coalesce(json_agg(tag_id) filter (where not is_added), '[]') as tags_removed
    from (select *, true as is_added from added union all select *, false from removed) either group by contact_id
  `.execute(tx)
  return rows
}

interface Column {
  name: string
  /** What it becomes, and what undoing needs of it, both of a contact `c`. */
  value: RawBuilder<unknown>
  before: RawBuilder<unknown>
}

function columnsOf({ title, company_id, owner_id, fields }: ResolvedChange): Column[] {
  const plain = (name: string, type: string, value: string | null | undefined): Column[] =>
    value === undefined ? [] : [{ name, value: sql`${value}::${sql.raw(type)}`, before: sql`c.${sql.ref(name)}` }]
  const columns = [...plain('title', 'text', title), ...plain('company_id', 'uuid', company_id), ...plain('owner_id', 'uuid', owner_id)]
  if (!fields) return columns
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  const gone = Object.keys(fields).filter((key) => fields[key] === null)
  return [...columns, {
    name: 'fields',
    value: sql`(c.fields || ${JSON.stringify(set)}::jsonb) - ${gone}::text[]`,
    before: sql`(select coalesce(jsonb_object_agg(key, c.fields -> key), '{}') from unnest(${Object.keys(fields)}::text[]) as key)`,
  }]
}

function deletion(deleted: boolean): Column {
  return {
    name: 'deleted_at',
    value: deleted ? sql`now()` : sql`null::timestamptz`,
    before: sql`c.deleted_at`,
  }
}

/** Returns the ids of those that were otherwise, or got or lost a tag. */
async function changeColumns(
  tx: Tx,
  { id, contacts, tagged, columns }: { id: string; contacts: string[]; tagged: Tagged[]; columns: Column[] },
): Promise<string[]> {
  const before = sql.join(columns.flatMap((column) => [sql`${column.name}::text`, column.before]))
  const wanted = columns.map(({ name, value }) => sql`, ${value} as ${sql.ref(`wanted_${name}`)}`)
  const assignments = columns.map(({ name }) => sql`, ${sql.ref(name)} = ${sql.ref(`wanted_${name}`)}`)
  const differing = columns.map(({ name, value }) => sql`or c.${sql.ref(name)} is distinct from ${value}`)
  const { rows } = await sql<{ id: string }>`
    with tagged as (
      select * from json_to_recordset(${JSON.stringify(tagged)}) as given (id uuid, tags_added jsonb, tags_removed jsonb)
    ), wanted as (
      select c.id, c.updated_at, jsonb_build_object('tags_added', tags_added, 'tags_removed', tags_removed${columns.length > 0 ? sql`, ${before}` : sql``}) as before
        ${sql.join(wanted, sql``)}
      from contact c left join tagged on tagged.id = c.id
      where c.org_id = (select current_org()) and c.id = any (${contacts}::uuid[]) and (tagged.id is not null ${sql.join(differing, sql` `)})
    ), changed as (
      update contact set updated_at = now() ${sql.join(assignments, sql``)}
      from wanted where contact.org_id = (select current_org()) and contact.id = wanted.id
    )
    insert into bulk_change_contact (org_id, bulk_change_id, contact_id, made_at, updated_before, before)
    select current_org(), ${id}, id, now(), updated_at, before from wanted
    returning contact_id as id
  `.execute(tx)
  return rows.map((row) => row.id)
}
