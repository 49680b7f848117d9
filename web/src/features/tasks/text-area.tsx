import { useId, useState } from 'react'
import { useDraft } from '@/app/drafts.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { lengthOf, TooLong } from './too-long.tsx'

interface Props {
  /** Under which what is not saved yet is kept. */
  draft: string
  label: string
  value: string
  placeholder?: string
  maxLength: number
  /** One line, which is not emptied: Enter saves it. */
  line?: boolean
  autoFocus?: boolean
  className?: string
  /** When it is refused, `giveBack` says so: then it stands here again, not saved yet. */
  onSave(text: string, giveBack: () => void): void
  /** It was left, saved or not. */
  onEnd?(): void
}

interface Written {
  text: string
  /** What stood there when somebody began. */
  began: string
}

/** Text that is written where it stands. Leaving it saves, Escape takes back; another may change it meanwhile. Whoever goes elsewhere in the middle of it finds it as they left it. */
export function TextArea({ draft, label, value, placeholder, maxLength, line, autoFocus, className, onSave, onEnd }: Props) {
  const { tasks: m, actions, rooms } = useTaskMessages()
  const [written, setWritten] = useDraft<Written | undefined>(draft, undefined)
  /** As it was when somebody came who is still at it. */
  const [found, setFound] = useState<string>()
  const id = useId()
  const length = lengthOf(written?.text ?? '')
  const isTooLong = length > maxLength
  const isLeft = written !== undefined && found === undefined && written.text.trim() !== value
  const finish = () => {
    if (isTooLong) return
    setFound(undefined)
    setWritten(undefined)
    const next = written?.text.trim()
    if (next !== undefined && next !== written!.began && (next !== '' || !line)) onSave(next, () => setWritten(written))
    onEnd?.()
  }
  const discard = () => {
    setWritten(undefined)
    onEnd?.()
  }
  return (
    <>
      <textarea
        dir="auto"
        aria-label={label}
        value={written?.text ?? found ?? value}
        placeholder={placeholder}
        aria-invalid={isTooLong || undefined}
        aria-describedby={isTooLong ? id : undefined}
        rows={1}
        autoFocus={autoFocus}
        className={classes('-mx-2 field-sizing-content resize-none rounded-md bg-transparent px-2 py-1 text-ink outline-none placeholder:text-ink-faint hover:bg-hover focus:bg-surface focus:ring-2 focus:ring-accent focus:ring-inset aria-invalid:ring-2 aria-invalid:ring-danger aria-invalid:ring-inset', className)}
        onFocus={({ currentTarget }) => {
          if (autoFocus) currentTarget.setSelectionRange(value.length, value.length)
          setFound((before) => before ?? value)
        }}
        onChange={({ target }) => {
          const text = line ? target.value.replaceAll('\n', ' ') : target.value
          const before = found ?? value
          setWritten(text === before ? undefined : { text, began: written?.began ?? before })
        }}
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
          setWritten(undefined)
          // What is left now is as it was.
          requestAnimationFrame(() => box.blur())
        }}
      />
      {isTooLong && <TooLong id={id} length={length} most={maxLength} />}
      {isLeft && (
        <div role="status" className="mb-4 flex items-center gap-1.5 text-xs text-ink-soft">
          <span className="min-w-0 flex-1">{written.began === value ? m.not_saved : m.not_saved_since}</span>
          <Button size="sm" look="quiet" onClick={discard}>
            {rooms.discard}
          </Button>
          <Button size="sm" disabled={isTooLong} onClick={finish}>
            {actions.save}
          </Button>
        </div>
      )}
    </>
  )
}
