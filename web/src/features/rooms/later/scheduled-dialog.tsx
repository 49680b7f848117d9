import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { changeScheduled, type Scheduled } from './scheduled.ts'
import { toLocal } from './times.ts'

interface Props {
  scheduled: Scheduled
  onClose(): void
}

/** What a message that waits says, and when it goes. */
export function ScheduledDialog({ scheduled, onClose }: Props) {
  const { later: m, actions, rooms } = useMessages()
  const id = useId()
  const [text, setText] = useState(scheduled.text)
  const [files, setFiles] = useState(scheduled.files)
  const before = toLocal(new Date(scheduled.send_at))
  const [at, setAt] = useState(before)
  const isOver = at !== '' && (at !== before || scheduled.problem !== null) && new Date(at).getTime() <= Date.now()
  const save = useMutation({
    mutationFn: () => changeScheduled(scheduled, { ...(text !== scheduled.text && { text }), ...(files.length < scheduled.files.length && { file_ids: files.map((file) => file.id) }), ...(at !== before && { send_at: new Date(at).toISOString() }) }),
    onSuccess: onClose,
  })
  return (
    <FormDialog title={m.edit} open submit={actions.save} disabled={(text.trim() === '' && files.length === 0) || at === '' || isOver} pending={save.isPending} error={save.error} onClose={onClose} onSubmit={() => save.mutate()}>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {m.text}
        </label>
        <textarea id={id} rows={4} maxLength={40_000} value={text} className="field-sizing-content max-h-[40vh] min-h-24 w-full resize-none rounded-md bg-surface px-3 py-2 ring-1 ring-line-strong ring-inset focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none" onChange={({ target }) => setText(target.value)} />
      </div>
      {files.length > 0 && (
        <ul aria-label={rooms.files} className="grid gap-1">
          {files.map(({ id: file, name }) => (
            <li key={file} className="flex items-center gap-2 rounded-md bg-hover pl-3 text-sm">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <Button size="sm" look="quiet" aria-label={rooms.detach(name)} title={rooms.detach(name)} icon={<X size={14} />} onClick={() => setFiles(files.filter((each) => each.id !== file))} />
            </li>
          ))}
        </ul>
      )}
      <Field label={m.time} type="datetime-local" required value={at} error={isOver ? m.is_over : undefined} onChange={({ target }) => setAt(target.value)} />
    </FormDialog>
  )
}
