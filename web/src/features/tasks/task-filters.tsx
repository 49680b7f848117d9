import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, type ReactNode } from 'react'
import { useMe } from '@/app/roles.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { membersQuery } from '@/features/people/references.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Chip } from '@/ui/chip.tsx'
import { FilterBox } from '@/ui/filter-box.tsx'
import { Select } from '@/ui/select.tsx'
import { priorities } from './priority-mark.tsx'
import { labelsQuery } from './tasks-queries.ts'
import { layoutOf, usualState } from './task-selection.ts'
import { dues, sorts, states, type TasksSearch } from './tasks-search.ts'

/** What is shown is narrowed down by, and its order: as it stands in the address. */
export function TaskFilters({ search, children }: { search: TasksSearch; children?: ReactNode }) {
  const { tasks: m } = useTaskMessages()
  const navigate = useNavigate()
  const me = useMe().user?.id
  const { data: members = [] } = useQuery(membersQuery)
  const { data: labels = [] } = useQuery(labelsQuery(''))
  const box = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => box.current?.focus() })
  const change = (next: Partial<TasksSearch>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true })
  /** Of a choice: what is usual stands in no address. */
  const choose = (field: keyof TasksSearch, usual: string) => ({ target: { value } }: { target: { value: string } }) => change({ [field]: value === usual ? undefined : value })
  const others = members.filter(({ user_id }) => user_id !== me).toSorted((one, other) => one.name.localeCompare(other.name))
  const layout = layoutOf(search)
  const usual = usualState(search)
  const named = new Set([...labels.map(({ name }) => name), ...(search.label ? [search.label] : [])])
  return (
    <div role="group" aria-label={m.filters} className="flex shrink-0 flex-wrap items-center gap-2 border-b px-4 py-2">
      <FilterBox ref={box} label={m.find} value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      {children}
      <div className="flex min-w-0 flex-wrap gap-1 max-md:-mx-4 max-md:w-screen max-md:flex-nowrap max-md:overflow-x-auto max-md:px-3 max-md:*:shrink-0">
        {/* On the board each has its column. */}
        {layout !== 'board' && <Select bare quiet isSet={(search.state ?? usual) !== usual} label={m.status} value={search.state ?? usual} options={states.map((state) => [state, m.states[state]])} onChange={choose('state', usual)} />}
        <Select bare quiet isSet={search.assignee !== undefined} label={m.assignee} value={search.assignee ?? ''} options={[['', m.anybody], ['me', m.me], ['none', m.nobody], ...others.map(({ user_id, name }) => [user_id, name] as const)]} onChange={choose('assignee', '')} />
        {layout !== 'calendar' && <Select bare quiet isSet={search.due !== undefined} label={m.due} value={search.due ?? 'any'} options={dues.map((due) => [due, m.dues[due]])} onChange={choose('due', 'any')} />}
        <Select bare quiet isSet={search.priority !== undefined} label={m.priority} value={search.priority ?? ''} options={[['', m.any_priority], ...priorities.map((priority) => [priority, m.priorities[priority]] as const)]} onChange={choose('priority', '')} />
        {named.size > 0 && <Select bare quiet isSet={search.label !== undefined} label={m.label} value={search.label ?? ''} options={[['', m.any_label], ...[...named].map((name) => [name, name] as const)]} onChange={choose('label', '')} />}
        {layout === 'list' && <Select bare quiet label={m.sort} value={search.sort ?? 'due'} options={sorts.map((sort) => [sort, m.sorts[sort]])} onChange={choose('sort', 'due')} />}
      </div>
      {search.more && (
        <Chip removeLabel={m.no_more_conditions} onRemove={() => change({ more: undefined })}>
          {m.more_conditions(Object.keys(search.more).length)}
        </Chip>
      )}
    </div>
  )
}
