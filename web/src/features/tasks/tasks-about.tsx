// Tasks about a person or a company, on their page: what is open, and how much was done.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '@/app/roles.ts'
import { SideSection } from '@/features/person/side-section.tsx'
import type { About } from '@/features/person/timeline-queries.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { WriteLine } from './add-line.tsx'
import { useTurnTask } from './change-task.ts'
import { DueLabel } from './due.tsx'
import { TaskCheck } from './task-check.tsx'
import { isOpen, relatedTasks } from './tasks-queries.ts'
import { longestTitle } from './too-long.tsx'
import { useWriteTask } from './write-task.ts'

export function TasksAbout({ about }: { about: About }) {
  const { tasks: m } = useTaskMessages()
  const me = useMe().user?.id
  const { data: tasks = [], error, refetch } = useQuery(relatedTasks(about))
  const [adding, setAdding] = useState(false)
  const turn = useTurnTask()
  const write = useWriteTask()
  const open = tasks.filter(isOpen)
  // Whatever has a day first, by that; then what was written last.
  const ordered = open.toSorted((one, other) => (one.due_on ?? '9999').localeCompare(other.due_on ?? '9999'))
  const given = { ...('contact_id' in about ? { contact_ids: [about.contact_id] } : { company_ids: [about.company_id] }), ...(me && { assignee_ids: [me] }) }
  return (
    <SideSection title={m.of_person} add={m.add} onAdd={() => setAdding(true)} error={error} retry={() => void refetch()}>
      {adding && (
        <li className="flex min-h-9 items-center px-1.5">
          <WriteLine label={m.add} maxLength={longestTitle} onEnd={() => setAdding(false)} onAdd={(line) => write(line, given)} />
        </li>
      )}
      {ordered.map((task) => (
        <li key={task.id} className="flex min-h-8 items-center gap-2.5 rounded-md px-1.5 hover:bg-hover">
          <TaskCheck task={task} onTurn={() => turn(task)} />
          <Link to="/tasks/$id" params={{ id: task.id }} search={{ show: 'all' }} className="min-w-0 flex-1 truncate hover:underline">
            {task.title}
          </Link>
          <span className="shrink-0 text-xs">
            <DueLabel task={task} />
          </span>
        </li>
      ))}
      {tasks.length > open.length && <li className="px-1.5 py-1 text-xs text-ink-faint">{m.done_before(tasks.length - open.length)}</li>}
    </SideSection>
  )
}
