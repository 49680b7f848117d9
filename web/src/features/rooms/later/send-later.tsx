// Beside “send”: at another time.

import { ChevronDown, CalendarClock } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { TimeDialog } from './time-dialog.tsx'
import { offered } from './times.ts'

interface Props {
  look: 'primary' | 'quiet'
  disabled?: boolean
  onChoose(at: string): void
}

export function SendLater({ look, disabled, onChoose }: Props) {
  const { later: m } = useMessages()
  const { moment } = useFormats()
  const [open, setOpen] = useState(false)
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button size="sm" look={look} className="w-5! rounded-l-none pointer-coarse:w-8!" disabled={disabled} aria-label={m.send_later} title={m.send_later} icon={<ChevronDown size={13} />} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" side="top" sideOffset={6} collisionPadding={8} className={menuLook}>
            <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-faint">{m.send_later}</DropdownMenu.Label>
            {offered(['hour', 'tomorrow', 'monday']).map(({ name, at }) => (
              <MenuItem key={name} onSelect={() => onChoose(at)} end={<span className="text-xs text-ink-faint tabular-nums">{moment(at)}</span>}>
                {m.names[name]}
              </MenuItem>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <MenuItem icon={<CalendarClock size={15} />} onSelect={() => setOpen(true)}>
              {m.other_time}
            </MenuItem>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {open && <TimeDialog title={m.send_later} submit={m.schedule} onChoose={onChoose} onClose={() => setOpen(false)} />}
    </>
  )
}
