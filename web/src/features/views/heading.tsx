import { useMessages } from '@/messages/messages.tsx'
import type { View, ViewSource } from './views.ts'

/** What stands where the menu of views will be, as wide as that. */
export function Heading({ source, current }: { source: Pick<ViewSource, 'words'>; current: View | undefined }) {
  const m = useMessages()
  return (
    <h1 className="flex h-8 max-w-60 shrink-0 items-center pr-6.75 text-lg font-semibold">
      <span className="truncate">{current?.name ?? source.words(m).title}</span>
    </h1>
  )
}
