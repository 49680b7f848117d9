import { useState } from 'react'
import { api } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Row } from '../section.tsx'
import { useChange } from '../use-change.ts'

/** Behind typing its name: nobody does it by a wrong click. */
export function OrganizationDeletion({ organization: { id, name } }: { organization: { id: string; name: string } }) {
  const m = useSettingsMessages()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useChange(() => api.DELETE('/organizations/{id}', { params: { path: { id } }, body: { name: typed } }), {
    inForm: true,
    onDone: () => location.assign('/'),
  })
  const close = () => {
    setAsking(false)
    setTyped('')
  }
  return (
    <Row title={m.organization.remove} detail={m.organization.remove_hint}>
      <Button size="sm" look="danger" onClick={() => setAsking(true)}>
        {m.organization.remove}
      </Button>
      <FormDialog title={m.organization.remove} open={asking} onClose={close} submit={m.organization.remove} danger disabled={typed !== name} pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
        <p>{m.organization.remove_question}</p>
        <Field label={m.organization.type_name(name)} autoComplete="off" spellCheck={false} autoFocus value={typed} onChange={({ target }) => setTyped(target.value)} />
      </FormDialog>
    </Row>
  )
}
