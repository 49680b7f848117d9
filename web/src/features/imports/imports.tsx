// Where files come in: drop or choose them, go on with a draft, see what was imported before.

import { OperationList } from '@/features/operations/operation-list.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { DraftList } from './draft-list.tsx'
import { DropBox } from './drop-box.tsx'
import { UploadList } from './upload-list.tsx'

export function Imports() {
  const scroller = useScrollerName('imports')
  const { imports: m } = useMessages()
  return (
    <div {...scroller} className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl px-5 py-8">
        <h1 className="mb-5 text-xl font-semibold">{m.title}</h1>
        <DropBox title={m.drop}>{m.hint}</DropBox>
        <UploadList />
        <DraftList />
        <h2 className="mt-10 mb-3 text-lg font-semibold">{m.recent}</h2>
        <OperationList only={{ kind: 'import.*', dry_run: false }} empty={<p className="text-ink-faint">{m.none}</p>} />
      </div>
    </div>
  )
}
