// Files of a message: pictures as they are, in a size that fits; others by name.

import { FileText, X } from 'lucide-react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'

export type MessageFile = Schemas['MessageFile']

const widestPicture = 360
const highestPicture = 280

export function MessageFiles({ files }: { files: MessageFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className="my-1 flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          {file.thumbnail_url ? <Picture file={file} /> : <Named file={file} />}
        </li>
      ))}
    </ul>
  )
}

/** Its place is known before it is there: nothing moves when it comes. */
function Picture({ file: { name, url, thumbnail_url, width, height } }: { file: MessageFile }) {
  const scale = Math.min(1, widestPicture / width!, highestPicture / height!)
  return (
    <a href={`${url}?inline=true`} target="_blank" rel="noopener" title={name} className="block overflow-hidden rounded-lg ring-1 ring-line">
      <img src={thumbnail_url!} alt={name} width={Math.round(width! * scale)} height={Math.round(height! * scale)} loading="lazy" className="h-auto max-w-full bg-line" />
    </a>
  )
}

function Named({ file: { name, url, size } }: { file: MessageFile }) {
  const { bytes } = useFormats()
  return (
    <a href={url} download={name} className="flex h-12 max-w-80 items-center gap-2.5 rounded-lg px-3 ring-1 ring-line-strong ring-inset hover:bg-hover">
      <FileText size={18} className="shrink-0 text-ink-faint" />
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block text-xs text-ink-faint">{bytes(size)}</span>
      </span>
    </a>
  )
}

/** What goes along with the next message. */
export function AttachedFiles({ files, busy, onRemove }: { files: MessageFile[]; busy: boolean; onRemove(id: string): void }) {
  const { rooms: m } = useMessages()
  if (files.length === 0 && !busy) return null
  return (
    <ul aria-label={m.files} className="flex flex-wrap items-center gap-1.5 px-2 pt-2">
      {files.map(({ id, name, thumbnail_url }) => (
        <li key={id} className="flex h-8 max-w-60 items-center gap-2 overflow-hidden rounded-md bg-hover pr-1 text-sm">
          {thumbnail_url ? <img src={thumbnail_url} alt="" className="size-8 shrink-0 object-cover" /> : <FileText size={15} className="ml-2 shrink-0 text-ink-faint" />}
          <span className="min-w-0 truncate">{name}</span>
          <button type="button" disabled={busy} aria-label={m.detach(name)} className="rounded-sm p-1 text-ink-faint hover:text-ink" onClick={() => onRemove(id)}>
            <X size={13} />
          </button>
        </li>
      ))}
      {busy && (
        <li role="status" className="px-1 text-sm text-ink-faint">
          {m.uploading}
        </li>
      )}
    </ul>
  )
}

export function uploadFile(roomId: string, file: File): Promise<MessageFile> {
  const form = new FormData()
  form.append('file', file, file.name)
  return body(api.POST('/rooms/{id}/files', { params: { path: { id: roomId } }, body: { file: '' }, bodySerializer: () => form }))
}
