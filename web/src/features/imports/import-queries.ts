import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import type { Operation } from '@/features/operations/operation.ts'
import { forgetDraft, rememberOwnAddresses, type Draft, type ImportOptions } from './drafts.ts'

export type Preview = Schemas['ImportPreview']

/** The form of an import whose file is there already. */
function asForm(options: ImportOptions) {
  return {
    body: { options: JSON.stringify(options) },
    bodySerializer: ({ options: text }: { options?: string } = {}) => {
      const form = new FormData()
      form.append('options', text ?? '{}')
      return form
    },
  }
}

/** A look into an upload; `how` is what decides on rows and columns. */
export function previewQuery(upload_id: string, how: Pick<ImportOptions, 'header' | 'sheet' | 'delimiter' | 'encoding'>) {
  return queryOptions({
    queryKey: ['import-preview', upload_id, how],
    queryFn: () => body(api.POST('/imports/preview', asForm({ ...how, upload_id }))),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

export function startImport(options: ImportOptions) {
  return body(api.POST('/imports', asForm(options)))
}

/** Starts what waits, by its choices: then it waits no longer. */
export async function startDraft({ id, options }: Pick<Draft, 'id' | 'options'>): Promise<Operation> {
  const operation = await startImport({ ...options, upload_id: id })
  if (options.own_addresses) rememberOwnAddresses(options.own_addresses)
  forgetDraft(id)
  queryClient.setQueryData(['operation', operation.id], operation)
  void queryClient.invalidateQueries({ queryKey: ['operations'] })
  return operation
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => body(api.GET('/imports/{id}', { params: { path: { id } }, signal })),
  })
}

export function operationQuery(id: string) {
  return queryOptions({
    queryKey: ['operation', id],
    queryFn: ({ signal }) => body(api.GET('/operations/{id}', { params: { path: { id } }, signal })),
  })
}

export function rejectionsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['rejections', id],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET('/imports/{id}/rejections', { params: { path: { id }, query: { limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
}

export const peopleFormats = ['csv', 'xlsx', 'vcard']
