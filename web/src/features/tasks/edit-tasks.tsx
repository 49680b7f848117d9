// What many tasks get at once: what is left as it is stays with each.

import { useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { membersQuery } from '@/features/people/references.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { Select } from '@/ui/select.tsx'
import type { BulkTaskChange } from './bulk.ts'
import { priorities } from './priority-mark.tsx'
import { useStatuses } from './statuses.ts'
import { labelsQuery, type Task } from './tasks-queries.ts'

interface Props {
  size: number
  open: boolean
  onClose(): void
  onApply(change: BulkTaskChange): void
}

export function EditTasks({ size, open, onClose, onApply }: Props) {
  const { tasks: m } = useTaskMessages()
  return (
    <Dialog title={m.edit_many(size)} open={open} onClose={onClose}>
      <Form onClose={onClose} onApply={onApply} />
    </Dialog>
  )
}

const blank = { status_id: '', priority: '', day: '', due_on: '', add_assignee: '', remove_assignee: '', add_label: '', remove_label: '' }
type Draft = typeof blank

function Form({ onClose, onApply }: Pick<Props, 'onClose' | 'onApply'>) {
  const { tasks: m, actions } = useTaskMessages()
  const statuses = useStatuses() ?? []
  const { data: members = [] } = useQuery(membersQuery)
  const { data: labels = [] } = useQuery(labelsQuery(''))
  const offered = useId()
  const [draft, setDraft] = useState(blank)
  const set = (field: keyof Draft) => ({ target }: { target: { value: string } }) => setDraft({ ...draft, [field]: target.value })
  const people = members.map(({ user_id, name }) => [user_id, name] as const).toSorted(([, one], [, other]) => one.localeCompare(other))
  const change = toChange(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    onApply(change)
  }
  return (
    <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
      <Select label={m.status} value={draft.status_id} options={[['', m.as_it_is], ...statuses.map(({ id, name }) => [id, name] as const)]} onChange={set('status_id')} />
      <Select label={m.priority} value={draft.priority} options={[['', m.as_it_is], ...priorities.map((priority) => [priority, m.priorities[priority]] as const)]} onChange={set('priority')} />
      <Select label={m.due} value={draft.day} options={[['', m.as_it_is], ['on', m.on_day], ['none', m.dues.none]]} onChange={set('day')} />
      {draft.day === 'on' ? <Field label={m.day} type="date" required value={draft.due_on} onChange={set('due_on')} /> : <span className="max-sm:hidden" />}
      <Select label={m.assign} value={draft.add_assignee} options={[['', m.as_it_is], ...people]} onChange={set('add_assignee')} />
      <Select label={m.take_from} value={draft.remove_assignee} options={[['', m.as_it_is], ...people]} onChange={set('remove_assignee')} />
      <Field label={m.add_label} list={offered} maxLength={100} value={draft.add_label} onChange={set('add_label')} />
      <Field label={m.take_label} list={offered} maxLength={100} value={draft.remove_label} onChange={set('remove_label')} />
      <datalist id={offered}>
        {labels.map(({ id, name }) => <option key={id} value={name} />)}
      </datalist>
      <div className="flex justify-end gap-2 sm:col-span-2">
        <Button onClick={onClose}>{actions.cancel}</Button>
        <Button type="submit" look="primary" disabled={Object.keys(change).length === 0}>
          {actions.save}
        </Button>
      </div>
    </form>
  )
}

function toChange({ status_id, priority, day, due_on, add_assignee, remove_assignee, add_label, remove_label }: Draft): BulkTaskChange {
  return {
    ...(status_id && { status_id }),
    ...(priority && { priority: priority as Task['priority'] }),
    ...(day === 'none' ? { due_on: null } : day === 'on' && { due_on }),
    ...(add_assignee && { add_assignee_ids: [add_assignee] }),
    ...(remove_assignee && { remove_assignee_ids: [remove_assignee] }),
    ...(add_label.trim() && { add_labels: [add_label.trim()] }),
    ...(remove_label.trim() && { remove_labels: [remove_label.trim()] }),
  }
}
