import { Link } from '@tanstack/react-router'
import { ChevronRight, Plus, Webhook as WebhookIcon } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Row, Section } from '../section.tsx'
import { NewWebhook } from './new-webhook.tsx'
import { WebhookState } from './webhook-state.tsx'

export function Webhooks() {
  const m = useSettingsMessages()
  const [creating, setCreating] = useState(false)
  return (
    <Section
      title={m.settings.sections.webhooks}
      lead={m.webhooks.lead}
      action={
        <Button look="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
          {m.webhooks.create}
        </Button>
      }
    >
      <PagedList
        name={['webhooks']}
        read={(cursor, signal) => body(api.GET('/webhooks', { params: { query: { cursor } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.webhooks.none}</Nothing>}
      >
        {(webhook) => (
          <Link to="/settings/webhooks/$id" params={{ id: webhook.id }} className="block hover:bg-hover">
            <Row
              icon={<WebhookIcon size={18} strokeWidth={1.7} />}
              title={
                <span className="inline-flex flex-wrap items-center gap-2 wrap-anywhere">
                  {webhook.url}
                  <WebhookState webhook={webhook} />
                </span>
              }
              detail={[webhook.description, webhook.event_types.map((type) => (type === '*' ? m.webhooks.everything : type)).join(', ')].filter(Boolean).join(' · ')}
            >
              <ChevronRight size={16} className="text-ink-faint" />
            </Row>
          </Link>
        )}
      </PagedList>
      <NewWebhook open={creating} onClose={() => setCreating(false)} />
    </Section>
  )
}
