// Days that matter to a person: birthdays, anniversaries and others.

import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Cake, CalendarHeart } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { DateDialog, type ContactDate, type NewDate } from './date-dialog.tsx'
import { SideLine, SideSection } from './side-section.tsx'

export function datesQuery(id: string) {
  return queryOptions({
    queryKey: ['dates', id],
    queryFn: async ({ signal }) => (await body(api.GET('/contacts/{id}/dates', { params: { path: { id }, query: { limit: 100 } }, signal }))).data,
  })
}

export function Dates({ id }: { id: string }) {
  const m = useMessages()
  const { monthDay } = useFormats()
  const { data: dates = [], error, refetch: retry } = useQuery(datesQuery(id))
  const [edited, setEdited] = useState<ContactDate | 'new'>()
  const refetch = () => queryClient.invalidateQueries({ queryKey: ['dates', id] })
  const create = (date: NewDate) => body(api.POST('/contacts/{id}/dates', { params: { path: { id } }, body: date }))
  const change = ({ id }: ContactDate, { kind: _kept, ...date }: NewDate) => body(api.PATCH('/dates/{id}', { params: { path: { id } }, body: date }))
  const remove = useMutation({
    mutationFn: async (date: ContactDate) => void (await api.DELETE('/dates/{id}', { params: { path: { id: date.id } } })),
    onSuccess(_, { kind, label, year, month, day, yearly }) {
      const again = () => create({ kind, year, month, day, yearly, ...(label && { label }) }).then(refetch, toastProblem)
      toast(m.person.removed, { undo: () => void again() })
      return refetch()
    },
    onError: toastProblem,
  })
  const nameOf = ({ kind, label }: ContactDate) => label ?? m.person.dates[kind]
  return (
    <SideSection title={m.person.dates.title} add={m.person.dates.add} onAdd={() => setEdited('new')} error={error} retry={() => void retry()}>
      {dates.map((date) => (
        <SideLine key={date.id} remove={`${m.actions.remove}: ${nameOf(date)}`} onRemove={() => remove.mutate(date)}>
          <button type="button" onClick={() => setEdited(date)} className="flex w-full min-w-0 items-center gap-2 text-left">
            {date.kind === 'birthday' ? <Cake size={14} className="shrink-0 text-ink-faint" /> : <CalendarHeart size={14} className="shrink-0 text-ink-faint" />}
            <span className="truncate">{nameOf(date)}</span>
            <span className="ml-auto shrink-0 text-ink-soft">{monthDay(date)}</span>
          </button>
        </SideLine>
      ))}
      <DateDialog
        contactId={id}
        date={edited === 'new' ? undefined : edited}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
        onSave={(date) => (edited === 'new' || !edited ? create(date) : change(edited, date)).then(refetch)}
      />
    </SideSection>
  )
}
