import type { ContactFilter } from '../listing/filter.ts'
import { canWriteContacts } from '../policy.ts'
import type { NewView, View, ViewChange } from '../views/contract.ts'
import { viewColumns, viewsOf } from '../views/views.ts'
import { compileSelection, orderOf } from './selection.ts'

export const companyViews = viewsOf<View, NewView, ViewChange>({
  kind: 'company',
  noun: 'company_view',
  columns: viewColumns,
  filter: [],
  sort: 'name',
  mayWrite: canWriteContacts,
  check(_tx, { org_id }, { filter, sort }: { filter: ContactFilter; sort: string }) {
    compileSelection(org_id, { filter })
    orderOf(sort)
    return Promise.resolve()
  },
})
