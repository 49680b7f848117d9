// What can be done with a person as a whole: by key and from the palette. What is written down, and the tags, offer theirs
// themselves.

import { useNavigate } from '@tanstack/react-router'
import { Building2, Trash2 } from 'lucide-react'
import { useCommands } from '@/app/commands.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useBulk } from '@/features/people/bulk.ts'
import type { Contact } from '@/features/people/people-queries.ts'
import { useMessages } from '@/messages/messages.tsx'

export function usePersonCommands(person: Contact | undefined, leave: () => void) {
  const m = useMessages()
  const navigate = useNavigate()
  const bulk = useBulk()
  const there = person?.deleted_at === null ? person : undefined
  const remove = () => {
    if (!there) return
    leave()
    void bulk.remove({ selection: { all: false, ids: new Set([there.id]) }, among: {}, size: 1 })
  }
  useKeys({ '#': remove })
  const { name = '', company } = there ?? {}
  useCommands([
    ...(company ? [{ label: m.person.open(company.name), icon: <Building2 size={16} />, run: () => void navigate({ to: '/companies/$id', params: { id: company.id } }) }] : []),
    ...(there ? [{ label: m.people.delete_one(name), keys: '#', icon: <Trash2 size={16} />, run: remove }] : []),
  ])
}
