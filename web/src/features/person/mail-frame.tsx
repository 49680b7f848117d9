// A mail as it was sent, in a frame of no origin that runs nothing. What it would load from elsewhere stays blocked until the
// reader says so, message by message. The server gives the page with a policy of its own (timeline/bodies/page.ts).

import { ImageOff, Maximize2 } from 'lucide-react'
import { useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'

interface Props {
  id: string
  body: Schemas['InteractionBody']
}

export function MailFrame({ id, body }: Props) {
  const { person: m } = useMessages()
  const [load, setLoad] = useState(false)
  const [large, setLarge] = useState(false)
  const source = `/api/v1/interactions/${id}/page${load ? '?remote_images=load' : ''}`
  const frame = (height: string) => (
    <iframe
      key={source}
      src={source}
      title={m.message}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className="w-full rounded-md bg-white ring-1 ring-line"
      style={{ height }}
    />
  )
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {body.remote_images > 0 && !load && (
          <span className="flex min-h-8 flex-1 flex-wrap items-center gap-x-2 rounded-md bg-canvas px-3 py-0.5 text-xs text-ink-soft">
            <ImageOff size={13} />
            {m.blocked(body.remote_images)}
            <Button size="sm" look="quiet" className="text-accent" onClick={() => setLoad(true)}>
              {m.load_images}
            </Button>
          </span>
        )}
        <Button size="sm" look="quiet" icon={<Maximize2 size={13} />} aria-label={m.enlarge} title={m.enlarge} className="ml-auto" onClick={() => setLarge(true)} />
      </div>
      <div className="overflow-hidden p-px">{frame(`${heightOf(body)}px`)}</div>
      <Dialog title={m.message} open={large} onClose={() => setLarge(false)} className="w-[min(64rem,calc(100vw-2rem))]">
        {frame('min(80vh, 60rem)')}
      </Dialog>
    </div>
  )
}

/** About as high as its text: nothing can look into the frame. What is longer is scrolled, or enlarged. */
function heightOf({ text, html }: Props['body']): number {
  const lines = (text ?? '').split('\n').reduce((sum, line) => sum + Math.ceil(Math.max(line.length, 1) / 95), 0)
  const pictures = (html?.match(/<img[^>]*\ssrc=/g) ?? []).length
  return Math.min(Math.max(lines * 21 + pictures * 60 + 56, 120), 640)
}
