import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Message } from '@/features/rooms/rooms-queries.ts'
import { classes } from '@/ui/classes.ts'
import { CategoryMark } from './task-check.tsx'
import { isOpen, tasksOfRoom } from './tasks-queries.ts'

/** The tasks that came from a message, below it. All of its room are asked for at once. */
export function MessageTasks({ message: { id, room_id } }: { message: Message }) {
  const { data: tasks = [] } = useQuery({ ...tasksOfRoom(room_id), staleTime: 60_000, select: (all) => all.filter(({ message_ids }) => message_ids.includes(id)) })
  return tasks.map((task) => (
    <Link
      key={task.id}
      to="/tasks/$id"
      params={{ id: task.id }}
      search={{ show: 'all' }}
      className="my-1 flex h-8 w-fit max-w-full items-center gap-2 rounded-md bg-surface px-2.5 text-sm ring-1 ring-line-strong ring-inset hover:bg-hover"
    >
      <CategoryMark small category={task.category} />
      <span className={classes('truncate', !isOpen(task) && 'text-ink-faint line-through')}>{task.title}</span>
    </Link>
  ))
}
