import { Plus } from 'lucide-react'
import { useId, useState } from 'react'

interface Props {
  label: string
  /** Words that are offered. */
  offered?: string[]
  maxLength: number
  onAdd(text: string): void
}

/** A button that becomes a line to write on. Enter adds what is there and goes on with the next, Escape ends it. */
export function AddLine(props: Props) {
  const [open, setOpen] = useState(false)
  if (!open) return <AddButton label={props.label} onClick={() => setOpen(true)} />
  return <WriteLine {...props} onEnd={() => setOpen(false)} />
}

/** The line alone. */
export function WriteLine({ label, offered, maxLength, onAdd, onEnd }: Props & { onEnd(): void }) {
  const id = useId()
  return (
    <>
      <input
        autoFocus
        aria-label={label}
        placeholder={label}
        maxLength={maxLength}
        list={offered && id}
        className="h-7 min-w-0 flex-1 rounded-md bg-surface px-2 text-sm ring-2 ring-accent outline-none ring-inset placeholder:text-ink-faint"
        onBlur={(event) => {
          const text = event.currentTarget.value.trim()
          onEnd()
          if (text) onAdd(text)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const text = event.currentTarget.value.trim()
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            event.currentTarget.value = ''
            onEnd()
          }
          if (event.key !== 'Enter' || !text) return
          event.currentTarget.value = ''
          onAdd(text)
        }}
      />
      {offered && (
        <datalist id={id}>
          {offered.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** `description`: what it does, where the label alone does not say it. */
export function AddButton({ label, description, ...rest }: { label: string; description?: string; onClick?(): void }) {
  return (
    <button type="button" aria-label={description} title={description} {...rest} className="inline-flex h-7 items-center gap-1.5 rounded-md px-1.5 text-sm text-ink-faint hover:bg-hover hover:text-ink">
      <Plus size={14} />
      {label}
    </button>
  )
}
