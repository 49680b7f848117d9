import { Switch as Radix } from 'radix-ui'

interface Props {
  label: string
  checked: boolean
  disabled?: boolean
  onChange(checked: boolean): void
}

/** On or off, at once. */
export function Switch({ label, checked, disabled, onChange }: Props) {
  return (
    <Radix.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className="inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors disabled:opacity-50 data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="size-4 rounded-full bg-surface shadow-sm transition-transform data-[state=checked]:translate-x-4" />
    </Radix.Root>
  )
}
