// What modules keep about contacts. Merging, erasing and exporting reach into modules that come later, in one
// transaction: app.ts collects a part of each, and gives contacts the list.

import type { Readable } from 'node:stream'
import type { Db, Tx } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'

export interface ContactPart {
  /** Its tables that name contacts. What a merge does to such rows is recorded, and undone. */
  tables: Record<string, PartTable>
  /** Gives to `into` what these contacts have; whatever is left with them is removed with them afterwards. */
  onMerge(tx: Tx, merge: Merge): Promise<void>
  /**
   * Removes what it keeps of the person alone, before the contact itself is removed. Their words in what others keep as
   * well (name, addresses, phones) are found and replaced afterwards, in every table.
   */
  onErase(tx: Tx, person: ErasedPerson): Promise<Erased>
  /** What it keeps about the person, as files for them to have. */
  onExport(source: ExportSource): AsyncIterable<PersonFile>
}

export interface ExportSource {
  db: Db
  storage: Storage
  org_id: string
  contact_id: string
}

export interface PersonFile {
  /** In the archive; what stands before a slash is said once of all below it. */
  path: string
  /** What it is, in plain words. */
  about: string
  content: string | Readable | AsyncIterable<string>
}

export interface ErasedPerson {
  contact_id: string
  /** That one, and those that were merged into it. */
  contact_ids: string[]
  /** Lower case. */
  addresses: string[]
}

export interface Erased {
  /** Rows by table. */
  counts: Record<string, number>
  /** Keys of files in the storage, which are removed once all this is committed. */
  files: string[]
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
