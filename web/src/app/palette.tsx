// Ctrl/Cmd+K: go anywhere, find anything, do what can be done here.

import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Keyboard, MessageSquare, Moon, Search, Settings, Sun } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { PaletteRooms } from '@/features/rooms/palette-rooms.tsx'
import { PaletteTasks } from '@/features/tasks/palette-tasks.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { chooseTheme } from '@/ui/theme.ts'
import { useOfferedCommands, type OfferedCommand } from './commands.ts'
import { Group, Item } from './palette-items.tsx'
import { Found, Recent, useSearchEverything } from './palette-results.tsx'
import { usePlaces } from './places.tsx'

interface Props {
  open: boolean
  onClose(): void
  onShortcuts(): void
}

export function Palette({ open, onClose, onShortcuts }: Props) {
  const m = useMessages()
  return (
    <Dialog title={m.palette.title} open={open} onClose={onClose} bare className="mt-[12vh] max-md:mt-3 w-[min(42rem,calc(100vw-2rem))]">
      <Choices onClose={onClose} onShortcuts={onShortcuts} />
    </Dialog>
  )
}

function Choices({ onClose, onShortcuts }: Omit<Props, 'open'>) {
  const m = useMessages()
  const navigate = useNavigate()
  const places = [...usePlaces(), { to: '/settings', label: m.nav.settings, icon: Settings, keys: 'g s' } as const]
  const offered = useOfferedCommands()
  const [text, setText] = useState('')
  const q = text.trim()
  const { data, error, searching } = useSearchEverything(q)
  const list = useRef<HTMLDivElement>(null)
  // What is found comes before some of what is there at once: what is chosen of that stays so, and in sight.
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [data])
  const then = (action: () => void) => () => {
    onClose()
    // After the dialog has given the focus back.
    setTimeout(action)
  }
  const fits = ({ label }: { label: string }) => q.toLowerCase().split(/\s+/).every((word) => label.toLowerCase().includes(word))
  const always = [
    { label: `${m.theme.title}: ${m.theme.dark}`, icon: <Moon size={16} />, run: () => chooseTheme('dark') },
    { label: `${m.theme.title}: ${m.theme.light}`, icon: <Sun size={16} />, run: () => chooseTheme('light') },
    { label: m.shortcuts.title, icon: <Keyboard size={16} />, keys: '?', run: onShortcuts },
  ]
  const shownPlaces = places.filter(fits)
  return (
    <Command label={m.palette.title} shouldFilter={false} loop className="flex max-h-[64vh] flex-col">
      <div className="flex items-center gap-3 border-b px-4">
        <Search size={16} className="shrink-0 text-ink-faint" />
        <Command.Input autoFocus value={text} onValueChange={setText} maxLength={200} placeholder={m.palette.placeholder} className="h-12 min-w-0 flex-1 truncate bg-transparent text-lg outline-none placeholder:text-ink-faint" />
      </div>
      <Command.List ref={list} className="overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-ink-soft">{searching ? m.palette.searching : error ? error.message : m.palette.nothing}</Command.Empty>
        {error && !searching && shownPlaces.length > 0 && <p className="px-2.5 py-2 text-sm text-ink-soft">{error.message}</p>}
        {q !== '' && <PaletteRooms fits={fits} then={then} />}
        <Found result={data} then={then} />
        {data?.groups.some(({ kind, has_more }) => kind === 'message' && has_more) && (
          <Item value="all messages" icon={<MessageSquare size={16} />} onSelect={then(() => void navigate({ to: '/rooms/search', search: { q } }))}>
            {m.palette.all_messages(q)}
          </Item>
        )}
        <Commands heading={m.palette.here} commands={offered.filter(fits)} then={then} />
        {/* Behind what is there at once: it comes a moment later, and would move what is chosen. */}
        {q === '' && <Recent then={then} />}
        {shownPlaces.length > 0 && (
          <Group heading={m.palette.go}>
            {shownPlaces.map(({ to, label, icon: Icon, keys }) => (
              <Item key={to} value={to} icon={<Icon size={16} />} keys={keys} onSelect={then(() => void navigate({ to }))}>
                {label}
              </Item>
            ))}
          </Group>
        )}
        {/* Several words, when all that they find is there: whoever presses Enter early means what is found. */}
        {/\s/.test(q) && !searching && <PaletteTasks line={q} then={then} />}
        <Commands heading={m.palette.commands} commands={always.filter(fits)} then={then} />
      </Command.List>
    </Command>
  )
}

function Commands({ heading, commands, then }: { heading: string; commands: OfferedCommand[]; then(action: () => void): () => void }) {
  if (commands.length === 0) return null
  return (
    <Group heading={heading}>
      {commands.map(({ label, icon, keys, run }) => (
        <Item key={label} value={label} icon={icon} keys={keys} onSelect={then(run)}>
          {label}
        </Item>
      ))}
    </Group>
  )
}
