// What the others see of one, and when one is not to be disturbed: now, and in the week.

import { useQuery } from '@tanstack/react-query'
import { Bell, BellOff, SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { availabilityQuery, changeAvailability } from '@/features/presence/availability.ts'
import { quietEnds } from '@/features/presence/quiet-ends.ts'
import { StatusDialog } from '@/features/presence/status-dialog.tsx'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Choice } from '@/ui/choice.tsx'
import { Group, Panel, Row, Section } from '../section.tsx'
import { HoursForm } from './hours-form.tsx'

export function Availability() {
  const { presence: m, settings } = useSettingsMessages()
  const { moment } = useFormats()
  const { data } = useQuery(availabilityQuery)
  const [setsStatus, setSetsStatus] = useState(false)
  const status = data?.status
  const until = data?.quiet_until
  const isQuiet = until && Date.parse(until) > Date.now()
  const begin = (name: string) => void changeAvailability({ quiet_until: quietEnds.find(([each]) => each === name)![1]() })
  return (
    <Section title={settings.sections.availability} lead={m.lead}>
      <Panel>
        <Row icon={status?.emoji ? <span className="text-lg">{status.emoji}</span> : <SmilePlus size={18} />} title={status?.text || m.status} detail={status?.until ? m.until(moment(status.until)) : undefined}>
          {status && <Button onClick={() => void changeAvailability({ status: null })}>{m.clear}</Button>}
          <Button onClick={() => setSetsStatus(true)}>{status ? m.change_status : m.set_status}</Button>
        </Row>
        <Row icon={isQuiet ? <BellOff size={18} /> : <Bell size={18} />} title={m.quiet} detail={isQuiet ? m.quiet_is(moment(until)) : m.quiet_hint}>
          {isQuiet ? (
            <Button onClick={() => void changeAvailability({ quiet_until: null })}>{m.quiet_end}</Button>
          ) : (
            <Choice aria-label={m.quiet} value="" onChange={({ target }) => begin(target.value)}>
              <option value="" disabled>
                {m.quiet_off}
              </option>
              {quietEnds.map(([name]) => (
                <option key={name} value={name}>
                  {m.quiet_for[name]}
                </option>
              ))}
            </Choice>
          )}
        </Row>
      </Panel>
      <Group title={m.hours} hint={m.hours_hint}>
        {data && <HoursForm hours={data.hours} />}
      </Group>
      <StatusDialog open={setsStatus} onClose={() => setSetsStatus(false)} />
    </Section>
  )
}
