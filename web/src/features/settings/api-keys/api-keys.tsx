import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Badge, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { NewApiKey } from './new-api-key.tsx'

export function ApiKeys() {
  const m = useSettingsMessages()
  const [creating, setCreating] = useState(false)
  return (
    <Section
      title={m.settings.sections.api_keys}
      lead={
        <>
          {m.api_keys.lead}{' '}
          <a href="/docs" target="_blank" rel="noreferrer" className="font-medium text-accent underline-offset-2 hover:underline">
            {m.api_keys.reference}
          </a>
        </>
      }
      action={
        <Button look="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
          {m.api_keys.create}
        </Button>
      }
    >
      <PagedList
        name={['api-keys']}
        read={(cursor, signal) => body(api.GET('/api-keys', { params: { query: { cursor } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.api_keys.none}</Nothing>}
      >
        {(key) => <ApiKeyRow apiKey={key} />}
      </PagedList>
      <NewApiKey open={creating} onClose={() => setCreating(false)} />
    </Section>
  )
}

function ApiKeyRow({ apiKey }: { apiKey: Schemas['ApiKey'] }) {
  const m = useSettingsMessages()
  const { date, moment } = useFormats()
  const { id, name, prefix, scope, created_at, expires_at, last_used_at, revoked_at } = apiKey
  const expired = expires_at !== null && Date.parse(expires_at) <= Date.now()
  const [asking, setAsking] = useState(false)
  const revoke = useChange(() => api.DELETE('/api-keys/{id}', { params: { path: { id } } }), { inForm: true, onDone: () => setAsking(false) })
  const detail = [
    m.api_keys.made(date(created_at)),
    expires_at && !expired && m.api_keys.until(date(expires_at)),
    last_used_at ? m.api_keys.used(moment(last_used_at)) : m.api_keys.unused,
  ]
  return (
    <Row
      icon={<KeyRound size={18} strokeWidth={1.7} />}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {name}
          <code className="text-xs font-normal text-ink-faint">{prefix}…</code>
          <Badge>{m.api_keys.scopes[scope]}</Badge>
          {revoked_at ? <Badge tone="danger">{m.api_keys.revoked}</Badge> : expired && <Badge tone="warning">{m.api_keys.expired}</Badge>}
        </span>
      }
      detail={detail.filter(Boolean).join(' · ')}
    >
      {!revoked_at && (
        <Button size="sm" aria-label={m.api_keys.revoke_title(name)} onClick={() => setAsking(true)}>
          {m.api_keys.revoke}
        </Button>
      )}
      <FormDialog title={m.api_keys.revoke_title(name)} open={asking} onClose={() => setAsking(false)} submit={m.api_keys.revoke} danger pending={revoke.isPending} error={revoke.error} onSubmit={() => revoke.mutate()}>
        <p>{m.api_keys.revoke_question}</p>
      </FormDialog>
    </Row>
  )
}
