// What is to come: messages that wait to be sent, and what one wants to be reminded of.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AlarmClock, Check, Clock, Plus, Repeat, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Empty, Failed, Late, SkeletonRows } from '@/ui/states.tsx'
import { RoomsPage } from '../rooms-page.tsx'
import { Line } from './line.tsx'
import { finish, putOff, remindersQuery, type Reminder } from './reminders.ts'
import { ReminderDialog } from './reminder-dialog.tsx'
import { scheduledQuery } from './scheduled.ts'
import { ScheduledLine } from './scheduled-line.tsx'
import { offered } from './times.ts'

export function LaterPage() {
  const scroller = useScrollerName('later')
  const { later: m } = useMessages()
  const scheduled = useQuery(scheduledQuery)
  const reminders = useQuery(remindersQuery)
  const [isMaking, setIsMaking] = useState(false)
  const error = scheduled.error ?? reminders.error
  const isEmpty = scheduled.data?.length === 0 && reminders.data?.length === 0
  return (
    <RoomsPage
      title={m.title}
      end={
        <Button icon={<Plus size={15} />} onClick={() => setIsMaking(true)}>
          {m.new_reminder}
        </Button>
      }
    >
      <div {...scroller} className="min-h-0 flex-1 overflow-y-auto px-3 py-4 md:px-5">
        {error && <Failed error={error} retry={() => void Promise.all([scheduled.refetch(), reminders.refetch()])} />}
        {!error && !(scheduled.data && reminders.data) && (
          <Late>
            <SkeletonRows rows={4} height={64} />
          </Late>
        )}
        {isEmpty && (
          <Empty icon={<Clock size={20} />} title={m.nothing}>
            {m.nothing_hint}
          </Empty>
        )}
        <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
          <Group title={m.reminders} count={reminders.data?.length}>
            {reminders.data?.map((reminder) => <OneReminder key={reminder.id} reminder={reminder} />)}
          </Group>
          <Group title={m.scheduled} count={scheduled.data?.length}>
            {scheduled.data?.map((each) => <ScheduledLine key={each.id} scheduled={each} />)}
          </Group>
        </div>
      </div>
      {isMaking && <ReminderDialog onClose={() => setIsMaking(false)} />}
    </RoomsPage>
  )
}

function Group({ title, count = 0, children }: { title: string; count?: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold text-ink-soft">{title}</h2>
      <ul className="divide-y divide-line rounded-lg border">{children}</ul>
    </section>
  )
}

function OneReminder({ reminder }: { reminder: Reminder }) {
  const { later: m, rooms } = useMessages()
  const { moment } = useFormats()
  const { message, text, remind_at, repeat_rule, told_at } = reminder
  const isDue = told_at !== null
  return (
    <Line
      icon={repeat_rule ? <Repeat size={16} /> : <AlarmClock size={16} className={isDue ? 'text-accent' : ''} />}
      head={
        <>
          <span className={isDue ? 'font-semibold text-accent' : 'font-medium'}>{isDue ? m.due_since(moment(remind_at)) : moment(remind_at)}</span>
          {message && <span className="truncate">{m.of(message.author.name ?? rooms.somebody, message.room_name)}</span>}
        </>
      }
      text={
        <>
          {text && <p className="font-medium">{text}</p>}
          {message ? (
            <Link to="/rooms/$id" params={{ id: message.room_id }} search={message.thread_id ? { thread: message.thread_id } : { message: message.id }} className={text ? 'text-ink-soft hover:underline' : 'hover:underline'}>
              {message.snippet || rooms.was_removed(message.author.name ?? rooms.somebody)}
            </Link>
          ) : (
            !text && <span className="text-ink-faint">{m.message_gone}</span>
          )}
        </>
      }
    >
      {isDue && (
        <Button size="sm" look="quiet" icon={<Check size={14} />} onClick={() => void finish(reminder)}>
          {m.done}
        </Button>
      )}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <Button size="sm" look="quiet" icon={<Clock size={14} />}>
            {m.put_off}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={6} collisionPadding={8} className={menuLook}>
            {offered(['minutes', 'hour', 'three_hours', 'tomorrow', 'monday']).map(({ name, at }) => (
              <MenuItem key={name} onSelect={() => void putOff(reminder, at)} end={<span className="text-xs text-ink-faint tabular-nums">{moment(at)}</span>}>
                {m.names[name]}
              </MenuItem>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {!isDue && <Button size="sm" look="quiet" aria-label={m.remove} title={m.remove} icon={<Trash2 size={14} />} onClick={() => void finish(reminder)} />}
    </Line>
  )
}
