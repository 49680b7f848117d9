import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Props {
  /** One element, which opens it. */
  trigger: ReactNode
  label: string
  open?: boolean
  onOpenChange?(open: boolean): void
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}

/** Something small beside what opens it; closes on Escape and on a click elsewhere. */
export function Popover({ trigger, label, open, onOpenChange, align = 'start', className = 'w-72 p-3', children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content aria-label={label} align={align} sideOffset={6} collisionPadding={8} className={`z-40 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-[fade_100ms] overflow-y-auto rounded-lg bg-raised text-sm shadow-pop outline-none ${className}`}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
