import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useMe } from '@/app/roles.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { membersQuery } from '@/features/people/references.ts'
import { useMessages } from '@/messages/messages.tsx'
import { FilterBox } from '@/ui/filter-box.tsx'
import { Select } from '@/ui/select.tsx'
import { dues, sorts, states, type TasksSearch } from './tasks-search.ts'

/** What the list of all is narrowed down by, and its order: as it stands in the address. */
export function TaskFilters({ search }: { search: TasksSearch }) {
  const { tasks: m } = useMessages()
  const navigate = useNavigate()
  const me = useMe().user?.id
  const { data: members = [] } = useQuery(membersQuery)
  const box = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => box.current?.focus() })
  const change = (next: Partial<TasksSearch>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true })
  const others = members.filter(({ user_id }) => user_id !== me).toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <div role="group" aria-label={m.filters} className="flex shrink-0 flex-wrap items-center gap-2 border-b px-4 py-2">
      <FilterBox ref={box} label={m.find} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      <div className="flex min-w-0 flex-wrap gap-2 max-md:grid max-md:w-full max-md:grid-cols-2">
        <Select bare label={m.status} value={search.state ?? 'open'} options={states.map((state) => [state, m.states[state]])} onChange={({ target }) => change({ state: target.value === 'open' ? undefined : (target.value as TasksSearch['state']) })} />
        <Select
          bare
          label={m.assignee}
          value={search.assignee ?? ''}
          options={[['', m.anybody], ['me', m.me], ['none', m.nobody], ...others.map(({ user_id, name }) => [user_id, name] as const)]}
          onChange={({ target }) => change({ assignee: target.value || undefined })}
        />
        <Select bare label={m.due} value={search.due ?? 'any'} options={dues.map((due) => [due, m.dues[due]])} onChange={({ target }) => change({ due: target.value === 'any' ? undefined : (target.value as TasksSearch['due']) })} />
        <Select bare label={m.sort} value={search.sort ?? 'due'} options={sorts.map((sort) => [sort, m.sorts[sort]])} onChange={({ target }) => change({ sort: target.value === 'due' ? undefined : (target.value as TasksSearch['sort']) })} />
      </div>
    </div>
  )
}
