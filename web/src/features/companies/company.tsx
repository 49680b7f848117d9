// A company: what it is on the left; who works there, and what passed with them.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, GitMerge, Trash2 } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { Problem } from '@/api/client.ts'
import { useCommands } from '@/app/commands.ts'
import { useVisit } from '@/app/recent.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useKeys } from '@/app/shortcuts.ts'
import { useTitle } from '@/app/title.ts'
import { companyQuery } from '@/features/people/references.ts'
import { TasksAbout } from '@/features/tasks/tasks-about.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { EditableText } from '@/ui/editable-text.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { sidePaneWidth } from '@/ui/panes.ts'
import { tabListLook, tabLook } from '@/ui/tabs.ts'
import { companiesPlace, useChangeCompany, type Company as Shown } from './companies-queries.ts'
import { CompanyPeople } from './company-people.tsx'
import { CompanyTimeline } from './company-timeline.tsx'
import { MergeCompany } from './merge-company.tsx'
import { RemoveCompany } from './remove-company.tsx'

export function Company() {
  const m = useMessages()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/companies/$id' })
  const { data: company, error, refetch } = useQuery(companyQuery(id))
  const [dialog, setDialog] = useState<'merge' | 'remove'>()
  const back = () => void navigate({ to: '/companies', search: companiesPlace.last().search })
  useVisit({ kind: 'company', id })
  useTitle(company?.name)
  useKeys({ Escape: back, '#': () => setDialog('remove') })
  useCommands([
    { label: m.companies.merge, icon: <GitMerge size={16} />, run: () => setDialog('merge') },
    { label: m.companies.remove, icon: <Trash2 size={16} />, keys: '#', run: () => setDialog('remove') },
  ])
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-1 border-b px-3">
        <Button look="quiet" size="sm" icon={<ArrowLeft size={16} />} aria-label={m.companies.title} title={`${m.companies.title} (Esc)`} onClick={back} />
        <span className="ml-1 min-w-0 flex-1 truncate font-medium">{company?.name}</span>
        <Button look="quiet" size="sm" icon={<GitMerge size={15} />} aria-label={m.companies.merge} title={m.companies.merge} onClick={() => setDialog('merge')} />
        <Button look="quiet" size="sm" icon={<Trash2 size={15} />} aria-label={m.companies.remove} title={`${m.companies.remove} (#)`} onClick={() => setDialog('remove')} />
      </header>
      {error && !company ? <Failed error={error} retry={() => void refetch()} /> : <Panes id={id} company={company} />}
      {company && <MergeCompany company={company} open={dialog === 'merge'} onClose={() => setDialog(undefined)} />}
      {company && <RemoveCompany company={company} open={dialog === 'remove'} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function Panes({ id, company }: { id: string; company: Shown | undefined }) {
  const m = useMessages()
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
      <section aria-label={m.person.details} className={`shrink-0 border-b px-5 py-5 lg:overflow-y-auto lg:border-r lg:border-b-0 ${sidePaneWidth}`}>
        {company ? <Details company={company} /> : <Waiting />}
      </section>
      <Tabs.Root defaultValue="people" className="flex min-w-0 flex-1 flex-col">
        <Tabs.List aria-label={company?.name} className={`${tabListLook} px-6`}>
          {([['people', m.people.title], ['timeline', m.person.timeline]] as const).map(([value, title]) => (
            <Tabs.Trigger key={value} value={value} className={tabLook}>
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="people" className="min-h-0 flex-1 lg:overflow-y-auto">
          <CompanyPeople id={id} />
        </Tabs.Content>
        <Tabs.Content value="timeline" className="min-h-0 flex-1 lg:overflow-y-auto">
          <CompanyTimeline id={id} />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  )
}

function Waiting() {
  return (
    <Late>
      <div className="flex items-center gap-4">
        <Skeleton className="size-16" />
        <Skeleton className="h-5 w-40" />
      </div>
    </Late>
  )
}

function Details({ company }: { company: Shown }) {
  const m = useMessages()
  const { date } = useFormats()
  const change = useChangeCompany()
  const { id, name, domain, contact_count, created_at } = company
  return (
    <>
      <div className="mb-5 flex items-center gap-4">
        <Avatar name={name} size="xl" square />
        <div className="min-w-0">
          <h1 className="text-xl leading-tight font-semibold text-balance">{name}</h1>
          {domain && (
            <a href={`https://${domain}`} target="_blank" rel="noreferrer" className="mt-0.5 block truncate text-ink-soft hover:underline">
              {domain}
            </a>
          )}
        </div>
      </div>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 text-sm">
        <dt className="text-ink-faint">{m.people.name}</dt>
        <dd className="grid min-w-0">
          <EditableText label={m.people.name} value={name} required onSave={(next) => change(company, { name: next })} />
        </dd>
        <dt className="text-ink-faint">{m.companies.domain}</dt>
        <dd className="grid min-w-0">
          <EditableText label={m.companies.domain} value={domain ?? ''} onSave={(next) => change(company, { domain: next || null })} />
        </dd>
        <dt className="text-ink-faint">{m.people.title}</dt>
        <dd className="px-1.5 py-1">
          <Link to="/people" search={{ company_id: id }} className="text-accent hover:underline">
            {m.people.total(contact_count)}
          </Link>
        </dd>
        <dt className="text-ink-faint">{m.people.added}</dt>
        <dd className="px-1.5 py-1 text-ink-soft">{date(created_at)}</dd>
      </dl>
      <TasksAbout about={{ company_id: id }} />
    </>
  )
}
