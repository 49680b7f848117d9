// Who works there: whom we heard from last first.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { Ago } from '@/features/table/ago.tsx'
import { peoplePage } from '@/features/people/people-queries.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'

export function CompanyPeople({ id }: { id: string }) {
  const m = useMessages()
  const selection = { filter: [{ field: 'company_id', op: 'is' as const, value: id }], sort: '-last_interaction_at' }
  const { data, error, refetch, isPending } = useQuery(peoplePage(selection, 0))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (isPending) return <Late><SkeletonRows rows={6} height={52} /></Late>
  if (data.data.length === 0) return <Empty icon={<Users size={20} />} title={m.companies.nobody} />
  return (
    <div className="px-3 py-2 sm:px-4">
      <ul>
        {data.data.map((person) => (
          <li key={person.id}>
            <Link to="/people/$id" params={{ id: person.id }} preload={false} className="flex min-h-13 items-center gap-3 rounded-md px-2.5 py-1.5 hover:bg-hover">
              <Avatar name={person.name} photo={person.photo_url} size="md" />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{person.name}</span>
                <span className="block truncate text-xs text-ink-faint">{person.title ?? person.emails[0]?.address}</span>
              </span>
              <span className="shrink-0 text-xs">
                <Ago at={person.last_interaction_at} never />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data.next_cursor && (
        <Link to="/people" search={{ company_id: id }} className="block px-2.5 py-3 text-sm font-medium text-accent hover:underline">
          {m.companies.everybody}
        </Link>
      )}
    </div>
  )
}
