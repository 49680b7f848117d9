import { AlarmClock, CalendarClock } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { MenuItem, SubMenu } from '@/ui/menu.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import type { Message } from '../rooms-queries.ts'
import { remind } from './reminders.ts'
import { offered } from './times.ts'

/** In the menu of a message: when one wants to be reminded of it. */
export function RemindMenu({ message, onOther }: { message: Message; onOther(message: Message): void }) {
  const { later: m } = useMessages()
  const { moment } = useFormats()
  return (
    <SubMenu icon={<AlarmClock size={15} />} label={m.remind}>
      {offered(['minutes', 'hour', 'three_hours', 'tomorrow', 'monday']).map(({ name, at }) => (
        <MenuItem key={name} onSelect={() => void remind({ message_id: message.id, time: { remind_at: at } }, moment).catch(toastProblem)} end={<span className="text-xs text-ink-faint tabular-nums">{moment(at)}</span>}>
          {m.names[name]}
        </MenuItem>
      ))}
      <MenuItem icon={<CalendarClock size={15} />} onSelect={() => onOther(message)} shortcut="m">
        {m.other_time}
      </MenuItem>
    </SubMenu>
  )
}
