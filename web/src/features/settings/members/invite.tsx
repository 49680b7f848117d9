import { api, body, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useMe, type Role } from '@/app/roles.ts'
import { ChannelChoice } from '@/features/rooms/channel-choice.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { useChange } from '../use-change.ts'
import { grantableRoles } from './grantable-roles.ts'
import { InvitationLink } from './invitation-link.tsx'

interface Props {
  open: boolean
  onClose(): void
  /** A guest, into this room. */
  room?: { id: string; name: string | null }
}

export function Invite({ open, onClose, room }: Props) {
  const m = useSettingsMessages()
  const me = useMe()
  const [role, setRole] = useDraft<Role>('invite:role', 'member')
  const [roomIds, setRoomIds] = useDraft<string[]>('invite:rooms', [])
  const invite = useChange((given: Schemas['NewInvitation']) => body(api.POST('/invitations', { body: given })), { inForm: true, drafts: ['invite', 'invite:guest'], onDone: () => setRoomIds([]) })
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
  const submit = (form: FormData) => {
    const email = String(form.get('email')).trim()
    invite.mutate(room ? { email, role: 'guest', room_ids: [room.id] } : { email, role, room_ids: roomIds })
  }
  return (
    <FormDialog title={room ? m.members.invite_guest(room.name ?? '') : m.members.invite} draft={formDraft(room ? 'invite:guest' : 'invite')} open={open} onClose={close} submit={m.members.send} pending={invite.isPending} error={invite.error} onSubmit={submit}>
      {room && <p className="text-sm text-ink-soft">{m.members.role_hints.guest}</p>}
      <Field label={m.accounts.email} name="email" type="email" autoComplete="off" required autoFocus />
      {!room && (
        <>
          <Select
            label={m.members.role}
            value={role}
            onChange={({ target }) => setRole(target.value as Role)}
            hint={m.members.role_hints[role]}
            options={grantableRoles(me.role).toReversed().map((each) => [each, m.roles[each]])}
          />
          <ChannelChoice label={m.members.into} chosen={roomIds} onChange={setRoomIds} />
        </>
      )}
    </FormDialog>
  )
}
