import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { OperationList } from '@/features/operations/operation-list.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Progress } from '@/ui/progress.tsx'
import { sendFiles, useUploads } from './uploads.ts'

const policies = ['off', 'written_to', 'everyone'] as const

export function Imports() {
  const m = useMessages()
  const uploads = useUploads()
  const input = useRef<HTMLInputElement>(null)
  const [policy, setPolicy] = useState<(typeof policies)[number]>('everyone')
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl px-5 py-8">
        <h1 className="text-2xl font-semibold">{m.imports.title}</h1>
        <div className="mt-5 flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong bg-canvas px-6 py-12 text-center">
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
              sendFiles(currentTarget.files ?? [], { create_contacts: policy })
              currentTarget.value = ''
            }}
          />
          <fieldset className="mt-3 flex flex-wrap items-center justify-center gap-x-4 gap-y-1 text-sm text-ink-soft">
            <legend className="sr-only">{m.imports.create_contacts}</legend>
            <span>{m.imports.create_contacts}:</span>
            {policies.map((each) => (
              <label key={each} className="inline-flex items-center gap-1.5">
                <input type="radio" name="policy" checked={policy === each} onChange={() => setPolicy(each)} className="accent-accent" />
                {m.imports[each]}
              </label>
            ))}
          </fieldset>
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
        <h2 className="mt-10 mb-3 text-lg font-semibold">{m.imports.recent}</h2>
        <OperationList prefix="import." empty={<p className="text-ink-faint">{m.imports.none}</p>} />
      </div>
    </div>
  )
}
