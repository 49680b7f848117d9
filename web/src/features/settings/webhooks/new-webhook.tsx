import { api, body, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { EventTypes } from './event-types.tsx'
import { WebhookSecret } from './webhook-secret.tsx'

export function NewWebhook({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const [types, setTypes] = useDraft('new-webhook:types', ['*'])
  const create = useChange((given: Schemas['NewWebhook']) => body(api.POST('/webhooks', { body: given })), { inForm: true, drafts: ['new-webhook'], onDone: () => setTypes(['*']) })
  const close = () => {
    create.reset()
    onClose()
  }
  if (create.data) {
    return (
      <Dialog title={m.webhooks.created} open={open} onClose={close} footer={<Button onClick={close}>{m.actions.done}</Button>}>
        <WebhookSecret secret={create.data.secret} />
      </Dialog>
    )
  }
  const submit = (form: FormData) => {
    create.mutate({ url: String(form.get('url')).trim(), description: String(form.get('description')).trim(), event_types: types })
  }
  return (
    <FormDialog title={m.webhooks.create} draft={formDraft('new-webhook')} open={open} onClose={close} submit={m.actions.create} disabled={types.length === 0} pending={create.isPending} error={create.error} onSubmit={submit}>
      <Field label={m.webhooks.url} name="url" type="url" placeholder="https://hooks.example.org/rapport" required autoFocus hint={m.webhooks.url_hint} />
      <Field label={m.webhooks.description} name="description" maxLength={1000} autoComplete="off" />
      <EventTypes chosen={types} onChange={setTypes} />
    </FormDialog>
  )
}
