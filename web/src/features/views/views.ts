// Saved views of a list: where they are kept, and what their list is called.

import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { readAll } from '@/features/people/references.ts'
import type { Messages } from '@/messages/messages.tsx'

export type View = Schemas['View']
export type ViewContent = Pick<View, 'q' | 'filter' | 'sort' | 'columns'>
export type ViewChange = Partial<Pick<View, 'name' | 'shared'> & ViewContent>

interface Named {
  name: string
  shared: boolean
}

/** Of any list: `Content` is what its views say. */
export interface ViewStore<Saved extends Named & { id: string }, Content extends object> {
  query: { queryKey: readonly string[] }
  contentOf(view: Saved): Content
  create(view: Named & Content): Promise<Saved>
  change(id: string, change: Partial<Named & Content>): Promise<Saved>
  remove(id: string): Promise<unknown>
  words(m: Messages): { title: string; all: string; no_default: string }
}

export interface ViewSource extends ViewStore<View, ViewContent> {
  query: typeof contactViews.query
}

const contentOf = ({ q, filter, sort, columns }: View): ViewContent => ({ q, filter, sort, columns })

export const contactViews = {
  query: queryOptions({
    queryKey: ['views', 'people'],
    queryFn: ({ signal }) => readAll<View>((cursor) => body(api.GET('/views', { params: { query: { limit: 100, cursor } }, signal }))),
  }),
  contentOf,
  create: (view: Schemas['NewView']) => body(api.POST('/views', { body: view })),
  change: (id: string, change: ViewChange) => body(api.PATCH('/views/{id}', { params: { path: { id } }, body: change })),
  remove: (id: string) => api.DELETE('/views/{id}', { params: { path: { id } } }),
  words: ({ people, views }: Messages) => ({ title: people.title, all: views.all, no_default: views.no_default }),
}

export const companyViews: ViewSource = {
  query: queryOptions({
    queryKey: ['views', 'companies'],
    queryFn: ({ signal }) => readAll<View>((cursor) => body(api.GET('/companies/views', { params: { query: { limit: 100, cursor } }, signal }))),
  }),
  contentOf,
  create: (view) => body(api.POST('/companies/views', { body: view })),
  change: (id, change) => body(api.PATCH('/companies/views/{id}', { params: { path: { id } }, body: change })),
  remove: (id) => api.DELETE('/companies/views/{id}', { params: { path: { id } } }),
  words: ({ companies, views }) => ({ title: companies.title, all: views.all_companies, no_default: views.no_default_companies }),
}
