import { Activity } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Empty } from '@/ui/states.tsx'
import { OperationList } from './operation-list.tsx'

export function Operations() {
  const scroller = useScrollerName('operations')
  const m = useMessages()
  return (
    <div {...scroller} className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl px-5 py-8">
        <h1 className="mb-5 text-xl font-semibold">{m.operations.title}</h1>
        <OperationList
          empty={
            <Empty icon={<Activity size={20} />} title={m.operations.empty}>
              {m.operations.empty_hint}
            </Empty>
          }
        />
      </div>
    </div>
  )
}
