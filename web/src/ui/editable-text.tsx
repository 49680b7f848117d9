import { useState, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from './classes.ts'

interface Props {
  label: string
  value: string
  onSave(value: string): void
  type?: string
  placeholder?: string
  required?: boolean
  end?: ReactNode
}

/** Text that becomes an input when it is clicked. Enter or leaving it saves, Escape takes back. */
export function EditableText({ label, value, onSave, type = 'text', placeholder, required, end }: Props) {
  const m = useMessages()
  const [editing, setEditing] = useState(false)
  const save = (text: string) => {
    setEditing(false)
    const next = text.trim()
    if (next !== value && (next !== '' || !required)) onSave(next)
  }
  if (editing) {
    return (
      <input
        autoFocus
        type={type}
        aria-label={label}
        defaultValue={value}
        className="h-7 w-full rounded-md bg-surface px-1.5 ring-2 ring-accent outline-none ring-inset"
        onBlur={(event) => save(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          event.currentTarget.value = value
          event.currentTarget.blur()
        }}
      />
    )
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <button
        type="button"
        aria-label={`${label}: ${value || (placeholder ?? m.person.placeholder)}`}
        onClick={() => setEditing(true)}
        className={classes('min-h-7 min-w-0 flex-1 truncate rounded-md px-1.5 py-1 text-left hover:bg-hover', !value && 'text-ink-faint')}
      >
        {value || (placeholder ?? m.person.placeholder)}
      </button>
      {end}
    </span>
  )
}
