import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Group, Section } from '../section.tsx'
import { InvitationRow } from './invitation-row.tsx'
import { Invite } from './invite.tsx'
import { MemberRow } from './member-row.tsx'

export function Members() {
  const m = useSettingsMessages()
  const me = useMe()
  const manages = isAtLeast(me.role, 'admin')
  const [inviting, setInviting] = useState(false)
  return (
    <Section
      title={m.settings.sections.members}
      lead={m.members.lead(me.organization.name)}
      action={
        manages && (
          <Button look="primary" icon={<UserPlus size={15} />} onClick={() => setInviting(true)}>
            {m.members.invite}
          </Button>
        )
      }
    >
      <Group>
        <PagedList name={['members']} read={(cursor, signal) => body(api.GET('/members', { params: { query: { cursor } }, signal }))} idOf={({ user_id }) => user_id} empty={null}>
          {(member) => <MemberRow member={member} />}
        </PagedList>
      </Group>
      {manages && (
        <Group title={m.members.invitations} hint={m.members.invitations_hint}>
          <PagedList
            name={['invitations']}
            read={(cursor, signal) => body(api.GET('/invitations', { params: { query: { cursor } }, signal }))}
            idOf={({ id }) => id}
            empty={<Nothing>{m.members.no_invitations}</Nothing>}
          >
            {(invitation) => <InvitationRow invitation={invitation} />}
          </PagedList>
        </Group>
      )}
      <Invite open={inviting} onClose={() => setInviting(false)} />
    </Section>
  )
}
