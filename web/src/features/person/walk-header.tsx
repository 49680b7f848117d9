// Above a person or a company: the way back to the list, and on through it.

import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { Button } from '@/ui/button.tsx'

interface Props {
  title: string | undefined
  words: { list: string; previous: string; next: string }
  neighbours: { before?: string; after?: string }
  onGo(id: string): void
  onBack(): void
  /** What else can be done. */
  children?: ReactNode
}

export function WalkHeader({ title, words, neighbours: { before, after }, onGo, onBack, children }: Props) {
  const go = (id: string | undefined) => id && onGo(id)
  useKeys({ j: () => go(after), k: () => go(before), Escape: onBack })
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 border-b px-3">
      <Button look="quiet" size="sm" icon={<ArrowLeft size={16} />} aria-label={words.list} title={`${words.list} (Esc)`} onClick={onBack} />
      <span className="ml-1 min-w-0 flex-1 truncate font-medium">{title}</span>
      {children}
      <Button look="quiet" size="sm" icon={<ChevronUp size={16} />} aria-label={words.previous} title={`${words.previous} (k)`} disabled={!before} onClick={() => go(before)} />
      <Button look="quiet" size="sm" icon={<ChevronDown size={16} />} aria-label={words.next} title={`${words.next} (j)`} disabled={!after} onClick={() => go(after)} />
    </header>
  )
}
