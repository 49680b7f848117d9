// What is known of a task, each line changed where it stands.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useMemberNames } from '@/features/people/members.ts'
import { PersonPicker } from '@/features/people/person-picker.tsx'
import { PeopleChoice } from '@/features/rooms/people-choice.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Chip } from '@/ui/chip.tsx'
import { Popover } from '@/ui/popover.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { Select } from '@/ui/select.tsx'
import { AboutRoom } from './about-room.tsx'
import { AddButton, AddLine } from './add-line.tsx'
import { useChangeTask } from './change-task.ts'
import { CompanyPicker } from './company-picker.tsx'
import { DayChoice } from './day-choice.tsx'
import { DueEditor } from './due-editor.tsx'
import { readMinutes, writeMinutes } from './estimate.ts'
import { useLabelColors } from './labels.tsx'
import { ParentChoice } from './part-of.tsx'
import { priorities } from './priority-mark.tsx'
import { RepetitionEditor } from './repetition-editor.tsx'
import { RoomPicker } from './room-picker.tsx'
import { useStatuses } from './statuses.ts'
import { labelsQuery, type Task } from './tasks-queries.ts'

/** What is chosen stands under what is written. */
const quietPlace = '-ml-2'

export function TaskProperties({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const statuses = useStatuses() ?? []
  const { data: labels = [] } = useQuery(labelsQuery(''))
  const colors = useLabelColors()
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-x-3 gap-y-2 text-sm">
      <Line label={m.status}>
        <Select bare quiet label={m.status} className={quietPlace} value={task.status_id} options={statuses.map(({ id, name }) => [id, name])} onChange={({ target }) => changeTask(task, { status_id: target.value })} />
      </Line>
      <Line label={m.priority}>
        <Select bare quiet label={m.priority} className={quietPlace} value={task.priority} options={priorities.map((priority) => [priority, m.priorities[priority]])} onChange={({ target }) => changeTask(task, { priority: target.value as Task['priority'] })} />
      </Line>
      <Line label={m.due}>
        <DueEditor task={task} />
      </Line>
      <Line label={m.repetition}>
        <RepetitionEditor task={task} />
      </Line>
      <Line label={m.start}>
        <Start task={task} />
      </Line>
      <Line label={m.estimate}>
        <Estimate task={task} />
      </Line>
      <Line label={m.assignees}>
        <People label={m.assignees} none={m.assign} ids={task.assignee_ids} onChange={(assignee_ids) => changeTask(task, { assignee_ids })} />
      </Line>
      <Line label={m.watchers}>
        <People label={m.watchers} none={m.add_watcher} ids={task.watcher_ids} onChange={(watcher_ids) => changeTask(task, { watcher_ids })} />
      </Line>
      <Line label={m.labels}>
        <div className="flex min-h-8 flex-wrap items-center gap-1">
          {task.labels.map((label) => (
            <Chip key={label} color={colors.get(label)} removeLabel={m.remove_label(label)} onRemove={() => changeTask(task, { labels: task.labels.filter((each) => each !== label) })}>
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
      <Line label={m.part_of}>
        <ParentChoice task={task} />
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

interface PeopleProps {
  label: string
  /** Where there is nobody. */
  none: string
  ids: string[]
  onChange(ids: string[]): void
}

function People({ label, none, ids, onChange }: PeopleProps) {
  const names = useMemberNames()
  return (
    <Popover
      label={label}
      trigger={
        <button type="button" className="-mx-1.5 flex min-h-8 max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-1.5 py-1 text-left hover:bg-hover">
          <span className="sr-only">{label}</span>
          {ids.length === 0 && <span className="text-ink-faint">{none}</span>}
          {ids.map((id) => (
            <span key={id} className="flex min-w-0 items-center gap-2">
              <Avatar name={names.get(id) ?? '?'} />
              <span className="truncate">{names.get(id)}</span>
            </span>
          ))}
        </button>
      }
    >
      <PeopleChoice label={label} except={[]} chosen={ids} onChange={onChange} />
    </Popover>
  )
}

function Start({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const [open, setOpen] = useState(false)
  const choose = (starts_on: string | null) => {
    setOpen(false)
    if (starts_on !== task.starts_on) changeTask(task, { starts_on })
  }
  return <DayChoice label={m.start} day={task.starts_on} max={task.due_on ?? undefined} without={m.no_start} open={open} onOpenChange={setOpen} onChoose={choose} />
}

function Estimate({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const [wrong, setWrong] = useState(false)
  const shown = task.estimate_minutes === null ? '' : writeMinutes(task.estimate_minutes)
  return (
    <>
      <input
        key={shown}
        aria-label={m.estimate}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'estimate-hint' : undefined}
        placeholder="1h 30m"
        defaultValue={shown}
        className="-ml-2 h-8 w-28 rounded-md bg-transparent px-2 text-sm hover:bg-hover focus-visible:bg-surface focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none"
        onChange={() => setWrong(false)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={({ target }) => {
          const minutes = readMinutes(target.value)
          setWrong(minutes === undefined)
          if (minutes !== undefined && minutes !== task.estimate_minutes) changeTask(task, { estimate_minutes: minutes })
        }}
      />
      {wrong && <p id="estimate-hint" role="alert" className="mt-1 text-xs text-danger">{m.estimate_hint}</p>}
    </>
  )
}

/** People and companies that it is about. */
function About({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const [adding, setAdding] = useState<'person' | 'company' | 'room'>()
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
      {task.room_ids.map((id) => (
        <AboutRoom key={id} id={id} onRemove={() => changeTask(task, { room_ids: task.room_ids.filter((each) => each !== id) })} />
      ))}
      <li className="-ml-1.5 flex min-h-8 flex-wrap items-center">
        <Popover label={m.add_person} open={adding === 'person'} onOpenChange={(open) => setAdding(open ? 'person' : undefined)} trigger={<AddButton label={m.person} description={m.add_person} />}>
          <PersonPicker
            label={m.add_person}
            placeholder={m.find_person}
            onPick={({ id, name, photo_url }) => {
              setAdding(undefined)
              if (!task.contacts.some((each) => each.id === id)) setContacts([...task.contacts, { id, name, photo_url: photo_url ?? null }])
            }}
          />
        </Popover>
        <Popover label={m.add_company} open={adding === 'company'} onOpenChange={(open) => setAdding(open ? 'company' : undefined)} trigger={<AddButton label={m.company} description={m.add_company} />}>
          <CompanyPicker
            label={m.add_company}
            except={task.companies.map(({ id }) => id)}
            onPick={({ id, name }) => {
              setAdding(undefined)
              setCompanies([...task.companies, { id, name }])
            }}
          />
        </Popover>
        <Popover label={m.add_room} open={adding === 'room'} onOpenChange={(open) => setAdding(open ? 'room' : undefined)} trigger={<AddButton label={m.room} description={m.add_room} />}>
          <RoomPicker
            label={m.add_room}
            except={task.room_ids}
            onPick={(id) => {
              setAdding(undefined)
              changeTask(task, { room_ids: [...task.room_ids, id] })
            }}
          />
        </Popover>
      </li>
    </ul>
  )
}
