// A task from what somebody has said: made at once, and taken back by one key.

import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { linkToMessage } from '@/features/rooms/message-actions.ts'
import type { Message } from '@/features/rooms/rooms-queries.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { useTellAdded } from './added.ts'
import { isDoubled } from './doubled.ts'

const longestTitle = 120

/** Undefined for guests, who make none. */
export function useTaskOfMessage(): ((message: Message) => void) | undefined {
  const { rooms } = useTaskMessages()
  const { user, role } = useMe()
  const me = user?.id
  const tellAdded = useTellAdded()
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
    tellAdded(task)
  }
  if (!isAtLeast(role, 'member')) return undefined
  return (message) => {
    if (!isDoubled(message.id)) void make(message).catch(toastProblem)
  }
}

function mentionedContacts({ text }: Message): string[] {
  return [...new Set([...text.matchAll(/\]\(contact:([0-9a-f-]{36})\)/g)].map(([, id]) => id!))]
}
