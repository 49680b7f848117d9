// A person: who it is, and what passed between us.

import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Problem } from '@/api/client.ts'
import { useVisit } from '@/app/recent.ts'
import { NotFound } from '@/app/route-states.tsx'
import { useTitle } from '@/app/title.ts'
import { findPerson, people, peoplePlace, personQuery, type Contact } from '@/features/people/people-queries.ts'
import { TagColors } from '@/features/people/tag-chip.tsx'
import { useNeighbours } from '@/features/table/list-walk.ts'
import { TasksAbout } from '@/features/tasks/tasks-about.tsx'
import { relatedTasks } from '@/features/tasks/tasks-queries.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Dates, datesQuery } from './dates.tsx'
import { DeletedNotice } from './deleted-notice.tsx'
import { Heading } from './heading.tsx'
import { Panes } from './panes.tsx'
import { usePersonCommands } from './person-commands.tsx'
import { Properties } from './properties.tsx'
import { Relationships, relationshipsQuery } from './relationships.tsx'
import { Timeline } from './timeline.tsx'
import { WalkHeader } from './walk-header.tsx'

export function Person() {
  const m = useMessages()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/shell/people/$id' })
  const { entry } = useSearch({ from: '/shell/people/$id' })
  const client = useQueryClient()
  const { data: person, error, refetch } = useQuery({ ...personQuery(id), placeholderData: () => findPerson(client, id) })
  const neighbours = useNeighbours(people, peoplePlace, id)
  useVisit({ kind: 'contact', id })
  useTitle(person?.name)
  const back = () => void navigate({ to: '/people', search: peoplePlace.last().search })
  usePersonCommands(person, back)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  // Merged into another since: there it is.
  if (person && person.id !== id) return <Navigate to="/people/$id" params={{ id: person.id }} replace />
  return (
    <div className="flex h-full flex-col">
      <WalkHeader
        title={person?.name}
        words={{ list: m.nav.people, previous: m.shortcuts.previous, next: m.shortcuts.next }}
        neighbours={neighbours}
        onGo={(to) => void navigate({ to: '/people/$id', params: { id: to } })}
        onBack={back}
      />
      {person?.deleted_at && <DeletedNotice person={person} />}
      {error && !person ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Panes
          key={id}
          label={person?.name}
          heading={person ? <Heading person={person} /> : <Waiting />}
          details={(reveal) => person && <Details person={person} onReveal={reveal} />}
          timeline={(reveal) => (
            <Timeline
              about={{ contact_id: id }}
              found={entry ? { id: entry, dismiss: () => void navigate({ to: '/people/$id', params: { id }, replace: true }) } : undefined}
              isClosed={Boolean(person?.deleted_at)}
              onReveal={reveal}
            />
          )}
        />
      )}
    </div>
  )
}

/** `onReveal` is called before something is written here that may be behind the other tab. */
function Details({ person, onReveal }: { person: Contact; onReveal(): void }) {
  const about = { contact_id: person.id }
  // All at once: one that comes later would move those below it.
  const beside = useQueries({ queries: [relatedTasks(about), relationshipsQuery(person.id), datesQuery(person.id)] })
  const known = beside.every(({ isPending }) => !isPending)
  return (
    <div inert={person.deleted_at !== null}>
      <TagColors>
        <Properties person={person} onReveal={onReveal} />
      </TagColors>
      <div className={known ? undefined : 'invisible'}>
        <TasksAbout about={about} />
        <Relationships id={person.id} />
        <Dates id={person.id} />
      </div>
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
