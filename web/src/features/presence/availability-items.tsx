// One's status and quiet, in the menu of oneself.

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bell, BellOff, Clock, SmilePlus, X } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { MenuItem, SubMenu } from '@/ui/menu.tsx'
import { availabilityQuery, changeAvailability } from './availability.ts'
import { quietEnds } from './quiet-ends.ts'

export function AvailabilityItems({ onStatus }: { onStatus(): void }) {
  const { presence: m } = useMessages()
  const { when } = useFormats()
  const navigate = useNavigate()
  const { data } = useQuery(availabilityQuery)
  const status = data?.status
  const until = data?.quiet_until
  return (
    <>
      <MenuItem icon={status?.emoji ? <span className="text-base leading-none">{status.emoji}</span> : <SmilePlus size={15} />} onSelect={onStatus}>
        {status ? status.text || m.change_status : m.set_status}
      </MenuItem>
      {status && (
        <MenuItem icon={<X size={15} />} onSelect={() => void changeAvailability({ status: null })}>
          {m.clear_status}
        </MenuItem>
      )}
      {until && Date.parse(until) > Date.now() ? (
        <MenuItem icon={<Bell size={15} />} onSelect={() => void changeAvailability({ quiet_until: null })} end={<span className="text-xs text-ink-faint">{m.quiet_is(when(until))}</span>}>
          {m.quiet_end}
        </MenuItem>
      ) : (
        <SubMenu icon={<BellOff size={15} />} label={m.quiet}>
          {quietEnds.map(([name, end]) => (
            <MenuItem key={name} onSelect={() => void changeAvailability({ quiet_until: end() })}>
              {m.quiet_for[name]}
            </MenuItem>
          ))}
        </SubMenu>
      )}
      <MenuItem icon={<Clock size={15} />} onSelect={() => void navigate({ to: '/settings/availability' })}>
        {m.hours}
      </MenuItem>
    </>
  )
}
