import { useSettingsMessages } from '@/messages/settings.ts'
import { CopyLine } from '@/ui/copy.tsx'

/** The link that the mail holds; shown once, to be passed on in any other way. */
export function InvitationLink({ link, email }: { link: string; email: string }) {
  const m = useSettingsMessages()
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">{m.members.link_hint(email)}</p>
      <CopyLine text={link} label={m.members.link} />
    </div>
  )
}
