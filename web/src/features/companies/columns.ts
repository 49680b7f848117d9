import { useMemo } from 'react'
import type { FilterColumn } from '@/features/filter/filter.ts'
import { useMessages } from '@/messages/messages.tsx'

export type CompanyPart = 'name' | 'domain'

export interface Column extends FilterColumn {
  id: CompanyPart | 'contact_count' | 'last_interaction_at' | 'created_at'
}

export const usualColumns = ['name', 'domain', 'contact_count', 'last_interaction_at', 'created_at']

/** Every column that there is, by id. */
export function useColumns(): Map<string, Column> {
  const m = useMessages()
  return useMemo(() => {
    const columns: Column[] = [
      { id: 'name', title: m.people.name, kind: 'text', sort: 'name', width: 280, editable: true },
      { id: 'domain', title: m.companies.domain, kind: 'text', sort: 'domain', width: 220, editable: true },
      { id: 'contact_count', title: m.people.title, kind: 'count', sort: 'contact_count', first: 'desc', numeric: true, width: 100, editable: false },
      { id: 'last_interaction_at', title: m.people.last, kind: 'moment', sort: 'last_interaction_at', first: 'desc', width: 130, editable: false },
      { id: 'created_at', title: m.people.added, kind: 'moment', sort: 'created_at', first: 'desc', width: 120, editable: false },
    ]
    return new Map(columns.map((column) => [column.id, column]))
  }, [m])
}
