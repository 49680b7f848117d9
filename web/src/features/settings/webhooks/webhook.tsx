// One webhook: what it is sent, its secret, and what came of each message.

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, CircleAlert, Clock, Send, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Failed } from '@/ui/states.tsx'
import { Switch } from '@/ui/switch.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Loading } from '../paged-list.tsx'
import { Group, Panel, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { Deliveries } from './deliveries.tsx'
import { EditWebhook, ReplayEvents, RemoveWebhook, RotateSecret } from './webhook-dialogs.tsx'
import { isHeld, WebhookState } from './webhook-state.tsx'

export function WebhookPage() {
  const m = useSettingsMessages()
  const { id } = useParams({ from: '/shell/settings/webhooks/$id' })
  const { data: webhook, error, refetch } = useQuery({
    queryKey: ['settings', 'webhook', id],
    queryFn: ({ signal }) => body(api.GET('/webhooks/{id}', { params: { path: { id } }, signal })),
    // How it goes is no event.
    refetchInterval: 10_000,
  })
  const test = useChange(() => api.POST('/webhooks/{id}/test', { params: { path: { id } } }), { onDone: () => toast(m.webhooks.tested) })
  return (
    <Section
      title={webhook ? new URL(webhook.url).host : m.settings.sections.webhooks}
      lead={webhook?.description}
      back={
        <Link to="/settings/webhooks" className="-ml-1.5 mb-3 inline-flex h-8 items-center gap-1 rounded-md px-1 text-sm font-medium text-ink-soft hover:text-ink">
          <ChevronLeft size={16} />
          {m.settings.sections.webhooks}
        </Link>
      }
      action={
        webhook && (
          <Button icon={<Send size={14} />} disabled={!webhook.enabled || test.isPending} onClick={() => test.mutate()}>
            {m.webhooks.test}
          </Button>
        )
      }
    >
      {error ? <Failed error={error} retry={() => void refetch()} /> : webhook ? <Endpoint webhook={webhook} /> : <Loading />}
      {webhook && <Deliveries webhookId={id} />}
    </Section>
  )
}

type Asking = 'edit' | 'rotate' | 'replay' | 'remove'

function Endpoint({ webhook }: { webhook: Schemas['Webhook'] }) {
  const m = useSettingsMessages()
  const { moment, time } = useFormats()
  const { id, url, event_types, enabled, disabled_reason, failing_since, held_until } = webhook
  const [asking, setAsking] = useState<Asking>()
  const dialog = (name: Asking) => ({ webhook, open: asking === name, onClose: () => setAsking(undefined) })
  const enable = useChange((on: boolean) => api.PATCH('/webhooks/{id}', { params: { path: { id } }, body: { enabled: on } }))
  const trouble = disabled_reason ?? (failing_since && m.webhooks.failing_since(moment(failing_since)))
  return (
    <Group>
      {trouble && (
        <Remark icon={CircleAlert} look="bg-danger-soft text-danger">
          {trouble}
        </Remark>
      )}
      {enabled && isHeld(held_until) && (
        <Remark icon={Clock} look="bg-hover text-warning">
          {m.webhooks.held_until(isToday(held_until) ? time(held_until) : moment(held_until))}
        </Remark>
      )}
      <Panel>
        <Row
          title={
            <span className="inline-flex flex-wrap items-center gap-2 wrap-anywhere">
              {url}
              <WebhookState webhook={webhook} />
            </span>
          }
          detail={event_types.map((type) => (type === '*' ? m.webhooks.everything : type)).join(', ')}
        >
          <Switch label={m.webhooks.enable} checked={enable.isPending ? enable.variables : enabled} onChange={enable.mutate} />
          <Button size="sm" onClick={() => setAsking('edit')}>
            {m.actions.edit}
          </Button>
        </Row>
        <Row title={m.webhooks.secret} detail={m.webhooks.rotate_hint}>
          <Button size="sm" onClick={() => setAsking('rotate')}>
            {m.webhooks.rotate}
          </Button>
        </Row>
        <Row title={m.webhooks.replay} detail={m.webhooks.replay_hint}>
          <Button size="sm" disabled={!enabled} onClick={() => setAsking('replay')}>
            {m.webhooks.replay}
          </Button>
        </Row>
        <Row title={m.webhooks.remove} detail={m.webhooks.remove_hint}>
          <Button size="sm" onClick={() => setAsking('remove')}>
            {m.webhooks.remove}
          </Button>
        </Row>
      </Panel>
      <EditWebhook key={webhook.updated_at} {...dialog('edit')} />
      <RotateSecret {...dialog('rotate')} />
      <ReplayEvents {...dialog('replay')} />
      <RemoveWebhook {...dialog('remove')} />
    </Group>
  )
}

function Remark({ icon: Icon, look, children }: { icon: LucideIcon; look: string; children: ReactNode }) {
  return (
    <p className={classes('mb-3 flex items-center gap-2 rounded-md px-3 py-2 text-sm', look)}>
      <Icon size={15} className="shrink-0" />
      {children}
    </p>
  )
}

function isToday(at: string): boolean {
  return new Date(at).toDateString() === new Date().toDateString()
}
