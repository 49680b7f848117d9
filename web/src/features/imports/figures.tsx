// How far an operation is, and what came of it.

import { useFormats, useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { Progress } from '@/ui/progress.tsx'
import type { Operation } from './import-queries.ts'

export function Running({ operation }: { operation: Operation }) {
  const m = useMessages()
  const { number, duration } = useFormats()
  const { done, total, rate, status, failed, filename, kind } = operation
  const left = rate && total && status === 'running' ? Math.max(0, total - done) / rate : undefined
  return (
    <div className="grid gap-2">
      <Progress done={done} total={total} label={filename ?? kind} />
      <p className="flex flex-wrap gap-x-4 text-xs text-ink-soft tabular-nums">
        <span>{total === null ? number(done) : `${number(done)} / ${number(total)}`}</span>
        {status === 'running' && rate !== null && <span>{m.operations.rate(rate)}</span>}
        {left !== undefined && <span>{m.operations.left(duration(left))}</span>}
        {failed > 0 && <span className="text-danger">{m.operations.failed(failed)}</span>}
      </p>
    </div>
  )
}

/** The numbers of a result, those that are none left out. */
export function Figures({ operation: { result } }: { operation: Operation }) {
  const { imports: m } = useMessages()
  const { number } = useFormats()
  const shown = Object.entries(result ?? {}).filter((entry): entry is [keyof typeof m.results, number] => entry[0] in m.results && typeof entry[1] === 'number')
  const figures = shown.filter(([name, value]) => value > 0 || name === 'created')
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
      {figures.map(([name, value]) => (
        <div key={name} className="rounded-lg px-3.5 py-2.5 ring-1 ring-line ring-inset">
          <dt className="text-xs text-ink-soft">{m.results[name]}</dt>
          <dd className={classes('text-xl font-semibold tabular-nums', (name === 'rejected' || name === 'kept') && 'text-danger')}>{number(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
