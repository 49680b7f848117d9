import type { ReactNode } from 'react'

/** A property with its name, in a list of two columns. */
export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt title={label} className="truncate py-1 text-ink-faint">
        {label}
      </dt>
      <dd className="grid min-w-0">{children}</dd>
    </>
  )
}
