import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { offeredDays, retentionQuery } from '@/features/rooms/retention.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { Row } from '../section.tsx'
import { useChange } from '../use-change.ts'

/** Behind a question: what it deletes is gone. */
export function MessageRetention() {
  const { retention: m } = useSettingsMessages()
  const { data } = useQuery(retentionQuery)
  const [asked, setAsked] = useState<number>()
  const change = useChange((days: number | null) => api.PUT('/rooms/retention', { body: { days } }), {
    onDone: () => {
      setAsked(undefined)
      void queryClient.invalidateQueries({ queryKey: retentionQuery.queryKey })
    },
  })
  if (!data) return null
  const { days } = data
  const choose = (chosen: number | null) => {
    if (chosen !== null && (days === null || chosen < days)) setAsked(chosen)
    else change.mutate(chosen)
  }
  return (
    <Row title={m.title} detail={m.hint}>
      <Select
        bare
        label={m.title}
        className="w-36"
        value={String(days ?? '')}
        options={[['', m.forever], ...offeredDays(days).map((each) => [String(each), m.days(each)] as const)]}
        onChange={({ target }) => choose(target.value === '' ? null : Number(target.value))}
      />
      <FormDialog title={m.question(m.days(asked ?? 0))} open={asked !== undefined} onClose={() => setAsked(undefined)} submit={m.confirm} danger pending={change.isPending} onSubmit={() => change.mutate(asked!)}>
        <p>{m.warning}</p>
      </FormDialog>
    </Row>
  )
}
