import { useId, useState, type InputHTMLAttributes, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from './classes.ts'

export const inputLook =
  'h-9 w-full rounded-md bg-surface px-3 text-base text-ink ring-1 ring-line-strong ring-inset placeholder:text-ink-faint focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none aria-invalid:ring-danger [&[readonly]]:bg-canvas [&[readonly]]:text-ink-soft'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: ReactNode
  error?: string
}

/** A labelled line of a form. A password may be looked at by who writes it. */
export function Field({ label, hint, error, className, type, ...rest }: Props) {
  const { actions: m } = useMessages()
  const id = useId()
  const [shown, setShown] = useState(false)
  const isSecret = type === 'password'
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <span className="relative">
        <input
          id={id}
          type={isSecret && shown ? 'text' : type}
          className={classes(inputLook, isSecret && 'pr-16')}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-hint` : undefined}
          {...rest}
        />
        {isSecret && (
          <button type="button" aria-pressed={shown} className="absolute inset-y-1 right-1 rounded-sm px-2 text-xs font-medium text-ink-faint hover:bg-hover hover:text-ink" onClick={() => setShown(!shown)}>
            {shown ? m.hide : m.show}
          </button>
        )}
      </span>
      {(error || hint) && (
        <p id={`${id}-hint`} role={error ? 'alert' : undefined} className={classes('text-sm', error ? 'text-danger' : 'text-ink-faint')}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
