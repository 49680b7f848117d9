// A call or a meeting, as somebody writes it down.

import { useDraft } from '@/app/drafts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Field, inputLook } from '@/ui/field.tsx'
import type { Interaction } from './timeline-queries.ts'

export interface Written {
  subject: string | null
  text: string | null
  occurred_at: string
  ends_at: string | null
  location: string | null
}

interface Props {
  kind: string
  /** Under what name it is kept until it is saved. */
  draft: string
  initial?: Interaction
  busy: boolean
  onSave(given: Written): void
  onCancel(): void
}

export function WrittenForm({ kind, draft, initial, busy, onSave, onCancel }: Props) {
  const m = useMessages()
  const [written, change] = useDraft(draft, {
    text: initial?.body?.text ?? '',
    subject: initial?.subject ?? '',
    begin: toLocal(initial?.occurred_at ?? new Date().toISOString()),
    end: initial?.ends_at ? toLocal(initial.ends_at) : '',
    location: initial?.location ?? '',
  })
  const { text, subject, begin, end, location } = written
  const line = (name: keyof typeof written) => ({
    value: written[name],
    onChange: ({ target }: { target: { value: string } }) => change({ ...written, [name]: target.value }),
  })
  const isMeeting = kind === 'meeting'
  const backwards = end !== '' && end < begin
  return (
    <form
      className="mt-2 grid gap-3 rounded-lg p-3 ring-1 ring-line-strong ring-inset"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onSave({
          subject: subject.trim() || null,
          text: text.trim() || null,
          occurred_at: new Date(begin).toISOString(),
          ends_at: end ? new Date(end).toISOString() : null,
          location: location.trim() || null,
        })
      }}
    >
      <Field autoFocus label={m.person.subject} maxLength={1_000} {...line('subject')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={m.person.begins} type="datetime-local" required {...line('begin')} />
        <Field label={m.person.ends} type="datetime-local" error={backwards ? m.person.backwards : undefined} {...line('end')} />
      </div>
      {isMeeting && <Field label={m.person.location} maxLength={1_000} {...line('location')} />}
      <label className="grid gap-1.5 text-sm font-medium">
        {m.person.what}
        <textarea rows={3} maxLength={100_000} className={`${inputLook} field-sizing-content h-auto! max-h-72 py-2 font-normal`} {...line('text')} />
      </label>
      <div className="flex justify-end gap-2">
        <Button size="sm" look="quiet" onClick={onCancel}>
          {m.actions.cancel}
        </Button>
        <Button size="sm" look="primary" type="submit" disabled={busy || backwards || !begin}>
          {m.actions.save}
        </Button>
      </div>
    </form>
  )
}

/** As an input of the browser's own time zone has it. */
function toLocal(iso: string): string {
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
