import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, body } from '@/api/client.ts'
import { useTalkMessages } from '@/messages/talk.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toLocal } from './later/times.ts'
import type { Room } from './rooms-queries.ts'

/** To what was said on a day, or next after it. */
export function DateDialog({ room: { id, created_at }, onClose }: { room: Room; onClose(): void }) {
  const { talk, rooms } = useTalkMessages()
  const navigate = useNavigate()
  const go = useMutation({
    mutationFn: async (day: string) => {
      const at = new Date(`${day}T00:00`).toISOString()
      const { data } = await body(api.GET('/rooms/{id}/messages', { params: { path: { id }, query: { at, limit: 50 } } }))
      return (data.find(({ created_at: said }) => said >= at) ?? data.at(-1))?.id
    },
    onSuccess(message) {
      onClose()
      if (message) void navigate({ to: '/rooms/$id', params: { id }, search: { message } })
    },
  })
  const today = toLocal(new Date()).slice(0, 10)
  return (
    <FormDialog title={talk.to_date} open submit={rooms.open} pending={go.isPending} error={go.error} onClose={onClose} onSubmit={(form) => go.mutate(String(form.get('day')))}>
      <Field label={talk.day} name="day" type="date" required min={toLocal(new Date(created_at)).slice(0, 10)} max={today} defaultValue={today} />
    </FormDialog>
  )
}
