// How long messages of one room are kept.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { offeredDays, retentionQuery } from './retention.ts'
import { findRoom, putRoom, type Room } from './rooms-queries.ts'

/** Of a room that has no other settings. */
export function RetentionDialog({ room, open, onClose }: { room: Room; open: boolean; onClose(): void }) {
  const { retention: m, actions } = useMessages()
  const save = useMutation({
    mutationFn: (form: FormData) => body(api.PATCH('/rooms/{id}', { params: { path: { id: room.id } }, body: readRetention(form) })),
    onSuccess(changed) {
      putRoom({ ...(findRoom(room.id) ?? room), ...changed })
      onClose()
    },
  })
  return (
    <FormDialog title={m.title} open={open} onClose={onClose} submit={actions.save} pending={save.isPending} error={save.error} onSubmit={(form) => save.mutate(form)}>
      <RetentionField room={room} />
    </FormDialog>
  )
}

export function RetentionField({ room: { retention_days: before, kept_days } }: { room: Room }) {
  const { retention: m } = useMessages()
  const { data } = useQuery(retentionQuery)
  const [chosen, setChosen] = useState(before === null ? '' : String(before))
  const days = chosen === '' ? (data?.days ?? null) : Number(chosen) || null
  const shortens = days !== null && (kept_days === null || days < kept_days)
  return (
    <div className="grid gap-1.5">
      <Select
        name="retention_days"
        label={m.label}
        value={chosen}
        options={[['', m.inherit(data?.days ? m.days(data.days) : m.forever)], ['0', m.forever], ...offeredDays(before).map((each) => [String(each), m.days(each)] as const)]}
        onChange={({ target }) => setChosen(target.value)}
      />
      {shortens && (
        <p role="alert" className="text-sm text-danger">
          {m.warning}
        </p>
      )}
    </div>
  )
}

export function readRetention(form: FormData): { retention_days?: number | null } {
  const given = form.get('retention_days')
  if (given === null) return {}
  return { retention_days: given === '' ? null : Number(given) }
}
