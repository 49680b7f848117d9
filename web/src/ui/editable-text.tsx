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
  /** What was there when somebody began: another may change it meanwhile, and who leaves it as it was changes nothing. */
  const [began, setBegan] = useState<string>()
  const save = (text: string) => {
    setBegan(undefined)
    const next = text.trim()
    if (next !== began && (next !== '' || !required)) onSave(next)
  }
  if (began !== undefined) {
    return (
      <input
        autoFocus
        type={type}
        aria-label={label}
        defaultValue={began}
        className="h-7 w-full rounded-md bg-surface px-1.5 ring-2 ring-accent outline-none ring-inset"
        onBlur={(event) => save(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          event.currentTarget.value = began
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
        title={value || undefined}
        onClick={() => setBegan(value)}
        className={classes('min-h-7 min-w-0 flex-1 truncate rounded-md px-1.5 py-1 text-left hover:bg-hover', !value && 'text-ink-faint')}
      >
        {value || (placeholder ?? m.person.placeholder)}
      </button>
      {end}
    </span>
  )
}
