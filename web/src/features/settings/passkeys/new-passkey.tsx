import { Problem } from '@/api/client.ts'
import { formDraft } from '@/app/drafts.ts'
import { addPasskey, Cancelled } from '@/features/accounts/passkeys.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { useChange } from '../use-change.ts'

/** The password is asked for only when the server wants it: some time after signing in. */
export function NewPasskey({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const add = useChange(addPasskey, {
    inForm: true,
    drafts: ['new-passkey'],
    onDone({ name }) {
      toast(m.passkeys.is_added(name))
      close()
    },
  })
  const close = () => {
    add.reset()
    onClose()
  }
  const { error, variables } = add
  const wantsPassword = variables?.password !== undefined || (error instanceof Problem && error.code === 'confirm_identity')
  const shown = error instanceof Cancelled ? new Error(m.passkeys.cancelled) : error instanceof Problem && error.code === 'confirm_identity' ? null : error
  const submit = (form: FormData) => {
    add.mutate({ name: String(form.get('name')).trim() || undefined, password: form.has('password') ? String(form.get('password')) : undefined })
  }
  return (
    <FormDialog title={m.passkeys.add} draft={formDraft('new-passkey')} open={open} onClose={close} submit={m.actions.next} pending={add.isPending} error={shown} onSubmit={submit}>
      <p className="text-ink-soft">{m.passkeys.add_hint}</p>
      <Field label={m.passkeys.name} name="name" autoComplete="off" maxLength={200} autoFocus hint={m.passkeys.name_hint} />
      {wantsPassword && <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required autoFocus hint={m.two_factor.password_hint} />}
    </FormDialog>
  )
}
