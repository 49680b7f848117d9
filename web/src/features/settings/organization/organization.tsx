import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useDraft } from '@/app/drafts.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { CopyButton } from '@/ui/copy.tsx'
import { Field } from '@/ui/field.tsx'
import { Failed } from '@/ui/states.tsx'
import { Switch } from '@/ui/switch.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Loading } from '../paged-list.tsx'
import { Group, Panel, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { Leaving } from './leaving.tsx'
import { LinkPreviews } from './link-previews.tsx'
import { MessageRetention } from './message-retention.tsx'
import { OrganizationDeletion } from './organization-deletion.tsx'

export function Organization() {
  const m = useSettingsMessages()
  const { organization, role } = useMe()
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'organization', organization.id],
    queryFn: ({ signal }) => body(api.GET('/organizations/{id}', { params: { path: { id: organization.id } }, signal })),
  })
  return (
    <Section title={m.settings.sections.organization} lead={m.organization.lead(organization.name)}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : data ? <General organization={data} /> : <Loading />}
      <Group title={m.organization.ending}>
        <Panel danger>
          <Leaving />
          {role === 'owner' && <OrganizationDeletion organization={organization} />}
        </Panel>
      </Group>
    </Section>
  )
}

function General({ organization }: { organization: Schemas['Organization'] }) {
  const m = useSettingsMessages()
  const { date } = useFormats()
  const mayChange = isAtLeast(useMe().role, 'admin')
  return (
    <>
      {mayChange && <Name key={organization.name} organization={organization} />}
      <Group title={m.organization.details}>
        <Panel>
          {mayChange && <RequireTwoFactor organization={organization} />}
          {mayChange && <MessageRetention />}
          {mayChange && <LinkPreviews />}
          <Row title={m.organization.plan} detail={m.organization.plan_hint}>
            {m.organization.plans[organization.plan]}
          </Row>
          <Row title={m.organization.created}>{date(organization.created_at)}</Row>
          <Row title={m.organization.id} detail={<code className="text-xs">{organization.id}</code>}>
            <CopyButton text={organization.id} look="quiet" />
          </Row>
        </Panel>
      </Group>
    </>
  )
}

function Name({ organization: { id, name } }: { organization: Schemas['Organization'] }) {
  const m = useSettingsMessages()
  const [draft, setDraft] = useDraft('organization-name', name)
  const rename = useChange((given: string) => api.PATCH('/organizations/{id}', { params: { path: { id } }, body: { name: given } }), {
    inForm: true,
    drafts: ['organization-name'],
    onDone: () => toast(m.settings.saved),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rename.mutate(draft.trim())
  }
  return (
    <form onSubmit={submit} className="flex max-w-md items-start gap-2">
      <Field label={m.nav.organization_name} maxLength={200} required value={draft} onChange={({ target }) => setDraft(target.value)} error={rename.error?.message} className="flex-1" />
      <Button type="submit" look="primary" className="mt-[1.55rem] h-9" disabled={draft.trim() === '' || draft.trim() === name || rename.isPending}>
        {m.actions.save}
      </Button>
    </form>
  )
}

function RequireTwoFactor({ organization: { id, require_two_factor } }: { organization: Schemas['Organization'] }) {
  const m = useSettingsMessages()
  const { user } = useMe()
  const change = useChange((required: boolean) => api.PATCH('/organizations/{id}', { params: { path: { id } }, body: { require_two_factor: required } }))
  const shown = change.isPending ? change.variables : require_two_factor
  // Who asks for it without having one would shut themselves out.
  const first = !user?.two_factor && !require_two_factor
  return (
    <Row title={m.organization.require_two_factor} detail={first ? m.organization.require_own_first : m.organization.require_hint}>
      <Switch label={m.organization.require_two_factor} checked={shown} disabled={first} onChange={change.mutate} />
    </Row>
  )
}
