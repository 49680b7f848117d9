// Keeps what is known of others as it is, and says to the server whether somebody is at this browser. Part of every screen: it has
// none itself.

import { useEffect } from 'react'
import { onEvents, sayActive } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { applyToReminders } from '@/features/rooms/later/reminders.ts'
import { applyToScheduled } from '@/features/rooms/later/scheduled.ts'
import { applyAvailability } from './availability.ts'
import { applyPresence, applyToPresence } from './presence.ts'

/** Without a key or the pointer for so long, nobody is there. */
const idleMs = 5 * 60_000

export function Presence(): null {
  useEffect(() => {
    const stops = [
      onEvents({
        events: (events) => {
          for (const event of events) {
            applyToPresence(event)
            applyAvailability(event)
            applyToScheduled(event)
            applyToReminders(event)
          }
        },
        reset() {},
        signal: applyPresence,
        // Signals of meanwhile are lost.
        back: () => void queryClient.invalidateQueries({ queryKey: ['presence'] }),
      }),
      followActivity(),
    ]
    return () => stops.forEach((stop) => stop())
  }, [])
  return null
}

function followActivity(): () => void {
  let timer: ReturnType<typeof setTimeout>
  let noted = 0
  const note = () => {
    const now = Date.now()
    // A pointer that moves tells much.
    if (now - noted < 1_000) return
    noted = now
    sayActive(true)
    clearTimeout(timer)
    timer = setTimeout(() => sayActive(false), idleMs)
  }
  const seen = () => document.visibilityState === 'visible' && note()
  note()
  const events = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
  for (const event of events) addEventListener(event, note, { passive: true, capture: true })
  document.addEventListener('visibilitychange', seen)
  return () => {
    clearTimeout(timer)
    for (const event of events) removeEventListener(event, note, { capture: true })
    document.removeEventListener('visibilitychange', seen)
  }
}
