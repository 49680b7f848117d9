// A call or a meeting, as somebody writes it down.

import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Field, inputLook } from '@/ui/field.tsx'
import { useDraft } from './drafts.ts'
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
  /** Under what name its text is kept until it is saved. */
  draft: string
  initial?: Interaction
  busy: boolean
  onSave(given: Written): void
  onCancel(): void
}

export function WrittenForm({ kind, draft, initial, busy, onSave, onCancel }: Props) {
  const m = useMessages()
  const [text, setText] = useDraft(draft, initial?.body?.text ?? '')
  const [subject, setSubject] = useState(initial?.subject ?? '')
  const [begin, setBegin] = useState(toLocal(initial?.occurred_at ?? new Date().toISOString()))
  const [end, setEnd] = useState(initial?.ends_at ? toLocal(initial.ends_at) : '')
  const [location, setLocation] = useState(initial?.location ?? '')
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
      <Field autoFocus label={m.person.subject} value={subject} maxLength={1_000} onChange={(event) => setSubject(event.target.value)} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={m.person.begins} type="datetime-local" required value={begin} onChange={(event) => setBegin(event.target.value)} />
        <Field label={m.person.ends} type="datetime-local" value={end} error={backwards ? m.person.backwards : undefined} onChange={(event) => setEnd(event.target.value)} />
      </div>
      {isMeeting && <Field label={m.person.location} value={location} maxLength={1_000} onChange={(event) => setLocation(event.target.value)} />}
      <label className="grid gap-1.5 text-sm font-medium">
        {m.person.what}
        <textarea value={text} rows={3} maxLength={100_000} className={`${inputLook} field-sizing-content h-auto! max-h-72 py-2 font-normal`} onChange={(event) => setText(event.target.value)} />
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
