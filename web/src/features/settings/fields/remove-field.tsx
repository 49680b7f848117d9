import { useQuery } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { useChange } from '../use-change.ts'

interface Props {
  field: Schemas['Field']
  open: boolean
  onClose(): void
}

/** Says first how many people lose a value with it. */
export function RemoveField({ field: { id, key, label }, open, onClose }: Props) {
  const m = useSettingsMessages()
  const { data: count } = useQuery({ queryKey: ['settings', 'field-use', id], queryFn: ({ signal }) => countContacts(key, signal), enabled: open, staleTime: 0 })
  const remove = useChange(() => api.DELETE('/fields/{id}', { params: { path: { id } } }), {
    inForm: true,
    onDone() {
      toast(m.fields.removed(label))
      onClose()
    },
  })
  return (
    <FormDialog title={m.fields.remove_of(label)} open={open} onClose={onClose} submit={m.actions.remove} danger disabled={count === undefined} pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
      <p aria-live="polite">{count === undefined ? m.states.loading : m.fields.loses(count)}</p>
    </FormDialog>
  )
}

async function countContacts(key: string, signal: AbortSignal): Promise<number> {
  const filter = JSON.stringify([{ field: `fields.${key}`, op: 'not_empty' }])
  const query = { filter, count: 'exact', limit: 1 } as object
  const { total } = (await body(api.GET('/contacts', { params: { query }, signal }))) as Schemas['ContactPage'] & { total?: number }
  return total ?? 0
}
