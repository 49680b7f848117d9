import { Mail, Send } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Badge, Row } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { InvitationLink } from './invitation-link.tsx'

type Invitation = Schemas['ListedInvitation']

const tones = { pending: 'accent', accepted: 'success', revoked: 'plain', expired: 'warning' } as const

export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const m = useSettingsMessages()
  const me = useMe()
  const { date } = useFormats()
  const { id, email, role, status, expires_at, invited_by, rooms } = invitation
  const open = (status === 'pending' || status === 'expired') && (me.role === 'owner' || role !== 'owner')
  const [link, setLink] = useState<string>()
  const resend = useChange(() => body(api.POST('/invitations/{id}/resend', { params: { path: { id } } })), { onDone: (sent) => setLink(sent.link) })
  const revoke = useChange(() => api.DELETE('/invitations/{id}', { params: { path: { id } } }), { onDone: () => toast(m.members.revoked) })
  const until = status === 'pending' ? m.members.valid_until(date(expires_at)) : status === 'expired' ? m.members.expired_on(date(expires_at)) : undefined
  return (
    <Row
      icon={<Mail size={18} strokeWidth={1.7} />}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {email}
          <Badge tone={tones[status]}>{m.members.status[status]}</Badge>
        </span>
      }
      detail={[m.roles[role], invited_by && m.members.invited_by(invited_by.name), rooms.length > 0 && m.members.into_rooms(rooms.map(({ name }) => name).join(', ')), until].filter(Boolean).join(' · ')}
    >
      {open && (
        <>
          <Button size="sm" icon={<Send size={13} />} disabled={resend.isPending} onClick={() => resend.mutate()}>
            {m.members.resend}
          </Button>
          <Button size="sm" look="quiet" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
            {m.members.revoke}
          </Button>
        </>
      )}
      <Dialog title={m.members.sent_again} open={link !== undefined} onClose={() => setLink(undefined)}>
        {link && <InvitationLink link={link} email={email} />}
      </Dialog>
    </Row>
  )
}
