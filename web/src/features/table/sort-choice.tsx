import { useMessages } from '@/messages/messages.tsx'
import { Choice } from '@/ui/choice.tsx'
import type { Column } from './column.ts'

/** On a phone, where there are no heads of columns. */
export function SortChoice({ columns, sort, onSort }: { columns: Iterable<Column>; sort: string; onSort(sort: string): void }) {
  const m = useMessages()
  const sorted = [...columns].filter((column) => column.sort)
  return (
    <Choice aria-label={m.people.sort} value={sort} onChange={({ target }) => onSort(target.value)} className="w-28 md:hidden">
      {sorted.flatMap(({ id, title, sort: by }) => [
        <option key={id} value={by}>
          {`${title} ↑`}
        </option>,
        <option key={`-${id}`} value={`-${by}`}>
          {`${title} ↓`}
        </option>,
      ])}
    </Choice>
  )
}
