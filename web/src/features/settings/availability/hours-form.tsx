// The hours of a week in which notifications may come, each day its own; in the zone of this browser.

import { useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { changeAvailability } from '@/features/presence/availability.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { inputLook } from '@/ui/field.tsx'
import { Switch } from '@/ui/switch.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Panel, Row } from '../section.tsx'

type Hours = NonNullable<Schemas['Availability']['hours']>
type Days = Record<number, { from: string; until: string } | undefined>

const week = [1, 2, 3, 4, 5, 6, 7]
const usual = { from: '08:00', until: '18:00' }
const workdays: Days = Object.fromEntries(week.slice(0, 5).map((day) => [day, usual]))

export function HoursForm({ hours }: { hours: Hours | null }) {
  const m = useSettingsMessages()
  const p = m.presence
  const { weekdays } = useFormats()
  const [days, setDays] = useState<Days | undefined>(hours ? Object.fromEntries(hours.days.map(({ day, ...span }) => [day, span])) : undefined)
  const [problem, setProblem] = useState<string>()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const turn = async (on: boolean) => {
    setDays(on ? workdays : undefined)
    if (!on && hours) await changeAvailability({ hours: null })
  }
  const set = (day: number, span: Days[number]) => {
    setProblem(undefined)
    setDays({ ...days, [day]: span })
  }
  const save = async () => {
    const chosen = week.flatMap((day) => (days?.[day] ? [{ day, ...endingLate(days[day]) }] : []))
    if (chosen.length === 0) return setProblem(p.one_day)
    if (chosen.some(({ from, until }) => from >= until)) return setProblem(p.order)
    if (await changeAvailability({ hours: { zone, days: chosen } })) toast(p.saved)
  }
  return (
    <>
      <Panel>
        <Row title={p.by_hours} detail={days ? p.zone(zone) : p.always}>
          <Switch label={p.by_hours} checked={days !== undefined} onChange={(on) => void turn(on)} />
        </Row>
        {days && week.map((day) => (
          <Row key={day} title={weekdays[day - 1]!}>
            {days[day] ? (
              <>
                <Time label={p.from(weekdays[day - 1]!)} value={days[day].from} onChange={(from) => set(day, { ...days[day]!, from })} />
                <span aria-hidden className="text-ink-faint max-sm:hidden">–</span>
                <Time label={p.to(weekdays[day - 1]!)} value={days[day].until} onChange={(until) => set(day, { ...days[day]!, until })} />
              </>
            ) : (
              <span className="text-sm text-ink-faint">{p.none}</span>
            )}
            <Switch label={p.on(weekdays[day - 1]!)} checked={days[day] !== undefined} onChange={(on) => set(day, on ? usual : undefined)} />
          </Row>
        ))}
      </Panel>
      {days && (
        <div className="mt-3 flex items-center justify-end gap-3">
          {problem && <p role="alert" className="text-sm text-danger">{problem}</p>}
          <Button look="primary" onClick={() => void save()}>{m.actions.save}</Button>
        </div>
      )}
    </>
  )
}

/** Midnight as an end is that of the day's end. */
function endingLate({ from, until }: { from: string; until: string }) {
  return { from, until: until === '00:00' ? '24:00' : until }
}

function Time({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return <input type="time" required aria-label={label} value={value === '24:00' ? '00:00' : value} className={`${inputLook} w-30! px-2!`} onChange={({ target }) => target.value && onChange(target.value)} />
}
