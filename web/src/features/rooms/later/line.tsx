import type { ReactNode } from 'react'

/** Something that is to come: when and where, what it says, and what can be done with it. */
export function Line({ icon, head, text, problem, children }: { icon: ReactNode; head: ReactNode; text: ReactNode; problem?: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-2 px-3 py-2.5 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]">
      <span className="pt-0.5 text-ink-faint">{icon}</span>
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-faint">{head}</p>
        <div className="mt-0.5 line-clamp-3 wrap-anywhere">{text}</div>
        {problem && (
          <p role="alert" className="mt-1 text-sm text-danger">
            {problem}
          </p>
        )}
      </div>
      <div className="col-start-2 -ml-2 flex flex-wrap items-start sm:col-start-3 sm:ml-0">{children}</div>
    </li>
  )
}
