// What is known of a person, each line edited where it stands: at once on the screen, taken back if it is refused.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowUpRight, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useChangePerson, type ContactChange } from '@/features/people/change-person.ts'
import type { Contact } from '@/features/people/people-queries.ts'
import { fieldsQuery } from '@/features/people/references.ts'
import { TagChip } from '@/features/people/tag-chip.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { EditableText } from '@/ui/editable-text.tsx'
import { FieldValue } from './field-value.tsx'
import { OwnerValue } from './owner-value.tsx'
import { Line } from './property-line.tsx'
import { TagEditor } from './tag-editor.tsx'

export function Properties({ person, onReveal }: { person: Contact; onReveal(): void }) {
  const m = useMessages()
  const { date } = useFormats()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const [all, setAll] = useState(false)
  const empty = fields.filter(({ key }) => isEmpty(person.fields[key]))
  // Files bring fields along that few people have: many of nobody's push the rest out of sight.
  const shown = all || empty.length <= mostEmpty ? fields : fields.filter((field) => !empty.includes(field))
  const changePerson = useChangePerson()
  const change = (changed: ContactChange) => changePerson(person, changed)
  const { phones, links } = person
  const emails: NonNullable<ContactChange['emails']> = person.emails
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
              <Link to="/companies/$id" params={{ id: person.company.id }} aria-label={m.person.open(person.company.name)} className="p-1 text-ink-faint hover:text-accent">
                <ArrowUpRight size={13} />
              </Link>
            )
          }
        />
      </Line>
      <Line label={m.person.emails}>
        {emails.map(({ address, label }, place) => (
          <EditableText
            key={address}
            label={m.people.email}
            type="email"
            value={address}
            end={<Kind>{label}</Kind>}
            onSave={(next) => change({ emails: emails.toSpliced(place, 1, ...(next ? [{ address: next, label: emails[place]!.label }] : [])) })}
          />
        ))}
        <EditableText key={emails.length} label={m.person.add_email} placeholder={m.person.add_email} type="email" value="" onSave={(address) => change({ emails: [...emails, { address, label: null }] })} />
      </Line>
      <Line label={m.person.phones}>
        {phones.map((phone, place) => (
          <EditableText
            key={phone.number}
            label={m.person.phone}
            type="tel"
            value={phone.number}
            end={<Kind>{phone.label}</Kind>}
            onSave={(number) => change({ phones: phones.toSpliced(place, 1, ...(number ? [{ ...phone, number }] : [])) })}
          />
        ))}
        <EditableText key={phones.length} label={m.person.add_phone} placeholder={m.person.add_phone} type="tel" value="" onSave={(number) => change({ phones: [...phones, { number }] })} />
      </Line>
      <Line label={m.person.links}>
        {links.map(({ url, label }, place) => (
          <EditableText
            key={url}
            label={m.person.link}
            type="url"
            value={url}
            onSave={(next) => change({ links: links.toSpliced(place, 1, ...(next ? [{ url: withScheme(next), label }] : [])) })}
            end={
              <a href={url} target="_blank" rel="noopener noreferrer nofollow" aria-label={m.person.open(label ?? url)} className="p-1 text-ink-faint hover:text-accent">
                <ExternalLink size={13} />
              </a>
            }
          />
        ))}
        <EditableText key={links.length} label={m.person.add_link} placeholder={m.person.add_link} value="" onSave={(url) => change({ links: [...links, { url: withScheme(url) }] })} />
      </Line>
      <Line label={m.people.tags}>
        <div className="flex flex-wrap gap-1 px-1.5 py-1">
          {person.tags.map((tag) => (
            <TagChip key={tag} tag={tag} removeLabel={`${m.actions.remove}: ${tag}`} onRemove={() => change({ tags: person.tags.filter((each) => each !== tag) })}>
              <Link to="/people" search={{ tag }}>
                {tag}
              </Link>
            </TagChip>
          ))}
          <TagEditor onReveal={onReveal} onAdd={(tag) => change({ tags: [...person.tags, tag] })} />
        </div>
      </Line>
      <Line label={m.people.owner}>
        <OwnerValue value={person.owner_id} onSave={(owner_id) => change({ owner_id })} />
      </Line>
      {shown.map((field) => (
        <Line key={field.id} label={field.label}>
          <FieldValue field={field} value={person.fields[field.key]} onSave={(value) => change({ fields: { [field.key]: value } })} />
        </Line>
      ))}
      {shown.length < fields.length && (
        <dd className="col-start-2">
          <button type="button" onClick={() => setAll(true)} className="min-h-7 rounded-md px-1.5 text-ink-faint hover:bg-hover hover:text-ink">
            {m.person.empty_fields(fields.length - shown.length)}
          </button>
        </dd>
      )}
      <Line label={m.people.added}>
        <span className="px-1.5 py-1 text-ink-soft">{date(person.created_at)}</span>
      </Line>
    </dl>
  )
}

const mostEmpty = 3

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** “work”, “home”: as it came, or nothing. */
function Kind({ children }: { children: string | null | undefined }) {
  return children ? <span className="shrink-0 pr-1.5 text-xs text-ink-faint">{children}</span> : null
}

/** As people write it: `example.org`. */
function withScheme(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `https://${url}`
}
