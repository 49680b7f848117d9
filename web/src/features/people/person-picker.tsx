import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { useDeferredValue, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { inputLook } from '@/ui/field.tsx'
import type { Contact } from './people-queries.ts'

interface Props {
  label: string
  placeholder: string
  /** Whoever it is not to be. */
  except?: string
  disabled?: boolean
  /** What is written, and how it is changed, where somebody keeps it. */
  typed?: [text: string, change: (text: string) => void]
  onPick(person: Contact): void
}

/** Somebody, found by what one remembers of them. */
export function PersonPicker({ label, placeholder, except, disabled, typed, onPick }: Props) {
  const { palette: m } = useMessages()
  const own = useState('')
  const [text, setText] = typed ?? own
  const q = useDeferredValue(text.trim())
  const { data: people = [], isPlaceholderData } = useQuery({
    queryKey: ['people-picked', q],
    queryFn: async ({ signal }) => (await body(api.GET('/contacts', { params: { query: { q, limit: 8, count: 'none', deleted: false } }, signal }))).data,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <Command shouldFilter={false} label={label}>
      <span className="mb-1.5 block text-sm font-medium">{label}</span>
      <Command.Input value={text} onValueChange={setText} placeholder={placeholder} className={inputLook} />
      <Command.List className="mt-1 max-h-64 overflow-y-auto">
        {q !== '' && !isPlaceholderData && <Command.Empty className="px-2 py-4 text-center text-sm text-ink-soft">{m.nothing}</Command.Empty>}
        {q !== '' &&
          people.filter(({ id }) => id !== except).map((person) => (
            <Command.Item
              key={person.id}
              value={person.id}
              disabled={disabled}
              onSelect={() => onPick(person)}
              className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-[disabled=true]:opacity-50 data-[selected=true]:bg-hover"
            >
              <Avatar name={person.name} photo={person.photo_url} />
              <span className="truncate">{person.name}</span>
              <span className="ml-auto truncate text-xs text-ink-faint">{person.company?.name ?? person.emails[0]?.address}</span>
            </Command.Item>
          ))}
      </Command.List>
    </Command>
  )
}
