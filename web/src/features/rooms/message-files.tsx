// Files of a message: pictures as they are, in a size that fits; others by name.

import { FileText } from 'lucide-react'
import { useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { Dialog } from '@/ui/dialog.tsx'

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

function scaleOf({ width, height }: MessageFile): number {
  return Math.min(1, widestPicture / width!, highestPicture / height!)
}

/** Of all of them, where they stand side by side. */
export function heightOfFiles(files: MessageFile[]): number {
  if (files.length === 0) return 0
  return 8 + Math.max(...files.map((file) => (file.thumbnail_url ? file.height! * scaleOf(file) : 48)))
}

/** Its place is known before it is there: nothing moves when it comes. As large as the screen where it stands; with Ctrl in a tab of its own. */
function Picture({ file }: { file: MessageFile }) {
  const { name, url, thumbnail_url, width, height } = file
  const [open, setOpen] = useState(false)
  const scale = scaleOf(file)
  const whole = `${url}?inline=true`
  return (
    <>
      <a
        href={whole}
        target="_blank"
        rel="noopener"
        title={name}
        className="block overflow-hidden rounded-lg ring-1 ring-line"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <img src={thumbnail_url!} alt={name} width={Math.round(width! * scale)} height={Math.round(height! * scale)} loading="lazy" className="h-auto max-w-full bg-line" />
      </a>
      {open && (
        <Dialog title={name} open onClose={() => setOpen(false)} className="w-fit! max-w-[96vw]!">
          <a href={url} download={name}>
            <img src={whole} alt={name} width={width!} height={height!} className="h-auto max-h-[78vh] w-auto max-w-full rounded-md bg-line object-contain" />
          </a>
        </Dialog>
      )}
    </>
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
