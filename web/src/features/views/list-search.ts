// What a list shows, as it stands in the address of the page: a view, and what differs from it.

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { personalKey } from '@/app/personal-key.ts'
import { readFilter, type Filter } from '@/features/filter/filter.ts'
import type { View, ViewSource } from './views.ts'

export interface ListSearch {
  view?: string
  q?: string
  filter?: Filter
  sort?: string
}

/** What is listed, in which order. */
export interface Listed {
  q?: string
  filter?: Filter
  sort: string
}

export const readText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function readListSearch(search: Record<string, unknown>): ListSearch {
  return { view: readText(search.view), q: search.q === undefined ? undefined : String(search.q), filter: readFilter(search.filter), sort: readText(search.sort) }
}

/** The whole list, whatever this device begins with. */
const everything = 'all'

interface Given {
  source: ViewSource
  /** What the view that this device begins with is kept under. */
  storageKey: string
  search: ListSearch
  /** Conditions that links elsewhere have beside. */
  linked?: Filter
  go(search: ListSearch, how: { replace: boolean }): void
}

export function useListSearch({ source, storageKey, search, linked = none, go }: Given) {
  const defaultKey = personalKey(storageKey)
  const [defaultId, setDefaultId] = useState(() => localStorage.getItem(defaultKey) ?? undefined)
  const views = useQuery(source.query)
  const isBare = linked.length === 0 && Object.values(search).every((value) => value === undefined)
  const viewId = search.view ?? (isBare ? defaultId : undefined)
  const view = views.data?.find(({ id }) => id === viewId)
  const selection = useMemo(() => selectionOf(search, linked, view), [search, linked, view])
  return {
    selection,
    search,
    view,
    views: views.data ?? [],
    /** Which view it is has still to be learnt. */
    pending: viewId !== undefined && viewId !== everything && views.isPending,
    isFiltered: Boolean(selection.q) || (selection.filter ?? []).length > 0,
    isChanged: view !== undefined && JSON.stringify(plain(selection)) !== JSON.stringify(plain(view)),
    change(changed: Partial<Listed>) {
      go(searchOf({ ...selection, ...changed }, view, view?.id ?? (defaultId && everything)), { replace: true })
    },
    choose(next: View | undefined) {
      go({ view: next?.id ?? (defaultId && everything) }, { replace: false })
    },
    defaultId,
    setDefault(id: string | undefined) {
      if (id) localStorage.setItem(defaultKey, id)
      else localStorage.removeItem(defaultKey)
      setDefaultId(id)
    },
  }
}

const none: Filter = []

function selectionOf({ q, filter, sort }: ListSearch, linked: Filter, view: View | undefined): Listed {
  const all = [...linked, ...(filter ?? view?.filter ?? [])]
  return { q: (q ?? view?.q) || undefined, filter: all.length > 0 ? all : undefined, sort: sort ?? view?.sort ?? 'name' }
}

/** Only what is not as the view, or the plain list, has it anyway. */
function searchOf(selection: Listed, view: View | undefined, viewId: string | undefined): ListSearch {
  const [wanted, usual] = [plain(selection), plain(view ?? {})]
  return {
    view: viewId,
    q: wanted.q === usual.q ? undefined : wanted.q,
    filter: JSON.stringify(wanted.filter) === JSON.stringify(usual.filter) ? undefined : wanted.filter,
    sort: wanted.sort === usual.sort ? undefined : wanted.sort,
  }
}

function plain({ q, filter, sort }: { q?: string | null; filter?: Filter; sort?: string }) {
  return { q: q ?? '', filter: filter ?? [], sort: sort ?? 'name' }
}

/** Whether a list shows other columns than its view. */
export function hasOtherColumns(ids: string[], view: View | undefined): boolean {
  if (!view || view.columns.length === 0) return false
  return ids.join() !== ['name', ...view.columns.filter((id) => id !== 'name')].join()
}
