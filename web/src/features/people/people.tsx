// People: a table of any length, by keyboard from end to end.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileUp, Plus, Search, Users, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Chip } from '@/ui/chip.tsx'
import { Empty, Failed } from '@/ui/states.tsx'
import { NewPerson } from './new-person.tsx'
import { listPeople, type PeopleFilter } from './people-queries.ts'
import { PeopleTable } from './people-table.tsx'

export function People() {
  const m = useMessages()
  const navigate = useNavigate()
  const filter = useSearch({ from: '/shell/people' })
  const list = useInfiniteQuery(listPeople(filter))
  const people = list.data?.pages.flatMap(({ data }) => data) ?? []
  const [creating, setCreating] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const change = (changed: PeopleFilter) => void navigate({ to: '/people', search: { ...filter, ...changed }, replace: true })
  const filtered = Boolean(filter.q || filter.tag || filter.company_id)
  useKeys({ '/': () => box.current?.focus(), n: () => setCreating(true) })
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-3 border-b px-4">
        <h1 className="text-lg font-semibold">{m.people.title}</h1>
        <FilterBox ref={box} value={filter.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <Button look="primary" icon={<Plus size={15} />} shortcut="n" onClick={() => setCreating(true)} className="ml-auto max-sm:hidden">
          {m.people.new}
        </Button>
        <Button look="primary" icon={<Plus size={16} />} aria-label={m.people.new} onClick={() => setCreating(true)} className="ml-auto sm:hidden" />
      </header>
      {(filter.tag || filter.company_id) && (
        <div className="flex items-center gap-2 border-b px-4 py-2">
          {filter.tag && (
            <Chip onRemove={() => change({ tag: undefined })} removeLabel={m.people.clear}>
              {m.people.tags}: {filter.tag}
            </Chip>
          )}
          {filter.company_id && (
            <Chip onRemove={() => change({ company_id: undefined })} removeLabel={m.people.clear}>
              {m.people.company}: {people[0]?.company?.name ?? '…'}
            </Chip>
          )}
        </div>
      )}
      {list.error ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isSuccess && people.length === 0 ? (
        filtered ? (
          <Empty icon={<Search size={20} />} title={m.people.none} action={<Button icon={<X size={14} />} onClick={() => void navigate({ to: '/people', search: {} })}>{m.people.clear}</Button>}>
            {m.people.none_hint}
          </Empty>
        ) : (
          <Empty
            icon={<Users size={20} />}
            title={m.people.empty}
            action={
              <>
                <Button look="primary" icon={<FileUp size={15} />} onClick={() => void navigate({ to: '/import' })}>
                  {m.imports.title}
                </Button>
                <Button onClick={() => setCreating(true)}>{m.people.new}</Button>
              </>
            }
          >
            {m.people.empty_hint}
          </Empty>
        )
      ) : (
        <PeopleTable
          people={people}
          sort={filter.sort ?? 'name'}
          onSort={(sort) => change({ sort })}
          more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          loading={list.isPending}
        />
      )}
      <NewPerson open={creating} onClose={() => setCreating(false)} />
    </div>
  )
}

interface FilterBoxProps {
  ref: React.RefObject<HTMLInputElement | null>
  value: string
  onChange(value: string): void
}

/** Asks 120 ms after the last letter, so that a fast hand asks once. */
function FilterBox({ ref, value, onChange }: FilterBoxProps) {
  const m = useMessages()
  const [text, setText] = useState(value)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => latest.current(text.trim()), 120)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <label className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md bg-canvas px-2.5 text-ink-faint ring-1 ring-line ring-inset focus-within:ring-2 focus-within:ring-accent sm:max-w-72">
      <Search size={14} className="shrink-0" />
      <input
        ref={ref}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        placeholder={m.people.filter}
        aria-label={m.people.filter}
        className="min-w-0 flex-1 bg-transparent text-sm text-ink outline-none placeholder:text-ink-faint"
      />
    </label>
  )
}
