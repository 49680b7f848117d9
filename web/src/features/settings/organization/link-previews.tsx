import { useQuery } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Switch } from '@/ui/switch.tsx'
import { Row } from '../section.tsx'
import { useChange } from '../use-change.ts'

export function LinkPreviews() {
  const { organization: m } = useSettingsMessages()
  const { data } = useQuery({ queryKey: ['settings', 'link-previews'], queryFn: ({ signal }) => body(api.GET('/rooms/link-previews', { signal })) })
  const change = useChange((enabled: boolean) => api.PUT('/rooms/link-previews', { body: { enabled } }))
  if (!data) return null
  return (
    <Row title={m.link_previews} detail={m.link_previews_hint}>
      <Switch label={m.link_previews} checked={(change.isPending ? change.variables : undefined) ?? data.enabled} disabled={change.isPending} onChange={(enabled) => change.mutate(enabled)} />
    </Row>
  )
}
