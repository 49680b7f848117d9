import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Entrance, entranceLink } from './entrance.tsx'

/** What somebody sees whose link was used, is too old, or was never whole; with what to do about it. */
export function DeadLink({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const m = useEntranceMessages()
  return (
    <Entrance title={m.accounts.dead_link} foot={<Link to="/sign-in" className={entranceLink}>{m.accounts.sign_in}</Link>}>
      <p className="text-ink-soft">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </Entrance>
  )
}
