// How a value reads in the table.

import { useNavigate } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import type { Column } from './columns.tsx'
import type { Contact } from './people-queries.ts'
import { useMemberNames } from './members.ts'

export const Cell = memo(function Cell({ column, person }: { column: Column; person: Contact }) {
  const value = column.value(person)
  if (column.id === 'name') return <Name person={person} />
  if (column.kind === 'tags') return <Tags tags={person.tags} />
  if (column.kind === 'moment') return <Ago at={value as string | null} never={column.id === 'last_interaction_at'} />
  if (value === undefined || value === null || value === '') return null
  if (column.kind === 'owner') return <Owner id={value as string} />
  if (column.kind === 'boolean') return value ? <Check size={14} aria-label={column.title} className="text-success" /> : null
  return <Plain column={column} value={value} />
})

function Plain({ column, value }: { column: Column; value: unknown }) {
  const { number, date } = useFormats()
  if (column.kind === 'number') return <span className="ml-auto truncate tabular-nums">{number(value as number)}</span>
  if (column.kind === 'date') return <span className="truncate tabular-nums">{date(value as string)}</span>
  if (column.kind === 'select') return <Chip>{column.field?.options.find(({ key }) => key === value)?.label ?? String(value)}</Chip>
  return <span className={column.kind === 'company' ? 'truncate' : 'truncate text-ink-soft'}>{String(value)}</span>
}

/** A plain link: those of the router follow each change of the address, and here are hundreds. */
function Name({ person: { id, name, photo_url } }: { person: Contact }) {
  const navigate = useNavigate()
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void navigate({ to: '/people/$id', params: { id } })
  }
  return (
    <>
      <Avatar name={name} photo={photo_url} />
      <a href={`/people/${id}`} onClick={open} tabIndex={-1} className="min-w-0 truncate font-medium outline-none hover:underline">
        {name}
      </a>
    </>
  )
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {tags.slice(0, 2).map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {tags.length > 2 && <span className="text-xs leading-5.5 text-ink-faint">+{tags.length - 2}</span>}
    </span>
  )
}

function Owner({ id }: { id: string }) {
  const names = useMemberNames()
  return <span className="truncate text-ink-soft">{names.get(id) ?? '…'}</span>
}

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
