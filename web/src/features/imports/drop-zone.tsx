// Files dropped anywhere begin an import; but for places that take files of their own, which stop the event, and stand out
// of what lies over the page meanwhile (`data-drop`).

import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { readDrop } from './dropped-files.ts'
import { useTakeFiles } from './take-files.ts'

export function DropZone() {
  const m = useMessages()
  const [over, setOver] = useState(false)
  const take = useTakeFiles()
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(!(event.target instanceof Element && event.target.closest('[data-takes-files]')))
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!carriesFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      void readDrop(event.dataTransfer!).then(latest.current, toastProblem)
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-drop', over)
  }, [over])
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-3 z-50 flex animate-[fade_120ms] flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-accent bg-accent-soft/90 text-accent-strong">
      <FileUp size={32} />
      <p className="text-xl font-semibold">{m.imports.overlay}</p>
    </div>
  )
}
