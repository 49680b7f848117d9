// What is known of a task, each line changed where it stands.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useMemberNames } from '@/features/people/members.ts'
import { PersonPicker } from '@/features/people/person-picker.tsx'
import { PeopleChoice } from '@/features/rooms/people-choice.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import { Popover } from '@/ui/popover.tsx'
import { Select } from '@/ui/select.tsx'
import { AddButton, AddLine } from './add-line.tsx'
import { useChangeTask } from './change-task.ts'
import { DueEditor } from './due-editor.tsx'
import { priorities } from './priority-mark.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { labelsQuery, statusesQuery, type Task } from './tasks-queries.ts'

export function TaskProperties({ task }: { task: Task }) {
  const { tasks: m } = useMessages()
  const changeTask = useChangeTask()
  const { data: statuses = [] } = useQuery(statusesQuery)
  const { data: labels = [] } = useQuery(labelsQuery(''))
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-x-3 gap-y-2 text-sm">
      <Line label={m.status}>
        <Select bare label={m.status} className="w-48" value={task.status_id} options={statuses.map(({ id, name }) => [id, name])} onChange={({ target }) => changeTask(task, { status_id: target.value })} />
      </Line>
      <Line label={m.priority}>
        <Select bare label={m.priority} className="w-48" value={task.priority} options={priorities.map((priority) => [priority, m.priorities[priority]])} onChange={({ target }) => changeTask(task, { priority: target.value as Task['priority'] })} />
      </Line>
      <Line label={m.due}>
        <DueEditor task={task} />
      </Line>
      <Line label={m.assignees}>
        <Assignees task={task} />
      </Line>
      <Line label={m.labels}>
        <div className="flex min-h-8 flex-wrap items-center gap-1">
          {task.labels.map((label) => (
            <Chip key={label} removeLabel={m.remove_label(label)} onRemove={() => changeTask(task, { labels: task.labels.filter((each) => each !== label) })}>
              {label}
            </Chip>
          ))}
          <span className="-ml-1 flex">
            <AddLine
              label={m.add_label}
              maxLength={100}
              offered={labels.map(({ name }) => name).filter((name) => !task.labels.includes(name))}
              onAdd={(label) => !task.labels.includes(label) && changeTask(task, { labels: [...task.labels, label] })}
            />
          </span>
        </div>
      </Line>
      <Line label={m.about}>
        <About task={task} />
      </Line>
    </dl>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt title={label} className="truncate py-1.5 text-ink-faint">
        {label}
      </dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function Assignees({ task }: { task: Task }) {
  const { tasks: m } = useMessages()
  const names = useMemberNames()
  const changeTask = useChangeTask()
  return (
    <Popover
      label={m.assignees}
      trigger={
        <button type="button" className="-mx-1.5 flex min-h-8 max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-1.5 py-1 text-left hover:bg-hover">
          <span className="sr-only">{m.assignees}</span>
          {task.assignee_ids.length === 0 && <span className="text-ink-faint">{m.assign}</span>}
          {task.assignee_ids.map((id) => (
            <span key={id} className="flex min-w-0 items-center gap-2">
              <Avatar name={names.get(id) ?? '?'} />
              <span className="truncate">{names.get(id)}</span>
            </span>
          ))}
        </button>
      }
    >
      <PeopleChoice label={m.assignees} except={[]} chosen={task.assignee_ids} onChange={(assignee_ids) => changeTask(task, { assignee_ids })} />
    </Popover>
  )
}

/** People and companies that it is about. */
function About({ task }: { task: Task }) {
  const { tasks: m } = useMessages()
  const changeTask = useChangeTask()
  const [open, setOpen] = useState(false)
  const setContacts = (contacts: Task['contacts']) => changeTask(task, { contact_ids: contacts.map(({ id }) => id) }, { contacts })
  const setCompanies = (companies: Task['companies']) => changeTask(task, { company_ids: companies.map(({ id }) => id) }, { companies })
  return (
    <ul className="grid gap-0.5">
      {task.contacts.map(({ id, name, photo_url }) => (
        <li key={id} className="group flex min-h-8 items-center gap-2">
          <Avatar name={name} photo={photo_url} />
          <Link to="/people/$id" params={{ id }} className="min-w-0 flex-1 truncate hover:underline">
            {name}
          </Link>
          <RemoveButton label={m.unlink(name)} onClick={() => setContacts(task.contacts.filter((each) => each.id !== id))} />
        </li>
      ))}
      {task.companies.map(({ id, name }) => (
        <li key={id} className="group flex min-h-8 items-center gap-2">
          <Avatar square name={name} />
          <Link to="/companies/$id" params={{ id }} className="min-w-0 flex-1 truncate hover:underline">
            {name}
          </Link>
          <RemoveButton label={m.unlink(name)} onClick={() => setCompanies(task.companies.filter((each) => each.id !== id))} />
        </li>
      ))}
      <li className="-ml-1.5 flex min-h-8 items-center">
        <Popover label={m.add_person} open={open} onOpenChange={setOpen} trigger={<AddButton label={m.add_person} />}>
          <PersonPicker
            label={m.add_person}
            placeholder={m.find_person}
            onPick={({ id, name, photo_url }) => {
              setOpen(false)
              if (!task.contacts.some((each) => each.id === id)) setContacts([...task.contacts, { id, name, photo_url: photo_url ?? null }])
            }}
          />
        </Popover>
      </li>
    </ul>
  )
}

