// Files that are dropped on a room, or on a thread, go along with the next message there.

import { Paperclip } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { attach } from './attachments.ts'
import type { Spot } from './history.ts'

interface Props {
  spot: Spot
  name: string
  /** Whether one may write there. */
  open: boolean
  children: ReactNode
}

export function FileDrop({ spot, name, open, children }: Props) {
  const { attachments: m } = useMessages()
  const [isOver, setOver] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- by keyboard there is the clip
    <div
      ref={area}
      data-takes-files={open || undefined}
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => {
        if (!open || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={({ relatedTarget }) => {
        if (!area.current?.contains(relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        if (!open) return
        setOver(false)
        // Folders are no files.
        const files = [...event.dataTransfer.items].flatMap((item) => (item.webkitGetAsEntry()?.isDirectory ? [] : (item.getAsFile() ?? [])))
        if (files.length === 0) return
        event.preventDefault()
        attach(spot, files)
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-30 flex animate-[fade_120ms] flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-accent bg-accent-soft/90 text-accent-strong">
          <Paperclip size={28} />
          <p className="text-lg font-semibold">{m.drop(name)}</p>
        </div>
      )}
    </div>
  )
}
