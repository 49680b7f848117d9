// Somebody of the organization, in a few lines: whether they are there, what they say of themselves, and the way to them.

import { useNavigate } from '@tanstack/react-router'
import { MessageSquare } from 'lucide-react'
import { useMe } from '@/app/roles.ts'
import { createRoom } from '@/features/rooms/room-actions.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { PersonAvatar } from './marks.tsx'
import { isQuiet, statusOf, usePresence } from './presence.ts'
import { useStanding } from './standing.tsx'

export function PersonCard({ userId, name }: { userId: string; name: string }) {
  const { presence: m } = useMessages()
  const { moment } = useFormats()
  const navigate = useNavigate()
  const isMe = useMe().user?.id === userId
  const user = usePresence(userId)
  const status = statusOf(user)
  const standing = useStanding()
  const write = async () => {
    try {
      const { id } = await createRoom({ kind: 'direct', user_ids: isMe ? [] : [userId] })
      await navigate({ to: '/rooms/$id', params: { id } })
    } catch (error) {
      toastProblem(error)
    }
  }
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <PersonAvatar userId={userId} name={name} size="lg" />
        <div className="min-w-0">
          <p className="truncate text-base font-semibold">{name}</p>
          {user && <p className="text-ink-soft">{standing(user)}</p>}
        </div>
      </div>
      {status && (
        <p className="flex gap-2 wrap-anywhere">
          {status.emoji && <span aria-hidden>{status.emoji}</span>}
          <span>
            {status.text}
            {status.until && <span className="text-ink-faint"> {m.until(moment(status.until))}</span>}
          </span>
        </p>
      )}
      {user && isQuiet(user) && <p className="text-ink-soft">{m.quiet_until(moment(user.quiet_until!))}</p>}
      <Button icon={<MessageSquare size={15} />} onClick={() => void write()}>
        {isMe ? m.write_self : m.write}
      </Button>
    </div>
  )
}
