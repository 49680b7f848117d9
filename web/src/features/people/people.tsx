// People: a table of any length, filtered, sorted and changed where it stands, by keyboard from end to end.

import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { FileUp, PenLine, Plus, Search, Tag, Trash2, Users, X } from 'lucide-react'
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
import { contactViews, type View, type ViewContent } from '@/features/views/views.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { FilterBox } from '@/ui/filter-box.tsx'
import { ButtonRoom, later } from '@/ui/later.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { useBulk, type Target } from './bulk.ts'
import { toChange, useChangePerson } from './change-person.ts'
import { useColumns, usualColumns } from './columns.tsx'
import { people as source, peoplePlace, type Contact } from './people-queries.ts'
import { usePeopleSearch } from './people-search.ts'
import { personLook } from './person-look.tsx'
import { TagColors } from './tag-chip.tsx'

const ViewMenu = later<ViewMenuProps<View, ViewContent>>(async () => (await import('@/features/views/view-menu.tsx')).ViewMenu, Heading)
const AddFilter = later(async () => (await import('@/features/filter/filter-bar.tsx')).AddFilter, ButtonRoom)
const FilterChips = later(async () => (await import('@/features/filter/filter-bar.tsx')).FilterChips)
const ColumnsMenu = later<ComponentProps<typeof ColumnsMenuComponent>>(async () => (await import('@/features/table/columns-menu.tsx')).ColumnsMenu)
const NewPerson = later(async () => (await import('./new-person.tsx')).NewPerson)
const TagDialog = later(async () => (await import('./tag-dialog.tsx')).TagDialog)
const EditDialog = later(async () => (await import('./edit-dialog.tsx')).EditDialog)

export function People() {
  const { pending } = usePeopleSearch()
  return pending ? <Waiting /> : <Listed />
}

function Listed() {
  const m = useMessages()
  const navigate = useNavigate()
  const { number } = useFormats()
  const { selection: people, search, view, views, isFiltered, isChanged, change, choose, defaultId, setDefault } = usePeopleSearch()
  const list = useRowList(source, people)
  const columns = useColumns()
  const layout = useLayout({ key: `people-layout.${view?.id ?? 'all'}`, all: columns, usual: view?.columns.length ? view.columns : usualColumns })
  const changePerson = useChangePerson()
  const settled = useSettled(people.q, list.changing)
  const bulk = useBulk()
  const box = useRef<HTMLInputElement>(null)
  const [selection, setSelection] = useState<Selection>(none)
  const [dialog, setDialog] = useState<{ kind: 'new' | 'tag' | 'edit'; person?: Contact }>()
  useTitle(view?.name ?? m.people.title)
  const listKey = JSON.stringify(people)
  const among = JSON.stringify([people.q, people.filter])
  useEffect(() => peoplePlace.remember(people, search), [people, search])
  useEffect(() => setSelection(none), [among])
  useKeys({ '/': () => box.current?.focus(), n: () => setDialog({ kind: 'new' }) })

  const size = sizeOf(selection, list.total)
  /** Whom an action means: who is selected, or who is active. */
  const targetOf = (person: Contact | undefined): Target | undefined => {
    if (size > 0) return { selection, among: people, size }
    return person && { selection: { all: false, ids: new Set([person.id]) }, among: people, size: 1 }
  }
  const remove = (person?: Contact) => {
    const target = targetOf(person)
    if (!target) return
    setSelection(none)
    void bulk.remove(target)
  }
  const tag = (person?: Contact) => targetOf(person) && setDialog({ kind: 'tag', person: size > 0 ? undefined : person })
  const edit = () => size > 0 && setDialog({ kind: 'edit' })
  useCommands(
    size > 0
      ? [
          { label: m.people.tag_many(size), keys: 't', icon: <Tag size={16} />, run: () => tag() },
          { label: m.people.edit_many(size), keys: 'e', icon: <PenLine size={16} />, run: edit },
          { label: m.people.delete_many(size), keys: '#', icon: <Trash2 size={16} />, run: () => remove() },
        ]
      : [{ label: m.people.new, keys: 'n', icon: <Plus size={16} />, run: () => setDialog({ kind: 'new' }) }],
  )
  const onTag = (name: string, on: boolean) => {
    const target = targetOf(dialog?.person)
    if (target) void bulk.change(target, on ? { add_tags: [name] } : { remove_tags: [name] })
  }
  return (
    <div className="relative flex h-full flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-2 border-b px-4 py-2.5">
        <ViewMenu
          source={contactViews}
          views={views}
          current={view}
          content={{ q: people.q ?? null, filter: people.filter ?? [], sort: people.sort ?? 'name', columns: layout.ids }}
          isChanged={isChanged || hasOtherColumns(layout.ids, view)}
          onChoose={choose}
          defaultId={defaultId}
          onDefault={setDefault}
        />
        <span role="status" className="text-sm text-ink-faint tabular-nums">
          {list.pending ? '' : number(list.total)}
          <span className="sr-only"> {m.people.title}</span>
        </span>
        <div className="flex min-w-0 items-center gap-1 max-md:order-last max-md:w-full md:ml-2 md:flex-1">
          <FilterBox ref={box} label={m.people.filter} value={people.q ?? ''} onChange={(q) => {
            settled.ask(q)
            change({ q })
          }} />
          <AddFilter columns={columns} onAdd={(condition) => change({ filter: [...(people.filter ?? []), condition] })} />
          <SortChoice columns={columns.values()} sort={people.sort ?? 'name'} onSort={(sort) => change({ sort })} />
          <span className="md:flex-1" />
          <ColumnsMenu layout={layout} />
        </div>
        <Button look="primary" icon={<Plus size={15} />} shortcut="n" onClick={() => setDialog({ kind: 'new' })} className="max-md:hidden">
          {m.people.new}
        </Button>
        <Button look="primary" icon={<Plus size={16} />} aria-label={m.people.new} onClick={() => setDialog({ kind: 'new' })} className="ml-auto md:hidden" />
      </header>
      {people.filter && (
        <div className="min-h-11 border-b px-4 py-2">
          <FilterChips columns={columns} filter={people.filter} onChange={(filter) => change({ filter })} />
        </div>
      )}
      {list.error ? (
        <Failed error={list.error} retry={list.retry} />
      ) : list.pending ? (
        <Waiting />
      ) : list.total === 0 ? (
        isFiltered ? (
          <Empty icon={<Search size={20} />} title={m.people.none} action={<Button icon={<X size={14} />} onClick={() => change({ q: '', filter: [] })}>{m.people.clear}</Button>}>
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
                <Button onClick={() => setDialog({ kind: 'new' })}>{m.people.new}</Button>
              </>
            }
          >
            {m.people.empty_hint}
          </Empty>
        )
      ) : (
        <TagColors>
          <Table
            label={m.people.title}
            look={personLook}
            list={list}
            listKey={listKey}
            place={peoplePlace}
            isSettled={settled.isSettled}
            layout={layout}
            sort={people.sort ?? 'name'}
            onSort={(sort) => change({ sort })}
            selection={selection}
            onSelect={setSelection}
            onOpen={({ id }) => void navigate({ to: '/people/$id', params: { id } })}
            onSave={(person, column, text) => changePerson(person, toChange(column, person, text))}
            onTag={tag}
            onEdit={edit}
            onRemove={remove}
          />
        </TagColors>
      )}
      {size > 0 && (
        <SelectionBar size={size} total={list.total} onAll={() => setSelection(everything)} onClear={() => setSelection(none)}>
          <SelectionAction icon={<Tag size={15} />} label={m.people.tag} keys="t" onClick={() => tag()} />
          <SelectionAction icon={<PenLine size={15} />} label={m.actions.edit} keys="e" onClick={edit} />
          <SelectionAction icon={<Trash2 size={15} />} label={m.actions.remove} keys="#" onClick={() => remove()} />
        </SelectionBar>
      )}
      <NewPerson open={dialog?.kind === 'new'} onClose={() => setDialog(undefined)} />
      <TagDialog title={dialog?.person ? m.people.tag_one(dialog.person.name) : m.people.tag_many(size)} open={dialog?.kind === 'tag'} onClose={() => setDialog(undefined)} common={dialog?.person?.tags ?? commonTags(list.loaded(), selection)} onChoose={onTag} />
      <EditDialog title={m.people.edit_many(size)} open={dialog?.kind === 'edit'} onClose={() => setDialog(undefined)} onApply={(changed) => void bulk.change(targetOf(undefined)!, changed)} />
    </div>
  )
}

/** What all of the selected have, as far as they are at hand: with somebody unknown among them nothing is common. */
function commonTags(people: Contact[], selection: Selection): string[] {
  const chosen = people.filter(({ id }) => isSelected(selection, id))
  if (selection.all || chosen.length < selection.ids.size) return []
  return chosen[0]?.tags.filter((tag) => chosen.every(({ tags }) => tags.includes(tag))) ?? []
}

function Waiting() {
  return (
    <Late>
      <div>
        <div className="h-8 border-b max-md:hidden" />
        <div className="md:pl-8">
          <SkeletonRows height={40} />
        </div>
      </div>
    </Late>
  )
}
