import { api, body } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useMe, type Role } from '@/app/roles.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { useChange } from '../use-change.ts'
import { grantableRoles } from './grantable-roles.ts'
import { InvitationLink } from './invitation-link.tsx'

export function Invite({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const me = useMe()
  const [role, setRole] = useDraft<Role>('invite:role', 'member')
  const invite = useChange((given: { email: string; role: Role }) => body(api.POST('/invitations', { body: given })), { inForm: true, drafts: ['invite'] })
  const close = () => {
    invite.reset()
    onClose()
  }
  if (invite.data) {
    const { link, email } = invite.data
    return (
      <Dialog title={m.members.invited(email)} open={open} onClose={close} footer={<Button onClick={close}>{m.actions.done}</Button>}>
        <InvitationLink link={link} email={email} />
      </Dialog>
    )
  }
  return (
    <FormDialog title={m.members.invite} draft={formDraft('invite')} open={open} onClose={close} submit={m.members.send} pending={invite.isPending} error={invite.error} onSubmit={(form) => invite.mutate({ email: String(form.get('email')).trim(), role })}>
      <Field label={m.accounts.email} name="email" type="email" autoComplete="off" required autoFocus />
      <Select
        label={m.members.role}
        value={role}
        onChange={({ target }) => setRole(target.value as Role)}
        hint={m.members.role_hints[role]}
        options={grantableRoles(me.role).toReversed().map((each) => [each, m.roles[each]])}
      />
    </FormDialog>
  )
}
