// The conditions that hold, as chips that can be changed and taken away; and another one.

import { Command } from 'cmdk'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Popover } from '@/ui/popover.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { useCompanyName, useDescribe } from './describe-condition.ts'
import type { Condition, Filter, FilterColumn } from './filter.ts'

export type Columns = ReadonlyMap<string, FilterColumn>

interface Props {
  columns: Columns
  filter: Filter
  onChange(filter: Filter): void
}

export function FilterChips({ columns, filter, onChange }: Props) {
  const m = useMessages()
  return (
    <ul aria-label={m.filter.title} className="flex flex-wrap items-center gap-1.5">
      {filter.map((each, place) => (
        <li key={place}>
          <FilterChip columns={columns} given={each} onChange={(changed) => onChange(filter.toSpliced(place, 1, ...(changed ? [changed] : [])))} />
        </li>
      ))}
      {filter.length > 1 && (
        <li>
          <Button look="quiet" size="sm" onClick={() => onChange([])}>
            {m.people.clear}
          </Button>
        </li>
      )}
    </ul>
  )
}

function FilterChip({ columns, given, onChange }: { columns: Columns; given: Filter[number]; onChange(changed?: Condition): void }) {
  const m = useMessages()
  const describe = useDescribe(columns)
  const [open, setOpen] = useState(false)
  const column = 'field' in given ? columns.get(given.field) : undefined
  const company = useCompanyName('field' in given && given.field === 'company_id' ? String(given.value) : undefined)
  const words = 'any' in given ? given.any.map((each) => describe(each).join(' ')).join(` ${m.filter.or} `) : describe(given, company).join(' ')
  const look = 'h-full max-w-80 truncate rounded-l-full pr-1 pl-3'
  return (
    <span className="inline-flex h-7 items-center rounded-full bg-canvas text-sm ring-1 ring-line-strong ring-inset">
      {column ? (
        <Popover
          label={column.title}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button type="button" className={`${look} hover:bg-hover`}>
              {words}
            </button>
          }
        >
          <ConditionEditor
            column={column}
            condition={given as Condition}
            onApply={(changed) => {
              setOpen(false)
              onChange(changed)
            }}
          />
        </Popover>
      ) : (
        <span className={`${look} inline-flex items-center`}>{words}</span>
      )}
      <button type="button" aria-label={`${m.filter.remove}: ${words}`} onClick={() => onChange()} className="flex h-full items-center rounded-r-full pr-2 pl-1 text-ink-faint hover:bg-hover hover:text-ink">
        <X size={13} />
      </button>
    </span>
  )
}

export function AddFilter({ columns, onAdd }: { columns: Columns; onAdd(condition: Condition): void }) {
  const m = useMessages()
  const [open, setOpen] = useState(false)
  const [column, setColumn] = useState<FilterColumn>()
  const turn = (next: boolean) => {
    setOpen(next)
    setColumn(undefined)
  }
  useKeys({ f: () => turn(true) })
  return (
    <Popover
      label={m.filter.add}
      open={open}
      onOpenChange={turn}
      className={column ? 'w-72 p-3' : 'w-60'}
      trigger={
        <Button look="quiet" icon={<ListFilter size={15} />} aria-label={m.filter.add} title="f" className="max-md:w-8 max-md:px-0">
          <span className="max-md:hidden">{m.filter.add}</span>
        </Button>
      }
    >
      {column ? (
        <ConditionEditor
          column={column}
          onApply={(condition) => {
            turn(false)
            onAdd(condition)
          }}
        />
      ) : (
        <Fields columns={columns} onChoose={setColumn} />
      )}
    </Popover>
  )
}

function Fields({ columns, onChoose }: { columns: Columns; onChoose(column: FilterColumn): void }) {
  const m = useMessages()
  return (
    <Command label={m.filter.add}>
      <Command.Input autoFocus placeholder={m.filter.by} className="h-10 w-full border-b bg-transparent px-3 outline-none placeholder:text-ink-faint" />
      <Command.List className="max-h-80 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-6 text-center text-ink-soft">{m.palette.nothing}</Command.Empty>
        {[...columns.values()].map((column) => (
          <Command.Item key={column.id} value={`${column.title} ${column.id}`} onSelect={() => onChoose(column)} className="flex h-8 cursor-pointer items-center rounded-md px-2 data-[selected=true]:bg-hover">
            {column.title}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
