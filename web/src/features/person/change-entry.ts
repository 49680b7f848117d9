// Changes of entries: seen at once, taken back when they are refused, and undone from a toast.

import { useMutation, type InfiniteData } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import type { Entry } from './timeline-queries.ts'

type List = InfiniteData<Schemas['TimelinePage'], string | undefined>

/** Puts an entry away, with a way back. */
export function useRemoveEntry(timelineId: string, entry: Entry) {
  const m = useMessages()
  const path = { params: { path: { id: entry.id } } }
  const isNote = entry.kind === 'note'
  const restore = async () => {
    await (isNote ? api.POST('/notes/{id}/restore', path) : api.POST('/interactions/{id}/restore', path))
    await refetch(timelineId)
  }
  const { mutate } = useMutation({
    mutationFn: async () => void (await (isNote ? api.DELETE('/notes/{id}', path) : api.DELETE('/interactions/{id}', path))),
    onMutate: () => changeEntries(timelineId, (each) => (each.id === entry.id ? undefined : each)),
    onSuccess() {
      toast(m.person.removed, { undo: () => void restore().catch(toastProblem) })
      return refetch(timelineId)
    },
    onError(error) {
      void refetch(timelineId)
      toastProblem(error)
    },
  })
  return () => mutate()
}

export function usePinEntry(timelineId: string, entry: Entry) {
  const { mutate } = useMutation({
    mutationFn: () => body(api.PATCH('/interactions/{id}', { params: { path: { id: entry.id } }, body: { pinned: !entry.pinned } })),
    onMutate: () => changeEntries(timelineId, (each) => (each.id === entry.id ? { ...each, pinned: !entry.pinned } : each)),
    onError(error) {
      void refetch(timelineId)
      toastProblem(error)
    },
  })
  return () => mutate()
}

export function refetch(timelineId: string) {
  return queryClient.invalidateQueries({ queryKey: ['timeline', timelineId] })
}

function changeEntries(timelineId: string, change: (entry: Entry) => Entry | undefined) {
  queryClient.setQueriesData<List>({ queryKey: ['timeline', timelineId] }, (list) =>
    list?.pages ? { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.flatMap((entry) => change(entry) ?? []) })) } : list)
}
