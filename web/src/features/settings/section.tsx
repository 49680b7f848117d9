// How a page of settings is laid out: a heading, groups of rows, each row something with what can be done to it.

import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTitle } from '@/app/title.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { classes } from '@/ui/classes.ts'

interface SectionProps {
  title: string
  lead?: ReactNode
  /** At the end of the heading. */
  action?: ReactNode
  /** Where the page belongs to, when that is not the list of settings. */
  back?: ReactNode
  children: ReactNode
}

export function Section({ title, lead, action, back, children }: SectionProps) {
  const m = useSettingsMessages()
  useTitle(title)
  return (
    <div className="mx-auto max-w-3xl px-5 py-5 md:px-8 md:py-8">
      {back ?? (
        <Link to="/settings" className="-ml-1.5 mb-3 inline-flex h-8 items-center gap-1 rounded-md px-1 text-sm font-medium text-ink-soft hover:text-ink md:hidden">
          <ChevronLeft size={16} />
          {m.nav.settings}
        </Link>
      )}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-3 sm:flex-nowrap">
        <div className="min-w-0 max-w-xl">
          <h1 className="text-xl font-semibold text-balance">{title}</h1>
          {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
        </div>
        {action}
      </header>
      <div className="grid grid-cols-1 gap-8">{children}</div>
    </div>
  )
}

export function Group({ title, hint, action, children }: { title?: string; hint?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="min-w-0">
      {(title || action) && (
        <div className={classes('flex items-end justify-between gap-3', action ? 'mb-3' : 'mb-2')}>
          <div>
            {title && <h2 className="font-semibold">{title}</h2>}
            {hint && <p className="mt-0.5 text-sm text-ink-faint">{hint}</p>}
          </div>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}

export function Panel({ children, danger }: { children: ReactNode; danger?: boolean }) {
  return <div className={classes('divide-y divide-line overflow-clip rounded-lg border', danger && 'border-danger/40')}>{children}</div>
}

interface RowProps {
  icon?: ReactNode
  title: ReactNode
  detail?: ReactNode
  children?: ReactNode
}

export function Row({ icon, title, detail, children }: RowProps) {
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      {icon && <span className="shrink-0 text-ink-faint">{icon}</span>}
      <div className="min-w-44 flex-1 sm:min-w-40">
        <div className="font-medium wrap-anywhere">{title}</div>
        {detail && <div className="text-sm wrap-anywhere text-ink-faint">{detail}</div>}
      </div>
      {children && <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{children}</div>}
    </div>
  )
}

/** A word about a row: a role, a state. */
export function Badge({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'accent' | 'danger' | 'warning' | 'success' }) {
  return <span className={classes('inline-flex h-5 items-center rounded-sm px-1.5 text-xs font-medium whitespace-nowrap', tones[tone])}>{children}</span>
}

const tones = {
  plain: 'bg-hover text-ink-soft',
  accent: 'bg-accent-soft text-accent-strong',
  danger: 'bg-danger-soft text-danger',
  warning: 'bg-hover text-warning',
  success: 'bg-hover text-success',
}
