// What the palette offers on a person's page.

import { useNavigate } from '@tanstack/react-router'
import { Building2, Trash2 } from 'lucide-react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { useBulk } from './bulk.ts'
import type { Contact } from './people-queries.ts'
import { lastSearch } from './people-walk.ts'

export function usePersonCommands(person: Contact | undefined) {
  const m = useMessages()
  const navigate = useNavigate()
  const bulk = useBulk()
  const remove = () => {
    if (!person) return
    void bulk.remove({ selection: { all: false, ids: new Set([person.id]) }, among: {}, size: 1 })
    void navigate({ to: '/people', search: lastSearch() })
  }
  useKeys({ '#': remove })
  const { company } = person ?? {}
  useCommands(
    person
      ? [
          ...(company ? [{ label: `${m.people.company}: ${company.name}`, icon: <Building2 size={16} />, run: () => void navigate({ to: '/companies/$id', params: { id: company.id } }) }] : []),
          { label: m.people.delete_one(person.name), keys: '#', icon: <Trash2 size={16} />, run: remove },
        ]
      : [],
  )
}
