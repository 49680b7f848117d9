import { useMutation } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { ChannelFields, readChannel } from './channel-fields.tsx'
import { readRetention, RetentionField } from './room-retention.tsx'
import { findRoom, putRoom, type Room } from './rooms-queries.ts'

export function ChannelSettings({ room, open, onClose }: { room: Room; open: boolean; onClose(): void }) {
  const m = useMessages()
  const isAdmin = isAtLeast(useMe().role, 'admin')
  const save = useMutation({
    mutationFn: (form: FormData) => body(api.PATCH('/rooms/{id}', { params: { path: { id: room.id } }, body: { ...readChannel(form), ...readRetention(form) } })),
    onSuccess(changed) {
      putRoom({ ...(findRoom(room.id) ?? room), ...changed })
      onClose()
    },
  })
  return (
    <FormDialog title={m.rooms.settings} open={open} onClose={onClose} submit={m.actions.save} pending={save.isPending} error={save.error} onSubmit={(form) => save.mutate(form)}>
      <ChannelFields name={room.name ?? ''} topic={room.topic} isPrivate={room.visibility === 'private'} />
      {isAdmin && <RetentionField room={room} />}
    </FormDialog>
  )
}
