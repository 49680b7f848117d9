import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'

interface Props {
  label: string
  text: string
  onChange(text: string): void
  busy: boolean
  onSave(): void
  onCancel(): void
}

/** A place to write Markdown. Ctrl or Cmd and Enter saves, Escape leaves; the draft stays. */
export function MarkdownBox({ label, text, onChange, busy, onSave, onCancel }: Props) {
  const m = useMessages()
  const ready = text.trim() !== '' && !busy
  return (
    <div className="mt-2 rounded-lg bg-surface ring-1 ring-line-strong ring-inset focus-within:ring-2 focus-within:ring-accent">
      <textarea
        autoFocus
        aria-label={label}
        value={text}
        rows={4}
        placeholder={m.person.note_hint}
        className="field-sizing-content max-h-96 min-h-24 w-full resize-none bg-transparent px-3 py-2.5 outline-none placeholder:text-ink-faint"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onCancel()
          }
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && ready) onSave()
        }}
      />
      <div className="flex items-center gap-2 px-2 pb-2">
        <span className="flex-1 pl-1 text-xs text-ink-faint">Markdown</span>
        <Button size="sm" look="quiet" onClick={onCancel}>
          {m.actions.cancel}
        </Button>
        <Button size="sm" look="primary" shortcut="⌘↵" disabled={!ready} onClick={onSave}>
          {m.actions.save}
        </Button>
      </div>
    </div>
  )
}
