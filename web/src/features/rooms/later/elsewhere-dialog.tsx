import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { RoomChoice } from '../room-choice.tsx'
import { sendOtherwise, type Scheduled } from './scheduled.ts'

/** What could not be sent where it was meant to be: in another room, now. */
export function ElsewhereDialog({ scheduled, onClose }: { scheduled: Scheduled; onClose(): void }) {
  const { later: m } = useMessages()
  const [roomId, setRoomId] = useState<string>()
  const [isSending, setIsSending] = useState(false)
  const send = async () => {
    setIsSending(true)
    if (await sendOtherwise(scheduled, { room_id: roomId })) onClose()
    else setIsSending(false)
  }
  return (
    <FormDialog title={m.elsewhere} open submit={m.send_now} disabled={!roomId} pending={isSending} onClose={onClose} onSubmit={() => void send()}>
      <RoomChoice chosen={roomId} onChoose={setRoomId} />
    </FormDialog>
  )
}
