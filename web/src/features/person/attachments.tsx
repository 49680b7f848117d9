import { Download, File, FileX, Image } from 'lucide-react'
import type { Schemas } from '@/api/client.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'

/** What came with a message, but for pictures that are shown in it. */
export function Attachments({ attachments }: { attachments: Schemas['Attachment'][] }) {
  const { person: m } = useMessages()
  const { bytes } = useFormats()
  const beside = attachments.filter(({ embedded }) => !embedded)
  if (beside.length === 0) return null
  return (
    <ul aria-label={m.attachments} className="flex flex-wrap gap-2">
      {beside.map(({ id, name, type, size, url, left_out }) => {
        const Icon = left_out ? FileX : type.startsWith('image/') ? Image : File
        const what = (
          <>
            <Icon size={15} className="shrink-0 text-ink-faint" />
            <span className="min-w-0">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-xs text-ink-faint">{left_out ?? bytes(size)}</span>
            </span>
          </>
        )
        const look = 'flex max-w-72 items-center gap-2.5 rounded-md px-3 py-1.5 text-sm ring-1 ring-line ring-inset'
        return (
          <li key={id}>
            {url ? (
              <a href={url} download={name} className={`${look} hover:bg-hover`}>
                {what}
                <Download size={14} className="shrink-0 text-ink-faint" />
              </a>
            ) : (
              <span className={look}>{what}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
