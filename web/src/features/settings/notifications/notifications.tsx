// What somebody hears of, and where: each kind by each way.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellRing, EyeOff, Mail, Moon, Siren } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import '@/features/inbox/inbox-events.ts'
import { canNotify, needsInstalling, noticesHere, switchOff, switchOn } from '@/features/inbox/browser-notices.ts'
import { partsOf } from '@/features/inbox/lines.ts'
import { changePreferences } from '@/features/inbox/mute-lines.ts'
import { useLanguage } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button, linkLook } from '@/ui/button.tsx'
import { Select } from '@/ui/select.tsx'
import { Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { Switch } from '@/ui/switch.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { Group, Panel, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'

type Preferences = Schemas['NotificationPreferences']
type Kind = Schemas['Notification']['kind']

const preferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: ({ signal }) => body(api.GET('/notification-preferences', { signal })),
})

export function Notifications() {
  const { notifications: p, settings } = useSettingsMessages()
  const { data, error, refetch } = useQuery(preferencesQuery)
  return (
    <Section title={settings.sections.notifications} lead={p.lead}>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Late><SkeletonRows rows={8} height={48} /></Late>}
      {data && <Kinds preferences={data} />}
      {data && <MailInterval minutes={data.mail_minutes} />}
      {data && <Quiet urgent={data.urgent_when_quiet} />}
      <ThisBrowser snippets={data?.push_snippets} />
      {data && data.muted.length > 0 && <Muted muted={data.muted} />}
    </Section>
  )
}

const ways = ['in_app', 'mail', 'push'] as const

function Kinds({ preferences: { kinds, mail_minutes } }: { preferences: Preferences }) {
  const { notifications: p } = useSettingsMessages()
  const { mutate, variables, isPending } = useChange(changePreferences)
  const isOn = (kind: Kind, way: (typeof ways)[number]) => (isPending ? variables.kinds?.[kind]?.[way] : undefined) ?? kinds[kind][way]
  return (
    <div className="overflow-clip rounded-lg border">
      <table className="w-full text-sm">
        <thead className="border-b text-xs text-ink-faint">
          <tr>
            <th scope="col" className="px-4 py-2 text-left font-medium">{p.kind}</th>
            {ways.map((way) => (
              <th key={way} scope="col" className="w-16 px-1 py-2 text-center font-medium sm:w-24">{p[way]}</th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {(Object.keys(p.kinds) as Kind[]).map((kind) => (
            <tr key={kind}>
              <th scope="row" className="px-4 py-2.5 text-left font-medium">{p.kinds[kind]}</th>
              {ways.map((way) => (
                <td key={way} className="px-1 py-2.5">
                  <span className="flex justify-center">
                    {/* What is not in the inbox is told in no other way either. */}
                    <Switch
                      label={p.what_in(p.kinds[kind], p[way])}
                      checked={isOn(kind, way) && (way === 'in_app' || isOn(kind, 'in_app')) && !(way === 'mail' && mail_minutes === null)}
                      disabled={(way !== 'in_app' && !isOn(kind, 'in_app')) || (way === 'mail' && mail_minutes === null)}
                      onChange={(on) => mutate({ kinds: { [kind]: { [way]: on } } })}
                    />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ThisBrowser({ snippets }: { snippets: boolean | undefined }) {
  const { notifications: p } = useSettingsMessages()
  const { language } = useLanguage()
  const { mutate, variables, isPending } = useChange(changePreferences)
  const [state, setState] = useState(noticesHere)
  const [isDenied, setDenied] = useState(canNotify && Notification.permission === 'denied')
  const turn = async (on: boolean) => {
    setState(on ? 'on' : 'off')
    try {
      setState(on ? await switchOn(language) : await switchOff())
    } catch (error) {
      toastProblem(error)
    }
    setDenied(Notification.permission === 'denied')
  }
  const detail = !canNotify ? (needsInstalling ? p.here_install : p.here_unable) : isDenied ? p.here_denied : state === 'pushed' ? p.here_pushed : state === 'on' ? p.here_open : p.here_detail
  return (
    <Group title={p.here}>
      <Panel>
        <Row icon={<BellRing size={16} />} title={p.here_title} detail={detail}>
          <Switch label={p.here_title} checked={state !== 'off'} disabled={!canNotify} onChange={(on) => void turn(on)} />
        </Row>
        {snippets !== undefined && (
          <Row icon={<EyeOff size={16} />} title={p.push_title} detail={p.push_detail}>
            <Switch label={p.push_title} checked={(isPending ? variables.push_snippets : undefined) ?? snippets} onChange={(on) => mutate({ push_snippets: on })} />
          </Row>
        )}
      </Panel>
    </Group>
  )
}

function Quiet({ urgent }: { urgent: boolean }) {
  const { notifications: p, settings } = useSettingsMessages()
  const { mutate, variables, isPending } = useChange(changePreferences)
  return (
    <Group title={p.quiet} hint={p.quiet_hint}>
      <Panel>
        <Row icon={<Siren size={16} />} title={p.urgent_title} detail={p.urgent_detail}>
          <Switch label={p.urgent_title} checked={(isPending ? variables.urgent_when_quiet : undefined) ?? urgent} onChange={(on) => mutate({ urgent_when_quiet: on })} />
        </Row>
        <Row icon={<Moon size={16} />} title={p.hours_title}>
          <Link to="/settings/availability" className={linkLook}>
            {settings.sections.availability}
          </Link>
        </Row>
      </Panel>
    </Group>
  )
}

const intervals = [15, 60, 240, 1_440]

function MailInterval({ minutes }: { minutes: number | null }) {
  const { notifications: p } = useSettingsMessages()
  const { mutate } = useChange(changePreferences)
  const known = minutes === null || intervals.includes(minutes) ? intervals : [...intervals, minutes].toSorted((one, other) => one - other)
  return (
    <Group title={p.mail}>
      <Panel>
        <Row icon={<Mail size={16} />} title={p.mail_title} detail={p.mail_detail}>
          <Select
            bare
            label={p.mail_title}
            className="w-44"
            value={minutes ?? 'never'}
            options={[...known.map((each) => [String(each), p.every(each)] as const), ['never', p.never]]}
            onChange={({ target }) => mutate({ mail_minutes: target.value === 'never' ? null : Number(target.value) })}
          />
        </Row>
      </Panel>
    </Group>
  )
}

function Muted({ muted }: { muted: Preferences['muted'] }) {
  const { notifications: p } = useSettingsMessages()
  const { mutate, isPending } = useChange(changePreferences)
  return (
    <Group title={p.muted} hint={p.muted_hint}>
      <Panel>
        {muted.map(({ place, title }) => {
          const name = title ?? (partsOf(place).noun === 'task' ? p.task : p.thread)
          return (
            <Row key={place} title={name}>
              <Button size="sm" aria-label={p.unmute_of(name)} disabled={isPending} onClick={() => mutate({ unmute: place })}>
                {p.unmute}
              </Button>
            </Row>
          )
        })}
      </Panel>
    </Group>
  )
}
