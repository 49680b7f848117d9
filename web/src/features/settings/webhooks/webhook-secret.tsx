import { useSettingsMessages } from '@/messages/settings.ts'
import { CopyLine } from '@/ui/copy.tsx'

export function WebhookSecret({ secret }: { secret: string }) {
  const m = useSettingsMessages()
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">
        {m.webhooks.secret_hint} {m.settings.shown_once}
      </p>
      <CopyLine text={secret} label={m.webhooks.secret} />
    </div>
  )
}
