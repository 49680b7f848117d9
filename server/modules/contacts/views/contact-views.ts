import { compileSelection } from '../listing/selection.ts'
import { findSort } from '../listing/sorts.ts'
import type { ContactFilter } from '../listing/filter.ts'
import { canWriteContacts } from '../policy.ts'
import type { NewView, View, ViewChange } from './contract.ts'
import { viewColumns, viewsOf } from './views.ts'

export const contactViews = viewsOf<View, NewView, ViewChange>({
  kind: 'contact',
  noun: 'view',
  columns: viewColumns,
  filter: [],
  sort: 'name',
  mayWrite: canWriteContacts,
  async check(tx, { org_id }, { filter, sort }: { filter: ContactFilter; sort: string }) {
    const compiled = await compileSelection(tx, org_id, { filter, deleted: false }, sort.includes('fields.'))
    findSort(sort.replace(/^-/, ''), compiled)
  },
})
