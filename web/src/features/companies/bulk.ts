// What is done with many companies at once: shown at once on the rows that are at hand.

import { useQueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useBulkWork } from '@/features/table/bulk-work.ts'
import { changeRows, takeRowsAway } from '@/features/table/row-pages.ts'
import { isSelected, type Selection } from '@/features/table/selection.ts'
import { useMessages } from '@/messages/messages.tsx'
import { companies, type Company, type CompanySelection } from './companies-queries.ts'

export interface Target {
  selection: Selection
  /** Where all are selected: of which companies. */
  among: CompanySelection
  size: number
}

export function useBulk() {
  const m = useMessages()
  const client = useQueryClient()
  const carryOut = useBulkWork()
  const run = (target: Target, work: Pick<Schemas['NewCompanyBulkChange'], 'action' | 'change'>, done: string) => carryOut({
    begin: () => body(api.POST('/companies/bulk', { body: { ...work, ...toTarget(target) } })),
    takeBack: (id) => body(api.POST('/companies/bulk/{id}/undo', { params: { path: { id } } })),
    under_way: m.companies.under_way(target.size),
    done,
  })
  return {
    change(target: Target, change: Schemas['BulkCompanyChange']) {
      changeRows<Company>(client, companies.key, (company) => (isSelected(target.selection, company.id) ? { ...company, ...change } : company))
      return run(target, { action: 'change', change }, m.companies.changed_many(target.size))
    },
    remove(target: Target) {
      takeRowsAway(client, companies.key, { isGone: (id) => isSelected(target.selection, id), size: target.size })
      return run(target, { action: 'delete' }, m.companies.removed_many(target.size))
    },
  }
}

function toTarget({ selection, among }: Target) {
  if (!selection.all) return { company_ids: [...selection.ids] }
  return { selection: { q: among.q, filter: among.filter, except: [...selection.except] } }
}
