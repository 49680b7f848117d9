import { useQuery } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { Select } from '@/ui/select.tsx'

/** As the form has it: days, not times. */
export interface Filter {
  type?: string
  actor_id?: string
  from?: string
  to?: string
}

/** As the API takes it: from the beginning of the first day to the end of the last, where the reader is. */
export function queryOf({ type, actor_id, from, to }: Filter) {
  return {
    ...(type && { type }),
    ...(actor_id && { actor_id }),
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  }
}

const auditTypes = ['session', 'sign_in', 'user', 'passkey', 'member', 'invitation', 'api_key', 'organization', 'webhook', 'contact', 'company', 'interaction', 'note', 'room', 'message', 'task', 'task_status', 'label', 'import', 'operation', 'export', 'tag', 'field', 'view'] as const

export function AuditFilter({ filter, onChange }: { filter: Filter; onChange(filter: Filter): void }) {
  const m = useSettingsMessages()
  const { data: members } = useQuery({
    queryKey: ['settings', 'audit-members'],
    queryFn: ({ signal }) => body(api.GET('/members', { params: { query: { limit: 100 } }, signal })),
  })
  const set = (name: keyof Filter) => ({
    value: filter[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...filter, [name]: target.value || undefined }),
  })
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Select label={m.audit.what} {...set('type')} options={[['', m.audit.anything], ...auditTypes.map((type) => [`${type}.*`, m.audit.types[type]] as const)]} />
      <Select label={m.audit.who} {...set('actor_id')} options={[['', m.audit.anybody], ...(members?.data ?? []).map(({ user_id, name }) => [user_id, name] as const)]} />
      <Field label={m.audit.from} type="date" {...set('from')} max={filter.to} />
      <Field label={m.audit.to} type="date" {...set('to')} min={filter.from} />
    </div>
  )
}
