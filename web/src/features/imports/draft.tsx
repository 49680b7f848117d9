// A file that has arrived: what is in it, what becomes of it, a try, and the start.

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { FileQuestion, Play, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { queryClient } from '@/app/query-client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Empty, Late, Skeleton } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { DryRun } from './dry-run.tsx'
import { peopleFormats, previewQuery, startImport, type Preview } from './import-queries.ts'
import { MailOptions } from './mail-options.tsx'
import { Mapping } from './mapping.tsx'
import { PeopleOptions } from './people-options.tsx'
import { namesPeople, targetsOf } from './targets.ts'
import { changeDraft, forgetDraft, rememberOwnAddresses, useUploads, type ImportOptions } from './uploads.ts'

export function DraftPage() {
  const { id } = useParams({ from: '/shell/import/draft/$id' })
  return <DraftOf key={id} id={id} />
}

function DraftOf({ id }: { id: string }) {
  const m = useMessages()
  const { drafts } = useUploads()
  const [options, setOptions] = useState<ImportOptions>(() => drafts.find((draft) => draft.id === id)?.options ?? {})
  const { header, sheet, delimiter, encoding } = options
  const { data: preview, error } = useQuery(previewQuery(id, { header, sheet, delimiter, encoding }))
  useEffect(() => changeDraft(id, options), [id, options])
  if (error) {
    return (
      <Empty icon={<FileQuestion size={20} />} title={m.imports.unreadable} action={<Link to="/import" className="font-medium text-accent hover:underline">{m.imports.title}</Link>}>
        {error.message}
      </Empty>
    )
  }
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
  return <Choices id={id} preview={preview} options={options} onChange={(change) => setOptions((now) => ({ ...now, ...change }))} />
}

interface Props {
  id: string
  preview: Preview
  options: ImportOptions
  onChange(change: ImportOptions): void
}

function Choices({ id, preview, options, onChange }: Props) {
  const m = useMessages()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { filename, format, items, columns } = preview
  const isTable = columns.length > 0
  const targets = targetsOf(preview, options)
  const chosen: ImportOptions = { ...options, upload_id: id, ...(isTable && { mapping: Object.fromEntries(columns.map(({ header }, index) => [header, targets[index]!])) }) }
  const ready = !isTable || namesPeople(targets)
  const start = useMutation({
    mutationFn: () => startImport(chosen),
    onSuccess(operation) {
      if (options.own_addresses) rememberOwnAddresses(options.own_addresses)
      forgetDraft(id)
      queryClient.setQueryData(['operation', operation.id], operation)
      void queryClient.invalidateQueries({ queryKey: ['operations'] })
      void navigate({ to: '/import/$id', params: { id: operation.id }, replace: true })
    },
    onError: toastProblem,
  })
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-5xl gap-8 px-5 py-8">
          <header>
            <h1 className="text-2xl font-semibold break-words">{filename}</h1>
            <p className="mt-1 text-ink-soft">{describe()}</p>
          </header>
          {isTable && <Mapping preview={preview} options={options} targets={targets} onChange={onChange} />}
          {peopleFormats.includes(format) ? (
            <PeopleOptions preview={preview} targets={targets} options={options} onChange={onChange} />
          ) : (
            <MailOptions calendar={format === 'ics'} options={options} onChange={onChange} />
          )}
          {ready ? <DryRun key={JSON.stringify(chosen)} options={chosen} /> : <p role="alert" className="text-danger">{m.imports.nameless}</p>}
        </div>
      </div>
      <footer className="shrink-0 border-t px-5 py-3">
        <div className="mx-auto flex max-w-5xl items-center gap-2">
          <Button
            look="quiet"
            icon={<Trash2 size={15} />}
            onClick={() => {
              forgetDraft(id)
              void navigate({ to: '/import' })
            }}
          >
            {m.imports.discard}
          </Button>
          <Button look="primary" icon={<Play size={15} />} className="ml-auto" disabled={!ready || start.isPending} onClick={() => start.mutate()}>
            {m.imports.start}
          </Button>
        </div>
      </footer>
    </div>
  )

  function describe() {
    const { encoding, delimiter, sheets } = preview
    const size = items === null ? undefined : m.imports.items(format, items)
    const bytes = `${number(Math.max(1, Math.round(preview.bytes / 1024)))} KB`
    const separator = delimiter && m.imports.delimiter(delimiter === '\t' ? 'Tab' : `“${delimiter}”`)
    return [format.toUpperCase(), size, bytes, encoding, separator, sheets && sheets.length > 1 && m.imports.sheets(sheets.length)].filter(Boolean).join(' · ')
  }
}
