// Saved views of a list: where they are kept, and what their list is called.

import { queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { readAll } from '@/features/people/references.ts'
import type { Messages } from '@/messages/messages.tsx'

export type View = Schemas['View']
export type ViewContent = Pick<View, 'q' | 'filter' | 'sort' | 'columns'>
export type ViewChange = Partial<Pick<View, 'name' | 'shared'> & ViewContent>

export interface ViewSource {
  query: typeof contactViews.query
  create(view: Schemas['NewView']): Promise<View>
  change(id: string, change: ViewChange): Promise<View>
  remove(id: string): Promise<unknown>
  words(m: Messages): { title: string; all: string; no_default: string }
}

export const contactViews = {
  query: queryOptions({
    queryKey: ['views', 'people'],
    queryFn: ({ signal }) => readAll<View>((cursor) => body(api.GET('/views', { params: { query: { limit: 100, cursor } }, signal }))),
  }),
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
  create: (view) => body(api.POST('/companies/views', { body: view })),
  change: (id, change) => body(api.PATCH('/companies/views/{id}', { params: { path: { id } }, body: change })),
  remove: (id) => api.DELETE('/companies/views/{id}', { params: { path: { id } } }),
  words: ({ companies, views }) => ({ title: companies.title, all: views.all_companies, no_default: views.no_default_companies }),
}
