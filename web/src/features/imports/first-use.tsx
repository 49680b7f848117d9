// What an empty workspace shows: where to begin, and where a file to begin with comes from.

import { useMessages } from '@/messages/messages.tsx'
import { DropBox } from './drop-box.tsx'

export function FirstUse() {
  const { home: m } = useMessages()
  return (
    <div className="mt-5 grid grid-cols-1 gap-8">
      <DropBox title={m.first}>{m.first_hint}</DropBox>
      <section aria-labelledby="sources">
        <h2 id="sources" className="mb-2 text-sm font-semibold">
          {m.sources}
        </h2>
        <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {m.source_list.map(([name, how]) => (
            <div key={name} className="border-t py-2.5 text-sm">
              <dt className="font-medium">{name}</dt>
              <dd className="text-ink-soft">{how}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
