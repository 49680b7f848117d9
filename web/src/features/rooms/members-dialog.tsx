// Who is in a channel: who owns it, who is to come, who is to go.

import { useMutation, useQuery } from '@tanstack/react-query'
import { Mail, UserPlus } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { api, type Schemas } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { queryClient } from '@/app/query-client.ts'
import { PersonAvatar, StatusEmoji } from '@/features/presence/marks.tsx'
import type { Invite as InviteComponent } from '@/features/settings/members/invite.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { useTalkMessages } from '@/messages/talk.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { later } from '@/ui/later.tsx'
import { Select } from '@/ui/select.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { PeopleChoice } from './people-choice.tsx'
import { membersOfQuery } from './room-members.ts'
import type { Room } from './rooms-queries.ts'

const InviteNew = later<ComponentProps<typeof InviteComponent>>(async () => (await import('@/features/settings/members/invite.tsx')).Invite)

export function MembersDialog({ room, open, onClose }: { room: Room; open: boolean; onClose(): void }) {
  const { rooms: m } = useMessages()
  const [isNew, setIsNew] = useState(false)
  const close = () => {
    setIsNew(false)
    onClose()
  }
  return (
    <>
      <Dialog title={m.members_of(room.name ?? '')} open={open && !isNew} onClose={() => isNew || close()} className="w-[min(34rem,calc(100vw-2rem))]">
        <Members room={room} onInviteNew={() => setIsNew(true)} />
      </Dialog>
      {open && <InviteNew room={room} open={isNew} onClose={close} />}
    </>
  )
}

function Members({ room, onInviteNew }: { room: Room; onInviteNew(): void }) {
  const { rooms: m, talk } = useTalkMessages()
  const me = useMe()
  const { data: members = [] } = useQuery(membersOfQuery(room.id))
  const [inviting, setInviting] = useState(false)
  const manages = room.membership?.role === 'owner' || isAtLeast(me.role, 'admin')
  const mayInvite = isAtLeast(me.role, 'member') && !room.archived_at && (room.membership !== null || room.visibility === 'public')
  const path = { id: room.id }
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: membersOfQuery(room.id).queryKey }),
  })
  const setRole = (user_id: string, role: Schemas['RoomMember']['role']) =>
    change.mutate(() => api.PATCH('/rooms/{id}/members/{user_id}', { params: { path: { ...path, user_id } }, body: { role } }))
  const remove = (user_id: string) => change.mutate(() => api.DELETE('/rooms/{id}/members/{user_id}', { params: { path: { ...path, user_id } } }))
  if (inviting) return <Invite room={room} members={members} onDone={() => setInviting(false)} />
  return (
    <div className="grid gap-2">
      {mayInvite && (
        <div className="flex flex-wrap gap-2">
          <Button data-first icon={<UserPlus size={15} />} onClick={() => setInviting(true)}>
            {m.invite}
          </Button>
          {isAtLeast(me.role, 'admin') && (
            <Button icon={<Mail size={15} />} onClick={onInviteNew}>
              {talk.invite_new}
            </Button>
          )}
        </div>
      )}
      <ul className="-mx-2 max-h-96 overflow-y-auto">
        {members.toSorted((one, other) => one.name.localeCompare(other.name)).map(({ user_id, name, role }) => (
          <li key={user_id} className="flex min-h-11 flex-wrap items-center justify-end gap-x-2.5 rounded-md px-2 hover:bg-hover max-sm:py-1.5">
            <PersonAvatar userId={user_id} name={name} />
            <span className="flex min-w-40 flex-1 gap-1.5 font-medium">
              <span className="truncate">{user_id === me.user?.id ? m.you(name) : name}</span>
              <StatusEmoji userId={user_id} />
            </span>
            {manages ? (
              <Select bare label={m.role_of(name)} value={role} className="w-32" options={[['owner', m.roles.owner], ['member', m.roles.member]]} onChange={({ target }) => setRole(user_id, target.value as 'owner' | 'member')} />
            ) : (
              <span className="text-sm text-ink-faint">{m.roles[role]}</span>
            )}
            {manages && (
              <Button size="sm" look="quiet" className={user_id === me.user?.id ? 'invisible' : ''} aria-label={m.remove_member(name)} onClick={() => remove(user_id)}>
                {m.take_out}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Invite({ room, members, onDone }: { room: Room; members: Schemas['RoomMember'][]; onDone(): void }) {
  const m = useMessages()
  const [chosen, setChosen] = useState<string[]>([])
  const invite = useMutation({
    mutationFn: () => api.POST('/rooms/{id}/members', { params: { path: { id: room.id } }, body: { user_ids: chosen } }),
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: membersOfQuery(room.id).queryKey }),
  })
  return (
    <div className="grid gap-3">
      <PeopleChoice label={m.rooms.who_comes} except={members.map(({ user_id }) => user_id)} chosen={chosen} onChange={setChosen} />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{m.actions.cancel}</Button>
        <Button look="primary" disabled={chosen.length === 0 || invite.isPending} onClick={() => invite.mutate()}>
          {m.rooms.invite}
        </Button>
      </div>
    </div>
  )
}
