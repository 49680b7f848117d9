// A company: what it is, who works there, and what passed with them.

import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { GitMerge, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Problem } from '@/api/client.ts'
import { useCommands } from '@/app/commands.ts'
import { useVisit } from '@/app/recent.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useKeys } from '@/app/shortcuts.ts'
import { useTitle } from '@/app/title.ts'
import { companyQuery } from '@/features/people/references.ts'
import { Panes } from '@/features/person/panes.tsx'
import { Line } from '@/features/person/property-line.tsx'
import { Timeline } from '@/features/person/timeline.tsx'
import { WalkHeader } from '@/features/person/walk-header.tsx'
import { useNeighbours } from '@/features/table/list-walk.ts'
import { TasksAbout } from '@/features/tasks/tasks-about.tsx'
import { relatedTasks } from '@/features/tasks/tasks-queries.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { EditableText } from '@/ui/editable-text.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { companies, companiesPlace, findCompany, useChangeCompany, type Company as Shown } from './companies-queries.ts'
import { CompanyPeople, peopleOfCompany } from './company-people.tsx'
import { MergeCompany } from './merge-company.tsx'
import { RemoveCompany } from './remove-company.tsx'

export function Company() {
  const m = useMessages()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/companies/$id' })
  const client = useQueryClient()
  const { data: company, error, refetch } = useQuery({ ...companyQuery(id), placeholderData: () => findCompany(client, id) })
  const neighbours = useNeighbours(companies, companiesPlace, id)
  const [dialog, setDialog] = useState<'merge' | 'remove'>()
  const back = () => void navigate({ to: '/companies', search: companiesPlace.last().search })
  useVisit({ kind: 'company', id })
  useTitle(company?.name)
  useKeys({ '#': () => setDialog('remove') })
  useCommands([
    { label: m.companies.merge, icon: <GitMerge size={16} />, run: () => setDialog('merge') },
    { label: m.companies.remove, icon: <Trash2 size={16} />, keys: '#', run: () => setDialog('remove') },
  ])
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <div className="flex h-full flex-col">
      <WalkHeader
        title={company?.name}
        words={{ list: m.companies.title, previous: m.companies.previous, next: m.companies.next }}
        neighbours={neighbours}
        onGo={(to) => void navigate({ to: '/companies/$id', params: { id: to } })}
        onBack={back}
      >
        <Button look="quiet" size="sm" icon={<GitMerge size={15} />} aria-label={m.companies.merge} title={m.companies.merge} onClick={() => setDialog('merge')} />
        <Button look="quiet" size="sm" icon={<Trash2 size={15} />} aria-label={m.companies.remove} title={`${m.companies.remove} (#)`} onClick={() => setDialog('remove')} />
      </WalkHeader>
      {error && !company ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Panes
          key={id}
          label={company?.name}
          heading={company ? <Heading company={company} /> : <Waiting />}
          details={() => company && <Details company={company} />}
          timeline={(reveal) => <Timeline about={{ company_id: id }} isClosed={false} onReveal={reveal} />}
        />
      )}
      {company && <MergeCompany company={company} open={dialog === 'merge'} onClose={() => setDialog(undefined)} />}
      {company && <RemoveCompany company={company} open={dialog === 'remove'} onClose={() => setDialog(undefined)} />}
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

function Heading({ company: { name, domain, last_interaction_at } }: { company: Shown }) {
  const m = useMessages()
  const { ago } = useFormats()
  return (
    <div className="mb-5 flex items-center gap-4">
      <Avatar name={name} size="xl" square />
      <div className="min-w-0">
        <h1 className="text-xl leading-tight font-semibold text-balance break-words">{name}</h1>
        {domain && (
          <a href={`https://${domain}`} target="_blank" rel="noreferrer" className="mt-0.5 block truncate text-ink-soft hover:underline">
            {domain}
          </a>
        )}
        {last_interaction_at && <p className="text-xs text-ink-faint">{m.person.last(ago(last_interaction_at))}</p>}
      </div>
    </div>
  )
}

function Details({ company }: { company: Shown }) {
  const m = useMessages()
  const { date } = useFormats()
  const change = useChangeCompany()
  const { id, name, domain, created_at } = company
  const about = { company_id: id }
  // Both at once: the one that comes later would move the other.
  const known = useQueries({ queries: [peopleOfCompany(id), relatedTasks(about)] }).every(({ isPending }) => !isPending)
  return (
    <>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1 text-sm">
        <Line label={m.people.name}>
          <EditableText label={m.people.name} value={name} required onSave={(next) => change(company, { name: next })} />
        </Line>
        <Line label={m.companies.domain}>
          <EditableText label={m.companies.domain} value={domain ?? ''} onSave={(next) => change(company, { domain: next || null })} />
        </Line>
        <Line label={m.people.added}>
          <span className="px-1.5 py-1 text-ink-soft">{date(created_at)}</span>
        </Line>
      </dl>
      <div className={known ? undefined : 'invisible'}>
        <CompanyPeople company={company} />
        <TasksAbout about={about} />
      </div>
    </>
  )
}
