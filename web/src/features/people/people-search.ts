// What the list shows, as it stands in the address of the page: a view, and what differs from it.

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { personalKey } from '@/app/personal-key.ts'
import { readFilter, type ContactFilter } from './filter.ts'
import type { PeopleSelection } from './people-queries.ts'
import { viewsQuery } from './references.ts'
import type { View } from './view-menu.tsx'

export interface PeopleSearch {
  view?: string
  q?: string
  filter?: ContactFilter
  sort?: string
  /** As links elsewhere have it: conditions like any other. */
  tag?: string
  company_id?: string
  owner_id?: string
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    view: text(search.view), q: search.q === undefined ? undefined : String(search.q), filter: readFilter(search.filter), sort: text(search.sort),
    tag: search.tag === undefined ? undefined : String(search.tag), company_id: text(search.company_id), owner_id: text(search.owner_id),
  }
}

/** All people, whatever this device begins with. */
const everybody = 'all'

export function usePeopleSearch() {
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/people' })
  const defaultKey = personalKey('people-view')
  const [defaultId, setDefaultId] = useState(() => localStorage.getItem(defaultKey) ?? undefined)
  const views = useQuery(viewsQuery)
  const isBare = Object.values(search).every((value) => value === undefined)
  const viewId = search.view ?? (isBare ? defaultId : undefined)
  const view = views.data?.find(({ id }) => id === viewId)
  const selection = useMemo(() => selectionOf(search, view), [search, view])
  return {
    selection,
    search,
    view,
    views: views.data ?? [],
    /** Which view it is has still to be learnt. */
    pending: viewId !== undefined && viewId !== everybody && views.isPending,
    isFiltered: Boolean(selection.q) || (selection.filter ?? []).length > 0,
    isChanged: view !== undefined && JSON.stringify(plain(selection)) !== JSON.stringify(plain(view)),
    change(changed: PeopleSelection) {
      void navigate({ to: '/people', search: searchOf({ ...selection, ...changed }, view, view?.id ?? (defaultId && everybody)), replace: true })
    },
    choose(next: View | undefined) {
      void navigate({ to: '/people', search: { view: next?.id ?? (defaultId && everybody) } })
    },
    defaultId,
    setDefault(id: string | undefined) {
      if (id) localStorage.setItem(defaultKey, id)
      else localStorage.removeItem(defaultKey)
      setDefaultId(id)
    },
  }
}

function selectionOf({ q, filter, sort, tag, company_id, owner_id }: PeopleSearch, view: View | undefined): PeopleSelection {
  const linked: ContactFilter = Object.entries({ tag, company_id, owner_id }).flatMap(([field, value]) => (value === undefined ? [] : [{ field, op: 'is' as const, value }]))
  const all = [...linked, ...(filter ?? view?.filter ?? [])]
  return { q: (q ?? view?.q) || undefined, filter: all.length > 0 ? all : undefined, sort: sort ?? view?.sort ?? 'name' }
}

/** Only what is not as the view, or the plain list, has it anyway. */
function searchOf(selection: PeopleSelection, view: View | undefined, viewId: string | undefined): PeopleSearch {
  const [wanted, usual] = [plain(selection), plain(view ?? {})]
  return {
    view: viewId,
    q: wanted.q === usual.q ? undefined : wanted.q,
    filter: JSON.stringify(wanted.filter) === JSON.stringify(usual.filter) ? undefined : wanted.filter,
    sort: wanted.sort === usual.sort ? undefined : wanted.sort,
  }
}

function plain({ q, filter, sort }: { q?: string | null; filter?: ContactFilter; sort?: string }) {
  return { q: q ?? '', filter: filter ?? [], sort: sort ?? 'name' }
}
