import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { meQuery } from '@/app/session.ts'
import type { Contact } from '@/features/people/people-queries.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { Empty } from '@/ui/states.tsx'

export function Home() {
  const m = useMessages()
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const recent = useQuery(peopleBy('-last_interaction_at'))
  const added = useQuery(peopleBy('-created_at'))
  const empty = added.data?.data.length === 0
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-4xl px-5 py-8">
        <h1 className="text-2xl font-semibold">{m.home.welcome(me.organization.name)}</h1>
        {empty ? (
          <Empty
            icon={<FileUp size={20} />}
            title={m.home.first}
            action={
              <Button look="primary" onClick={() => void navigate({ to: '/import' })}>
                {m.imports.choose}
              </Button>
            }
          >
            {m.home.first_hint}
          </Empty>
        ) : (
          <div className="mt-6 grid gap-4 md:grid-cols-2">
            <PeopleCard title={m.home.recent} people={recent.data?.data ?? []} at={({ last_interaction_at }) => last_interaction_at} />
            <PeopleCard title={m.home.added} people={added.data?.data ?? []} at={({ created_at }) => created_at} />
          </div>
        )}
      </div>
    </div>
  )
}

function peopleBy(sort: '-last_interaction_at' | '-created_at') {
  return {
    queryKey: ['people', { sort, limit: 8 }, 'home'],
    queryFn: ({ signal }: { signal: AbortSignal }) => body(api.GET('/contacts', { params: { query: { sort, limit: 8 } }, signal })),
  }
}

function PeopleCard({ title, people, at }: { title: string; people: Contact[]; at(person: Contact): string | null }) {
  const { ago } = useFormats()
  return (
    <section className="rounded-lg p-2 ring-1 ring-line ring-inset">
      <h2 className="px-2.5 py-2 text-sm font-semibold">{title}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Link to="/people/$id" params={{ id: person.id }} className="flex h-11 items-center gap-3 rounded-md px-2.5 hover:bg-hover">
              <Avatar name={person.name} photo={person.photo_url} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{person.name}</span>
                <span className="block truncate text-xs text-ink-faint">{person.company?.name}</span>
              </span>
              <span className="text-xs text-ink-faint">{at(person) && ago(at(person)!)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
