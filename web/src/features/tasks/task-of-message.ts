// A task from what somebody has said: made at once, and taken back by one key.

import { useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { linkToMessage } from '@/features/rooms/message-actions.ts'
import type { Message } from '@/features/rooms/rooms-queries.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { taskQuery } from './tasks-queries.ts'

const longestTitle = 120

/** Undefined for guests, who make none. */
export function useTaskOfMessage(): ((message: Message) => void) | undefined {
  const { tasks: m, rooms, actions } = useTaskMessages()
  const { user, role } = useMe()
  const me = user?.id
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['tasks'] })
  const make = async (message: Message) => {
    const name = message.author.name ?? rooms.somebody
    const said = message.snippet || message.files[0]?.name || name
    // What is said in more words than a title has stands below it, as it was said.
    const isShort = said.length <= longestTitle && !message.text.trim().includes('\n')
    const quoted = message.text.trim().split('\n').map((line) => `> ${line}`).join('\n')
    const task = await body(api.POST('/tasks', {
      body: {
        title: isShort ? said : `${said.slice(0, longestTitle).replace(/\s+\S*$/, '')}…`,
        ...(!isShort && { description: `${quoted}\n>\n> [${name}](${linkToMessage(message)})` }),
        message_ids: [message.id],
        contact_ids: mentionedContacts(message),
        ...(me && { assignee_ids: [me] }),
      },
    }))
    client.setQueryData(taskQuery(task.id).queryKey, task)
    void refresh()
    const takeBack = async () => {
      await api.DELETE('/tasks/{id}', { params: { path: { id: task.id } } })
      await refresh()
    }
    toast(m.added(task.title), { action: { label: actions.undo, run: () => void takeBack().catch(toastProblem) } })
  }
  return isAtLeast(role, 'member') ? (message) => void make(message).catch(toastProblem) : undefined
}

function mentionedContacts({ text }: Message): string[] {
  return [...new Set([...text.matchAll(/\]\(contact:([0-9a-f-]{36})\)/g)].map(([, id]) => id!))]
}
