import { useQuery } from '@tanstack/react-query'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import './inbox-events.ts'
import { countsQuery } from './inbox-queries.ts'

/** Of how many things something is unread. */
export function InboxBadge({ className }: { className?: string }) {
  const { inbox: m } = useMessages()
  const unread = useQuery(countsQuery).data?.unread ?? 0
  if (unread === 0) return null
  return (
    <span role="img" aria-label={m.unread(unread)} className={classes('min-w-5 rounded-full bg-accent px-1.5 text-center text-[11px] leading-[1.125rem] font-semibold text-on-accent tabular-nums', className)}>
      {Math.min(unread, 999)}
    </span>
  )
}
