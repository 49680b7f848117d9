import { Link } from '@tanstack/react-router'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
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
  onActivate(): void
}

export function CompanyRow({ company, index, active, height, start, onActivate }: Props) {
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
      <span role="gridcell" className="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} square />
        <Link to="/companies/$id" params={{ id }} preload={false} tabIndex={-1} className="min-w-0 truncate py-2 font-medium outline-none hover:underline">
          {name}
          <span className="block truncate text-xs font-normal text-ink-faint md:hidden">{domain}</span>
        </Link>
      </span>
      <span role="gridcell" className="truncate text-ink-soft max-md:hidden">{domain}</span>
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
