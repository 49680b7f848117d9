import { Monitor, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Badge, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { describeUserAgent } from './user-agent.ts'

export function Sessions() {
  const m = useSettingsMessages()
  const [asking, setAsking] = useState(false)
  const endOthers = useChange(() => api.DELETE('/sessions', {}), {
    onDone() {
      setAsking(false)
      toast(m.sessions.others_ended)
    },
  })
  return (
    <Section title={m.settings.sections.sessions} lead={m.sessions.lead} action={<Button onClick={() => setAsking(true)}>{m.sessions.end_others}</Button>}>
      <PagedList
        name={['sessions']}
        read={(cursor, signal) => body(api.GET('/sessions', { params: { query: { cursor } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.sessions.none}</Nothing>}
      >
        {(session) => <SessionRow session={session} />}
      </PagedList>
      <FormDialog
        title={m.sessions.end_others}
        open={asking}
        onClose={() => setAsking(false)}
        submit={m.sessions.end_others}
        danger
        pending={endOthers.isPending}
        onSubmit={() => endOthers.mutate()}
      >
        <p>{m.sessions.end_others_hint}</p>
      </FormDialog>
    </Section>
  )
}

function SessionRow({ session }: { session: Schemas['Session'] }) {
  const m = useSettingsMessages()
  const { moment } = useFormats()
  const { id, current, method, user_agent, address, created_at, last_seen_at } = session
  const { browser, system, phone } = describeUserAgent(user_agent)
  const end = useChange(() => api.DELETE('/sessions/{id}', { params: { path: { id } } }), { onDone: () => toast(m.sessions.ended) })
  const Icon = phone ? Smartphone : Monitor
  return (
    <Row
      icon={<Icon size={18} strokeWidth={1.7} />}
      title={
        <span className="inline-flex flex-wrap items-center gap-2" title={user_agent ?? undefined}>
          {browser ? m.sessions.device(browser, system) : m.sessions.unknown_device}
          {current && <Badge tone="accent">{m.sessions.current}</Badge>}
        </span>
      }
      detail={[address, m.sessions.methods[method], m.sessions.since(moment(created_at)), !current && m.sessions.seen(moment(last_seen_at))].filter(Boolean).join(' · ')}
    >
      {!current && (
        <Button size="sm" disabled={end.isPending} onClick={() => end.mutate()}>
          {m.sessions.end}
        </Button>
      )}
    </Row>
  )
}
