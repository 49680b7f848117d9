import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Bell, BellOff, CalendarSearch, CalendarX2, Check, Ellipsis, FileDown, LogOut, Settings2, UserPlus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTalkMessages } from '@/messages/talk.ts'
import { Button } from '@/ui/button.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { MenuItem, menuLook, SubMenu } from '@/ui/menu.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { changeMembership, changeRoom, joinRoom, leaveRoom } from './room-actions.ts'
import { ChannelSettings } from './channel-settings.tsx'
import { DateDialog } from './date-dialog.tsx'
import { isMuted } from './room-order.ts'
import { RetentionDialog } from './room-retention.tsx'
import type { Room } from './rooms-queries.ts'

const levels = ['all', 'mentions', 'nothing'] as const
const hours = [1, 8, 24, 24 * 7] as const
const hourMs = 3_600_000

export function RoomMenu({ room, onMembers }: { room: Room; onMembers(): void }) {
  const { rooms: m, room_export, retention, talk } = useTalkMessages()
  const { moment } = useFormats()
  const navigate = useNavigate()
  const me = useMe()
  const [dialog, setDialog] = useState<'settings' | 'archive' | 'retention' | 'date' | 'leave'>()
  const membership = room.membership!
  const isChannel = room.kind === 'channel'
  const manages = isChannel && (membership.role === 'owner' || isAtLeast(me.role, 'admin'))
  const mayExport = isChannel ? manages : isAtLeast(me.role, 'member')
  const muted = isMuted(room) && membership.notify !== 'nothing'
  const leave = async () => {
    setDialog(undefined)
    if (!(await leaveRoom(room))) return
    await navigate({ to: '/rooms', search: { list: true } })
    if (room.visibility === 'public') toast(m.left(room.name ?? ''), { undo: () => void joinRoom(room.id).then(({ id }) => navigate({ to: '/rooms/$id', params: { id } }), toastProblem) })
  }
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button size="sm" look="quiet" aria-label={m.menu} icon={<Ellipsis size={16} />} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={6} className={menuLook}>
            <MenuItem icon={<CalendarSearch size={15} />} onSelect={() => setDialog('date')}>
              {talk.to_date}
            </MenuItem>
            {isChannel && !room.archived_at && (
              <MenuItem icon={<UserPlus size={15} />} onSelect={onMembers}>
                {m.members}
              </MenuItem>
            )}
            {manages && !room.archived_at && (
              <MenuItem icon={<Settings2 size={15} />} onSelect={() => setDialog('settings')}>
                {m.settings}
              </MenuItem>
            )}
            {!isChannel && isAtLeast(me.role, 'admin') && (
              <MenuItem icon={<CalendarX2 size={15} />} onSelect={() => setDialog('retention')}>
                {retention.title}
              </MenuItem>
            )}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-faint">{m.notify}</DropdownMenu.Label>
            {levels.map((notify) => (
              <MenuItem key={notify} icon={membership.notify === notify ? <Check size={15} /> : <span className="block size-[15px]" />} onSelect={() => void changeMembership(room, { notify })}>
                {m.levels[notify]}
              </MenuItem>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            {muted ? (
              <MenuItem icon={<Bell size={15} />} onSelect={() => void changeMembership(room, { muted_until: null })} end={<span className="text-xs text-ink-faint">{m.muted_until(moment(membership.muted_until!))}</span>}>
                {m.unmute}
              </MenuItem>
            ) : (
              <SubMenu icon={<BellOff size={15} />} label={m.mute}>
                {hours.map((each) => (
                  <MenuItem key={each} onSelect={() => void changeMembership(room, { muted_until: new Date(Date.now() + each * hourMs).toISOString() })}>
                    {m.mute_for(each)}
                  </MenuItem>
                ))}
              </SubMenu>
            )}
            {mayExport && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
            {mayExport &&
              (['jsonl', 'zip'] as const).map((kind) => (
                <MenuItem key={kind} icon={<FileDown size={15} />} onSelect={() => location.assign(`/api/v1/rooms/${room.id}/export.${kind}`)}>
                  {kind === 'zip' ? room_export.zip : room_export.json}
                </MenuItem>
              ))}
            {isChannel && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
            {manages && (
              <MenuItem icon={room.archived_at ? <ArchiveRestore size={15} /> : <Archive size={15} />} onSelect={() => (room.archived_at ? void changeRoom(room, { archived: false }) : setDialog('archive'))}>
                {room.archived_at ? m.unarchive : m.archive}
              </MenuItem>
            )}
            {isChannel && (
              <MenuItem danger icon={<LogOut size={15} />} onSelect={() => (room.visibility === 'public' ? void leave() : setDialog('leave'))}>
                {m.leave}
              </MenuItem>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ChannelSettings room={room} open={dialog === 'settings'} onClose={() => setDialog(undefined)} />
      {dialog === 'date' && <DateDialog room={room} onClose={() => setDialog(undefined)} />}
      <RetentionDialog room={room} open={dialog === 'retention'} onClose={() => setDialog(undefined)} />
      {/* Into a private one there is no way back. */}
      <FormDialog title={talk.leave_title(room.name ?? '')} open={dialog === 'leave'} submit={m.leave} danger onClose={() => setDialog(undefined)} onSubmit={() => void leave()}>
        <p className="text-ink-soft">{talk.leave_hint}</p>
      </FormDialog>
      <FormDialog
        title={m.archive_title(room.name ?? '')}
        open={dialog === 'archive'}
        submit={m.archive}
        onClose={() => setDialog(undefined)}
        onSubmit={() => {
          setDialog(undefined)
          void changeRoom(room, { archived: true })
        }}
      >
        <p className="text-ink-soft">{m.archive_hint}</p>
      </FormDialog>
    </>
  )
}
