// What is to be taken elsewhere: a secret, a link.

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from './button.tsx'

export function CopyButton({ text, label, look = 'plain' }: { text: string; label?: string; look?: 'plain' | 'quiet' | 'primary' }) {
  const m = useMessages()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button look={look} icon={copied ? <Check size={14} /> : <Copy size={14} />} onClick={async (event) => setCopied(await copy(text, event.currentTarget))}>
      <span aria-live="polite">{copied ? m.actions.copied : (label ?? m.actions.copy)}</span>
    </Button>
  )
}

/** A line that can be copied, and selected by hand where the browser does not let us. */
export function CopyLine({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex items-center gap-2">
      <input
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        className="h-8 min-w-0 flex-1 rounded-md bg-canvas px-2.5 font-mono text-sm ring-1 ring-line ring-inset"
      />
      <CopyButton text={text} look="primary" />
    </div>
  )
}

/** Without TLS browsers have no clipboard: then as in the old days, beside the button, since a dialog lets no focus out. */
export async function copy(text: string, beside: HTMLElement): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr-only'
  beside.after(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  beside.focus()
  return done
}
