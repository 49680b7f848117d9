import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Hash } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { inputLook } from '@/ui/field.tsx'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { joinRoom } from './room-actions.ts'

interface Props {
  open: boolean
  onClose(): void
  onNew(): void
}

export function BrowseDialog({ open, onClose, onNew }: Props) {
  const { rooms: m } = useMessages()
  return (
    <Dialog title={m.browse} open={open} onClose={onClose} className="w-[min(40rem,calc(100vw-2rem))]" footer={<Button onClick={onNew}>{m.new_channel}</Button>}>
      <Channels onClose={onClose} />
    </Dialog>
  )
}

function Channels({ onClose }: { onClose(): void }) {
  const { rooms: m, settings } = useMessages()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['rooms-browsed', q],
    queryFn: ({ pageParam, signal }) => body(api.GET('/rooms/browse', { params: { query: { limit: 50, q: q || undefined, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const open = async (id: string, joined: boolean) => {
    try {
      if (!joined) await joinRoom(id)
      onClose()
      await navigate({ to: '/rooms/$id', params: { id } })
    } catch (problem) {
      toastProblem(problem)
    }
  }
  const channels = data?.pages.flatMap((page) => page.data)
  return (
    <div className="grid gap-3">
      <input type="search" maxLength={80} aria-label={m.find_channel} placeholder={m.find_channel} value={text} className={inputLook} onChange={(event) => setText(event.target.value)} />
      <div className="-mx-2 h-96 overflow-y-auto">
        {error && !channels && <Failed error={error} retry={() => void refetch()} />}
        {!error && !channels && (
          <Late>
            <SkeletonRows rows={6} height={56} />
          </Late>
        )}
        {channels?.length === 0 && <p className="py-12 text-center text-ink-soft">{m.no_channel}</p>}
        <ul>
          {channels?.map(({ id, name, topic, member_count, joined }) => (
            <li key={id} className="flex min-h-14 items-center gap-3 rounded-md px-2 py-2 hover:bg-hover">
              <Hash size={16} className="shrink-0 text-ink-faint" />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{name}</p>
                <p className="truncate text-xs text-ink-faint">{[m.members_count(member_count), topic].filter(Boolean).join(' · ')}</p>
              </div>
              <Button size="sm" look={joined ? 'quiet' : 'plain'} aria-label={`${joined ? m.open : m.join}: ${name}`} onClick={() => void open(id, joined)}>
                {joined ? m.open : m.join}
              </Button>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <div className="flex justify-center py-2">
            <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {settings.show_more}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
