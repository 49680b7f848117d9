// The organization that one works in; and going on in another.

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Check, ChevronsUpDown, Plus, Settings } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { NewOrganization } from './new-organization.tsx'
import { enterOrganization, organizationsQuery } from './session.ts'

export function OrganizationMenu({ me }: { me: Schemas['Me'] }) {
  const m = useMessages()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [founding, setFounding] = useState(false)
  const { data: organizations = [] } = useQuery({ ...organizationsQuery, enabled: open })
  return (
    <>
      <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
        <DropdownMenu.Trigger className="flex h-10 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover">
          <Avatar name={me.organization.name} square />
          <span className="min-w-0 flex-1 truncate font-semibold">{me.organization.name}</span>
          <ChevronsUpDown size={14} className="text-ink-faint" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="start" sideOffset={4} className={`${menuLook} max-h-96 max-w-72 overflow-y-auto`}>
            <DropdownMenu.Label className="px-2 py-1 text-xs text-ink-faint">{m.nav.organizations}</DropdownMenu.Label>
            {organizations.map(({ id, name, role }) => (
              <MenuItem
                key={id}
                icon={<Avatar name={name} square />}
                end={id === me.organization.id ? <Check size={14} /> : <span className="text-xs text-ink-faint">{m.roles[role]}</span>}
                onSelect={() => id !== me.organization.id && void enterOrganization(id).catch(toastProblem)}
              >
                {name}
              </MenuItem>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            {me.role === 'owner' && (
              <MenuItem icon={<Plus size={15} />} onSelect={() => setFounding(true)}>
                {m.nav.new_organization}
              </MenuItem>
            )}
            <MenuItem icon={<Settings size={15} />} onSelect={() => void navigate({ to: '/settings/organization' })}>
              {m.nav.organization_settings}
            </MenuItem>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <NewOrganization open={founding} onClose={() => setFounding(false)} />
    </>
  )
}
