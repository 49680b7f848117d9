// Where in an order a list is to begin, for whoever drags its scroll bar.

import { CompiledQuery } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { sortedPlaceSql } from '#platform/sorted-page'
import type { Actor } from '#platform/tenancy'
import { compileSelection, wholeSelection, type Selection } from './selection.ts'
import { orderOf } from './sorts.ts'

/** Sort value (null: it has none) and id of the contact after which `offset` have passed; undefined beyond the end. */
export async function findPlace(db: Db, { org_id }: Actor, selection: Selection & { sort: string; offset: number }): Promise<[string | null, string] | undefined> {
  const { sort, offset } = selection
  const compiled = await compileSelection(db, org_id, selection, sort.includes('fields.'))
  const conditions = [wholeSelection(compiled).replace(/^from contact c where /, '')]
  const text = sortedPlaceSql({ order: orderOf(sort, compiled), id: 'c.id', table: 'contact c', conditions, offset })
  const { rows } = await db.executeQuery<{ value: string | null; id: string }>(CompiledQuery.raw(text, compiled.values.all))
  return rows[0] && [rows[0].value, rows[0].id]
}
