// Files dropped anywhere begin an import.

import { useNavigate } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { sendFiles } from './uploads.ts'

export function DropZone() {
  const m = useMessages()
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      sendFiles(event.dataTransfer!.files)
      void navigate({ to: '/import' })
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [navigate])
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-3 z-50 flex animate-[fade_120ms] flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-accent bg-accent-soft/90 text-accent-strong">
      <FileUp size={32} />
      <p className="text-xl font-semibold">{m.imports.overlay}</p>
    </div>
  )
}
