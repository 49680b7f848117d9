import { useMessages } from '@/messages/messages.tsx'
import type { Column } from './column.ts'

/** On a phone, where there are no heads of columns. */
export function SortChoice({ columns, sort, onSort }: { columns: Iterable<Column>; sort: string; onSort(sort: string): void }) {
  const m = useMessages()
  const sorted = [...columns].filter((column) => column.sort)
  return (
    <select aria-label={m.people.sort} value={sort} onChange={({ target }) => onSort(target.value)} className="h-8 w-24 min-w-0 rounded-md bg-surface px-1 text-sm text-ink-soft ring-1 ring-line ring-inset md:hidden">
      {sorted.flatMap(({ id, title, sort: by }) => [
        <option key={id} value={by}>
          {`${title} ↑`}
        </option>,
        <option key={`-${id}`} value={`-${by}`}>
          {`${title} ↓`}
        </option>,
      ])}
    </select>
  )
}
