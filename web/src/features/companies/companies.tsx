// Companies: a table of any length, sorted and changed where it stands, by keyboard from end to end.

import { useNavigate } from '@tanstack/react-router'
import { Building2, FileUp, GitMerge, PenLine, Plus, Search, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useTitle } from '@/app/title.ts'
import type { ColumnsMenu as ColumnsMenuComponent } from '@/features/table/columns-menu.tsx'
import { useLayout } from '@/features/table/layout.ts'
import { useRowList } from '@/features/table/row-list.ts'
import { SelectionAction, SelectionBar } from '@/features/table/selection-bar.tsx'
import { everything, isSelected, none, sizeOf, type Selection } from '@/features/table/selection.ts'
import { useSettled } from '@/features/table/settled.ts'
import { SortChoice } from '@/features/table/sort-choice.tsx'
import { Table } from '@/features/table/table.tsx'
import { Heading } from '@/features/views/heading.tsx'
import { hasOtherColumns } from '@/features/views/list-search.ts'
import type { ViewMenuProps } from '@/features/views/view-menu.tsx'
import { companyViews, type View, type ViewContent } from '@/features/views/views.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { FilterBox } from '@/ui/filter-box.tsx'
import { ButtonRoom, later } from '@/ui/later.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { useBulk, type Target } from './bulk.ts'
import { useColumns, usualColumns } from './columns.ts'
import { companies as source, companiesPlace, useChangeCompany, type Company } from './companies-queries.ts'
import { useCompaniesSearch } from './companies-search.ts'
import { companyLook } from './company-look.tsx'
import { NewCompany } from './new-company.tsx'

const ViewMenu = later<ViewMenuProps<View, ViewContent>>(async () => (await import('@/features/views/view-menu.tsx')).ViewMenu, Heading)
const AddFilter = later(async () => (await import('@/features/filter/filter-bar.tsx')).AddFilter, ButtonRoom)
const FilterChips = later(async () => (await import('@/features/filter/filter-bar.tsx')).FilterChips)
const ColumnsMenu = later<ComponentProps<typeof ColumnsMenuComponent>>(async () => (await import('@/features/table/columns-menu.tsx')).ColumnsMenu)
const MergeSelected = later(async () => (await import('./merge-selected.tsx')).MergeSelected)
const EditCompanies = later(async () => (await import('./edit-companies.tsx')).EditCompanies)

/** Whoever makes one of more than so many looks at them one by one. */
const mostMerged = 20

export function Companies() {
  const { pending } = useCompaniesSearch()
  return pending ? <Waiting /> : <List />
}

function List() {
  const m = useMessages()
  const navigate = useNavigate()
  const { number } = useFormats()
  const { selection: companies, search, view, views, isFiltered, isChanged, change, choose, defaultId, setDefault } = useCompaniesSearch()
  const { q, filter, sort } = companies
  const list = useRowList(source, companies)
  const columns = useColumns()
  const layout = useLayout({ key: view ? `companies-layout.${view.id}` : 'companies-layout', all: columns, usual: view?.columns.length ? view.columns : usualColumns })
  const settled = useSettled(q, list.changing)
  const bulk = useBulk()
  const changeCompany = useChangeCompany()
  const box = useRef<HTMLInputElement>(null)
  const [selection, setSelection] = useState<Selection>(none)
  const [dialog, setDialog] = useState<'new' | 'edit' | 'merge'>()
  useTitle(view?.name ?? m.companies.title)
  const among = JSON.stringify([q, filter])
  useEffect(() => companiesPlace.remember(companies, search), [companies, search])
  useEffect(() => setSelection(none), [among])

  const size = sizeOf(selection, list.total)
  /** Which an action means: those that are selected, or the active one. */
  const targetOf = (company: Company | undefined): Target | undefined => {
    if (size > 0) return { selection, among: companies, size }
    return company && { selection: { all: false, ids: new Set([company.id]) }, among: companies, size: 1 }
  }
  const chosen = selection.all || size > mostMerged ? [] : list.loaded().filter(({ id }) => isSelected(selection, id))
  const canMerge = chosen.length > 1 && chosen.length === size
  const remove = (company?: Company) => {
    const target = targetOf(company)
    if (!target) return
    setSelection(none)
    void bulk.remove(target)
  }
  const edit = () => size > 0 && setDialog('edit')
  const merge = () => canMerge && setDialog('merge')
  const create = () => setDialog('new')
  const close = () => setDialog(undefined)
  useKeys({ '/': () => box.current?.focus(), n: create, m: merge })
  useCommands(
    size > 0
      ? [
          { label: m.companies.edit_many(size), keys: 'e', icon: <PenLine size={16} />, run: edit },
          ...(canMerge ? [{ label: m.companies.merge_many(size), keys: 'm', icon: <GitMerge size={16} />, run: merge }] : []),
          { label: m.companies.remove_many(size), keys: '#', icon: <Trash2 size={16} />, run: () => remove() },
        ]
      : [{ label: m.companies.new, keys: 'n', icon: <Plus size={16} />, run: create }],
  )
  return (
    <div className="relative flex h-full flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-2 border-b px-4 py-2.5">
        <ViewMenu
          source={companyViews}
          views={views}
          current={view}
          content={{ q: q ?? null, filter: filter ?? [], sort, columns: layout.ids }}
          isChanged={isChanged || hasOtherColumns(layout.ids, view)}
          onChoose={choose}
          defaultId={defaultId}
          onDefault={setDefault}
        />
        <span role="status" className="text-sm text-ink-faint tabular-nums">
          {list.pending ? '' : number(list.total)}
          <span className="sr-only"> {m.companies.title}</span>
        </span>
        <div className="flex min-w-0 items-center gap-1 max-md:order-last max-md:w-full md:ml-2 md:flex-1">
          <FilterBox ref={box} label={m.companies.filter} value={q ?? ''} onChange={(text) => {
            settled.ask(text)
            change({ q: text })
          }} />
          <AddFilter columns={columns} onAdd={(condition) => change({ filter: [...(filter ?? []), condition] })} />
          <SortChoice columns={columns.values()} sort={sort} onSort={(next) => change({ sort: next })} />
          <span className="md:flex-1" />
          <ColumnsMenu layout={layout} />
        </div>
        <Button look="primary" icon={<Plus size={15} />} shortcut="n" onClick={create} className="max-md:hidden">
          {m.companies.new}
        </Button>
        <Button look="primary" icon={<Plus size={16} />} aria-label={m.companies.new} onClick={create} className="ml-auto md:hidden" />
      </header>
      {filter && (
        <div className="min-h-11 border-b px-4 py-2">
          <FilterChips columns={columns} filter={filter} onChange={(changed) => change({ filter: changed })} />
        </div>
      )}
      {list.error ? (
        <Failed error={list.error} retry={list.retry} />
      ) : list.pending ? (
        <Waiting />
      ) : list.total === 0 ? (
        isFiltered ? (
          <Empty icon={<Search size={20} />} title={m.companies.none} action={<Button icon={<X size={14} />} onClick={() => change({ q: '', filter: [] })}>{m.people.clear}</Button>} />
        ) : (
          <Empty icon={<Building2 size={20} />} title={m.companies.empty} action={<Button look="primary" icon={<FileUp size={15} />} onClick={() => void navigate({ to: '/import' })}>{m.imports.title}</Button>}>
            {m.companies.empty_hint}
          </Empty>
        )
      ) : (
        <Table
          label={m.companies.title}
          look={companyLook}
          list={list}
          listKey={JSON.stringify(companies)}
          place={companiesPlace}
          isSettled={settled.isSettled}
          layout={layout}
          sort={sort}
          onSort={(next) => change({ sort: next })}
          selection={selection}
          onSelect={setSelection}
          onOpen={({ id }) => void navigate({ to: '/companies/$id', params: { id } })}
          onSave={(company, { id }, text) => changeCompany(company, id === 'name' ? { name: text.trim() } : { domain: text.trim() || null })}
          onEdit={edit}
          onRemove={remove}
        />
      )}
      {size > 0 && (
        <SelectionBar size={size} total={list.total} onAll={() => setSelection(everything)} onClear={() => setSelection(none)}>
          {canMerge && <SelectionAction icon={<GitMerge size={15} />} label={m.companies.merge_them} keys="m" onClick={merge} />}
          <SelectionAction icon={<PenLine size={15} />} label={m.actions.edit} keys="e" onClick={edit} />
          <SelectionAction icon={<Trash2 size={15} />} label={m.actions.remove} keys="#" onClick={() => remove()} />
        </SelectionBar>
      )}
      <NewCompany open={dialog === 'new'} onClose={close} />
      <EditCompanies size={size} open={dialog === 'edit'} onClose={close} onApply={(domain) => void bulk.change(targetOf(undefined)!, { domain })} />
      <MergeSelected companies={chosen} open={dialog === 'merge'} onClose={close} onMerged={() => setSelection(none)} />
    </div>
  )
}

function Waiting() {
  return (
    <Late>
      <div>
        <div className="h-8 border-b max-md:hidden" />
        <div className="md:pl-8">
          <SkeletonRows height={40} avatar="rounded-md" />
        </div>
      </div>
    </Late>
  )
}
