// That others are writing: a line that has its place whether somebody is or not, so nothing moves. It is read where it stands and never
// announced: whoever listens to a screen would be interrupted again and again.

import { useTalkMessages } from '@/messages/talk.ts'
import type { Spot } from './history.ts'
import { useRoomPeople } from './room-people.ts'
import type { Room } from './rooms-queries.ts'
import { useTyping } from './typing.ts'

export function TypingLine({ spot }: { spot: Spot }) {
  const { talk } = useTalkMessages()
  const typing = useTyping(spot)
  const people = useRoomPeople(spot.room_id, typing.length > 0)
  const known = typing.flatMap((id) => people.find(({ user_id }) => user_id === id)?.name ?? [])
  return (
    <p data-typing className="absolute inset-x-4 bottom-0 flex h-5 items-center gap-1.5 text-xs text-ink-soft md:inset-x-6">
      {known.length > 0 && (
        <>
          <TypingDots />
          <span className="truncate">{talk.typing(known)}</span>
        </>
      )}
    </p>
  )
}

/** In the list of rooms, beside whom one speaks to. */
export function TypingMark({ room: { id, people } }: { room: Pick<Room, 'id' | 'people'> }) {
  const { talk } = useTalkMessages()
  const typing = useTyping({ room_id: id, thread_id: null })
  const known = people?.filter(({ user_id }) => typing.includes(user_id)).map(({ name }) => name) ?? []
  return known.length > 0 && <TypingDots label={talk.typing(known)} />
}

function TypingDots({ label }: { label?: string }) {
  return (
    <span role={label && 'img'} aria-label={label} aria-hidden={!label || undefined} title={label} className="flex shrink-0 items-center gap-0.5 self-center">
      {[0, 150, 300].map((delay) => (
        <span key={delay} className="size-1 rounded-full bg-current motion-safe:animate-pulse" style={{ animationDelay: `${delay}ms` }} />
      ))}
    </span>
  )
}
