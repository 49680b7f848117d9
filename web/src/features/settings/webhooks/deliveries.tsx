import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Select } from '@/ui/select.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Badge, Group } from '../section.tsx'
import { useChange } from '../use-change.ts'

type Delivery = Schemas['WebhookDelivery']
type Status = Delivery['status']

const statuses = ['pending', 'succeeded', 'failed', 'cancelled'] as const
const tones = { pending: 'accent', succeeded: 'success', failed: 'danger', cancelled: 'plain' } as const

/** What was sent, or is to be, newest first. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const m = useSettingsMessages()
  const [status, setStatus] = useState<Status>()
  return (
    <Group
      title={m.webhooks.deliveries}
      hint={m.webhooks.deliveries_hint}
      action={
        <Select
          bare
          label={m.webhooks.status}
          className="w-36"
          value={status ?? ''}
          onChange={({ target }) => setStatus((target.value || undefined) as Status | undefined)}
          options={[['', m.webhooks.any_status], ...statuses.map((each) => [each, m.webhooks.statuses[each]] as const)]}
        />
      }
    >
      <PagedList
        name={['deliveries', webhookId, status]}
        read={(cursor, signal) => body(api.GET('/webhooks/{id}/deliveries', { params: { path: { id: webhookId }, query: { cursor, status, limit: 25 } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.webhooks.no_deliveries}</Nothing>}
        again={(rows) => rows.some((each) => each.status === 'pending') && 2_000}
      >
        {(delivery) => <DeliveryRow delivery={delivery} />}
      </PagedList>
    </Group>
  )
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const m = useSettingsMessages()
  const { moment } = useFormats()
  const { id, webhook_id, event_type, cause, status, attempts, created_at } = delivery
  const replay = useChange(() => api.POST('/webhooks/{id}/deliveries/{delivery_id}/replay', { params: { path: { id: webhook_id, delivery_id: id } } }))
  const last = attempts.at(-1)
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover">
        <ChevronRight size={14} className="text-ink-faint transition-transform group-open:rotate-90" />
        <code className="text-sm">{event_type}</code>
        <Badge tone={tones[status]}>{m.webhooks.statuses[status]}</Badge>
        {cause === 'replay' && <Badge>{m.webhooks.cause_replay}</Badge>}
        <span className="ml-auto text-sm text-ink-faint">{[last?.response_status, moment(created_at)].filter(Boolean).join(' · ')}</span>
      </summary>
      <div className="grid gap-3 px-4 pt-1 pb-4 pl-11 text-sm">
        <Facts delivery={delivery} />
        {status !== 'pending' && (
          <div>
            <Button size="sm" disabled={replay.isPending} onClick={() => replay.mutate()}>
              {m.webhooks.send_again}
            </Button>
          </div>
        )}
      </div>
    </details>
  )
}

function Facts({ delivery: { message_id, attempts, response_body, next_attempt_at } }: { delivery: Delivery }) {
  const m = useSettingsMessages()
  const { moment, number } = useFormats()
  return (
    <>
      <p className="text-ink-faint">
        webhook-id <code className="break-all text-ink-soft">{message_id}</code>
      </p>
      {attempts.length > 0 && (
        <ol aria-label={m.webhooks.attempts} className="grid gap-1">
          {attempts.map(({ at, duration_ms, response_status, error }) => (
            <li key={at} className="flex flex-wrap gap-x-3">
              <span className="text-ink-faint">{moment(at)}</span>
              <span className="tabular-nums">{response_status ?? m.webhooks.no_answer}</span>
              <span className="text-ink-faint tabular-nums">{number(duration_ms)} ms</span>
              {error && <span className="text-danger">{error}</span>}
            </li>
          ))}
        </ol>
      )}
      {next_attempt_at && <p className="text-ink-faint">{m.webhooks.next_attempt(moment(next_attempt_at))}</p>}
      {response_body && <pre className="max-h-40 overflow-auto rounded-md bg-canvas p-3 text-xs whitespace-pre-wrap" tabIndex={0}>{response_body}</pre>}
    </>
  )
}
