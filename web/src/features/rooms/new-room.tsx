// What begins a room: a new channel, or a message to somebody.

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { ChannelFields, readChannel } from './channel-fields.tsx'
import { PeopleChoice } from './people-choice.tsx'
import { createRoom } from './room-actions.ts'

interface Props {
  open: boolean
  onClose(): void
}

function useCreate(onClose: () => void) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (given: Schemas['NewRoom']) => createRoom(given),
    onSuccess({ id }) {
      onClose()
      void navigate({ to: '/rooms/$id', params: { id } })
    },
  })
}

export function NewChannel({ open, onClose }: Props) {
  const m = useMessages()
  const create = useCreate(onClose)
  return (
    <FormDialog title={m.rooms.new_channel} open={open} onClose={onClose} submit={m.actions.create} pending={create.isPending} error={create.error} onSubmit={(form) => create.mutate({ kind: 'channel', ...readChannel(form) })}>
      <ChannelFields />
    </FormDialog>
  )
}

export function NewMessage({ open, onClose }: Props) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id ?? ''
  const [chosen, setChosen] = useState<string[]>([])
  const close = () => {
    setChosen([])
    onClose()
  }
  const create = useCreate(close)
  return (
    <FormDialog title={m.new_message} open={open} onClose={close} submit={m.go_on} disabled={chosen.length === 0} pending={create.isPending} error={create.error} onSubmit={() => create.mutate({ kind: 'direct', user_ids: chosen })}>
      <PeopleChoice label={m.to} except={[me]} chosen={chosen} onChange={setChosen} />
    </FormDialog>
  )
}
