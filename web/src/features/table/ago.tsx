import { useFormats, useMessages } from '@/messages/messages.tsx'

/** How long ago, in a cell; `never` says so where there is no time. */
export function Ago({ at, never }: { at: string | null; never?: boolean }) {
  const m = useMessages()
  const { ago, date } = useFormats()
  if (!at) return never ? <span className="text-ink-faint">{m.people.never}</span> : null
  return (
    <time dateTime={at} title={date(at)} className="truncate text-ink-soft">
      {ago(at)}
    </time>
  )
}
