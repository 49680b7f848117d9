// A day that matters to a person, as somebody writes it down.

import { useMutation } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import { dropDraft, formDraft, useDraft } from '@/app/drafts.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'

export type ContactDate = Schemas['ContactDate']
export type NewDate = Schemas['NewContactDate']
type Kind = ContactDate['kind']

const kinds = ['birthday', 'anniversary', 'custom'] as const

interface Props {
  contactId: string
  /** Undefined for a new one. */
  date: ContactDate | undefined
  open: boolean
  onClose(): void
  onSave(date: NewDate): Promise<unknown>
}

export function DateDialog({ contactId, date, open, onClose, onSave }: Props) {
  const { person: { dates: m }, actions } = useMessages()
  const { months } = useFormats()
  const draft = `date:${date?.id ?? contactId}`
  const [newKind, setNewKind] = useDraft<Kind>(`new-date-kind:${contactId}`, 'birthday')
  const kind = date?.kind ?? newKind
  const save = useMutation({
    mutationFn: onSave,
    onSuccess() {
      dropDraft(draft)
      if (!date) setNewKind('birthday')
      close()
    },
  })
  const close = () => {
    save.reset()
    onClose()
  }
  const submit = (form: FormData) => {
    const year = Number(form.get('year'))
    save.mutate({ kind, day: Number(form.get('day')), month: Number(form.get('month')), year: year || null, ...(kind === 'custom' && { label: String(form.get('label')).trim() }) })
  }
  return (
    <FormDialog title={m.add} draft={formDraft(draft)} open={open} onClose={close} submit={actions.save} pending={save.isPending} error={save.error} onSubmit={submit}>
      {!date && <Select label={m.kind} value={kind} onChange={({ target }) => setNewKind(target.value as Kind)} options={kinds.map((each) => [each, m[each]])} />}
      {kind === 'custom' && <Field label={m.label} name="label" autoComplete="off" required maxLength={100} defaultValue={date?.label ?? ''} />}
      <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_6rem] items-end gap-3">
        <Field label={m.day} name="day" type="number" min={1} max={31} required defaultValue={date?.day} />
        <Select label={m.month} name="month" defaultValue={date?.month ?? new Date().getMonth() + 1} options={months.map((name, place) => [String(place + 1), name])} />
        <Field label={m.year} name="year" type="number" min={1} max={9999} placeholder="–" defaultValue={date?.year ?? ''} />
      </div>
    </FormDialog>
  )
}
