// Who works there: whom we heard from last first.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { NewPerson } from '@/features/people/new-person.tsx'
import { peoplePage } from '@/features/people/people-queries.ts'
import { SideSection } from '@/features/person/side-section.tsx'
import { Ago } from '@/features/table/ago.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import type { Company } from './companies-queries.ts'

/** As many as leave the rest in sight; all of them are in the table of people. */
const shown = 8

export function peopleOfCompany(id: string) {
  return peoplePage({ filter: [{ field: 'company_id', op: 'is' as const, value: id }], sort: '-last_interaction_at' }, 0)
}

export function CompanyPeople({ company: { id, name, contact_count } }: { company: Company }) {
  const m = useMessages()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(peopleOfCompany(id))
  return (
    <SideSection title={m.people.title} add={m.companies.add_person} onAdd={() => setAdding(true)} error={error} retry={() => void refetch()}>
      {data?.data.slice(0, shown).map((person) => (
        <li key={person.id}>
          <Link to="/people/$id" params={{ id: person.id }} preload={false} className="-mx-1.5 flex min-h-12 items-center gap-3 rounded-md px-3 py-1 hover:bg-hover">
            <Avatar name={person.name} photo={person.photo_url} size="md" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{person.name}</span>
              <span className="block truncate text-xs text-ink-faint">{person.title ?? person.emails[0]?.address}</span>
            </span>
            <span className="shrink-0 text-xs">
              <Ago at={person.last_interaction_at} never />
            </span>
          </Link>
        </li>
      ))}
      {data?.data.length === 0 && <li className="px-1.5 py-1 text-ink-faint">{m.companies.nobody}</li>}
      {data && data.data.length > shown && (
        <li>
          <Link to="/people" search={{ company_id: id }} className="flex min-h-8 items-center px-1.5 font-medium text-accent hover:underline">
            {`${m.companies.everybody} (${m.people.total(contact_count)})`}
          </Link>
        </li>
      )}
      <NewPerson open={adding} onClose={() => setAdding(false)} company={name} />
    </SideSection>
  )
}
