import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { membersQuery } from '@/features/people/references.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import { inputLook } from '@/ui/field.tsx'
import { fitsTo } from './completions.ts'

interface Props {
  label: string
  /** Whoever is not offered: those who are in it already, oneself. */
  except: string[]
  chosen: string[]
  onChange(userIds: string[]): void
}

/** Several people of the organization, found by name. */
export function PeopleChoice({ label, except, chosen, onChange }: Props) {
  const { rooms: m } = useMessages()
  const [text, setText] = useState('')
  const { data: members = [] } = useQuery(membersQuery)
  const fits = fitsTo(text)
  const offered = members.filter(({ user_id, name, email }) => !except.includes(user_id) && (fits(name) || email.startsWith(text.trim().toLowerCase()))).toSorted((one, other) => one.name.localeCompare(other.name))
  const without = (id: string) => chosen.filter((each) => each !== id)
  const turn = (id: string) => {
    onChange(chosen.includes(id) ? without(id) : [...chosen, id])
    setText('')
  }
  return (
    <Command shouldFilter={false} label={label} loop>
      <span className="mb-1.5 block text-sm font-medium">{label}</span>
      {chosen.length > 0 && (
        <div className="mb-2 flex flex-wrap gap-1">
          {chosen.map((id) => {
            const name = members.find(({ user_id }) => user_id === id)?.name ?? ''
            return (
              <Chip key={id} onRemove={() => onChange(without(id))} removeLabel={m.without(name)}>
                {name}
              </Chip>
            )
          })}
        </div>
      )}
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={m.find_people}
        className={inputLook}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && chosen.length > 0) onChange(chosen.slice(0, -1))
        }}
      />
      <Command.List className="mt-1 h-56 overflow-y-auto">
        <Command.Empty className="px-2 py-6 text-center text-sm text-ink-soft">{m.nobody_found}</Command.Empty>
        {offered.map(({ user_id, name, email, role }) => (
          <Command.Item key={user_id} value={user_id} onSelect={() => turn(user_id)} className="flex h-10 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-[selected=true]:bg-hover">
            <Avatar name={name} />
            <span className="truncate font-medium">{name}</span>
            {role === 'guest' && <Chip>{m.guest}</Chip>}
            <span className="ml-auto truncate text-xs text-ink-faint">{email}</span>
            <Check size={15} className={`shrink-0 text-accent ${chosen.includes(user_id) ? '' : 'invisible'}`} />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
