// What the list of people shows, as it stands in the address of the page.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Filter } from '@/features/filter/filter.ts'
import { readListSearch, readText, useListSearch, type ListSearch } from '@/features/views/list-search.ts'
import { contactViews } from '@/features/views/views.ts'

export interface PeopleSearch extends ListSearch {
  /** As links elsewhere have it: conditions like any other. */
  tag?: string
  company_id?: string
  owner_id?: string
}

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    ...readListSearch(search),
    tag: search.tag === undefined ? undefined : String(search.tag), company_id: readText(search.company_id), owner_id: readText(search.owner_id),
  }
}

export function usePeopleSearch() {
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/people' })
  const { tag, company_id, owner_id } = search
  const linked = useMemo(
    (): Filter => Object.entries({ tag, company_id, owner_id }).flatMap(([field, value]) => (value === undefined ? [] : [{ field, op: 'is' as const, value }])),
    [tag, company_id, owner_id],
  )
  return useListSearch({ source: contactViews, storageKey: 'people-view', search, linked, go: (next, how) => void navigate({ to: '/people', search: next, ...how }) })
}
