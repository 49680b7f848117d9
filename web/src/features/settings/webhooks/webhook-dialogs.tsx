// What is asked before something is done to a webhook.

import { useNavigate } from '@tanstack/react-router'
import { api, body, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { toast } from '@/ui/toasts.tsx'
import { useChange } from '../use-change.ts'
import { EventTypes } from './event-types.tsx'
import { WebhookSecret } from './webhook-secret.tsx'

interface Props {
  webhook: Schemas['Webhook']
  open: boolean
  onClose(): void
}

export function EditWebhook({ webhook: { id, url, description, event_types }, open, onClose }: Props) {
  const m = useSettingsMessages()
  const draft = `webhook:${id}`
  const [types, setTypes] = useDraft(`${draft}:types`, event_types)
  const change = useChange((given: Schemas['WebhookChanges']) => api.PATCH('/webhooks/{id}', { params: { path: { id } }, body: given }), { inForm: true, drafts: [draft, `${draft}:types`], onDone: onClose })
  const submit = (form: FormData) => {
    change.mutate({ url: String(form.get('url')).trim(), description: String(form.get('description')).trim(), event_types: types })
  }
  return (
    <FormDialog title={m.webhooks.edit} draft={formDraft(draft)} open={open} onClose={onClose} submit={m.actions.save} disabled={types.length === 0} pending={change.isPending} error={change.error} onSubmit={submit}>
      <Field label={m.webhooks.url} name="url" type="url" defaultValue={url} required autoFocus />
      <Field label={m.webhooks.description} name="description" defaultValue={description} maxLength={1000} autoComplete="off" />
      <EventTypes chosen={types} onChange={setTypes} />
    </FormDialog>
  )
}

export function RotateSecret({ webhook: { id }, open, onClose }: Props) {
  const m = useSettingsMessages()
  const rotate = useChange(() => body(api.POST('/webhooks/{id}/secret', { params: { path: { id } } })), { inForm: true })
  const close = () => {
    rotate.reset()
    onClose()
  }
  if (rotate.data) {
    return (
      <Dialog title={m.webhooks.new_secret} open={open} onClose={close} footer={<Button onClick={close}>{m.actions.done}</Button>}>
        <WebhookSecret secret={rotate.data.secret} />
      </Dialog>
    )
  }
  return (
    <FormDialog title={m.webhooks.rotate} open={open} onClose={close} submit={m.webhooks.rotate} pending={rotate.isPending} error={rotate.error} onSubmit={() => rotate.mutate()}>
      <p>{m.webhooks.rotate_question}</p>
    </FormDialog>
  )
}

/** Hours back from now. */
const spans = ['1', '24', '168'] as const

export function ReplayEvents({ webhook: { id }, open, onClose }: Props) {
  const m = useSettingsMessages()
  const replay = useChange((given: { hours: number; only: 'undelivered' | 'all' }) => replayAll(id, given), {
    inForm: true,
    onDone(deliveries) {
      toast(m.webhooks.replayed(deliveries))
      onClose()
    },
  })
  const submit = (form: FormData) => replay.mutate({ hours: Number(form.get('hours')), only: form.get('only') as 'undelivered' | 'all' })
  return (
    <FormDialog title={m.webhooks.replay} open={open} onClose={onClose} submit={m.webhooks.replay} pending={replay.isPending} error={replay.error} onSubmit={submit}>
      <Select label={m.webhooks.span} name="hours" defaultValue="24" options={spans.map((hours) => [hours, m.webhooks.spans[hours]])} />
      <Select label={m.webhooks.only} name="only" defaultValue="undelivered" options={[['undelivered', m.webhooks.undelivered], ['all', m.webhooks.all]]} />
    </FormDialog>
  )
}

/** The API takes 1,000 at a time. Returns how many are sent again. */
async function replayAll(id: string, { hours, only }: { hours: number; only: 'undelivered' | 'all' }): Promise<number> {
  const times = { from: new Date(Date.now() - hours * 3_600_000).toISOString(), to: new Date().toISOString() }
  let deliveries = 0
  let cursor: string | undefined
  do {
    const replay = await body(api.POST('/webhooks/{id}/replay', { params: { path: { id } }, body: { ...times, only, cursor } }))
    deliveries += replay.deliveries
    cursor = replay.next_cursor ?? undefined
  } while (cursor)
  return deliveries
}

export function RemoveWebhook({ webhook: { id }, open, onClose }: Props) {
  const m = useSettingsMessages()
  const navigate = useNavigate()
  const remove = useChange(() => api.DELETE('/webhooks/{id}', { params: { path: { id } } }), {
    inForm: true,
    onDone: () => void navigate({ to: '/settings/webhooks', replace: true }),
  })
  return (
    <FormDialog title={m.webhooks.remove} open={open} onClose={onClose} submit={m.webhooks.remove} danger pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
      <p>{m.webhooks.remove_question}</p>
    </FormDialog>
  )
}
