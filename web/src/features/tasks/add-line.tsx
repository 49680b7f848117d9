import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { lengthOf, TooLong } from './too-long.tsx'

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
  const [length, setLength] = useState(0)
  const isTooLong = length > maxLength
  return (
    <span className="grid min-w-0 flex-1 gap-1">
      <input
        autoFocus
        aria-label={label}
        aria-invalid={isTooLong || undefined}
        aria-describedby={isTooLong ? `${id}-hint` : undefined}
        placeholder={label}
        list={offered && id}
        className="h-7 w-full rounded-md bg-surface px-2 text-sm ring-2 ring-accent outline-none ring-inset placeholder:text-ink-faint aria-invalid:ring-danger"
        onChange={({ target }) => setLength(lengthOf(target.value))}
        onBlur={(event) => {
          if (isTooLong) return
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
          if (event.key !== 'Enter' || !text || isTooLong) return
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
      {isTooLong && <TooLong id={`${id}-hint`} length={length} most={maxLength} />}
    </span>
  )
}

/** `description`: what it does, where the label alone does not say it. */
export function AddButton({ label, description, ...rest }: { label: string; description?: string; onClick?(): void }) {
  return (
    <button type="button" aria-label={description} title={description} {...rest} className="inline-flex min-h-7 items-center gap-1.5 rounded-md px-1.5 text-left text-sm text-ink-faint hover:bg-hover hover:text-ink pointer-coarse:min-h-9">
      <Plus size={14} className="shrink-0" />
      {label}
    </button>
  )
}
