import type { Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Badge } from '../section.tsx'

export function WebhookState({ webhook: { enabled, failing_since } }: { webhook: Schemas['Webhook'] }) {
  const m = useMessages()
  if (!enabled) return <Badge>{m.webhooks.disabled}</Badge>
  return failing_since ? <Badge tone="warning">{m.webhooks.failing}</Badge> : <Badge tone="success">{m.webhooks.enabled}</Badge>
}
