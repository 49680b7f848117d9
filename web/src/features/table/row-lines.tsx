import type { ReactNode } from 'react'
import { Ago } from './ago.tsx'

/** What a row says where there is no room for columns: the name with the time of the last contact, and a line below. */
export function RowLines({ name, at, children }: { name: string; at: string | null; children: ReactNode }) {
  return (
    <>
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
        <span className="shrink-0 text-xs">
          <Ago at={at} />
        </span>
      </span>
      <span className="block truncate text-sm text-ink-faint">{children}</span>
    </>
  )
}
