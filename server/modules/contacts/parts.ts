// What modules keep about contacts. Merging, erasing and exporting reach into modules that come later, in one
// transaction: app.ts collects a part of each, and gives contacts the list.

import type { Tx } from '#platform/db/kysely'

export interface ContactPart {
  /** Its tables that name contacts. What a merge does to such rows is recorded, and undone. */
  tables: Record<string, PartTable>
  /** Gives to `into` what these contacts have; whatever is left with them is removed with them afterwards. */
  onMerge(tx: Tx, merge: Merge): Promise<void>
}

export interface PartTable {
  /** The columns that name a contact. */
  contacts: string[]
  /** What tells its rows from each other, beside the organization; unless given, its primary key. */
  key?: string[]
  /** Made anew from the contacts: there is nothing to record. */
  derived?: boolean
}

export interface Merge {
  into: string
  /** In the order of their worth: what only one can be, the first has. */
  contacts: string[]
}
