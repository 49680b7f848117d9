import { useFormats, useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { shownAs, statusOf, usePresence, type ShownUser } from './presence.ts'

/** In words whether somebody is there; of who is away or not there, since when. */
export function useStanding(): (user: ShownUser) => string {
  const { presence: m } = useMessages()
  const { when } = useFormats()
  return (user) => {
    if (user.presence === 'online' || user.changed_at === null) return m.shown[shownAs(user)]
    return user.presence === 'idle' ? m.away_since(when(user.changed_at)) : m.last_seen(when(user.changed_at))
  }
}

/** Whether somebody is there, and what they say of themselves: a line at their name. */
export function Standing({ userId, className }: { userId: string; className?: string }) {
  const standing = useStanding()
  const user = usePresence(userId)
  const status = statusOf(user)
  if (!user) return null
  return (
    <p className={classes('truncate', className)}>
      {status && <span>{`${status.emoji ?? ''} ${status.text}`.trim()}</span>}
      {status && ' · '}
      {standing(user)}
    </p>
  )
}
