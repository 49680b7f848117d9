import { useId } from 'react'
import { Choice, formLook, type ChoiceProps } from './choice.tsx'
import { classes } from './classes.ts'

interface Props extends Omit<ChoiceProps, 'children'> {
  label: string
  /** The label is only read out: what stands beside it says what it is. */
  bare?: boolean
  options: readonly (readonly [value: string, label: string])[]
  hint?: string
}

/** A labelled choice among a few. */
export function Select({ label, bare, options, hint, className, ...rest }: Props) {
  const id = useId()
  return (
    <div className={classes('grid grid-cols-1 gap-1.5', className)}>
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <Choice id={id} className={bare || rest.quiet ? undefined : formLook} aria-describedby={hint ? `${id}-hint` : undefined} {...rest}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Choice>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}
