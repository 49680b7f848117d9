// Days that matter to a person: birthdays, anniversaries and others.

import { useMutation, useQuery } from '@tanstack/react-query'
import { Cake, CalendarHeart } from 'lucide-react'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Choice } from '@/ui/choice.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { SideLine, SideSection } from './side-section.tsx'

type ContactDate = Schemas['ContactDate']
type NewDate = Schemas['NewContactDate']

const kinds = ['birthday', 'anniversary', 'custom'] as const

export function Dates({ id }: { id: string }) {
  const m = useMessages()
  const { monthDay } = useFormats()
  const { data: dates = [] } = useQuery({
    queryKey: ['dates', id],
    queryFn: async ({ signal }) => (await body(api.GET('/contacts/{id}/dates', { params: { path: { id }, query: { limit: 100 } }, signal }))).data,
  })
  const [edited, setEdited] = useState<ContactDate | 'new'>()
  const refetch = () => queryClient.invalidateQueries({ queryKey: ['dates', id] })
  const create = (date: NewDate) => body(api.POST('/contacts/{id}/dates', { params: { path: { id } }, body: date }))
  const save = useMutation({
    mutationFn: ({ kind, ...date }: NewDate) =>
      edited === 'new' || !edited ? create({ kind, ...date }) : body(api.PATCH('/dates/{id}', { params: { path: { id: edited.id } }, body: date })),
    onSuccess() {
      setEdited(undefined)
      return refetch()
    },
    onError: toastProblem,
  })
  const remove = useMutation({
    mutationFn: async (date: ContactDate) => void (await api.DELETE('/dates/{id}', { params: { path: { id: date.id } } })),
    onSuccess(_, { kind, label, year, month, day, yearly }) {
      const again = () => create({ kind, year, month, day, yearly, ...(label && { label }) }).then(refetch, toastProblem)
      toast(m.person.removed, { action: { label: m.actions.undo, run: () => void again() } })
      return refetch()
    },
    onError: toastProblem,
  })
  const nameOf = ({ kind, label }: ContactDate) => label ?? m.person.dates[kind]
  return (
    <SideSection title={m.person.dates.title} add={m.person.dates.add} onAdd={() => setEdited('new')}>
      {dates.map((date) => (
        <SideLine key={date.id} remove={`${m.actions.remove}: ${nameOf(date)}`} onRemove={() => remove.mutate(date)}>
          <button type="button" onClick={() => setEdited(date)} className="flex w-full min-w-0 items-center gap-2 text-left">
            {date.kind === 'birthday' ? <Cake size={14} className="shrink-0 text-ink-faint" /> : <CalendarHeart size={14} className="shrink-0 text-ink-faint" />}
            <span className="truncate">{nameOf(date)}</span>
            <span className="ml-auto shrink-0 text-ink-soft">{monthDay(date)}</span>
          </button>
        </SideLine>
      ))}
      <Dialog title={m.person.dates.add} open={edited !== undefined} onClose={() => setEdited(undefined)}>
        <DateForm date={edited === 'new' ? undefined : edited} busy={save.isPending} onSave={(date) => save.mutate(date)} />
      </Dialog>
    </SideSection>
  )
}

function DateForm({ date, busy, onSave }: { date?: ContactDate; busy: boolean; onSave(date: NewDate): void }) {
  const m = useMessages()
  const { months } = useFormats()
  const [kind, setKind] = useState(date?.kind ?? 'birthday')
  const [label, setLabel] = useState(date?.label ?? '')
  const [day, setDay] = useState(String(date?.day ?? ''))
  const [month, setMonth] = useState(date?.month ?? new Date().getMonth() + 1)
  const [year, setYear] = useState(date?.year ? String(date.year) : '')
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ kind, day: Number(day), month, year: year ? Number(year) : null, ...(kind === 'custom' && { label: label.trim() }) })
      }}
    >
      {!date && (
        <label className="grid gap-1.5 text-sm font-medium">
          {m.person.dates.kind}
          <Choice value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as typeof kind)}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {m.person.dates[each]}
              </option>
            ))}
          </Choice>
        </label>
      )}
      {kind === 'custom' && <Field label={m.person.dates.label} required maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />}
      <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_6rem] items-end gap-3">
        <Field label={m.person.dates.day} type="number" min={1} max={31} required value={day} onChange={(event) => setDay(event.target.value)} />
        <label className="grid gap-1.5 text-sm font-medium">
          {m.person.dates.month}
          <Choice className="h-9 [&>select]:h-9!" value={month} onChange={({ currentTarget }) => setMonth(Number(currentTarget.value))}>
            {months.map((name, place) => (
              <option key={name} value={place + 1}>
                {name}
              </option>
            ))}
          </Choice>
        </label>
        <Field label={m.person.dates.year} type="number" min={1} max={9999} placeholder="–" value={year} onChange={(event) => setYear(event.target.value)} />
      </div>
      <Button type="submit" look="primary" className="justify-self-end" disabled={busy}>
        {m.actions.save}
      </Button>
    </form>
  )
}
