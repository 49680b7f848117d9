// What is changed in bulk: contacts, and things of modules after this one. Beginning, running by an operation, being taken back, being
// listed is the same for all; what is done to a batch is of each kind.

import type { Db, Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { BulkAction } from './contract.ts'

export interface BulkKind<Selection = unknown, Change = unknown> {
  kind: 'contact' | 'task' | 'company'
  /** Of the plural, in messages. */
  plural: string
  /** In the type, subject and data of events. */
  noun: 'bulk_change' | 'task_bulk_change' | 'company_bulk_change'
  /** The operation that carries it out; that of the undo has `_undo` behind it. */
  operation: string
  /** Where it is kept how each was before. */
  rows: 'bulk_change_contact' | 'bulk_change_task' | 'bulk_change_company'
  mayWrite(actor: Actor): boolean
  /** To be taken before anything is read. */
  lock(tx: Tx): Promise<void>
  /** Throws invalid, and not_found for what a change names. */
  checkChange(tx: Tx, actor: Actor, change: Change): Promise<void>
  /** Throws invalid, not_found. */
  toSelection(db: Db, actor: Actor, wanted: BulkWanted): Promise<Selection>
  /** The first of those that are meant, in the order of their ids, and how many all are. */
  findSelected(db: Db, actor: Actor, selection: Selection, place: BulkPlace): Promise<{ ids: string[]; total: number }>
  /** Those that are named may have gone meanwhile; ids of nothing are a mistake. Throws not_found. */
  checkNamed(db: Db, actor: Actor, selection: Selection): Promise<void>
  /** Does it, keeps how each was, and returns how many were not so already. */
  applyToBatch(tx: Tx, actor: Actor, batch: Batch<Change>): Promise<number>
  /** Puts one batch back that is kept, and returns how many of `bulkBatch` were looked at. */
  takeBackBatch(tx: Tx, actor: Actor, of: { id: string; action: BulkAction }): Promise<number>
}

export interface BulkWanted {
  action: BulkAction
  /** `contact_ids`, `task_ids`, `company_ids`. */
  ids?: string[]
  selection?: unknown
}

export interface BulkPlace {
  /** The last one before. */
  after?: string
  /** Whatever came later is not meant: ids are in the order of creation. */
  until?: string
  limit: number
}

export interface Batch<Change> {
  /** Of the bulk change. */
  id: string
  action: BulkAction
  change?: Change | null
  /** The caller has `lock`. */
  ids: string[]
}
