// Companies, by name; as many as there are.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Building2, FileUp, Plus, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { FilterBox } from '@/ui/filter-box.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import type { CellStep } from '@/ui/cell.ts'
import { listCompanies, useChangeCompany, type Company } from './companies-queries.ts'
import { CompanyHead, CompanyRow, companyRowId, type CompanyPart } from './company-row.tsx'
import { NewCompany } from './new-company.tsx'

const rowHeight = 44

export function Companies() {
  const m = useMessages()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ from: '/shell/companies' })
  const list = useInfiniteQuery(listCompanies(q))
  const companies = list.data?.pages.flatMap(({ data }) => data) ?? []
  const [creating, setCreating] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const change = (next: string) => void navigate({ to: '/companies', search: { q: next || undefined }, replace: true })
  useKeys({ '/': () => box.current?.focus(), n: () => setCreating(true) })
  useCommands([{ label: m.companies.new, keys: 'n', icon: <Plus size={16} />, run: () => setCreating(true) }])
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-3 border-b px-4">
        <h1 className="text-lg font-semibold">{m.companies.title}</h1>
        <FilterBox ref={box} label={m.companies.filter} value={q} onChange={change} />
        <Button look="primary" icon={<Plus size={15} />} shortcut="n" onClick={() => setCreating(true)} className="ml-auto max-md:hidden">
          {m.companies.new}
        </Button>
        <Button look="primary" icon={<Plus size={16} />} aria-label={m.companies.new} onClick={() => setCreating(true)} className="md:hidden" />
      </header>
      {list.error && companies.length === 0 ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Late>
          <CompanyHead />
          <SkeletonRows height={rowHeight} avatar="rounded-md" />
        </Late>
      ) : companies.length === 0 ? (
        q ? (
          <Empty icon={<Search size={20} />} title={m.companies.none} action={<Button icon={<X size={14} />} onClick={() => change('')}>{m.people.clear}</Button>} />
        ) : (
          <Empty icon={<Building2 size={20} />} title={m.companies.empty} action={<Button look="primary" icon={<FileUp size={15} />} onClick={() => void navigate({ to: '/import' })}>{m.imports.title}</Button>}>
            {m.companies.empty_hint}
          </Empty>
        )
      ) : (
        <Table key={q} companies={companies} more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined} />
      )}
      <NewCompany open={creating} onClose={() => setCreating(false)} />
    </div>
  )
}

function Table({ companies, more }: { companies: Company[]; more?: () => void }) {
  const m = useMessages()
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const change = useChangeCompany()
  const [active, setActive] = useState(0)
  const [edited, setEdited] = useState<{ id: string; part: CompanyPart }>()
  const rows = useVirtualizer({ count: companies.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, scrollMargin: 32, scrollPaddingStart: 32 })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last > companies.length - 60) more()
  }, [more, last, companies.length])
  const go = (row: number) => {
    const next = Math.max(0, Math.min(companies.length - 1, row))
    setActive(next)
    rows.scrollToIndex(next)
  }
  const open = () => companies[active] && void navigate({ to: '/companies/$id', params: { id: companies[active].id } })
  useKeys({
    j: () => go(active + 1), k: () => go(active - 1), ArrowDown: () => go(active + 1), ArrowUp: () => go(active - 1),
    PageDown: () => go(active + 12), PageUp: () => go(active - 12), Home: () => go(0), End: () => go(companies.length - 1),
    Enter: open, o: open, e: () => edit('name'), F2: () => edit('name'),
  }, !edited)
  const edit = (part: CompanyPart) => companies[active] && setEdited({ id: companies[active].id, part })
  const closeEditor = (next?: CellStep) => {
    if (next) scroller.current?.focus({ preventScroll: true })
    setEdited(edited && (next === 'right' && edited.part === 'name' ? { ...edited, part: 'domain' } : next === 'left' && edited.part === 'domain' ? { ...edited, part: 'name' } : undefined))
  }
  return (
    <div ref={scroller} role="grid" aria-label={m.companies.title} aria-rowcount={more ? -1 : companies.length + 1} aria-activedescendant={companyRowId(active)} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]">
      <CompanyHead />
      <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const company = companies[index]!
          return (
            <CompanyRow
              key={company.id}
              company={company}
              index={index}
              active={index === active}
              height={rowHeight}
              start={start - 32}
              edited={edited?.id === company.id ? edited.part : undefined}
              onActivate={() => setActive(index)}
              onEdit={(part) => setEdited({ id: company.id, part })}
              onChange={(changed) => change(company, changed)}
              onCloseEditor={closeEditor}
            />
          )
        })}
      </div>
    </div>
  )
}
