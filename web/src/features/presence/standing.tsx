import { useFormats, useMessages } from '@/messages/messages.tsx'
import { shownAs, statusOf, usePresence, type ShownUser } from './presence.ts'

/** In words whether somebody is there; of who is not, since when. */
export function useStanding(): (user: ShownUser) => string {
  const { presence: m } = useMessages()
  const { when } = useFormats()
  return (user) => (user.presence === 'offline' && user.changed_at !== null ? m.last_seen(when(user.changed_at)) : m.shown[shownAs(user)])
}

/** What somebody says of themselves, or whether they are there: a line beside their name. */
export function Standing({ userId }: { userId: string }) {
  const standing = useStanding()
  const user = usePresence(userId)
  const status = statusOf(user)
  if (!user) return null
  return <p className="truncate px-1.5">{status ? `${status.emoji ?? ''} ${status.text}`.trim() : standing(user)}</p>
}
