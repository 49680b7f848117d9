// A file that has arrived: what is in it, what becomes of it, a try, and the start.

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { FileQuestion, FlaskConical, Play, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Problem } from '@/api/client.ts'
import { useTitle } from '@/app/title.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Empty, Late, Skeleton } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { changeDraft, forgetDraft, listDrafts, type ImportOptions } from './drafts.ts'
import { DryRun, useDryRun } from './dry-run.tsx'
import { FirstEntries } from './first-entries.tsx'
import { peopleFormats, previewQuery, startDraft, type Preview } from './import-queries.ts'
import { MailOptions } from './mail-options.tsx'
import { Mapping } from './mapping.tsx'
import { PeopleOptions } from './people-options.tsx'
import { isReady, targetsOf } from './targets.ts'

export function DraftPage() {
  const { id } = useParams({ from: '/shell/import/draft/$id' })
  return <DraftOf key={id} id={id} />
}

/** What decides on how a file is read, to be found out again. */
const asFound = { header: undefined, sheet: undefined, delimiter: undefined, encoding: undefined, mapping: undefined }

function DraftOf({ id }: { id: string }) {
  const [options, setOptions] = useState<ImportOptions>(() => listDrafts().find((draft) => draft.id === id)?.options ?? {})
  const { header, sheet, delimiter, encoding } = options
  const { data: preview, error } = useQuery(previewQuery(id, { header, sheet, delimiter, encoding }))
  const change = (news: ImportOptions) => setOptions((now) => ({ ...now, ...news }))
  useTitle(preview?.filename)
  useEffect(() => {
    if (preview) changeDraft(id, { options, ready: isReady(preview, options) })
  }, [id, options, preview])
  const gone = error instanceof Problem && error.status === 404
  useEffect(() => {
    if (gone) forgetDraft(id)
  }, [gone, id])
  if (error) return <Unreadable error={error} gone={gone} onReadAsFound={header !== undefined || sheet || delimiter || encoding ? () => change(asFound) : undefined} />
  if (!preview) {
    return (
      <Late>
        <div className="mx-auto grid max-w-5xl gap-4 px-5 py-8">
          <Skeleton className="h-8 w-64" />
          <Skeleton className="h-72" />
        </div>
      </Late>
    )
  }
  return <Choices id={id} preview={preview} options={options} onChange={change} />
}

function Unreadable({ error, gone, onReadAsFound }: { error: Error; gone: boolean; onReadAsFound?: () => void }) {
  const { imports: m } = useMessages()
  const back = (
    <Link to="/import" className="font-medium text-accent hover:underline">
      {m.title}
    </Link>
  )
  return (
    <Empty icon={<FileQuestion size={20} />} title={gone ? m.gone : m.unreadable} action={onReadAsFound && !gone ? <Button onClick={onReadAsFound}>{m.as_found}</Button> : back}>
      {gone ? m.gone_hint : error.message}
    </Empty>
  )
}

const mailFormats = ['mbox', 'eml', 'ics']

interface Props {
  id: string
  preview: Preview
  options: ImportOptions
  onChange(change: ImportOptions): void
}

function Choices({ id, preview, options, onChange }: Props) {
  const scroller = useScrollerName('draft')
  const m = useMessages()
  const { bytes: formatBytes } = useFormats()
  const navigate = useNavigate()
  const { filename, format, bytes, items, columns } = preview
  const isTable = columns.length > 0
  const targets = targetsOf(preview, options)
  // What is shown is what is done, also where nobody has chosen.
  const chosen: ImportOptions = isTable ? { ...options, mapping: Object.fromEntries(columns.map(({ header }, index) => [header, targets[index]!])) } : options
  const ready = isReady(preview, options)
  const dryRun = useDryRun({ ...chosen, upload_id: id })
  const start = useMutation({
    mutationFn: () => startDraft({ id, options: chosen }),
    onSuccess: (operation) => void navigate({ to: '/import/$id', params: { id: operation.id }, replace: true }),
    onError: toastProblem,
  })
  return (
    <div className="flex h-full flex-col">
      <div {...scroller} className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-5xl grid-cols-1 gap-8 px-5 py-8">
          <header>
            <h1 className="text-xl font-semibold wrap-anywhere">{filename}</h1>
            <p className="mt-1 text-ink-soft">{describe()}</p>
          </header>
          <FirstEntries entries={preview.entries} total={items} />
          {isTable && <Mapping preview={preview} options={options} targets={targets} onChange={onChange} />}
          {peopleFormats.includes(format) && <PeopleOptions targets={targets} options={options} onChange={onChange} />}
          {mailFormats.includes(format) && <MailOptions calendar={format === 'ics'} options={options} onChange={onChange} />}
          {format === 'slack' && <p className="max-w-prose text-ink-soft">{m.imports.slack_hint}</p>}
          {!ready && <p role="alert" className="text-danger">{m.imports.nameless}</p>}
          {dryRun.id && <DryRun key={dryRun.id} id={dryRun.id} />}
        </div>
      </div>
      <footer className="shrink-0 border-t">
        <div className="mx-auto flex max-w-5xl items-center gap-2 px-5 py-3">
          <Button
            look="quiet"
            className="-ml-3"
            icon={<Trash2 size={15} />}
            title={m.imports.discard}
            onClick={() => {
              forgetDraft(id)
              void navigate({ to: '/import' })
            }}
          >
            <span className="max-sm:sr-only">{m.imports.discard}</span>
          </Button>
          <Button icon={<FlaskConical size={15} />} title={m.imports.dry_run_hint} className="ml-auto" disabled={!ready || dryRun.isPending} onClick={dryRun.begin}>
            {m.imports.dry_run}
          </Button>
          <Button look="primary" icon={<Play size={15} />} disabled={!ready || start.isPending} onClick={() => start.mutate()}>
            {m.imports.start}
          </Button>
        </div>
      </footer>
    </div>
  )

  function describe() {
    const { sheets } = preview
    const size = items === null ? undefined : m.imports.items(format, items)
    return [m.imports.formats[format] ?? format, size, formatBytes(bytes), sheets && sheets.length > 1 && m.imports.sheets(sheets.length)].filter(Boolean).join(' · ')
  }
}
