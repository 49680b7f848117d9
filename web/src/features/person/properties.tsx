// What is known of a person, each line edited where it stands: at once on the screen, taken back if it is refused.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Contact } from '@/features/people/people-queries.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Chip } from '@/ui/chip.tsx'
import { EditableText } from '@/ui/editable-text.tsx'
import { useChangePerson } from './change-person.ts'
import { TagEditor } from './tag-editor.tsx'

export function Properties({ person }: { person: Contact }) {
  const m = useMessages()
  const { date } = useFormats()
  const change = useChangePerson(person)
  const emails = person.emails.map(({ address, label }) => ({ address, label }))
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1 text-sm">
      <Line label={m.people.name}>
        <EditableText label={m.people.name} value={person.name} required onSave={(name) => change({ name })} />
      </Line>
      <Line label={m.people.job}>
        <EditableText label={m.people.job} value={person.title ?? ''} onSave={(title) => change({ title: title || null })} />
      </Line>
      <Line label={m.people.company}>
        <EditableText
          label={m.people.company}
          value={person.company?.name ?? ''}
          onSave={(name) => change({ company: name ? { name } : null })}
          end={
            person.company && (
              <Link to="/people" search={{ company_id: person.company.id }} className="text-xs text-accent hover:underline">
                {m.nav.people}
              </Link>
            )
          }
        />
      </Line>
      <Line label={m.person.emails}>
        {emails.map(({ address }, place) => (
          <EditableText
            key={address}
            label={m.people.email}
            type="email"
            value={address}
            onSave={(next) => change({ emails: emails.toSpliced(place, 1, ...(next ? [{ address: next, label: emails[place]!.label }] : [])) })}
          />
        ))}
        <EditableText key={emails.length} label={m.person.add_email} placeholder={m.person.add_email} type="email" value="" onSave={(address) => change({ emails: [...emails, { address, label: null }] })} />
      </Line>
      <Line label={m.person.phones}>
        {person.phones.map((phone, place) => (
          <EditableText
            key={phone.number}
            label={m.person.phone}
            type="tel"
            value={phone.number}
            onSave={(number) => change({ phones: person.phones.toSpliced(place, 1, ...(number ? [{ ...phone, number }] : [])) })}
          />
        ))}
        <EditableText key={person.phones.length} label={m.person.phone} type="tel" value="" onSave={(number) => change({ phones: [...person.phones, { number }] })} />
      </Line>
      <Line label={m.people.tags}>
        <div className="flex flex-wrap gap-1 px-1.5 py-1">
          {person.tags.map((tag) => (
            <Chip key={tag} removeLabel={`${m.actions.remove}: ${tag}`} onRemove={() => change({ tags: person.tags.filter((each) => each !== tag) })}>
              <Link to="/people" search={{ tag }}>
                {tag}
              </Link>
            </Chip>
          ))}
          <TagEditor onAdd={(tag) => change({ tags: [...person.tags, tag] })} />
        </div>
      </Line>
      {Object.entries(person.fields).map(([name, value]) => (
        <Line key={name} label={name}>
          <EditableText label={name} value={String(value ?? '')} onSave={(text) => change({ fields: { [name]: text || null } })} />
        </Line>
      ))}
      <Line label={m.people.added}>
        <span className="px-1.5 py-1 text-ink-soft">{date(person.created_at)}</span>
      </Line>
    </dl>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="truncate py-1 text-ink-faint">{label}</dt>
      <dd className="grid min-w-0">{children}</dd>
    </>
  )
}
