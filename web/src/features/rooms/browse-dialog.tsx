import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArchiveRestore, Hash, Lock } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { inputLook } from '@/ui/field.tsx'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { Switch } from '@/ui/switch.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { joinRoom } from './room-actions.ts'
import { fetchRoom } from './rooms-queries.ts'

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
  const { rooms: m, archive, show_more } = useMessages()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [archived, setArchived] = useState(false)
  const q = useDeferredValue(text.trim())
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['rooms-browsed', archived, q],
    queryFn: ({ pageParam, signal }) => body(api.GET('/rooms/browse', { params: { query: { limit: 50, q: q || undefined, archived, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const open = async (id: string, joined: boolean) => {
    try {
      if (!joined && !archived) await joinRoom(id)
      onClose()
      await navigate({ to: '/rooms/$id', params: { id } })
    } catch (problem) {
      toastProblem(problem)
    }
  }
  const bringBack = async ({ id, name }: Channel) => {
    try {
      await api.PATCH('/rooms/{id}', { params: { path: { id } }, body: { archived: false } })
      await fetchRoom(id)
      toast(archive.is_back(name ?? ''))
    } catch (problem) {
      toastProblem(problem)
    }
    void queryClient.invalidateQueries({ queryKey: ['rooms-browsed'] })
  }
  const channels = data?.pages.flatMap((page) => page.data)
  return (
    <div className="grid gap-3">
      <input type="search" maxLength={80} aria-label={m.find_channel} placeholder={m.find_channel} value={text} className={inputLook} onChange={(event) => setText(event.target.value)} />
      <div className="flex items-center gap-2 text-sm">
        <Switch label={archive.show} checked={archived} onChange={setArchived} />
        <span aria-hidden>{archive.show}</span>
      </div>
      <div className="-mx-2 h-96 overflow-y-auto">
        {error && !channels && <Failed error={error} retry={() => void refetch()} />}
        {!error && !channels && (
          <Late>
            <SkeletonRows rows={6} height={56} />
          </Late>
        )}
        {channels?.length === 0 && <p className="py-12 text-center text-ink-soft">{archived ? archive.none : m.no_channel}</p>}
        <ul>
          {channels?.map((channel) => (
            <OneChannel key={channel.id} channel={channel} onOpen={() => void open(channel.id, channel.joined)} onBringBack={() => void bringBack(channel)} />
          ))}
        </ul>
        {hasNextPage && (
          <div className="flex justify-center py-2">
            <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {show_more}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

type Channel = Schemas['BrowsedRoom']

function OneChannel({ channel, onOpen, onBringBack }: { channel: Channel; onOpen(): void; onBringBack(): void }) {
  const { rooms: m, archive } = useMessages()
  const me = useMe()
  const { name, topic, visibility, member_count, joined, role, archived_at } = channel
  const manages = role === 'owner' || isAtLeast(me.role, 'admin')
  const opens = joined || archived_at !== null
  return (
    <li className="flex min-h-14 items-center gap-3 rounded-md px-2 py-2 hover:bg-hover">
      {visibility === 'private' ? <Lock size={15} className="shrink-0 text-ink-faint" /> : <Hash size={16} className="shrink-0 text-ink-faint" />}
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-xs text-ink-faint">{[m.members_count(member_count), topic].filter(Boolean).join(' · ')}</p>
      </div>
      {archived_at && manages && (
        <Button size="sm" look="quiet" icon={<ArchiveRestore size={14} />} aria-label={`${m.unarchive}: ${name}`} title={m.unarchive} onClick={onBringBack}>
          <span className="max-md:sr-only">{archive.bring_back}</span>
        </Button>
      )}
      <Button size="sm" look={opens ? 'quiet' : 'plain'} aria-label={`${opens ? m.open : m.join}: ${name}`} onClick={onOpen}>
        {opens ? m.open : m.join}
      </Button>
    </li>
  )
}
