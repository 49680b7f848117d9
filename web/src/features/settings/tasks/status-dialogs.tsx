import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import type { Status } from '@/features/tasks/statuses.ts'
import type { Category } from '@/features/tasks/tasks-queries.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { toast } from '@/ui/toasts.tsx'
import { ColorChoice } from '../tags/tag-color.tsx'
import { NameAndColorFields } from './name-and-color.tsx'
import { useStatusChange } from './use-status-change.ts'

interface Props {
  open: boolean
  onClose(): void
}

export function NewStatus({ open, onClose }: Props) {
  const { task_settings: m, people, actions } = useSettingsMessages()
  const { tasks } = useTaskMessages()
  const [color, setColor] = useDraft<string | null>('new-status:color', null)
  const create = useStatusChange((given: { name: string; category: Category }) => api.POST('/task-statuses', { body: { ...given, color } }), {
    inForm: true,
    drafts: ['new-status'],
    onDone() {
      setColor(null)
      close()
    },
  })
  const close = () => {
    create.reset()
    onClose()
  }
  const submit = (form: FormData) => create.mutate({ name: String(form.get('name')).trim(), category: form.get('category') as Category })
  return (
    <FormDialog title={m.create_status} draft={formDraft('new-status')} open={open} onClose={close} submit={actions.create} pending={create.isPending} error={create.error} onSubmit={submit}>
      <Field label={people.name} name="name" autoComplete="off" maxLength={100} required autoFocus />
      <Select label={m.meaning} name="category" defaultValue="doing" hint={m.meaning_stays} options={Object.entries(tasks.categories)} />
      <ColorChoice chosen={color} onChange={setColor} />
    </FormDialog>
  )
}

export function EditStatus({ status, open, onClose }: Props & { status: Status }) {
  const { task_settings: m, actions } = useSettingsMessages()
  const draft = `status:${status.id}`
  const [{ name, color }, setStatus] = useDraft(draft, { name: status.name, color: status.color })
  const given = { color, ...(name.trim() !== status.name && { name: name.trim() }) }
  const change = useStatusChange(() => api.PATCH('/task-statuses/{id}', { params: { path: { id: status.id } }, body: given }), { inForm: true, drafts: [draft], onDone: onClose })
  const close = () => {
    change.reset()
    onClose()
  }
  return (
    <FormDialog title={m.edit_of(status.name)} open={open} onClose={close} submit={actions.save} disabled={name.trim() === ''} pending={change.isPending} error={change.error} onSubmit={() => change.mutate()}>
      <NameAndColorFields value={{ name, color }} onChange={setStatus} />
    </FormDialog>
  )
}

/** Says how many tasks go elsewhere, and asks where: mostly to what means the same. */
export function RemoveStatus({ status: { id, name, category }, others, onClose }: { status: Status; others: Status[]; onClose(): void }) {
  const { task_settings: m, states, actions } = useSettingsMessages()
  const [into, setInto] = useState((others.find((other) => other.category === category) ?? others.find((other) => other.category === 'todo') ?? others[0]!).id)
  const { data: count } = useQuery({ queryKey: ['tasks', 'of-status', id], queryFn: ({ signal }) => countTasks(id, signal), staleTime: 0 })
  const remove = useStatusChange(() => api.DELETE('/task-statuses/{id}', { params: { path: { id }, query: { into } } }), {
    inForm: true,
    onDone() {
      toast(m.removed(name))
      onClose()
    },
  })
  return (
    <FormDialog title={m.remove_of(name)} open onClose={onClose} submit={actions.remove} danger disabled={count === undefined} pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
      <p aria-live="polite">{count === undefined ? states.loading : m.moves(count)}</p>
      <Select label={m.into} value={into} onChange={({ target }) => setInto(target.value)} options={others.map((other) => [other.id, other.name])} />
    </FormDialog>
  )
}

async function countTasks(status_id: string, signal: AbortSignal): Promise<number> {
  return (await body(api.GET('/tasks', { params: { query: { status_id: [status_id], deleted: false, limit: 1, count: 'exact' } }, signal }))).total!
}
