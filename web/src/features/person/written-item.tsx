// A meeting, a call, or another thing that happened at a time.

import { useMutation, useQuery } from '@tanstack/react-query'
import { CalendarDays, CircleDot, MapPin, Phone, Pin } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { dropDraft } from '@/app/drafts.ts'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { Late, Skeleton } from '@/ui/states.tsx'
import { Attachments } from './attachments.tsx'
import { refetch, usePinEntry, useRemoveEntry } from './change-entry.ts'
import { ItemCard } from './item-card.tsx'
import { ItemMenu } from './item-menu.tsx'
import { PlainText } from './message.tsx'
import { nameOfKind } from './timeline.tsx'
import { interactionQuery, type Entry } from './timeline-queries.ts'
import { WrittenForm, type Written } from './written-form.tsx'

interface Props {
  entry: Entry
  timelineId: string
  /** Unfolded in the beginning. */
  isFound?: boolean
}

export function WrittenItem({ entry, timelineId, isFound = false }: Props) {
  const m = useMessages()
  const { time } = useFormats()
  const [open, setOpen] = useState(isFound)
  const [editing, setEditing] = useState(false)
  const remove = useRemoveEntry(timelineId, entry)
  const pin = usePinEntry(timelineId, entry)
  const { kind, subject, snippet, occurred_at, ends_at, all_day, location, status, pinned, source, participants } = entry
  const Kind = kind === 'call' ? Phone : kind === 'meeting' ? CalendarDays : CircleDot
  const isOurs = source === 'manual'
  const name = nameOfKind(kind, m.person.kinds)
  const edit = () => {
    setOpen(true)
    setEditing(true)
  }
  return (
    <ItemCard
      icon={<Kind size={14} />}
      title={subject || name}
      marks={
        <>
          {status === 'cancelled' && <span className="shrink-0 rounded-full bg-danger-soft px-1.5 text-xs text-danger">{m.person.cancelled}</span>}
          {pinned && <Pin size={12} aria-label={m.person.pinned} className="shrink-0 text-ink-faint" />}
        </>
      }
      line={
        <span className="truncate">
          {[subject && name, location, participants.length > 1 && m.person.people(participants.length)].filter(Boolean).join(' · ')}
        </span>
      }
      snippet={snippet}
      at={occurred_at}
      when={all_day ? m.person.all_day : ends_at ? `${time(occurred_at)} – ${time(ends_at)}` : undefined}
      open={open}
      onToggle={() => {
        setOpen(!open)
        setEditing(false)
      }}
      menu={<ItemMenu pinned={pinned} onPin={pin} onEdit={isOurs ? edit : undefined} onRemove={isOurs ? remove : undefined} />}
    >
      <Details id={entry.id} timelineId={timelineId} editing={editing} onDone={() => setEditing(false)} />
    </ItemCard>
  )
}

function Details({ id, timelineId, editing, onDone }: { id: string; timelineId: string; editing: boolean; onDone(): void }) {
  const m = useMessages()
  const { data } = useQuery(interactionQuery(id))
  const save = useMutation({
    mutationFn: (given: Written) => body(api.PATCH('/interactions/{id}', { params: { path: { id } }, body: given })),
    async onSuccess(changed) {
      dropDraft(`edit:${id}`)
      queryClient.setQueryData(interactionQuery(id).queryKey, changed)
      onDone()
      await refetch(timelineId)
    },
    onError: toastProblem,
  })
  if (!data) {
    return (
      <Late>
        <Skeleton className="m-4 h-12" />
      </Late>
    )
  }
  if (editing) {
    return (
      <div className="px-3 pb-3">
        <WrittenForm kind={data.kind} draft={`edit:${id}`} initial={data} busy={save.isPending} onSave={(given) => save.mutate(given)} onCancel={onDone} />
      </div>
    )
  }
  return (
    <div className="grid gap-3 px-4 py-3 text-sm">
      {data.location && (
        <p className="flex items-center gap-1.5 text-ink-soft">
          <MapPin size={14} className="shrink-0" />
          {data.location}
        </p>
      )}
      <p className="text-xs text-ink-soft">{data.participants.map(({ name, address }) => name ?? address).filter(Boolean).join(', ')}</p>
      {data.body?.text ? <PlainText text={data.body.text} quoted={data.body.quoted} /> : <p className="text-ink-faint">{m.person.nothing_written}</p>}
      <Attachments attachments={data.attachments} />
    </div>
  )
}
