// What is seen of a task at a glance, wherever it is listed.

import { CircleSlash, CornerLeftUp, ListTree, Repeat } from 'lucide-react'
import { useMemberNames } from '@/features/people/members.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { classes } from '@/ui/classes.ts'
import { isOpen, type Task } from './tasks-queries.ts'

/** That it is blocked, and by what; how far its parts are; that it comes again. `brief`: in a row, where the title comes before a name. */
export function Marks({ task, brief }: { task: Task; brief?: boolean }) {
  const { tasks: m } = useTaskMessages()
  const { done, total } = task.subtasks
  const [first, ...others] = isOpen(task) && task.blocked ? task.blockers.filter(isOpen) : []
  return (
    <>
      {first && (
        <span className="inline-flex min-w-0 items-center gap-1" title={m.waits_for([first, ...others].map(({ title }) => title))}>
          <CircleSlash size={12} className="shrink-0 text-warning" />
          <span className="shrink-0 text-warning">{m.blocked}</span>
          <span className={classes('min-w-0 max-w-40 truncate text-ink-faint', brief && 'hidden @4xl:inline')}>{first.title}</span>
          {others.length > 0 && <span className="shrink-0 text-ink-faint">+{others.length}</span>}
        </span>
      )}
      {total > 0 && (
        <span className="inline-flex shrink-0 items-center gap-1 text-ink-soft tabular-nums" title={m.parts_done(done, total)}>
          <ListTree size={12} />
          <span aria-hidden>{done}/{total}</span>
          <span className="sr-only">{m.parts_done(done, total)}</span>
        </span>
      )}
      {isOpen(task) && task.repeat_rule && (
        <span className="inline-flex shrink-0 text-ink-faint" title={m.repetition}>
          <Repeat size={12} />
          <span className="sr-only">{m.repetition}</span>
        </span>
      )}
    </>
  )
}

/** What it is a part of, where it is not seen below that. */
export function PartOf({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  if (!task.parent) return null
  return (
    <span title={`${m.part_of}: ${task.parent.title}`} className="inline-flex min-w-0 items-center gap-1 text-xs text-ink-faint">
      <CornerLeftUp size={11} className="shrink-0" />
      <span className="sr-only">{m.part_of}</span>
      <span className="truncate">{task.parent.title}</span>
    </span>
  )
}

export function Assignees({ ids, none }: { ids: string[]; none: string }) {
  const names = useMemberNames()
  const all = ids.map((id) => names.get(id) ?? '')
  return (
    <span title={all.join(', ') || none} className="flex gap-0.5">
      <span className="sr-only">{all.join(', ') || none}</span>
      {ids.slice(0, 2).map((id) => (
        <Avatar key={id} name={names.get(id) ?? '?'} />
      ))}
      {ids.length > 2 && <span className="ml-0.5 self-center text-xs text-ink-faint">+{ids.length - 2}</span>}
    </span>
  )
}
