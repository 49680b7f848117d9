import { Mail, Phone } from 'lucide-react'
import type { Contact } from '@/features/people/people-queries.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { linkLook } from '@/ui/button.tsx'
import { Photo } from './photo.tsx'

/** Who it is, and how to reach them. */
export function Heading({ person }: { person: Contact }) {
  const { person: m } = useMessages()
  const { ago } = useFormats()
  const [email] = person.emails
  const [phone] = person.phones
  return (
    <div className="mb-5 grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex items-center gap-4">
        <Photo person={person} />
        <div className="min-w-0">
          <h1 className="text-xl leading-tight font-semibold text-balance break-words">{person.name}</h1>
          <p className="mt-0.5 break-words text-ink-soft">{[person.title, person.company?.name].filter(Boolean).join(' · ')}</p>
          {person.last_interaction_at && <p className="text-xs text-ink-faint">{m.last(ago(person.last_interaction_at))}</p>}
        </div>
      </div>
      {(email || phone) && (
        <div className="flex flex-wrap gap-1.5">
          {email && (
            <a href={`mailto:${email.address}`} className={linkLook}>
              <Mail size={14} />
              {m.mail_to}
            </a>
          )}
          {phone && (
            <a href={`tel:${phone.number.replaceAll(/[^+\d]/g, '')}`} className={linkLook}>
              <Phone size={14} />
              {m.call_to}
            </a>
          )}
        </div>
      )}
    </div>
  )
}
