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
export function AddLine({ label, offered, maxLength, onAdd }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  if (!open) return <AddButton label={label} onClick={() => setOpen(true)} />
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
          setOpen(false)
          if (text) onAdd(text)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const text = event.currentTarget.value.trim()
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            event.currentTarget.value = ''
            setOpen(false)
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

export function AddButton({ label, ...rest }: { label: string; onClick?(): void }) {
  return (
    <button type="button" {...rest} className="inline-flex h-7 items-center gap-1.5 rounded-md px-1.5 text-sm text-ink-faint hover:bg-hover hover:text-ink">
      <Plus size={14} />
      {label}
    </button>
  )
}
