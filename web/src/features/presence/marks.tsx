// How it is with somebody, in small: a dot at the picture, the emoji of a status behind the name. By its shape, not by colour alone.

import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { classes } from '@/ui/classes.ts'
import { shownAs, statusOf, usePresence, type Shown } from './presence.ts'

const looks: Record<Shown, string> = {
  online: 'bg-success',
  idle: 'bg-surface shadow-[inset_0_0_0_2px_var(--warning)]',
  quiet: 'bg-danger after:absolute after:inset-x-[2px] after:top-1/2 after:h-[2px] after:-translate-y-1/2 after:rounded-full after:bg-surface',
  offline: 'bg-surface shadow-[inset_0_0_0_2px_var(--line-strong)]',
}

function PresenceDot({ shown, className }: { shown: Shown; className?: string }) {
  const { presence: m } = useMessages()
  return <span role="img" aria-label={m.shown[shown]} title={m.shown[shown]} className={classes('relative inline-block size-2.5 shrink-0 rounded-full', looks[shown], className)} />
}

/** The picture of somebody, with whether they are there. */
export function PersonAvatar({ userId, name, size = 'sm' }: { userId: string; name: string; size?: 'sm' | 'md' | 'lg' }) {
  const user = usePresence(userId)
  return (
    <span className="relative inline-flex shrink-0">
      <Avatar name={name} size={size} />
      {user && <PresenceDot shown={shownAs(user)} className={classes('absolute! -right-0.5 -bottom-0.5 ring-2 ring-surface', size === 'sm' && 'size-2!')} />}
    </span>
  )
}

export function StatusEmoji({ userId, className }: { userId: string | undefined; className?: string }) {
  const status = statusOf(usePresence(userId))
  if (!status?.emoji) return null
  return (
    <span role="img" aria-label={status.text || status.emoji} title={status.text || undefined} className={classes('shrink-0', className)}>
      {status.emoji}
    </span>
  )
}
