// How far an operation is, and what came of it.

import type { Operation } from '@/features/operations/operation.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { Progress } from '@/ui/progress.tsx'

export function Running({ operation, name }: { operation: Operation; name: string }) {
  const m = useMessages()
  const { number, duration } = useFormats()
  const { done, total, rate, status, failed } = operation
  const left = leftOf(operation)
  return (
    <div className="grid gap-2">
      <Progress done={done} total={total} label={name} />
      <p className="flex flex-wrap gap-x-4 text-xs text-ink-soft tabular-nums">
        <span>{total === null ? number(done) : `${number(done)} / ${number(total)}`}</span>
        {status === 'running' && rate !== null && <span>{m.operations.rate(rate)}</span>}
        {left !== undefined && <span>{m.operations.left(duration(left))}</span>}
        {failed > 0 && <span className="text-danger">{m.operations.failed(failed)}</span>}
      </p>
    </div>
  )
}

/** The same at large: a bar with what it says below. */
export function Progressing({ operation, name }: { operation: Operation; name: string }) {
  const m = useMessages()
  const { number, duration, percent } = useFormats()
  const { done, total, rate, status, failed } = operation
  const left = leftOf(operation)
  return (
    <div className="grid gap-4">
      <Progress done={done} total={total} label={name} />
      <dl className={tiles}>
        <Tile name={total === null ? m.operations.gone_through : m.operations.out_of(number(total))} value={number(done)} note={total ? percent(Math.min(done / total, 1)) : undefined} />
        {status === 'running' && <Tile name={m.operations.each_second} value={rate === null ? '–' : number(Math.round(rate))} />}
        {status === 'running' && <Tile name={m.operations.time_left} value={left === undefined ? '–' : duration(left)} />}
        {failed > 0 && <Tile name={m.imports.results.rejected} value={number(failed)} bad />}
      </dl>
    </div>
  )
}

function leftOf({ done, total, rate, status }: Operation): number | undefined {
  return rate && total && status === 'running' ? Math.max(0, total - done) / rate : undefined
}

const tiles = 'grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]'

function Tile({ name, value, note, bad }: { name: string; value: string; note?: string; bad?: boolean }) {
  return (
    <div className="rounded-lg px-3.5 py-2.5 ring-1 ring-line ring-inset">
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className={classes('flex items-baseline gap-2 text-xl font-semibold tabular-nums', bad && 'text-danger')}>
        {value}
        {note && <span className="text-sm font-normal text-ink-faint">{note}</span>}
      </dd>
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
    <>
      <dl className={tiles}>
        {figures.map(([name, value]) => (
          <Tile key={name} name={m.results[name]} value={number(value)} bad={name === 'rejected' || name === 'kept'} />
        ))}
      </dl>
      <Damage result={result} />
    </>
  )
}

/** What a file has lost before it came here. */
function Damage({ result }: Pick<Operation, 'result'>) {
  const { imports: m } = useMessages()
  const { number } = useFormats()
  const { damaged = 0, damaged_lines = [] } = (result ?? {}) as { damaged?: number; damaged_lines?: number[] }
  if (damaged === 0) return null
  const lines = [...damaged_lines.map(number), ...(damaged > damaged_lines.length ? ['…'] : [])]
  return <p className="text-sm text-ink-soft">{m.damaged(damaged, lines.join(', '))}</p>
}
