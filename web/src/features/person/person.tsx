// A person: who it is on the left, what passed between us on the right.

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import { Problem } from '@/api/client.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useKeys } from '@/app/shortcuts.ts'
import { queryClient } from '@/app/query-client.ts'
import { personQuery, type Contact, type PeopleList } from '@/features/people/people-queries.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Properties } from './properties.tsx'
import { Timeline } from './timeline.tsx'

export function Person() {
  const m = useMessages()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/people/$id' })
  const { data: person, error, refetch } = useQuery({ ...personQuery(id), placeholderData: () => findListed(id) })
  const { before, after } = neighbours(id)
  const go = (to: string | undefined) => to && void navigate({ to: '/people/$id', params: { id: to } })
  const back = () => void navigate({ to: '/people', search: lastFilter() })
  useKeys({ j: () => go(after), k: () => go(before), Escape: back })
  if (error) return error instanceof Problem && error.status === 404 ? <NotFound /> : <Failed error={error} retry={() => void refetch()} />
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
              <Properties person={person} />
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

function Heading({ person }: { person: Contact }) {
  return (
    <div className="mb-5 flex items-center gap-4">
      <Avatar name={person.name} photo={person.photo_url} size="xl" />
      <div className="min-w-0">
        <h1 className="text-xl leading-tight font-semibold text-balance">{person.name}</h1>
        <p className="mt-0.5 text-ink-soft">{[person.title, person.company?.name].filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  )
}

/** The list that was looked at last, to walk through it. */
function lastList() {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: ['people'] })
    .filter(({ state }) => state.data !== undefined)
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)[0]
}

function listed(): Contact[] {
  return (lastList()?.state.data as PeopleList | undefined)?.pages.flatMap(({ data }) => data) ?? []
}

function lastFilter(): object {
  return (lastList()?.queryKey[1] as object | undefined) ?? {}
}

function findListed(id: string): Contact | undefined {
  return listed().find((person) => person.id === id)
}

function neighbours(id: string): { before?: string; after?: string } {
  const people = listed()
  const place = people.findIndex((person) => person.id === id)
  return place < 0 ? {} : { before: people[place - 1]?.id, after: people[place + 1]?.id }
}
