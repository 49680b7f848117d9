import { invalid } from '#platform/errors'
import { lockAddresses } from '../addresses.ts'
import { fold } from '../fields/resolving.ts'
import type { Selection } from '../listing/selection.ts'
import { canWriteContacts } from '../policy.ts'
import { applyToBatch, resolveChange } from './applying.ts'
import type { BulkContactChange, BulkSelection } from './contract.ts'
import type { BulkKind } from './kind.ts'
import { checkNamed, findSelected, toSelection } from './selecting.ts'
import { takeBackBatch } from './taking-back.ts'

export const contactBulk: BulkKind<Selection, BulkContactChange> = {
  kind: 'contact',
  plural: 'contacts',
  noun: 'bulk_change',
  operation: 'contacts.bulk',
  rows: 'bulk_change_contact',
  mayWrite: canWriteContacts,
  lock: (tx) => lockAddresses(tx, 'many'),
  async checkChange(tx, actor, change) {
    const added = new Set(change.add_tags?.map(fold))
    const both = change.remove_tags?.find((name) => added.has(fold(name)))
    if (both !== undefined) throw invalid(`The tag “${both}” is to be added and removed: choose one.`)
    await resolveChange(tx, actor, change)
  },
  toSelection: (db, actor, { action, ids, selection }) => toSelection(db, actor, { action, contact_ids: ids, selection: selection as BulkSelection | undefined }),
  findSelected,
  checkNamed,
  applyToBatch,
  takeBackBatch,
}
