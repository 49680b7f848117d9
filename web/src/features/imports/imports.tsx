// Where files come in: drop or choose them, go on with a draft, see what was imported before.

import { Link } from '@tanstack/react-router'
import { FileUp, X } from 'lucide-react'
import { useRef } from 'react'
import { OperationList } from '@/features/operations/operation-list.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Progress } from '@/ui/progress.tsx'
import { useTakeFiles } from './take-files.ts'
import { forgetDraft, useUploads, type Draft } from './uploads.ts'

export function Imports() {
  const m = useMessages()
  const { uploads, drafts } = useUploads()
  const input = useRef<HTMLInputElement>(null)
  const take = useTakeFiles()
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl px-5 py-8">
        <h1 className="text-2xl font-semibold">{m.imports.title}</h1>
        <div className="mt-5 flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong bg-canvas px-6 py-10 text-center">
          <span className="flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent-strong">
            <FileUp size={20} />
          </span>
          <p className="text-lg font-semibold">{m.imports.drop}</p>
          <p className="max-w-md text-ink-soft">{m.imports.hint}</p>
          <Button look="primary" onClick={() => input.current?.click()} className="mt-1">
            {m.imports.choose}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            aria-label={m.imports.choose}
            className="sr-only"
            tabIndex={-1}
            onChange={({ currentTarget }) => {
              take([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
        </div>
        {uploads.length > 0 && (
          <ul className="mt-6 grid gap-2">
            {uploads.map(({ id, name, sent, size }) => (
              <li key={id} className="grid gap-2 rounded-lg px-4 py-3 ring-1 ring-line ring-inset">
                <span className="flex justify-between gap-4 text-sm">
                  <span className="truncate font-medium">{name}</span>
                  <span className="text-ink-faint">{m.imports.sending}</span>
                </span>
                <Progress done={sent} total={size} label={name} />
              </li>
            ))}
          </ul>
        )}
        {drafts.length > 0 && (
          <section aria-labelledby="drafts">
            <h2 id="drafts" className="mt-10 mb-3 text-lg font-semibold">
              {m.imports.drafts}
            </h2>
            <ul className="divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
              {drafts.map((draft) => (
                <DraftRow key={draft.id} draft={draft} />
              ))}
            </ul>
          </section>
        )}
        <h2 className="mt-10 mb-3 text-lg font-semibold">{m.imports.recent}</h2>
        <OperationList prefix="import." empty={<p className="text-ink-faint">{m.imports.none}</p>} />
      </div>
    </div>
  )
}

function DraftRow({ draft: { id, filename, format, items } }: { draft: Draft }) {
  const m = useMessages()
  const { number } = useFormats()
  return (
    <li className="flex h-11 items-center gap-3 px-4 text-sm">
      <Link to="/import/draft/$id" params={{ id }} className="min-w-0 flex-1 truncate font-medium hover:underline">
        {filename}
      </Link>
      <span className="text-xs text-ink-faint">{[format.toUpperCase(), items !== null && number(items)].filter(Boolean).join(' · ')}</span>
      <Button look="quiet" size="sm" icon={<X size={14} />} aria-label={`${m.imports.discard}: ${filename}`} onClick={() => forgetDraft(id)} />
    </li>
  )
}
