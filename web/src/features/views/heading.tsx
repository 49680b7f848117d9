import { useMessages } from '@/messages/messages.tsx'
import type { View, ViewSource } from './views.ts'

/** What stands where the menu of views will be. */
export function Heading({ source, current }: { source: Pick<ViewSource, 'words'>; current: View | undefined }) {
  const m = useMessages()
  return <h1 className="text-lg font-semibold">{current?.name ?? source.words(m).title}</h1>
}
