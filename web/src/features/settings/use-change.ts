import { useMutation } from '@tanstack/react-query'
import { dropDraft } from '@/app/drafts.ts'
import { queryClient } from '@/app/query-client.ts'
import { meQuery } from '@/app/session.ts'
import { toastProblem } from '@/ui/toasts.tsx'

interface Options<I, O> {
  onDone?(answer: O, input: I): void
  /** A form says what went wrong, so no toast does. */
  inForm?: boolean
  /** What is kept of the form, until this is done. */
  drafts?: string[]
}

/** A write of the settings; what they show, and who one is, is fetched again after it. */
export function useChange<I = void, O = unknown>(run: (input: I) => Promise<O>, { onDone, inForm, drafts = [] }: Options<I, O> = {}) {
  return useMutation({
    mutationFn: run,
    onSuccess(answer, input) {
      drafts.forEach(dropDraft)
      onDone?.(answer, input)
    },
    onError: (error) => inForm || toastProblem(error),
    onSettled: refreshSettings,
  })
}

function refreshSettings() {
  void queryClient.invalidateQueries({ queryKey: ['settings'] })
  return queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
}
