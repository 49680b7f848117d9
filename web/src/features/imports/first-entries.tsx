// The first of what is in a file that is no table: people, mails, meetings.

import { useFormats, useMessages } from '@/messages/messages.tsx'
import type { Preview } from './import-queries.ts'

interface Props {
  entries: Preview['entries']
  /** How many there are, where it is known. */
  total: number | null
}

export function FirstEntries({ entries, total }: Props) {
  const { imports: m } = useMessages()
  const { date, number } = useFormats()
  if (entries.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{m.first_entries}</h2>
      <ul className="divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
        {entries.map(({ title, about, at }, place) => (
          <li key={place} className="flex items-baseline gap-3 px-4 py-2 text-sm">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{title ?? m.untitled}</span>
              {about && <span className="ml-2 text-ink-faint">{about}</span>}
            </span>
            {at && <time dateTime={at} className="shrink-0 text-ink-faint tabular-nums">{date(at)}</time>}
          </li>
        ))}
        {total !== null && total > entries.length && <li className="px-4 py-2 text-sm text-ink-faint">{m.more_entries(number(total - entries.length))}</li>}
      </ul>
    </section>
  )
}
