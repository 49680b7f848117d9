// The columns of the people table: what each shows, how wide it is, what it sorts by.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats, useMessages, type Messages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import type { Contact } from './people-queries.ts'

export interface Column {
  id: string
  title(m: Messages): string
  /** The API's name for its order; descending first where that is what one looks for. */
  sort?: string
  first?: 'desc'
  /** From which width of the screen on it is shown. */
  className: string
  cell(person: Contact): ReactNode
}

export const columns: Column[] = [
  { id: 'name', title: (m) => m.people.name, sort: 'name', className: 'flex', cell: (person) => <Name person={person} /> },
  { id: 'company', title: (m) => m.people.company, className: 'hidden md:flex', cell: ({ company }) => <span className="truncate">{company?.name}</span> },
  { id: 'title', title: (m) => m.people.job, className: 'hidden xl:flex', cell: ({ title }) => <span className="truncate text-ink-soft">{title}</span> },
  { id: 'email', title: (m) => m.people.email, className: 'hidden lg:flex', cell: ({ emails }) => <span className="truncate text-ink-soft">{emails[0]?.address}</span> },
  { id: 'tags', title: (m) => m.people.tags, className: 'hidden lg:flex', cell: ({ tags }) => <Tags tags={tags} /> },
  { id: 'last', title: (m) => m.people.last, sort: 'last_interaction_at', first: 'desc', className: 'flex', cell: ({ last_interaction_at }) => <Ago at={last_interaction_at} /> },
  { id: 'added', title: (m) => m.people.added, sort: 'created_at', first: 'desc', className: 'hidden 2xl:flex', cell: ({ created_at }) => <Ago at={created_at} /> },
]

function Name({ person }: { person: Contact }) {
  return (
    <>
      <Avatar name={person.name} photo={person.photo_url} />
      <Link to="/people/$id" params={{ id: person.id }} tabIndex={-1} className="min-w-0 truncate font-medium outline-none">
        {person.name}
        {person.company && <span className="block truncate text-xs font-normal text-ink-faint md:hidden">{person.company.name}</span>}
      </Link>
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

function Ago({ at }: { at: string | null }) {
  const m = useMessages()
  const { ago, date } = useFormats()
  if (!at) return <span className="text-ink-faint">{m.people.never}</span>
  return (
    <time dateTime={at} title={date(at)} className="truncate text-ink-soft">
      {ago(at)}
    </time>
  )
}
