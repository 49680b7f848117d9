import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { Kbd } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'

export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  )
}

interface Props {
  value: string
  icon: ReactNode
  keys?: string
  /** What is known of it beside its name: on a second line, and at its end; on a phone both below. */
  detail?: ReactNode
  end?: ReactNode
  onSelect(): void
  children: ReactNode
}

export function Item({ value, icon, keys, detail, end, onSelect, children }: Props) {
  return (
    <Command.Item value={value} onSelect={onSelect} className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 data-[selected=true]:bg-hover">
      <span className="flex w-6 shrink-0 justify-center text-ink-soft">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {(detail || end) && (
          <span className={classes('block truncate text-xs text-ink-faint', !detail && 'sm:hidden')}>
            {end && <span className="sm:hidden">{[end, detail && ' · ']}</span>}
            {detail}
          </span>
        )}
      </span>
      {end && <span className="max-w-[40%] shrink-0 truncate text-sm text-ink-faint max-sm:hidden">{end}</span>}
      {keys?.split(' ').map((key) => (
        <Kbd key={key} className="text-ink-faint max-md:hidden">
          {key}
        </Kbd>
      ))}
    </Command.Item>
  )
}
