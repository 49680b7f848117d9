// Files that have arrived and wait: each to be looked at, or all to be started as they are understood.

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Play, X } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { toast } from '@/ui/toasts.tsx'
import { forgetDraft, useDrafts, type Draft } from './drafts.ts'
import { startDraft } from './import-queries.ts'

export function DraftList() {
  const { imports: m } = useMessages()
  const drafts = useDrafts()
  const ready = drafts.filter((draft) => draft.ready)
  const start = useMutation({ mutationFn: () => startAll(ready) })
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="drafts" className="mt-10">
      <header className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id="drafts" className="text-lg font-semibold">
          {m.drafts}
        </h2>
        {ready.length > 1 && (
          <Button icon={<Play size={14} />} disabled={start.isPending} onClick={() => start.mutate()}>
            {m.start_all(ready.length)}
          </Button>
        )}
      </header>
      <ul className="divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  )
}

/** In the order in which they came; one that the server refuses stays, and says why. */
async function startAll(drafts: Draft[]) {
  for (const draft of drafts.toReversed()) {
    await startDraft(draft).catch((error: Error) => toast(`${draft.filename}: ${error.message}`, { tone: 'danger' }))
  }
}

function DraftRow({ draft: { id, filename, format, items, ready } }: { draft: Draft }) {
  const m = useMessages()
  const { number } = useFormats()
  return (
    <li className="flex min-h-11 items-center gap-3 py-1 pr-2 pl-4 text-sm">
      <Link to="/import/draft/$id" params={{ id }} className="min-w-0 flex-1 truncate font-medium hover:underline">
        {filename}
      </Link>
      {!ready && <span className="shrink-0 text-xs text-warning">{m.imports.needs_columns}</span>}
      <span className="shrink-0 text-xs text-ink-faint tabular-nums">{[m.imports.formats[format] ?? format, items !== null && number(items)].filter(Boolean).join(' · ')}</span>
      <Button look="quiet" size="sm" icon={<X size={14} />} aria-label={`${m.imports.discard}: ${filename}`} onClick={() => forgetDraft(id)} />
    </li>
  )
}
