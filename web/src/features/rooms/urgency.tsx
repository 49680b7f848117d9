// An urgent message: that it is one, who has acknowledged it, and doing so oneself.

import { Check, Siren } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '@/features/people/references.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Popover } from '@/ui/popover.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { putChange } from './history.ts'
import type { Message, Room } from './rooms-queries.ts'

export function Urgency({ room, message }: { room: Room; message: Message }) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id
  if (!message.urgent) return null
  const { acknowledgements } = message.urgent
  const done = acknowledgements.filter(({ acknowledged_at }) => acknowledged_at !== null)
  const isAsked = room.archived_at === null && acknowledgements.some(({ user_id, acknowledged_at }) => user_id === me && acknowledged_at === null)
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <UrgentMark />
      {isAsked && (
        <Button size="sm" look="primary" icon={<Check size={14} />} onClick={() => void acknowledge(message, me!)}>
          {m.acknowledge}
        </Button>
      )}
      <Popover label={m.acknowledged(done.length, acknowledgements.length)} trigger={<button type="button" className="rounded-sm text-xs text-ink-soft hover:underline">{m.acknowledged(done.length, acknowledgements.length)}</button>}>
        <Asked acknowledgements={acknowledgements} />
      </Popover>
    </div>
  )
}

export function UrgentMark() {
  const { rooms: m } = useMessages()
  return (
    <span className="inline-flex h-5 items-center gap-1 rounded-sm bg-danger-soft px-1.5 text-xs font-semibold text-danger">
      <Siren size={12} />
      {m.urgent}
    </span>
  )
}

function Asked({ acknowledgements }: Pick<NonNullable<Message['urgent']>, 'acknowledgements'>) {
  const { rooms: m } = useMessages()
  const { when } = useFormats()
  const { data: members = [] } = useQuery(membersQuery)
  return (
    <ul className="grid gap-1.5">
      {acknowledgements.map(({ user_id, acknowledged_at }) => (
        <li key={user_id} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate">{members.find((member) => member.user_id === user_id)?.name ?? m.somebody}</span>
          <span className="text-xs text-ink-faint">{acknowledged_at ? when(acknowledged_at) : m.not_yet}</span>
        </li>
      ))}
    </ul>
  )
}

/** At once; the event says what is so. */
async function acknowledge(message: Message, me: string) {
  const acknowledgements = message.urgent!.acknowledgements.map((each) => (each.user_id === me ? { ...each, acknowledged_at: new Date().toISOString() } : each))
  putChange(message, { urgent: { ...message.urgent!, acknowledgements } })
  try {
    putChange(message, await body(api.PUT('/messages/{id}/acknowledgement', { params: { path: { id: message.id } } })))
  } catch (error) {
    putChange(message, { urgent: message.urgent })
    toastProblem(error)
  }
}
