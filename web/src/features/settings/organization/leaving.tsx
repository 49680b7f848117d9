import { useState } from 'react'
import { api } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Row } from '../section.tsx'
import { useChange } from '../use-change.ts'

export function Leaving() {
  const m = useSettingsMessages()
  const { organization, user } = useMe()
  const [asking, setAsking] = useState(false)
  const leave = useChange(() => api.DELETE('/members/{user_id}', { params: { path: { user_id: user!.id } } }), {
    inForm: true,
    onDone: () => location.assign('/'),
  })
  return (
    <Row title={m.organization.leave} detail={m.organization.leave_hint}>
      <Button size="sm" onClick={() => setAsking(true)}>
        {m.organization.leave}
      </Button>
      <FormDialog title={m.organization.leave} open={asking} onClose={() => setAsking(false)} submit={m.organization.leave} danger pending={leave.isPending} error={leave.error} onSubmit={() => leave.mutate()}>
        <p>{m.organization.leave_question(organization.name)}</p>
      </FormDialog>
    </Row>
  )
}
