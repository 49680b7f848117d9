// A person: who it is, and what passed between us; side by side, or on a phone as tabs.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { Problem } from '@/api/client.ts'
import { useVisit } from '@/app/recent.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useKeys } from '@/app/shortcuts.ts'
import { useTitle } from '@/app/title.ts'
import { findPerson, personQuery, type Contact } from '@/features/people/people-queries.ts'
import { peoplePlace, useNeighbours } from '@/features/people/people-walk.ts'
import { TasksAbout } from '@/features/tasks/tasks-about.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { sidePaneWidth } from '@/ui/panes.ts'
import { tabLook, tabListLook } from '@/ui/tabs.ts'
import { Dates } from './dates.tsx'
import { DeletedNotice } from './deleted-notice.tsx'
import { Heading } from './heading.tsx'
import { usePersonCommands } from './person-commands.tsx'
import { Properties } from './properties.tsx'
import { Relationships } from './relationships.tsx'
import { Timeline } from './timeline.tsx'

export function Person() {
  const m = useMessages()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/people/$id' })
  const client = useQueryClient()
  const { data: person, error, refetch } = useQuery({ ...personQuery(id), placeholderData: () => findPerson(client, id) })
  const { before, after } = useNeighbours(id)
  useVisit({ kind: 'contact', id })
  useTitle(person?.name)
  const go = (to: string | undefined) => to && void navigate({ to: '/people/$id', params: { id: to } })
  const back = () => void navigate({ to: '/people', search: peoplePlace.last().search })
  useKeys({ j: () => go(after), k: () => go(before), Escape: back })
  usePersonCommands(person, back)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  // Merged into another since: there it is.
  if (person && person.id !== id) return <Navigate to="/people/$id" params={{ id: person.id }} replace />
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center gap-1 border-b px-3">
        <Button look="quiet" size="sm" icon={<ArrowLeft size={16} />} aria-label={m.nav.people} title={`${m.nav.people} (Esc)`} onClick={back} />
        <span className="ml-1 min-w-0 flex-1 truncate font-medium">{person?.name}</span>
        <Button look="quiet" size="sm" icon={<ChevronUp size={16} />} aria-label={m.shortcuts.previous} title={`${m.shortcuts.previous} (k)`} disabled={!before} onClick={() => go(before)} />
        <Button look="quiet" size="sm" icon={<ChevronDown size={16} />} aria-label={m.shortcuts.next} title={`${m.shortcuts.next} (j)`} disabled={!after} onClick={() => go(after)} />
      </header>
      {person?.deleted_at && <DeletedNotice person={person} />}
      {error && !person ? <Failed error={error} retry={() => void refetch()} /> : <Panes key={id} id={id} person={person} />}
    </div>
  )
}

interface Props {
  id: string
  /** Undefined while they are on the way. */
  person: Contact | undefined
}

/** One tree for both, so that a window that becomes narrow keeps what is being read and written. */
function Panes({ id, person }: Props) {
  const m = useMessages()
  const [tab, setTab] = useState('timeline')
  return (
    <Tabs.Root value={tab} onValueChange={setTab} className="min-h-0 flex-1 max-lg:overflow-y-auto lg:flex">
      <div className={`max-lg:contents lg:shrink-0 lg:overflow-y-auto lg:border-r lg:p-5 ${sidePaneWidth}`}>
        <div className="max-lg:px-4 max-lg:pt-4 sm:max-lg:px-6">{person ? <Heading person={person} /> : <Waiting />}</div>
        <Tabs.List aria-label={person?.name} className={`${tabListLook} sticky top-0 z-20 bg-surface px-4 sm:px-6 lg:hidden`}>
          {(['timeline', 'details'] as const).map((value) => (
            <Tabs.Trigger key={value} value={value} className={tabLook}>
              {m.person[value]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content forceMount value="details" className="max-lg:px-4 max-lg:py-4 max-lg:data-[state=inactive]:hidden sm:max-lg:px-6">
          {person && <Details person={person} onReveal={() => setTab('details')} />}
        </Tabs.Content>
      </div>
      <Tabs.Content forceMount value="timeline" className="min-w-0 flex-1 max-lg:data-[state=inactive]:hidden lg:overflow-y-auto">
        <Timeline id={id} isClosed={Boolean(person?.deleted_at)} onReveal={() => setTab('timeline')} />
      </Tabs.Content>
    </Tabs.Root>
  )
}

/** `onReveal` is called before something is written here that may be behind the other tab. */
function Details({ person, onReveal }: { person: Contact; onReveal(): void }) {
  return (
    <div inert={person.deleted_at !== null}>
      <Properties person={person} onReveal={onReveal} />
      <TasksAbout about={{ contact_id: person.id }} />
      <Relationships id={person.id} />
      <Dates id={person.id} />
    </div>
  )
}

function Waiting() {
  return (
    <Late>
      <Skeleton className="mb-4 size-16 rounded-full!" />
      <Skeleton className="mb-2 h-6 w-48" />
      <Skeleton className="mb-4 h-4 w-32" />
    </Late>
  )
}
