// What is seen of a task at a glance, wherever it is listed.

import { CircleSlash, ListTree } from 'lucide-react'
import { useMemberNames } from '@/features/people/members.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Avatar } from '@/ui/avatar.tsx'
import type { Task } from './tasks-queries.ts'

export function Marks({ blocked, subtasks }: { blocked: boolean; subtasks: Task['subtasks'] }) {
  const { tasks: m } = useTaskMessages()
  return (
    <>
      {blocked && (
        <span className="inline-flex items-center gap-1 text-warning">
          <CircleSlash size={12} />
          {m.blocked}
        </span>
      )}
      {subtasks.total > 0 && (
        <span className="inline-flex items-center gap-1 text-ink-soft tabular-nums" title={m.parts_done(subtasks.done, subtasks.total)}>
          <ListTree size={12} />
          {subtasks.done}/{subtasks.total}
        </span>
      )}
    </>
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
