import { Fingerprint, Plus } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { canUsePasskeys } from '@/features/accounts/passkeys.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Badge, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { NewPasskey } from './new-passkey.tsx'

export function Passkeys() {
  const m = useSettingsMessages()
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={m.settings.sections.passkeys}
      lead={m.passkeys.lead}
      action={
        canUsePasskeys() && (
          <Button look="primary" icon={<Plus size={15} />} onClick={() => setAdding(true)}>
            {m.passkeys.add}
          </Button>
        )
      }
    >
      <PagedList
        name={['passkeys']}
        read={(cursor, signal) => body(api.GET('/me/passkeys', { params: { query: { cursor } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{canUsePasskeys() ? m.passkeys.none : m.passkeys.not_here}</Nothing>}
      >
        {(passkey) => <PasskeyRow passkey={passkey} />}
      </PagedList>
      <NewPasskey open={adding} onClose={() => setAdding(false)} />
    </Section>
  )
}

function PasskeyRow({ passkey: { id, name, synced, created_at, last_used_at } }: { passkey: Schemas['Passkey'] }) {
  const m = useSettingsMessages()
  const { date, moment } = useFormats()
  const [asking, setAsking] = useState<'rename' | 'remove'>()
  const done = { inForm: true, onDone: () => setAsking(undefined) }
  const path = { id }
  const rename = useChange((given: string) => api.PATCH('/me/passkeys/{id}', { params: { path }, body: { name: given } }), done)
  const remove = useChange(() => api.DELETE('/me/passkeys/{id}', { params: { path } }), done)
  return (
    <Row
      icon={<Fingerprint size={18} strokeWidth={1.7} />}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {name}
          {synced && <Badge>{m.passkeys.synced}</Badge>}
        </span>
      }
      detail={`${m.passkeys.added(date(created_at))} · ${last_used_at ? m.passkeys.used(moment(last_used_at)) : m.passkeys.unused}`}
    >
      <Button size="sm" aria-label={m.passkeys.rename_of(name)} onClick={() => setAsking('rename')}>
        {m.passkeys.rename}
      </Button>
      <Button size="sm" look="quiet" aria-label={m.passkeys.remove_of(name)} onClick={() => setAsking('remove')}>
        {m.actions.remove}
      </Button>
      <FormDialog title={m.passkeys.rename} open={asking === 'rename'} onClose={() => setAsking(undefined)} submit={m.actions.save} pending={rename.isPending} error={rename.error} onSubmit={(form) => rename.mutate(String(form.get('name')).trim())}>
        <Field label={m.passkeys.name} name="name" defaultValue={name} autoComplete="off" maxLength={200} required autoFocus />
      </FormDialog>
      <FormDialog title={m.passkeys.remove_of(name)} open={asking === 'remove'} onClose={() => setAsking(undefined)} submit={m.actions.remove} danger pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
        <p>{m.passkeys.remove_question}</p>
      </FormDialog>
    </Row>
  )
}
