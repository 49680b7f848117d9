import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { useCell, type CellStep } from '@/ui/cell.ts'
import { classes } from '@/ui/classes.ts'
import type { Company } from './companies-queries.ts'

const columns = 'grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-4 px-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_6rem_8rem]'

export const companyRowId = (index: number) => `company-row-${index}`

export function CompanyHead() {
  const m = useMessages()
  return (
    <div role="row" aria-rowindex={1} className={classes(columns, 'sticky top-0 z-10 h-8 border-b bg-surface text-xs font-medium text-ink-faint')}>
      <span role="columnheader">{m.people.name}</span>
      <span role="columnheader" className="max-md:hidden">{m.companies.domain}</span>
      <span role="columnheader" className="text-right">{m.people.title}</span>
      <span role="columnheader" className="max-md:hidden">{m.people.added}</span>
    </div>
  )
}

interface Props {
  company: Company
  index: number
  active: boolean
  height: number
  start: number
  /** What of it is being written into. */
  edited: CompanyPart | undefined
  onActivate(): void
  onEdit(part: CompanyPart): void
  onChange(change: Schemas['CompanyChange']): void
  onCloseEditor(next?: CellStep): void
}

export type CompanyPart = 'name' | 'domain'

export function CompanyRow({ company, index, active, height, start, edited, onActivate, onEdit, onChange, onCloseEditor }: Props) {
  const { number, date } = useFormats()
  const { id, name, domain, contact_count, created_at } = company
  return (
    <div
      id={companyRowId(index)}
      role="row"
      aria-rowindex={index + 2}
      data-active={active || undefined}
      onClick={onActivate}
      className={classes(columns, 'absolute inset-x-0 top-0 border-b border-line/70 text-sm hover:bg-hover data-active:bg-hover')}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      <span role="gridcell" onDoubleClick={() => onEdit('name')} className="relative -ml-2 flex h-full min-w-0 items-center gap-2.5 pl-2">
        {edited === 'name' && <PartEditor part="name" company={company} onChange={onChange} onClose={onCloseEditor} />}
        <Avatar name={name} square />
        <Link to="/companies/$id" params={{ id }} preload={false} tabIndex={-1} className="min-w-0 truncate py-2 font-medium outline-none hover:underline">
          {name}
          <span className="block truncate text-xs font-normal text-ink-faint md:hidden">{domain}</span>
        </Link>
      </span>
      <span role="gridcell" onDoubleClick={() => onEdit('domain')} className="relative -ml-2 flex h-full min-w-0 items-center pl-2 text-ink-soft max-md:hidden">
        {edited === 'domain' && <PartEditor part="domain" company={company} onChange={onChange} onClose={onCloseEditor} />}
        <span className="truncate">{domain}</span>
      </span>
      <span role="gridcell" className="text-right tabular-nums">
        {contact_count > 0 ? (
          <Link to="/people" search={{ company_id: id }} preload={false} tabIndex={-1} className="rounded-sm px-1 hover:underline">
            {number(contact_count)}
          </Link>
        ) : (
          <span className="px-1 text-ink-faint">0</span>
        )}
      </span>
      <span role="gridcell" className="truncate text-ink-soft max-md:hidden">{date(created_at)}</span>
    </div>
  )
}

interface EditorProps {
  part: CompanyPart
  company: Company
  onChange(change: Schemas['CompanyChange']): void
  onClose(next?: CellStep): void
}

function PartEditor({ part, company, onChange, onClose }: EditorProps) {
  const m = useMessages()
  // As it was in the beginning: another may change it meanwhile.
  const [value] = useState(company[part] ?? '')
  const save = (text: string) => onChange(part === 'name' ? { name: text.trim() } : { domain: text.trim() || null })
  const control = useCell({ label: part === 'name' ? m.people.name : m.companies.domain, value, required: part === 'name', onSave: save, onClose })
  return <input {...control} key={part} defaultValue={value} maxLength={part === 'name' ? 300 : 253} onFocus={(event) => event.currentTarget.select()} />
}
