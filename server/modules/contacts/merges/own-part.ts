// What a merge does to what this module keeps of contacts, beside the contacts themselves.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import type { ContactPart, Merge } from '../parts.ts'
import { inverse, relationshipKinds } from '../relationships/kinds.ts'

export const ownPart: Pick<ContactPart, 'tables' | 'onMerge'> = {
  tables: {
    contact: { contacts: ['id'] },
    contact_email: { contacts: ['contact_id'] },
    contact_tag: { contacts: ['contact_id'] },
    contact_uid: { contacts: ['contact_id'] },
    contact_date: { contacts: ['contact_id'] },
    bulk_change_contact: { contacts: ['contact_id'] },
    deleted_company_contact: { contacts: ['contact_id'] },
    duplicate_dismissal: { contacts: ['contact_id', 'other_id'] },
    duplicate_key: { contacts: ['contact_id'], derived: true },
    contact_search: { contacts: ['contact_id'], derived: true },
    contact_value: { contacts: ['contact_id'], derived: true },
    contact_phone: { contacts: ['contact_id'], derived: true },
    duplicate: { contacts: ['contact_id', 'other_id'], derived: true },
    relationship: { contacts: ['contact_id', 'other_id'] },
  },
  async onMerge(tx, merge) {
    await moveAddresses(tx, merge)
    await moveTags(tx, merge)
    await moveDeletedCompanies(tx, merge)
    await moveUids(tx, merge)
    await moveDates(tx, merge)
    await moveRelationships(tx, merge)
    await moveDismissals(tx, merge)
  },
}

const symmetricKinds = relationshipKinds.filter((kind) => kind !== 'custom' && inverse(kind) === kind)

/** Behind those that `into` has, so its primary address stays. What it has already, or two of them, is left. */
async function moveAddresses(tx: Tx, { into, contacts }: Merge) {
  await sql`
    with first as (
      select distinct on (address) address, contact_id, array_position(${contacts}::uuid[], contact_id) as rank, position
      from contact_email where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
        and address not in (select address from contact_email where org_id = (select current_org()) and contact_id = ${into})
      order by address, rank
    ), placed as (
      select address, contact_id, row_number() over (order by rank, position) - 1 + (
          select coalesce(max(position) + 1, 0) from contact_email where org_id = (select current_org()) and contact_id = ${into}
        ) as position
      from first
    )
    update contact_email moved set contact_id = ${into}, position = placed.position from placed
    where moved.org_id = (select current_org()) and (moved.contact_id, moved.address) = (placed.contact_id, placed.address)
  `.execute(tx)
}

async function moveTags(tx: Tx, { into, contacts }: Merge) {
  await sql`
    insert into contact_tag (org_id, contact_id, tag_id)
    select distinct org_id, ${into}::uuid, tag_id from contact_tag
    where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
    on conflict do nothing
  `.execute(tx)
}

/** A company that is restored has the one for its contact then. */
async function moveDeletedCompanies(tx: Tx, { into, contacts }: Merge) {
  await sql`
    insert into deleted_company_contact (org_id, company_id, contact_id)
    select distinct org_id, company_id, ${into}::uuid from deleted_company_contact
    where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
    on conflict do nothing
  `.execute(tx)
}

/** The cards of all of them are known again as the one. */
async function moveUids(tx: Tx, { into, contacts }: Merge) {
  await sql`
    update contact_uid set contact_id = ${into}
    where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
  `.execute(tx)
}

/** What is said twice is kept once, with the year. People are born once: another birthday is kept as a custom date. */
async function moveDates(tx: Tx, { into, contacts }: Merge) {
  await sql`
    update contact_date kept set year = double.year from contact_date double
    where kept.org_id = (select current_org()) and kept.contact_id = ${into} and kept.year is null and double.year is not null
      and double.org_id = kept.org_id and double.contact_id = any(${contacts}::uuid[])
      and (double.kind, double.month_day, double.yearly) = (kept.kind, kept.month_day, kept.yearly)
      and double.label is not distinct from kept.label
  `.execute(tx)
  await sql`
    delete from contact_date double where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[]) and exists (
      select from contact_date kept
      where kept.org_id = double.org_id and kept.kind = double.kind and kept.label is not distinct from double.label
        and kept.month_day = double.month_day and kept.yearly = double.yearly and (double.year is null or kept.year = double.year)
        and (kept.contact_id = ${into} or (kept.contact_id = any(${contacts}::uuid[]) and kept.id < double.id))
    )
  `.execute(tx)
  await sql`
    with moving as (
      select id, kind = 'birthday' and (
          row_number() over (partition by kind order by array_position(${contacts}::uuid[], contact_id), id) > 1
          or exists (select from contact_date where org_id = (select current_org()) and contact_id = ${into} and kind = 'birthday')
        ) as is_another
      from contact_date where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
    )
    update contact_date moved set contact_id = ${into},
      kind = case when is_another then 'custom' else kind end, label = case when is_another then 'Birthday' else label end
    from moving where moved.org_id = (select current_org()) and moved.id = moving.id
  `.execute(tx)
}

/** But for those among themselves, and what both had with the same one. */
async function moveRelationships(tx: Tx, { into, contacts }: Merge) {
  const all = [into, ...contacts]
  await sql`
    delete from relationship where org_id = (select current_org())
      and contact_id = any(${all}::uuid[]) and other_id = any(${all}::uuid[])
  `.execute(tx)
  // A symmetric one is stored in the order of its ids, which the new one may turn round.
  const moved = sql`
    select id, case when is_turned then b else a end as contact_id, case when is_turned then a else b end as other_id,
      row_number() over (partition by least(a, b), greatest(a, b), is_turned or a < b, kind, label, inverse_label order by id) as place
    from (
      select *, b < a and (kind = any(${symmetricKinds}) or label = inverse_label) is true as is_turned from (
        select id, kind, label, inverse_label,
          case when contact_id = any(${contacts}::uuid[]) then ${into}::uuid else contact_id end as a,
          case when other_id = any(${contacts}::uuid[]) then ${into}::uuid else other_id end as b
        from relationship where org_id = (select current_org())
          and (contact_id = any(${all}::uuid[]) or other_id = any(${all}::uuid[]))
      ) named
    ) turned`
  await sql`
    delete from relationship using (${moved}) moved
    where relationship.org_id = (select current_org()) and relationship.id = moved.id and place > 1
  `.execute(tx)
  await sql`
    update relationship set contact_id = moved.contact_id, other_id = moved.other_id from (${moved}) moved
    where relationship.org_id = (select current_org()) and relationship.id = moved.id
      and (relationship.contact_id, relationship.other_id) is distinct from (moved.contact_id, moved.other_id)
  `.execute(tx)
}

/** Whoever is not one of them is not the one that they become. */
async function moveDismissals(tx: Tx, { into, contacts }: Merge) {
  await sql`
    insert into duplicate_dismissal (org_id, contact_id, other_id, created_by, created_at)
    select distinct on (least(${into}::uuid, another), greatest(${into}::uuid, another))
      org_id, least(${into}::uuid, another), greatest(${into}::uuid, another), created_by, created_at
    from duplicate_dismissal, lateral (
      select case when contact_id = any(${contacts}::uuid[]) then other_id else contact_id end as another) other
    where org_id = (select current_org())
      and (contact_id = any(${contacts}::uuid[]) or other_id = any(${contacts}::uuid[])) and another <> all(${[into, ...contacts]}::uuid[])
    on conflict do nothing
  `.execute(tx)
}
