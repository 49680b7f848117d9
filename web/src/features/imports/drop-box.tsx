import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { useTakeFiles } from './take-files.ts'

/** Where files are dropped or chosen; what is dropped elsewhere is taken too. */
export function DropBox({ title, children }: { title: string; children: string }) {
  const { imports: m } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const take = useTakeFiles()
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong bg-canvas px-6 py-10 text-center">
      <span className="mb-1 flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent-strong">
        <FileUp size={20} />
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="max-w-md text-pretty text-ink-soft">{children}</p>
      <Button look="primary" onClick={() => input.current?.click()} className="mt-2">
        {m.choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="hidden"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          if (files.length > 0) void take(files)
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
