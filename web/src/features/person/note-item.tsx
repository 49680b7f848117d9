// A note: read where it stands, and written anew there.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Pin, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { dropDraft, useDraft } from '@/app/drafts.ts'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { refetch, usePinEntry, useRemoveEntry } from './change-entry.ts'
import { ItemMenu } from './item-menu.tsx'
import { MarkdownBox } from './markdown-box.tsx'
import { interactionQuery, type Entry, type Interaction } from './timeline-queries.ts'

export function NoteItem({ entry, timelineId }: { entry: Entry; timelineId: string }) {
  const m = useMessages()
  const { time } = useFormats()
  const { data } = useQuery(interactionQuery(entry.id))
  const [editing, setEditing] = useState(false)
  const remove = useRemoveEntry(timelineId, entry)
  const pin = usePinEntry(timelineId, entry)
  return (
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-lg bg-canvas px-3 py-2.5 ring-1 ring-line ring-inset">
      <span className="mt-0.5 flex size-7 items-center justify-center rounded-full bg-surface text-ink-soft">
        <StickyNote size={14} />
      </span>
      <div className="min-w-0">
        <header className="flex min-h-6 items-center gap-2 text-xs text-ink-faint">
          <h3 className="font-medium text-ink-soft">{m.person.kinds.note}</h3>
          {entry.pinned && <Pin size={12} aria-label={m.person.pinned} />}
          <span className="ml-auto flex items-center gap-1">
            <time dateTime={entry.occurred_at}>{time(entry.occurred_at)}</time>
            <ItemMenu pinned={entry.pinned} onPin={pin} onEdit={() => setEditing(true)} onRemove={remove} />
          </span>
        </header>
        {editing && data ? <EditedNote note={data} timelineId={timelineId} onDone={() => setEditing(false)} /> : <Rendered html={data?.body?.html} snippet={entry.snippet} />}
      </div>
    </article>
  )
}

/** The server makes the HTML, of nothing but what Markdown can say. */
function Rendered({ html, snippet }: { html?: string | null; snippet: string | null }) {
  const navigate = useNavigate()
  if (!html) return <p className="text-sm">{snippet}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- links in it are what is clicked
    <div
      className="prose-note text-sm"
      onClick={(event) => {
        const mentioned = (event.target as Element).closest('a.mention')?.getAttribute('href')?.split('/').at(-1)
        if (!mentioned) return
        event.preventDefault()
        void navigate({ to: '/people/$id', params: { id: mentioned } })
      }}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

function EditedNote({ note, timelineId, onDone }: { note: Interaction; timelineId: string; onDone(): void }) {
  const { person: m } = useMessages()
  const [text, setText] = useDraft(`edit:${note.id}`, note.body?.text ?? '')
  const save = useMutation({
    mutationFn: () => body(api.PATCH('/notes/{id}', { params: { path: { id: note.id } }, body: { text } })),
    async onSuccess({ text, html }) {
      dropDraft(`edit:${note.id}`)
      queryClient.setQueryData(interactionQuery(note.id).queryKey, { ...note, body: { ...note.body!, text, html } })
      onDone()
      await refetch(timelineId)
    },
    onError: toastProblem,
  })
  return <MarkdownBox label={m.write.note} text={text} onChange={setText} busy={save.isPending} onSave={() => save.mutate()} onCancel={onDone} />
}
