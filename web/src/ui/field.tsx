import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { classes } from './classes.ts'

export const inputLook =
  'h-9 w-full rounded-md bg-surface px-3 text-base text-ink ring-1 ring-line-strong ring-inset placeholder:text-ink-faint focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none aria-invalid:ring-danger'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: ReactNode
  error?: string
}

/** A labelled line of a form. */
export function Field({ label, hint, error, className, ...rest }: Props) {
  const id = useId()
  return (
    <div className={classes('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input id={id} className={inputLook} aria-invalid={error ? true : undefined} aria-describedby={error || hint ? `${id}-hint` : undefined} {...rest} />
      {(error || hint) && (
        <p id={`${id}-hint`} role={error ? 'alert' : undefined} className={classes('text-sm', error ? 'text-danger' : 'text-ink-faint')}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
