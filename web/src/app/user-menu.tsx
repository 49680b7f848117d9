import { useNavigate } from '@tanstack/react-router'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { Check, ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import type { Schemas } from '@/api/client.ts'
import { AvailabilityItems } from '@/features/presence/availability-items.tsx'
import { PersonAvatar, StatusEmoji } from '@/features/presence/marks.tsx'
import { StatusDialog } from '@/features/presence/status-dialog.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { chooseTheme, useTheme } from '@/ui/theme.ts'
import { signOut } from './session.ts'

export function UserMenu({ me, onShortcuts }: { me: Schemas['Me']; onShortcuts(): void }) {
  const m = useMessages()
  const navigate = useNavigate()
  const theme = useTheme()
  const name = me.user?.name ?? me.api_key?.name ?? ''
  const [setsStatus, setSetsStatus] = useState(false)
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="flex h-10 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover">
          {me.user ? <PersonAvatar userId={me.user.id} name={name} /> : <Avatar name={name} />}
          <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}</span>
          <StatusEmoji userId={me.user?.id} />
          <ChevronsUpDown size={14} className="text-ink-faint" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content side="top" align="start" sideOffset={6} className={menuLook}>
            <AvailabilityItems onStatus={() => setSetsStatus(true)} />
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <DropdownMenu.Label className="px-2 py-1 text-xs text-ink-faint">{m.theme.title}</DropdownMenu.Label>
            {([['system', Monitor], ['light', Sun], ['dark', Moon]] as const).map(([each, Icon]) => (
              <MenuItem key={each} icon={<Icon size={15} />} onSelect={() => chooseTheme(each)} end={theme === each && <Check size={14} />}>
                {m.theme[each]}
              </MenuItem>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <MenuItem icon={<Settings size={15} />} onSelect={() => void navigate({ to: '/settings/profile' })} shortcut="g s">
              {m.nav.settings}
            </MenuItem>
            <MenuItem icon={<Keyboard size={15} />} onSelect={onShortcuts} shortcut="?">
              {m.shortcuts.title}
            </MenuItem>
            <MenuItem icon={<LogOut size={15} />} onSelect={() => void signOut()}>
              {m.sign_out}
            </MenuItem>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <StatusDialog open={setsStatus} onClose={() => setSetsStatus(false)} />
    </>
  )
}
