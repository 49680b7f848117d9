import { ChevronRight } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './button.tsx'

export const menuLook = 'z-40 min-w-52 animate-[fade_100ms] rounded-lg bg-raised p-1 text-sm shadow-pop outline-none'

interface Props {
  icon?: ReactNode
  end?: ReactNode
  shortcut?: string
  danger?: boolean
  onSelect(): void
  children: ReactNode
}

export function MenuItem({ icon, end, shortcut, danger, onSelect, children }: Props) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={`flex h-8 items-center gap-2.5 rounded-md px-2 outline-none select-none data-highlighted:bg-hover pointer-coarse:h-10 ${danger ? 'text-danger' : ''}`}
    >
      <span className="text-ink-faint">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end}
      {shortcut && <Kbd className="text-ink-faint">{shortcut}</Kbd>}
    </DropdownMenu.Item>
  )
}

/** A menu beside an item of one. */
export function SubMenu({ icon, label, children }: { icon?: ReactNode; label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="flex h-8 items-center gap-2.5 rounded-md px-2 outline-none select-none data-highlighted:bg-hover pointer-coarse:h-10">
        <span className="text-ink-faint">{icon}</span>
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <ChevronRight size={14} className="text-ink-faint" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent sideOffset={4} collisionPadding={8} className={menuLook}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}
