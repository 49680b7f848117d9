import { useId, useState } from 'react'
import { classes } from '@/ui/classes.ts'
import { lengthOf, TooLong } from './too-long.tsx'

interface Props {
  label: string
  value: string
  placeholder?: string
  maxLength: number
  /** One line, which is not emptied: Enter saves it. */
  line?: boolean
  autoFocus?: boolean
  className?: string
  onSave(text: string): void
  /** It was left, saved or not. */
  onEnd?(): void
}

/** Text that is written where it stands. Leaving it saves, Escape takes back; another may change it meanwhile. */
export function TextArea({ label, value, placeholder, maxLength, line, autoFocus, className, onSave, onEnd }: Props) {
  const [draft, setDraft] = useState<string>()
  const [began, setBegan] = useState('')
  const id = useId()
  const length = lengthOf(draft ?? '')
  const isTooLong = length > maxLength
  const finish = () => {
    if (isTooLong) return
    setDraft(undefined)
    const next = draft?.trim()
    if (next !== undefined && next !== began && (next !== '' || !line)) onSave(next)
    onEnd?.()
  }
  return (
    <>
      <textarea
        dir="auto"
        aria-label={label}
        value={draft ?? value}
        placeholder={placeholder}
        aria-invalid={isTooLong || undefined}
        aria-describedby={isTooLong ? id : undefined}
        rows={1}
        autoFocus={autoFocus}
        className={classes('-mx-2 field-sizing-content resize-none rounded-md bg-transparent px-2 py-1 text-ink outline-none placeholder:text-ink-faint hover:bg-hover focus:bg-surface focus:ring-2 focus:ring-accent focus:ring-inset aria-invalid:ring-2 aria-invalid:ring-danger aria-invalid:ring-inset', className)}
        onFocus={({ currentTarget }) => {
          if (autoFocus) currentTarget.setSelectionRange(value.length, value.length)
          if (draft !== undefined) return
          setBegan(value)
          setDraft(value)
        }}
        onChange={(event) => setDraft(line ? event.target.value.replaceAll('\n', ' ') : event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && (line || event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            event.currentTarget.blur()
          }
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          const box = event.currentTarget
          setDraft(undefined)
          // What is left now is as it was.
          requestAnimationFrame(() => box.blur())
        }}
      />
      {isTooLong && <TooLong id={id} length={length} most={maxLength} />}
    </>
  )
}
