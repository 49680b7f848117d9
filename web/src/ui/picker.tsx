import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from './field.tsx'

interface Props {
  label: string
  placeholder?: string
  autoFocus?: boolean
  text: string
  onText(text: string): void
  /** What stands there was looked for: when there is nothing, that is said. */
  isFound: boolean
  children: ReactNode
}

/** A box in which something is found by what one writes, and chosen. */
export function Picker({ label, placeholder, autoFocus, text, onText, isFound, children }: Props) {
  const { palette, actions } = useMessages()
  return (
    <Command shouldFilter={false} label={label}>
      <span className="mb-1.5 block text-sm font-medium">{label}</span>
      <Command.Input autoFocus={autoFocus} value={text} onValueChange={onText} placeholder={placeholder ?? actions.search} className={inputLook} />
      <Command.List className="mt-1 max-h-64 overflow-y-auto">
        {isFound && <Command.Empty className="px-2 py-4 text-center text-sm text-ink-soft">{palette.nothing}</Command.Empty>}
        {children}
      </Command.List>
    </Command>
  )
}

export function PickerItem({ value, icon, end, disabled, onPick, children }: { value: string; icon?: ReactNode; end?: string | null; disabled?: boolean; onPick(): void; children: ReactNode }) {
  return (
    <Command.Item value={value} disabled={disabled} onSelect={onPick} className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-sm data-[disabled=true]:opacity-50 data-[selected=true]:bg-hover">
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {end && <span className="max-w-[40%] truncate text-xs text-ink-faint">{end}</span>}
    </Command.Item>
  )
}
