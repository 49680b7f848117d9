// What goes along with the next message: how far each file is, and how to leave it out.

import { FileText, RotateCw, X } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { Progress } from '@/ui/progress.tsx'
import { attachAgain, detach, type Attachment } from './attachments.ts'
import type { Spot } from './history.ts'

export function AttachedFiles({ spot, attachments }: { spot: Spot; attachments: Attachment[] }) {
  const { rooms: m } = useMessages()
  if (attachments.length === 0) return null
  return (
    <ul aria-label={m.files} className="flex max-h-40 flex-wrap items-center gap-1.5 overflow-y-auto px-2 pt-2">
      {attachments.map((attachment) => (
        <li key={attachment.id} className={classes('flex h-11 w-56 items-center gap-2 overflow-hidden rounded-md bg-hover pr-1 text-sm max-md:w-full', attachment.problem && 'ring-1 ring-danger ring-inset')}>
          <AttachedFile spot={spot} attachment={attachment} />
        </li>
      ))}
    </ul>
  )
}

function AttachedFile({ spot, attachment }: { spot: Spot; attachment: Attachment }) {
  const { rooms: m, states, actions } = useMessages()
  const { bytes } = useFormats()
  const { id, name, size, sent, file, problem, preview } = attachment
  const picture = file?.thumbnail_url ?? preview
  const isSending = !file && !problem
  return (
    <>
      {picture ? <img src={picture} alt="" className="size-11 shrink-0 object-cover" /> : <FileText size={16} className="ml-3 shrink-0 text-ink-faint" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate leading-4">{name}</span>
        {isSending ? (
          <span className="mt-1 block">
            <Progress done={sent} total={size} label={name} />
          </span>
        ) : (
          <span role={problem ? 'alert' : undefined} title={problem} className={classes('block truncate text-xs leading-4', problem ? 'text-danger' : 'text-ink-soft')}>
            {problem ?? bytes(size)}
          </span>
        )}
      </span>
      {problem && (
        <button type="button" aria-label={`${states.retry}: ${name}`} title={states.retry} className="rounded-sm p-1 text-ink-soft hover:text-ink" onClick={() => attachAgain(spot, attachment)}>
          <RotateCw size={13} />
        </button>
      )}
      <button type="button" aria-label={m.detach(name)} title={isSending ? actions.cancel : m.detach(name)} className="rounded-sm p-1 text-ink-soft hover:text-ink" onClick={() => detach(spot, id)}>
        <X size={14} />
      </button>
    </>
  )
}
