import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Clock } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import type { Spot } from '../history.ts'
import { scheduledQuery } from './scheduled.ts'

/** Above where one writes: that something waits to be sent here. */
export function WaitingHere({ spot }: { spot: Spot }) {
  const { later: m } = useMessages()
  const { data: count = 0 } = useQuery({
    ...scheduledQuery,
    select: (list) => list.filter(({ room_id, thread_id }) => room_id === spot.room_id && thread_id === spot.thread_id).length,
  })
  if (count === 0) return null
  return (
    <p className="flex items-center gap-1.5 px-1 pb-1.5 text-xs text-ink-soft">
      <Clock size={12} />
      {m.waiting(count)}
      <Link to="/rooms/later" className="font-medium text-accent hover:underline">
        {m.show}
      </Link>
    </p>
  )
}
