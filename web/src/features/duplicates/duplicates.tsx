// Pairs that may be one person, one after the other: compare, choose, merge or skip, all by keyboard.

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Progress } from '@/ui/progress.tsx'
import { Empty, Failed, Late, Skeleton } from '@/ui/states.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { duplicatesQuery, pairOf, type Duplicate, type Duplicates as Pages } from './duplicate-queries.ts'
import { Pair, type Merge } from './pair.tsx'

/** What was done here last, to be undone by `u`. */
interface Done {
  undo(): Promise<unknown>
  said: string
}

export function Duplicates() {
  const m = useMessages()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(duplicatesQuery)
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const [settled, setSettled] = useState(0)
  const [done, setDone] = useState<readonly Done[]>([])
  const all = data?.pages.flatMap((page) => page.data) ?? []
  const waiting = all.filter((pair) => !skipped.includes(pairOf(pair)))
  const current = waiting[0]
  const short = hasNextPage && !isFetchingNextPage && waiting.length < 20
  useEffect(() => {
    if (short) void fetchNextPage()
  }, [short, fetchNextPage])

  const finish = (said: string, undo: () => Promise<unknown>) => {
    setSettled((count) => count + 1)
    setDone((before) => [...before, { said, undo }])
    toast(said, { key: 'u', undo: () => takeBack({ said, undo }) })
  }
  const takeBack = (one = done.at(-1)) => {
    if (!one) return
    setDone((before) => before.filter(({ undo }) => undo !== one.undo))
    one.undo().then(() => {
      setSettled((count) => Math.max(0, count - 1))
      toast(m.duplicates.undone)
    }, toastProblem)
  }
  const merge = useMutation({
    mutationFn: ({ merge }: { pair: Duplicate; merge: Merge }) => body(api.POST('/contacts/merges', { body: merge })),
    onMutate: ({ pair }) => takeOut(pair),
    onSuccess({ id, into }, { pair }) {
      finish(m.duplicates.merged(into?.name ?? pair.contacts[0]!.name), async () => {
        await api.POST('/contacts/merges/{id}/undo', { params: { path: { id } } })
        putBack(pair)
      })
    },
    onError(error, { pair }) {
      putBack(pair)
      toastProblem(error)
    },
  })
  const dismiss = useMutation({
    mutationFn: (pair: Duplicate) => body(api.POST('/contacts/duplicates/dismissals', { body: { contact_ids: pair.contacts.map(({ id }) => id) } })),
    onMutate: takeOut,
    onSuccess() {
      setSettled((count) => count + 1)
      toast(m.duplicates.dismissed)
    },
    onError(error, pair) {
      putBack(pair)
      toastProblem(error)
    },
  })
  const skip = (pair: Duplicate) => {
    const name = pairOf(pair)
    setSkipped((before) => [...before, name])
    finish(m.duplicates.skipped, async () => setSkipped((before) => before.filter((each) => each !== name)))
  }
  useKeys({ u: () => takeBack() })

  const total = settled + waiting.length
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-4 border-b px-4">
        <h1 className="text-lg font-semibold">{m.duplicates.title}</h1>
        {total > 0 && (
          <div className="ml-auto flex w-56 max-w-[50%] items-center gap-3">
            <span className="flex-1">
              <Progress done={settled} total={total} label={m.duplicates.progress(settled, total)} />
            </span>
            <span className="text-xs text-ink-soft tabular-nums">{`${settled} / ${total}${hasNextPage ? '+' : ''}`}</span>
          </div>
        )}
      </header>
      {current ? (
        <Pair
          key={pairOf(current)}
          pair={current}
          onMerge={(given) => merge.mutate({ pair: current, merge: given })}
          onSkip={() => skip(current)}
          onDismiss={() => dismiss.mutate(current)}
        />
      ) : data ? (
        <Empty icon={<UsersRound size={20} />} title={settled > 0 ? m.duplicates.finished : m.duplicates.empty}>
          {settled > 0 ? m.duplicates.finished_hint : m.duplicates.empty_hint}
        </Empty>
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Late>
          <div className="mx-auto grid w-full max-w-4xl gap-3 px-4 py-5">
            <Skeleton className="h-5 w-64" />
            <div className="grid grid-cols-2 gap-px">
              <Skeleton className="h-72 rounded-r-none!" />
              <Skeleton className="h-72 rounded-l-none!" />
            </div>
          </div>
        </Late>
      )}
    </div>
  )
}

function takeOut(pair: Duplicate) {
  // What an answer on its way still has would come back.
  void queryClient.cancelQueries({ queryKey: duplicatesQuery.queryKey })
  change((pairs) => pairs.filter((each) => pairOf(each) !== pairOf(pair)))
}

/** In front: it is what is looked at next. */
function putBack(pair: Duplicate) {
  let first = true
  change((pairs) => {
    const others = pairs.filter((each) => pairOf(each) !== pairOf(pair))
    const next = first ? [pair, ...others] : others
    first = false
    return next
  })
}

function change(work: (pairs: Duplicate[]) => Duplicate[]) {
  queryClient.setQueryData<Pages>(duplicatesQuery.queryKey, (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, data: work(page.data) })) })
}
