// The messages that a task came from, as far as one sees them.

import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { useChangeTask } from './change-task.ts'
import { Section } from './task-relations.tsx'
import type { Task } from './tasks-queries.ts'

export function TaskSources({ task }: { task: Task }) {
  const { tasks: m, rooms } = useTaskMessages()
  const { when } = useFormats()
  const changeTask = useChangeTask()
  const messages = useQueries({
    queries: task.message_ids.map((id) => ({
      queryKey: ['message', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => body(api.GET('/messages/{id}', { params: { path: { id } }, signal })),
      retry: false,
    })),
  })
  if (task.message_ids.length === 0) return null
  return (
    <Section title={m.came_from}>
      {messages.map(({ data: message, isError }, place) => {
        const id = task.message_ids[place]!
        if (isError) {
          return (
            <li key={id} className="flex min-h-8 items-center gap-2 text-ink-faint">
              <Lock size={14} className="mx-1 shrink-0" />
              {m.hidden_message}
            </li>
          )
        }
        if (!message) return <li key={id} className="min-h-12" />
        const name = message.author.name ?? rooms.somebody
        return (
          <li key={id} className="group flex items-start gap-2.5 py-1">
            <Avatar name={name} />
            <Link to="/rooms/$id" params={{ id: message.room_id }} search={message.thread_id ? { thread: message.thread_id, message: id } : { message: id }} className="min-w-0 flex-1 hover:underline">
              <span className="flex items-baseline gap-2">
                <span className="truncate font-medium">{name}</span>
                <span className="text-xs text-ink-faint">{when(message.created_at)}</span>
              </span>
              <span className="line-clamp-2 text-ink-soft">{message.deleted_at ? rooms.was_removed(name) : message.snippet || message.files[0]?.name}</span>
            </Link>
            <RemoveButton label={m.not_from} onClick={() => changeTask(task, { message_ids: task.message_ids.filter((each) => each !== id) })} />
          </li>
        )
      })}
    </Section>
  )
}
