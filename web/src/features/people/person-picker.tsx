import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Picker, PickerItem } from '@/ui/picker.tsx'
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
  const own = useState('')
  const [text, setText] = typed ?? own
  const q = useDeferredValue(text.trim())
  const { data: people = [], isPlaceholderData } = useQuery({
    queryKey: ['people-picked', q],
    queryFn: async ({ signal }) => (await body(api.GET('/contacts', { params: { query: { q, limit: 8, count: 'none', deleted: false } }, signal }))).data,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const offered = q === '' ? [] : people.filter(({ id }) => id !== except)
  return (
    <Picker label={label} placeholder={placeholder} text={text} onText={setText} isFound={q !== '' && !isPlaceholderData}>
      {offered.map((person) => (
        <PickerItem
          key={person.id}
          value={person.id}
          disabled={disabled}
          icon={<Avatar name={person.name} photo={person.photo_url} />}
          end={person.company?.name ?? person.emails[0]?.address}
          onPick={() => onPick(person)}
        >
          {person.name}
        </PickerItem>
      ))}
    </Picker>
  )
}
