import { useState } from 'react'
import { api } from '@/api/client.ts'
import { formDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { useChange } from '../use-change.ts'

/** The new address is asked for, and gets a link; it becomes theirs with that. */
export function EmailChange({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const [sentTo, setSentTo] = useState('')
  const change = useChange((given: { email: string; password: string }) => api.PUT('/me/email', { body: given }), {
    inForm: true,
    drafts: ['email-change'],
    onDone: (_, { email }) => setSentTo(email),
  })
  const close = () => {
    setSentTo('')
    change.reset()
    onClose()
  }
  if (sentTo) {
    return (
      <Dialog title={m.profile.change_email} open={open} onClose={close} footer={<Button onClick={close}>{m.actions.close}</Button>}>
        <p>{m.profile.email_sent(sentTo)}</p>
      </Dialog>
    )
  }
  return (
    <FormDialog
      title={m.profile.change_email}
      draft={formDraft('email-change')}
      open={open}
      onClose={close}
      submit={m.profile.send_link}
      pending={change.isPending}
      error={change.error}
      onSubmit={(form) => change.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) })}
    >
      <Field label={m.profile.new_email} name="email" type="email" autoComplete="email" required autoFocus hint={m.profile.email_hint} />
      <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required />
    </FormDialog>
  )
}
