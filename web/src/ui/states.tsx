// What is shown where there is nothing (yet): empty, loading, failed.

import { RotateCw } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from './button.tsx'

export function Empty({ icon, title, children, action }: { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-16 text-center">
      {icon && <div className="mb-1 flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent-strong">{icon}</div>}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <p className="text-ink-soft">{children}</p>}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  )
}

export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const m = useMessages()
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center gap-3 px-6 py-16 text-center">
      <h2 className="text-lg font-semibold">{m.states.failed}</h2>
      <p className="text-balance text-ink-soft">{error.message}</p>
      {retry && (
        <Button onClick={retry} icon={<RotateCw size={14} />}>
          {m.states.retry}
        </Button>
      )}
    </div>
  )
}

/** Its children after 200 ms: what comes sooner needs no skeleton. */
export function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return late ? children : null
}

/** Of a list: a picture and a line for each row, as high as the rows will be. */
export function SkeletonRows({ rows = 12, height, avatar = 'rounded-full!' }: { rows?: number; height: number; avatar?: string }) {
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} className="flex items-center gap-2.5 border-b border-line/70 px-4" style={{ height }}>
      <Skeleton className={`size-6 shrink-0 ${avatar}`} />
      {/* Of different lengths, as names are. */}
      <Skeleton className={`h-3.5 ${lengths[row % lengths.length]}`} />
    </div>
  ))
}

const lengths = ['w-44', 'w-32', 'w-52', 'w-40', 'w-36']

export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-pulse rounded-md bg-line ${className}`} />
}
