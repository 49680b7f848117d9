import { api } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { useChange } from '../use-change.ts'

export function PasswordChange({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const { user } = useMe()
  const change = useChange((given: { current_password: string; password: string }) => api.PUT('/me/password', { body: given }), {
    inForm: true,
    onDone() {
      toast(m.profile.password_changed)
      close()
    },
  })
  const close = () => {
    change.reset()
    onClose()
  }
  return (
    <FormDialog
      title={m.profile.change_password}
      open={open}
      onClose={close}
      submit={m.profile.change_password}
      pending={change.isPending}
      error={change.error}
      onSubmit={(form) => change.mutate({ current_password: String(form.get('current')), password: String(form.get('new')) })}
    >
      {/* So that password managers know whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={user?.email ?? ''} />
      <Field label={m.profile.current_password} name="current" type="password" autoComplete="current-password" required autoFocus />
      <Field label={m.profile.new_password} name="new" type="password" autoComplete="new-password" minLength={10} maxLength={128} required hint={m.accounts.password_hint} />
      <p className="text-sm text-ink-faint">{m.profile.others_end}</p>
    </FormDialog>
  )
}
