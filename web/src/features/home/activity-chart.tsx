// What passed in each of the last weeks, as bars of kinds upon each other; and the same as a table.

import { useRef, useState } from 'react'
import { BarChart3, Table2 } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { useSize } from '@/ui/use-size.ts'
import type { Dashboard } from './dashboard-query.ts'

type Week = Dashboard['activity'][number]

export const kinds = [
  { key: 'mail_in', fill: 'fill-[var(--chart-1)]', dot: 'bg-[var(--chart-1)]' },
  { key: 'mail_out', fill: 'fill-[var(--chart-2)]', dot: 'bg-[var(--chart-2)]' },
  { key: 'meetings', fill: 'fill-[var(--chart-3)]', dot: 'bg-[var(--chart-3)]' },
  { key: 'others', fill: 'fill-[var(--chart-4)]', dot: 'bg-[var(--chart-4)]' },
] as const

const totalOf = (week: Week) => kinds.reduce((sum, { key }) => sum + week[key], 0)

export function Activity({ weeks, className }: { weeks: Week[]; className?: string }) {
  const m = useMessages()
  const [asTable, setAsTable] = useState(false)
  const shownKinds = kinds.filter(({ key }) => weeks.some((week) => week[key] > 0))
  return (
    <section aria-labelledby="activity" className={classes('flex flex-col rounded-lg p-4 ring-1 ring-line ring-inset', className)}>
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id="activity" className="text-sm font-semibold">
            {m.home.activity}
          </h2>
          <p className="text-xs text-ink-faint">{m.home.activity_hint}</p>
        </div>
        <ul className="flex flex-wrap justify-end gap-x-3 gap-y-1 text-xs text-ink-soft max-sm:hidden">
          {shownKinds.map(({ key, dot }) => (
            <li key={key} className="flex items-center gap-1.5">
              <span className={`size-2 rounded-sm ${dot}`} />
              {m.home[key]}
            </li>
          ))}
        </ul>
        {shownKinds.length > 0 && <Button look="quiet" size="sm" aria-pressed={asTable} aria-label={asTable ? m.home.as_chart : m.home.as_table} title={asTable ? m.home.as_chart : m.home.as_table} icon={asTable ? <BarChart3 size={15} /> : <Table2 size={15} />} onClick={() => setAsTable(!asTable)} />}
      </header>
      {shownKinds.length === 0 ? <p className="pt-3 text-sm text-ink-faint">{m.home.none_yet}</p> : asTable ? <Weeks weeks={weeks} /> : <Bars weeks={weeks} />}
    </section>
  )
}

const margin = { top: 12, bottom: 24, left: 36 }
/** From one label to the next. */
const labelWidth = 52

function Bars({ weeks }: { weeks: Week[] }) {
  const m = useMessages()
  const { number, dayMonth } = useFormats()
  const [at, setAt] = useState<number>()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box)
  const highest = niceCeiling(Math.max(...weeks.map(totalOf), 4))
  const plot = Math.max(0, height - margin.top - margin.bottom)
  const slot = Math.max(1, (width - margin.left) / weeks.length)
  const y = (value: number) => margin.top + plot * (1 - value / highest)
  const labelled = Math.ceil(labelWidth / slot)
  const shown = at === undefined ? undefined : weeks[at]
  const text = weeks.map((week) => `${m.home.week_of(dayMonth(week.week))}: ${number(totalOf(week))}`).join('; ')
  return (
    <div ref={box} className="relative mt-3 min-h-55 flex-1">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${m.home.activity_hint}. ${text}`} className="absolute inset-0 size-full" onPointerLeave={() => setAt(undefined)}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={margin.left} x2={width} y1={y(highest * share)} y2={y(highest * share)} className="stroke-line" />
            <text x={margin.left - 8} y={y(highest * share) + 4} textAnchor="end" className="fill-ink-faint text-[11px] tabular-nums">
              {number(highest * share)}
            </text>
          </g>
        ))}
        {weeks.map((week, place) => (
          <g key={week.week} onPointerEnter={() => setAt(place)} opacity={at === undefined || at === place ? 1 : 0.45}>
            <rect x={margin.left + place * slot} y={0} width={slot} height={height} fill="transparent" />
            <Bar week={week} x={margin.left + place * slot + slot * 0.2} width={slot * 0.6} y={y} />
            {place % labelled === (weeks.length - 1) % labelled && (
              <text x={place === weeks.length - 1 && slot < labelWidth ? width : margin.left + (place + 0.5) * slot} y={height - 5} textAnchor={place === weeks.length - 1 && slot < labelWidth ? 'end' : 'middle'} className="fill-ink-faint text-[11px]">
                {dayMonth(week.week)}
              </text>
            )}
          </g>
        ))}
      </svg>
      {shown && (
        <div className="pointer-events-none absolute top-0 z-10 w-40 -translate-x-1/2 rounded-md bg-raised px-3 py-2 text-xs shadow-pop" style={{ left: `${Math.max(16, Math.min(84, ((margin.left + (at! + 0.5) * slot) / width) * 100))}%` }}>
          <p className="mb-1 font-semibold">{m.home.week_of(dayMonth(shown.week))}</p>
          {kinds.filter(({ key }) => shown[key] > 0).map(({ key, dot }) => (
            <p key={key} className="flex items-center gap-1.5 text-ink-soft">
              <span className={`size-2 rounded-sm ${dot}`} />
              <span className="flex-1">{m.home[key]}</span>
              <span className="tabular-nums">{number(shown[key])}</span>
            </p>
          ))}
          {totalOf(shown) === 0 && <p className="text-ink-faint">{m.home.none_yet}</p>}
        </div>
      )}
    </div>
  )
}

function Bar({ week, x, width, y }: { week: Week; x: number; width: number; y(value: number): number }) {
  let below = 0
  return kinds.map(({ key, fill }) => {
    const from = below
    below += week[key]
    // A hair between the kinds, whatever their colours.
    const height = Math.max(0, y(from) - y(below) - (from > 0 ? 1.5 : 0))
    return height > 0 && <rect key={key} x={x} y={y(below)} width={width} height={height} rx={2} className={fill} />
  })
}

function Weeks({ weeks }: { weeks: Week[] }) {
  const m = useMessages()
  const { number, date } = useFormats()
  return (
    <div className="mt-3 overflow-x-auto" tabIndex={0} role="group" aria-label={m.home.activity}>
      <table className="w-full text-right text-sm tabular-nums">
        <thead className="text-xs text-ink-faint">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">{m.home.week_of('')}</th>
            {kinds.map(({ key }) => (
              <th key={key} scope="col" className="px-2 py-1 font-medium">{m.home[key]}</th>
            ))}
            <th scope="col" className="py-1 pl-2 font-medium">{m.home.total}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.week} className="border-t border-line/70">
              <th scope="row" className="py-1 text-left font-normal whitespace-nowrap">{date(week.week)}</th>
              {kinds.map(({ key }) => (
                <td key={key} className="px-2 py-1">{number(week[key])}</td>
              ))}
              <td className="py-1 pl-2 font-medium">{number(totalOf(week))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The next one up that is as round as this and whose half is whole, so that no bar is lower than it need be. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const [step = 10] = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8].filter((each) => each * power >= value && (each * power) % 2 === 0)
  return Math.max(4, step * power)
}
