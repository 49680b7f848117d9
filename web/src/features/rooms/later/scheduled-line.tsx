import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Forward, Paperclip, Pencil, SendHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '@/app/roles.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { nameOfRoom } from '../room-name.tsx'
import { roomsQuery } from '../rooms-queries.ts'
import { UrgentMark } from '../urgency.tsx'
import { ElsewhereDialog } from './elsewhere-dialog.tsx'
import { Line } from './line.tsx'
import { removeScheduled, sendNow, sendOtherwise, type Scheduled } from './scheduled.ts'
import { ScheduledDialog } from './scheduled-dialog.tsx'

/** A message that is sent later, or that could not be and waits to be mended. */
export function ScheduledLine({ scheduled }: { scheduled: Scheduled }) {
  const { later: m } = useMessages()
  const { moment } = useFormats()
  const [open, setOpen] = useState<'edit' | 'elsewhere'>()
  const close = () => setOpen(undefined)
  const { problem, text, files } = scheduled
  return (
    <Line
      icon={<SendHorizontal size={16} />}
      head={
        <>
          <span className="font-medium">{moment(scheduled.send_at)}</span>
          <Where scheduled={scheduled} />
          {scheduled.thread_id && <span>{m.in_thread}</span>}
          {scheduled.urgent && <UrgentMark />}
        </>
      }
      text={
        <>
          <span className="whitespace-pre-wrap">{text}</span>
          {files.map(({ id, name, url }) => (
            <a key={id} href={url} download={name} className="mr-3 inline-flex items-center gap-1 text-sm text-ink-soft hover:underline">
              <Paperclip size={13} className="shrink-0" />
              {name}
            </a>
          ))}
        </>
      }
      problem={problem ? m.could_not(m.problems[problem]) : undefined}
    >
      <Mend scheduled={scheduled} onElsewhere={() => setOpen('elsewhere')} />
      <Button size="sm" look="quiet" aria-label={m.edit} title={m.edit} icon={<Pencil size={14} />} onClick={() => setOpen('edit')} />
      <Button size="sm" look="quiet" aria-label={m.do_not_send} title={m.do_not_send} icon={<Trash2 size={14} />} onClick={() => void removeScheduled(scheduled)} />
      {open === 'edit' && <ScheduledDialog scheduled={scheduled} onClose={close} />}
      {open === 'elsewhere' && <ElsewhereDialog scheduled={scheduled} onClose={close} />}
    </Line>
  )
}

/** What helps: now, as an answer no more, or in another room. */
function Mend({ scheduled, onElsewhere }: { scheduled: Scheduled; onElsewhere(): void }) {
  const { later: m } = useMessages()
  const { problem } = scheduled
  if (problem === 'thread_gone') {
    return (
      <Button size="sm" look="quiet" icon={<SendHorizontal size={14} />} onClick={() => void sendOtherwise(scheduled, { thread_id: null })}>
        {m.in_room}
      </Button>
    )
  }
  return (
    <>
      {problem !== null && problem !== 'refused' && (
        <Button size="sm" look="quiet" icon={<Forward size={14} />} onClick={onElsewhere}>
          {m.elsewhere}
        </Button>
      )}
      {problem !== 'room_gone' && (
        <Button size="sm" look="quiet" icon={<SendHorizontal size={14} />} onClick={() => void sendNow(scheduled)}>
          {m.send_now}
        </Button>
      )}
    </>
  )
}

function Where({ scheduled: { room_id, room_name } }: { scheduled: Scheduled }) {
  const { rooms: m } = useMessages()
  const me = useMe().user?.id
  const { data: room } = useQuery({ ...roomsQuery, select: (rooms) => rooms.find(({ id }) => id === room_id) })
  const name = room ? nameOfRoom(room, me, m.nobody) : room_name
  return (
    name && (
      <Link to="/rooms/$id" params={{ id: room_id }} className="truncate hover:underline">
        {name}
      </Link>
    )
  )
}
