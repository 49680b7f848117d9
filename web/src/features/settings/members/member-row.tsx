import { Crown, Ellipsis, UserMinus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { api, type Schemas } from '@/api/client.ts'
import { isAtLeast, useMe, type Role } from '@/app/roles.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { Select } from '@/ui/select.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Badge, Row } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { grantableRoles } from './grantable-roles.ts'

export function MemberRow({ member }: { member: Schemas['Member'] }) {
  const m = useSettingsMessages()
  const { moment } = useFormats()
  const me = useMe()
  const { user_id, name, email, role, two_factor, last_seen_at } = member
  const oneself = me.user?.id === user_id
  // Owners are made and unmade by owners.
  const manages = isAtLeast(me.role, 'admin') && (me.role === 'owner' || role !== 'owner')
  const change = useChange((next: Role) => api.PATCH('/members/{user_id}', { params: { path: { user_id } }, body: { role: next } }), {
    onDone: (_, next) => toast(m.members.role_changed(name, m.roles[next])),
  })
  return (
    <Row
      icon={<Avatar name={name} size="md" />}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {name}
          {oneself && <Badge tone="accent">{m.settings.you}</Badge>}
          {two_factor && <Badge>{m.members.two_factor}</Badge>}
        </span>
      }
      detail={oneself ? email : `${email} · ${last_seen_at ? m.members.seen(moment(last_seen_at)) : m.members.never_seen}`}
    >
      {manages && !oneself ? (
        <>
          <Select
            bare
            label={m.members.role_of(name)}
            className="w-32"
            value={change.isPending ? change.variables : role}
            onChange={({ target }) => change.mutate(target.value as Role)}
            options={grantableRoles(me.role).map((each) => [each, m.roles[each]])}
          />
          <MemberMenu member={member} />
        </>
      ) : (
        <Badge>{m.roles[role]}</Badge>
      )}
    </Row>
  )
}

function MemberMenu({ member: { user_id, name, role } }: { member: Schemas['Member'] }) {
  const m = useSettingsMessages()
  const me = useMe()
  const [asking, setAsking] = useState<'remove' | 'hand_over'>()
  const close = () => setAsking(undefined)
  const path = { user_id }
  const remove = useChange(() => api.DELETE('/members/{user_id}', { params: { path } }), { inForm: true, onDone: close })
  const handOver = useChange(() => api.POST('/members/{user_id}/ownership', { params: { path } }), { inForm: true, onDone: close })
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button look="quiet" size="sm" icon={<Ellipsis size={16} />} aria-label={m.members.more_of(name)} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={4} className={menuLook}>
            {me.role === 'owner' && role !== 'owner' && (
              <MenuItem icon={<Crown size={15} />} onSelect={() => setAsking('hand_over')}>
                {m.members.hand_over}
              </MenuItem>
            )}
            <MenuItem icon={<UserMinus size={15} />} danger onSelect={() => setAsking('remove')}>
              {m.members.remove}
            </MenuItem>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <FormDialog title={m.members.remove} open={asking === 'remove'} onClose={close} submit={m.members.remove} danger pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
        <p>{m.members.remove_question(name)}</p>
      </FormDialog>
      <FormDialog title={m.members.hand_over} open={asking === 'hand_over'} onClose={close} submit={m.members.hand_over} danger pending={handOver.isPending} error={handOver.error} onSubmit={() => handOver.mutate()}>
        <p>{m.members.hand_over_question(name)}</p>
      </FormDialog>
    </>
  )
}
