// Ctrl/Cmd+K: go anywhere, find anybody, do anything.

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Activity, FileUp, House, Keyboard, Moon, Search, Sun, Users } from 'lucide-react'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { findPeople } from '@/features/people/people-queries.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Kbd } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { chooseTheme } from '@/ui/theme.ts'

interface Props {
  open: boolean
  onClose(): void
  onShortcuts(): void
}

export function Palette({ open, onClose, onShortcuts }: Props) {
  const m = useMessages()
  return (
    <Dialog title={m.palette.title} open={open} onClose={onClose} bare className="mt-[12vh] w-[min(40rem,calc(100vw-2rem))]">
      <Choices onClose={onClose} onShortcuts={onShortcuts} />
    </Dialog>
  )
}

function Choices({ onClose, onShortcuts }: Omit<Props, 'open'>) {
  const m = useMessages()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data: people = [] } = useQuery(findPeople(q))
  const then = (action: () => void) => () => {
    onClose()
    action()
  }
  const places = [
    { to: '/', label: m.nav.home, icon: <House size={16} />, keys: 'g h' },
    { to: '/people', label: m.nav.people, icon: <Users size={16} />, keys: 'g p' },
    { to: '/import', label: m.nav.imports, icon: <FileUp size={16} />, keys: 'g i' },
    { to: '/operations', label: m.nav.operations, icon: <Activity size={16} />, keys: 'g o' },
  ] as const
  return (
    <Command label={m.palette.title} className="flex max-h-[60vh] flex-col">
      <div className="flex items-center gap-3 border-b px-4">
        <Search size={16} className="text-ink-faint" />
        <Command.Input autoFocus value={text} onValueChange={setText} placeholder={m.palette.placeholder} className="h-12 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-faint" />
      </div>
      <Command.List className="overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-ink-soft">{m.palette.nothing}</Command.Empty>
        {people.length > 0 && (
          <Group heading={m.palette.people}>
            {people.map((person) => (
              <Item
                key={person.id}
                value={`${person.name} ${person.emails.map(({ address }) => address).join(' ')} ${q}`}
                icon={<Avatar name={person.name} photo={person.photo_url} />}
                onSelect={then(() => void navigate({ to: '/people/$id', params: { id: person.id } }))}
                end={person.company?.name}
              >
                {person.name}
              </Item>
            ))}
          </Group>
        )}
        <Group heading={m.palette.go}>
          {places.map(({ to, label, icon, keys }) => (
            <Item key={to} value={label} icon={icon} keys={keys} onSelect={then(() => void navigate({ to }))}>
              {label}
            </Item>
          ))}
        </Group>
        <Group heading={m.palette.commands}>
          <Item value={m.theme.dark} icon={<Moon size={16} />} onSelect={then(() => chooseTheme('dark'))}>
            {`${m.theme.title}: ${m.theme.dark}`}
          </Item>
          <Item value={m.theme.light} icon={<Sun size={16} />} onSelect={then(() => chooseTheme('light'))}>
            {`${m.theme.title}: ${m.theme.light}`}
          </Item>
          <Item value={m.shortcuts.title} icon={<Keyboard size={16} />} keys="?" onSelect={then(onShortcuts)}>
            {m.shortcuts.title}
          </Item>
        </Group>
      </Command.List>
    </Command>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  )
}

interface ItemProps {
  value: string
  icon: ReactNode
  keys?: string
  end?: string
  onSelect(): void
  children: ReactNode
}

function Item({ value, icon, keys, end, onSelect, children }: ItemProps) {
  return (
    <Command.Item value={value} onSelect={onSelect} className="flex h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-hover">
      <span className="text-ink-soft">{icon}</span>
      <span className="flex-1 truncate">{children}</span>
      {end && <span className="truncate text-sm text-ink-faint">{end}</span>}
      {keys?.split(' ').map((key) => (
        <Kbd key={key} className="text-ink-faint">
          {key}
        </Kbd>
      ))}
    </Command.Item>
  )
}
