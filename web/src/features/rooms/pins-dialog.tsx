// What is pinned in a room; it leads to where it was said.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { Pin } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { pin } from './message-actions.ts'
import { MessageCard } from './message-card.tsx'
import { useRoomName } from './room-name.tsx'
import type { Message, Room } from './rooms-queries.ts'

function pinsQuery(roomId: string) {
  return queryOptions({
    queryKey: ['pins', roomId],
    queryFn: async ({ signal }) => (await body(api.GET('/rooms/{id}/pins', { params: { path: { id: roomId } }, signal }))).data,
    staleTime: 0,
  })
}

export function PinsDialog({ room, open, onClose }: { room: Room; open: boolean; onClose(): void }) {
  const { pins: m } = useMessages()
  const name = useRoomName(room)
  return (
    <Dialog title={m.title(name)} open={open} onClose={onClose} className="w-[min(40rem,calc(100vw-2rem))]">
      <Pins room={room} onClose={onClose} />
    </Dialog>
  )
}

function Pins({ room, onClose }: { room: Room; onClose(): void }) {
  const { pins: m, rooms } = useMessages()
  const me = useMe()
  const { data, error, refetch } = useQuery(pinsQuery(room.id))
  const mayUnpin = room.membership !== null && room.archived_at === null && isAtLeast(me.role, 'member')
  const unpin = async (message: Message) => {
    await pin(message)
    await queryClient.invalidateQueries({ queryKey: pinsQuery(room.id).queryKey })
  }
  return (
    <div className="-mx-2 max-h-[60vh] min-h-40 overflow-y-auto px-2 py-1">
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <Late>
          <SkeletonRows rows={3} height={72} />
        </Late>
      )}
      {data?.length === 0 && (
        <Empty icon={<Pin size={20} />} title={m.none}>
          {m.none_hint}
        </Empty>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line">
        {data?.map((message) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the link in it is what is clicked
          <li key={message.id} className="group relative" onClick={(event) => (event.target as Element).closest('a') && onClose()}>
            <MessageCard message={message}>{message.snippet || message.files.map(({ name }) => name).join(', ')}</MessageCard>
            {mayUnpin && (
              <span className="absolute right-2 bottom-2">
                <RemoveButton label={rooms.unpin} onClick={() => void unpin(message)} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
