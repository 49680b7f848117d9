// What is on its way, and what has not arrived: with the reason, until somebody has read it.

import { CircleAlert, RotateCw, X } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Progress } from '@/ui/progress.tsx'
import { forgetUpload, retryUpload, useUploads, type Upload } from './uploads.ts'

export function UploadList() {
  const { imports: m } = useMessages()
  const uploads = useUploads()
  if (uploads.length === 0) return null
  return (
    <ul aria-label={m.sending} className="mt-6 divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
      {uploads.map((upload) => (
        <li key={upload.id}>{upload.error ? <Refused upload={upload} error={upload.error} /> : <OnItsWay upload={upload} />}</li>
      ))}
    </ul>
  )
}

function OnItsWay({ upload: { id, file, sent } }: { upload: Upload }) {
  const m = useMessages()
  const { bytes } = useFormats()
  // All is sent, and the server looks into it.
  const arrived = file.size > 0 && sent >= file.size
  return (
    <div className="grid gap-2 px-4 py-2.5">
      <div className="flex items-center gap-3 text-sm">
        <span className="min-w-0 flex-1 truncate font-medium">{file.name}</span>
        <span className="shrink-0 text-xs text-ink-faint tabular-nums">{arrived ? m.imports.reading : `${bytes(Math.min(sent, file.size))} / ${bytes(file.size)}`}</span>
        <Button look="quiet" size="sm" icon={<X size={14} />} aria-label={`${m.actions.cancel}: ${file.name}`} onClick={() => forgetUpload(id)} />
      </div>
      <Progress done={sent} total={arrived ? null : file.size} label={file.name} />
    </div>
  )
}

function Refused({ upload, error }: { upload: Upload; error: NonNullable<Upload['error']> }) {
  const m = useMessages()
  const { id, file } = upload
  return (
    <div role="alert" className="flex items-start gap-2.5 px-4 py-2.5 text-sm">
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-danger" />
      <p className="min-w-0 flex-1">
        <span className="block truncate font-medium">{file.name}</span>
        <span className="block text-ink-soft wrap-anywhere">{error.message}</span>
      </p>
      {error.passing && (
        <Button look="quiet" size="sm" icon={<RotateCw size={14} />} title={m.states.retry} aria-label={`${m.states.retry}: ${file.name}`} onClick={() => void retryUpload(upload)} />
      )}
      <Button look="quiet" size="sm" icon={<X size={14} />} aria-label={`${m.actions.dismiss}: ${file.name}`} onClick={() => forgetUpload(id)} />
    </div>
  )
}
