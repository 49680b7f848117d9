// Which contacts a bulk change is of.

import { CompiledQuery } from 'kysely'
import { invalid, notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { countContacts } from '../listing/listing.ts'
import { compileSelection, wholeSelection, type Selection } from '../listing/selection.ts'
import { contactViews } from '../views/contact-views.ts'
import type { BulkAction, BulkSelection } from './contract.ts'
import type { BulkPlace } from './kind.ts'

interface Wanted {
  action: BulkAction
  contact_ids?: string[]
  selection?: BulkSelection
}

/** What is meant, with the view that it names. Throws invalid, not_found for the view. */
export async function toSelection(db: Db, actor: Actor, { action, contact_ids, selection }: Wanted): Promise<Selection> {
  if ((contact_ids === undefined) === (selection === undefined)) throw invalid('Say whom you mean: either `contact_ids` or `selection`.')
  const deleted = action === 'restore'
  if (contact_ids) return { contact_ids, deleted }
  const { view: viewId, ...given } = selection!
  if (viewId === undefined) return { ...given, deleted }
  const view = await contactViews.get(db, actor, viewId)
  return {
    ...given,
    q: [view.q, given.q].filter(Boolean).join(' ') || undefined,
    filter: [...(view.filter ?? []), ...(given.filter ?? [])],
    deleted,
  }
}

/**
 * The first of those that are meant, in the order of their ids, and how many all are. Whatever the filter is, it is looked up
 * as a whole and then sorted: walking along the ids and asking of each may take a search for each. Throws invalid.
 */
export async function findSelected(
  db: Db,
  { org_id }: Actor,
  selection: Selection,
  { after, until, limit }: BulkPlace,
): Promise<{ ids: string[]; total: number }> {
  const compiled = await compileSelection(db, org_id, selection)
  const { values, conditions } = compiled
  if (after !== undefined) conditions.push(`c.id > ${values.add(after)}::uuid`)
  if (until !== undefined) conditions.push(`c.id < ${values.add(until)}::uuid`)
  const query = CompiledQuery.raw(`
    with found as materialized (select c.id ${wholeSelection(compiled)})
    select array(select id from found order by id limit ${limit}) as ids, (select count(*)::int from found) as total`, values.all)
  return (await db.executeQuery<{ ids: string[]; total: number }>(query)).rows[0]!
}

/** Those that are named may have been deleted, or merged, meanwhile; ids of nobody are a mistake. Throws not_found. */
export async function checkNamed(db: Db, actor: Actor, { contact_ids, deleted }: Selection) {
  if (!contact_ids) return
  const others = await countContacts(db, actor, { contact_ids, deleted: !deleted })
  if (others === 0) throw notFound('contact', contact_ids[0]!)
}
