// What one says of oneself: an emoji, some words, and until when.

import { useQuery } from '@tanstack/react-query'
import { Smile, X } from 'lucide-react'
import { useState } from 'react'
import { EmojiPicker } from '@/features/rooms/emoji-picker.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { inputLook } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { atHour, availabilityQuery, changeAvailability, inMinutes, type Availability } from './availability.ts'

const ends = ['never', 'half_hour', 'hour', 'four_hours', 'today', 'week'] as const
type End = (typeof ends)[number] | 'kept'

export function StatusDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { data } = useQuery(availabilityQuery)
  return open && data ? <Form status={data.status} onClose={onClose} /> : null
}

function Form({ status, onClose }: { status: Availability['status']; onClose(): void }) {
  const m = useMessages()
  const p = m.presence
  const { moment } = useFormats()
  const [emoji, setEmoji] = useState(status?.emoji ?? null)
  const [text, setText] = useState(status?.text ?? '')
  const [end, setEnd] = useState<End>(status?.until ? 'kept' : 'never')
  const isEmpty = emoji === null && text.trim() === ''
  const save = async () => {
    onClose()
    await changeAvailability({ status: { emoji, text: text.trim(), until: end === 'kept' ? status!.until : endOf(end) } })
  }
  return (
    <FormDialog title={p.status} open submit={m.actions.save} disabled={isEmpty} onClose={onClose} onSubmit={() => void save()}>
      <div className="relative">
        <input autoFocus value={text} maxLength={100} aria-label={p.says} placeholder={p.status_placeholder} className={`${inputLook} pr-10 pl-11`} onChange={({ target }) => setText(target.value)} />
        <span className="absolute inset-y-0 left-1 flex items-center">
          <EmojiPicker trigger={<Button size="sm" look="quiet" aria-label={p.status_emoji} icon={emoji ? <span className="text-lg">{emoji}</span> : <Smile size={16} />} />} onPick={setEmoji} />
        </span>
        {emoji && (
          <span className="absolute inset-y-0 right-1 flex items-center">
            <Button size="sm" look="quiet" aria-label={p.remove_emoji} title={p.remove_emoji} icon={<X size={14} />} onClick={() => setEmoji(null)} />
          </span>
        )}
      </div>
      {isEmpty && (
        <ul className="-mx-2 grid gap-px">
          {p.suggestions.map(([sign, words]) => (
            <li key={words}>
              <button
                type="button"
                className="flex h-9 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover"
                onClick={() => {
                  setEmoji(sign)
                  setText(words)
                }}
              >
                <span aria-hidden>{sign}</span>
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select label={p.clear_after} value={end} options={[...(status?.until ? [['kept', p.until(moment(status.until))] as const] : []), ...ends.map((each) => [each, p.ends[each]] as const)]} onChange={({ target }) => setEnd(target.value as End)} />
    </FormDialog>
  )
}

function endOf(end: (typeof ends)[number]): string | null {
  switch (end) {
    case 'never':
      return null
    case 'today':
      return atHour(1, 0)
    case 'week':
      return atHour(8 - (new Date().getDay() || 7), 0)
    default:
      return inMinutes({ half_hour: 30, hour: 60, four_hours: 240 }[end])
  }
}
