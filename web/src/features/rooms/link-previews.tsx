// What the pages say of themselves to which a message links. Text alone: no picture tells their servers who reads it.

import { X } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useTalkMessages } from '@/messages/talk.ts'
import { Button } from '@/ui/button.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { putChange } from './history.ts'
import type { Message } from './rooms-queries.ts'

export function LinkPreviews({ message }: { message: Message }) {
  const { talk } = useTalkMessages()
  const isOwn = useMe().user?.id === message.author.id
  return (
    <ul aria-label={talk.links} className="my-1 grid max-w-xl gap-1.5">
      {message.previews.map(({ url, title, description, site }, place) => (
        <li key={url} className="flex items-start gap-2 border-l-2 border-line-strong pl-3 text-sm">
          <div className="min-w-0 flex-1">
            <p className="truncate text-xs text-ink-faint">{site || new URL(url).host}</p>
            <a href={url} target="_blank" rel="noopener noreferrer" className="line-clamp-2 font-medium wrap-anywhere text-accent hover:underline">
              {title}
            </a>
            {description && <p className="line-clamp-2 wrap-anywhere text-ink-soft">{description}</p>}
          </div>
          {isOwn && place === 0 && <Button size="sm" look="quiet" aria-label={talk.without_links} title={talk.without_links} icon={<X size={13} />} onClick={() => void removePreviews(message)} />}
        </li>
      ))}
    </ul>
  )
}

/** At once; the event says what is so. */
async function removePreviews(message: Message) {
  putChange(message, { previews: [] })
  try {
    await body(api.DELETE('/messages/{id}/previews', { params: { path: { id: message.id } } }))
  } catch (error) {
    putChange(message, { previews: message.previews })
    toastProblem(error)
  }
}
