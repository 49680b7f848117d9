import type { Schemas } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Badge } from '../section.tsx'

export function WebhookState({ webhook: { enabled, failing_since, held_until } }: { webhook: Schemas['Webhook'] }) {
  const m = useSettingsMessages()
  if (!enabled) return <Badge>{m.webhooks.disabled}</Badge>
  if (isHeld(held_until)) return <Badge tone="warning">{m.webhooks.held}</Badge>
  return failing_since ? <Badge tone="warning">{m.webhooks.failing}</Badge> : <Badge tone="success">{m.webhooks.enabled}</Badge>
}

/** The receiver wants to be left alone; a time that is over stands there until the next attempt. */
export function isHeld(until: string | null): until is string {
  return until !== null && Date.parse(until) > Date.now()
}
