import { api, body, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { CopyLine } from '@/ui/copy.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { useChange } from '../use-change.ts'

type Scope = Schemas['ApiKey']['scope']

const scopes = ['read', 'write', 'admin'] as const
/** Days; none is for ever. */
const terms = ['30', '90', '365', ''] as const

/** Asks what the key may do and for how long; then shows it, this once. */
export function NewApiKey({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const [scope, setScope] = useDraft<Scope>('new-api-key:scope', 'read')
  const create = useChange((given: Schemas['NewApiKey']) => body(api.POST('/api-keys', { body: given })), { inForm: true, drafts: ['new-api-key'], onDone: () => setScope('read') })
  const close = () => {
    create.reset()
    onClose()
  }
  if (create.data) {
    return (
      <Dialog title={m.api_keys.created(create.data.name)} open={open} onClose={close} footer={<Button onClick={close}>{m.actions.done}</Button>}>
        <div className="grid gap-3">
          <p className="text-ink-soft">{m.settings.shown_once}</p>
          <CopyLine text={create.data.key} label={m.api_keys.key} />
        </div>
      </Dialog>
    )
  }
  const submit = (form: FormData) => {
    const days = Number(form.get('term'))
    create.mutate({ name: String(form.get('name')).trim(), scope, expires_at: days ? new Date(Date.now() + days * 86_400_000).toISOString() : null })
  }
  return (
    <FormDialog title={m.api_keys.create} draft={formDraft('new-api-key')} open={open} onClose={close} submit={m.actions.create} pending={create.isPending} error={create.error} onSubmit={submit}>
      <Field label={m.api_keys.name} name="name" autoComplete="off" maxLength={200} required autoFocus hint={m.api_keys.name_hint} />
      <Select label={m.api_keys.scope} value={scope} onChange={({ target }) => setScope(target.value as Scope)} hint={m.api_keys.scope_hints[scope]} options={scopes.map((each) => [each, m.api_keys.scopes[each]])} />
      <Select label={m.api_keys.term} name="term" defaultValue="90" options={terms.map((days) => [days, days ? m.api_keys.days(Number(days)) : m.api_keys.for_ever])} />
    </FormDialog>
  )
}
