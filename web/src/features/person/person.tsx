// A person: who it is on the left, what passed between us on the right.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import { Problem } from '@/api/client.ts'
import { useVisit } from '@/app/recent.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useKeys } from '@/app/shortcuts.ts'
import { personQuery } from '@/features/people/people-queries.ts'
import { findListed, lastSearch, neighbours } from '@/features/people/people-walk.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Dates } from './dates.tsx'
import { Heading } from './heading.tsx'
import { Properties } from './properties.tsx'
import { Relationships } from './relationships.tsx'
import { Timeline } from './timeline.tsx'

export function Person() {
  const m = useMessages()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/people/$id' })
  const client = useQueryClient()
  const { data: person, error, refetch } = useQuery({ ...personQuery(id), placeholderData: () => findListed(client, id) })
  const { before, after } = neighbours(client, id)
  useVisit({ kind: 'contact', id })
  const go = (to: string | undefined) => to && void navigate({ to: '/people/$id', params: { id: to } })
  const back = () => void navigate({ to: '/people', search: lastSearch() })
  useKeys({ j: () => go(after), k: () => go(before), Escape: back })
  if (error) return error instanceof Problem && error.status === 404 ? <NotFound /> : <Failed error={error} retry={() => void refetch()} />
  // Merged into another since: there it is.
  if (person && person.id !== id) return <Navigate to="/people/$id" params={{ id: person.id }} replace />
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-1 border-b px-3">
        <Button look="quiet" size="sm" icon={<ArrowLeft size={16} />} aria-label={m.nav.people} title={`${m.nav.people} (Esc)`} onClick={back} />
        <span className="ml-1 truncate font-medium">{person?.name}</span>
        <span className="ml-auto" />
        <Button look="quiet" size="sm" icon={<ChevronUp size={16} />} aria-label={m.shortcuts.previous} title="k" disabled={!before} onClick={() => go(before)} />
        <Button look="quiet" size="sm" icon={<ChevronDown size={16} />} aria-label={m.shortcuts.next} title="j" disabled={!after} onClick={() => go(after)} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
        <section aria-label={m.person.details} className="shrink-0 border-b px-5 py-5 lg:w-88 lg:overflow-y-auto lg:border-r lg:border-b-0">
          {person ? (
            <>
              <Heading person={person} />
              <Properties key={id} person={person} />
              <Relationships id={id} />
              <Dates id={id} />
            </>
          ) : (
            <Late>
              <Skeleton className="mb-4 size-16 rounded-full!" />
              <Skeleton className="mb-2 h-6 w-48" />
              <Skeleton className="h-4 w-32" />
            </Late>
          )}
        </section>
        <section aria-label={m.person.timeline} className="min-w-0 flex-1 lg:overflow-y-auto">
          <Timeline key={id} id={id} />
        </section>
      </div>
    </div>
  )
}
