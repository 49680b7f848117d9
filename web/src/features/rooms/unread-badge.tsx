import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'

interface Props {
  /** What concerns oneself: it is what is counted then, in the accent. */
  concerning: number
  unread: number
  quiet?: boolean
  className?: string
}

export function UnreadBadge({ concerning, unread, quiet, className }: Props) {
  const { rooms: m } = useMessages()
  if (unread === 0 && concerning === 0) return null
  return (
    <span
      role="img"
      aria-label={concerning > 0 ? m.unread_mentions(unread, concerning) : m.unread(unread)}
      className={classes('min-w-5 rounded-full px-1.5 text-center text-[11px] leading-[1.125rem] font-semibold tabular-nums', concerning > 0 && !quiet ? 'bg-accent text-on-accent' : 'bg-line text-ink-soft', className)}
    >
      {Math.min(concerning || unread, 999)}
    </span>
  )
}
