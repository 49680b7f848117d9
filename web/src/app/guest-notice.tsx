import { Link } from '@tanstack/react-router'
import { DoorOpen } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { Empty } from '@/ui/states.tsx'
import { useMe } from './roles.ts'

/** A guest has only what is their own. */
export function GuestNotice() {
  const m = useMessages()
  const me = useMe()
  return (
    <Empty
      icon={<DoorOpen size={20} />}
      title={m.states.guest(me.organization.name)}
      action={
        <Link to="/settings/profile" className="font-medium text-accent hover:underline">
          {m.states.guest_settings}
        </Link>
      }
    >
      {m.states.guest_hint}
    </Empty>
  )
}
