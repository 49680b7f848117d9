// How a value reads in the table.

import { Check } from 'lucide-react'
import { memo } from 'react'
import { Ago } from '@/features/table/ago.tsx'
import { useFormats } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import type { Column } from './columns.tsx'
import type { Contact } from './people-queries.ts'
import { useMemberNames } from './members.ts'
import { TagChip } from './tag-chip.tsx'

export const Cell = memo(function Cell({ column, row: person }: { column: Column; row: Contact }) {
  const { number, date } = useFormats()
  const value = column.value(person)
  if (column.id === 'name') return <Name person={person} />
  if (column.kind === 'tags') return <Tags tags={person.tags} />
  if (column.kind === 'moment') return <Ago at={value as string | null} never={column.id === 'last_interaction_at'} />
  if (value === undefined || value === null || value === '') return null
  if (column.kind === 'owner') return <Owner id={value as string} />
  if (column.kind === 'boolean') return value ? <Check size={14} aria-label={column.title} className="text-success" /> : null
  if (column.kind === 'select') return <Chip>{column.field?.options.find(({ key }) => key === value)?.label ?? String(value)}</Chip>
  if (column.kind === 'number') return number(value as number)
  return column.kind === 'date' ? date(value as string) : String(value)
})

/** Of the cell itself: what is nothing but words needs no element of its own, and there are hundreds. */
export function cellLook({ id, kind, numeric }: Column): string {
  if (id === 'name' || kind === 'tags' || kind === 'boolean' || kind === 'select') return 'flex items-center gap-2.5'
  const words = 'truncate leading-10'
  if (numeric) return `${words} text-right tabular-nums`
  return kind === 'company' ? words : `${words} text-ink-soft`
}

/** A plain link, which its row follows: those of the router listen to each change of the address, and here are hundreds. */
function Name({ person: { id, name, photo_url } }: { person: Contact }) {
  return (
    <>
      <Avatar name={name} photo={photo_url} />
      <a href={`/people/${id}`} tabIndex={-1} className="min-w-0 truncate font-medium outline-none hover:underline">
        {name}
      </a>
    </>
  )
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {tags.slice(0, 2).map((tag, place) => (
        // By its place: the row may be another person's next.
        <TagChip key={place} tag={tag} />
      ))}
      {tags.length > 2 && <span className="text-xs leading-5.5 text-ink-faint">+{tags.length - 2}</span>}
    </span>
  )
}

function Owner({ id }: { id: string }) {
  const names = useMemberNames()
  return names.get(id) ?? '…'
}
