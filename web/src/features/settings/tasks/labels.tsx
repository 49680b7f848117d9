// The words on tasks: every member names and colours them.

import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useDraft } from '@/app/drafts.ts'
import { queryClient } from '@/app/query-client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Group, Row } from '../section.tsx'
import { TagColor } from '../tags/tag-color.tsx'
import { useChange } from '../use-change.ts'
import { NameAndColorFields } from './name-and-color.tsx'

type Label = Schemas['Label']

export function Labels() {
  const { task_settings: m } = useSettingsMessages()
  return (
    <Group title={m.labels} hint={m.labels_hint}>
      <PagedList
        name={['labels']}
        read={(cursor, signal) => body(api.GET('/labels', { params: { query: { cursor, limit: 100 } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.no_labels}</Nothing>}
      >
        {(label) => <LabelRow label={label} />}
      </PagedList>
    </Group>
  )
}

function LabelRow({ label }: { label: Label }) {
  const { task_settings: m, actions } = useSettingsMessages()
  const { name, color } = label
  const [asking, setAsking] = useState<'edit' | 'remove'>()
  const close = () => setAsking(undefined)
  return (
    <Row icon={<TagColor color={color} />} title={name}>
      <Button size="sm" aria-label={m.edit_of(name)} onClick={() => setAsking('edit')}>
        {actions.edit}
      </Button>
      <Button look="quiet" size="sm" icon={<Trash2 size={14} />} aria-label={m.remove_of(name)} onClick={() => setAsking('remove')} />
      <EditLabel key={label.updated_at} label={label} open={asking === 'edit'} onClose={close} />
      {asking === 'remove' && <RemoveLabel label={label} onClose={close} />}
    </Row>
  )
}

/** They stand on tasks. */
const refetchTasks = () => ['labels', 'tasks', 'task'].forEach((key) => void queryClient.invalidateQueries({ queryKey: [key] }))

function EditLabel({ label, open, onClose }: { label: Label; open: boolean; onClose(): void }) {
  const { task_settings: m, actions } = useSettingsMessages()
  const draft = `label:${label.id}`
  const [{ name, color }, setLabel] = useDraft(draft, { name: label.name, color: label.color })
  const change = useChange(() => api.PATCH('/labels/{id}', { params: { path: { id: label.id } }, body: { name: name.trim(), color } }), {
    inForm: true,
    drafts: [draft],
    onDone() {
      refetchTasks()
      onClose()
    },
  })
  const close = () => {
    change.reset()
    onClose()
  }
  return (
    <FormDialog title={m.edit_of(label.name)} open={open} onClose={close} submit={actions.save} disabled={name.trim() === ''} pending={change.isPending} error={change.error} onSubmit={() => change.mutate()}>
      <NameAndColorFields value={{ name, color }} onChange={setLabel} />
    </FormDialog>
  )
}

function RemoveLabel({ label: { id, name }, onClose }: { label: Label; onClose(): void }) {
  const { task_settings: m, states, actions } = useSettingsMessages()
  const { data: count } = useQuery({
    queryKey: ['tasks', 'of-label', name],
    queryFn: async ({ signal }) => (await body(api.GET('/tasks', { params: { query: { label: [name], deleted: false, limit: 1, count: 'exact' } }, signal }))).total!,
    staleTime: 0,
  })
  const remove = useChange(() => api.DELETE('/labels/{id}', { params: { path: { id } } }), {
    inForm: true,
    onDone() {
      refetchTasks()
      toast(m.removed(name))
      onClose()
    },
  })
  return (
    <FormDialog title={m.remove_of(name)} open onClose={onClose} submit={actions.remove} danger disabled={count === undefined} pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
      <p aria-live="polite">{count === undefined ? states.loading : m.loses(count)}</p>
    </FormDialog>
  )
}
