import { DropdownMenu } from 'radix-ui'
import { Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'

interface Props {
  pinned: boolean
  onPin(): void
  onEdit?: () => void
  onRemove?: () => void
}

/** What can be done with an entry. */
export function ItemMenu({ pinned, onPin, onEdit, onRemove }: Props) {
  const m = useMessages()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger aria-label={m.actions.more} className="flex size-6 items-center justify-center rounded-md hover:bg-hover hover:text-ink">
        <Ellipsis size={15} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} className={menuLook}>
          {onEdit && (
            <MenuItem icon={<Pencil size={14} />} onSelect={onEdit}>
              {m.actions.edit}
            </MenuItem>
          )}
          <MenuItem icon={pinned ? <PinOff size={14} /> : <Pin size={14} />} onSelect={onPin}>
            {pinned ? m.person.unpin : m.person.pin}
          </MenuItem>
          {onRemove && (
            <MenuItem icon={<Trash2 size={14} />} danger onSelect={onRemove}>
              {m.actions.remove}
            </MenuItem>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
