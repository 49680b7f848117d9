// A rejected row: its line, the reason, its cells. On a phone the reason stands above the cells, and stays when they are scrolled.

import type { Schemas } from '@/api/client.ts'
import { translate, useFormats, useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'

export type Rejection = Schemas['RejectionPage']['data'][number]

interface Props {
  index: number
  rejection: Rejection
  columns: string[]
  /** As they are now. */
  cells: string[]
  mended: boolean
  onChange(rejection: Rejection, place: number, text: string): void
  onMove(index: number, place: number, by: number): void
}

export function RejectionRow({ index, rejection, columns, cells, mended, onChange, onMove }: Props) {
  const m = useMessages()
  const { number } = useFormats()
  const { position, reason } = rejection
  const blamed = columns.findIndex((_, place) => isBlamed(rejection, place))
  const background = mended ? 'bg-selected' : 'bg-surface'
  const idOf = (place: number) => `rejected-${position}-${place}`
  return (
    <>
      <div role="presentation" className="sm:contents max-sm:col-span-full max-sm:flex">
        <span role="rowheader" className={classes('sticky left-0 z-1 flex w-12 items-center px-3 text-xs text-ink-soft tabular-nums', background)}>
          {number(position)}
        </span>
        <span role="gridcell" title={translate(reason)} className={classes('sticky left-12 z-1 flex items-center px-2 text-xs text-danger max-sm:w-[calc(100vw-6.5rem)] sm:border-r', background)}>
          {/* Leads to the cell that it is about. */}
          <label htmlFor={idOf(Math.max(blamed, 0))} className="line-clamp-2">
            {translate(reason)}
          </label>
        </span>
      </div>
      {columns.map((header, place) => (
        <span key={place} role="gridcell" className={classes('grid', place > 0 && 'border-l')}>
          <input
            id={idOf(place)}
            data-cell={`${index} ${place}`}
            aria-label={m.imports.cell(header, position)}
            value={cells[place] ?? ''}
            onChange={(event) => onChange(rejection, place, event.target.value)}
            onKeyDown={(event) => {
              const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
              if (!by || event.nativeEvent.isComposing) return
              event.preventDefault()
              onMove(index, place, by)
            }}
            className={classes(
              'min-w-0 px-2 outline-none focus:ring-2 focus:ring-accent focus:ring-inset max-sm:text-base',
              place === blamed && !mended ? 'bg-danger-soft' : 'bg-transparent',
            )}
          />
        </span>
      ))}
    </>
  )
}

/** Whether the reason quotes what stands there. */
function isBlamed({ reason, record }: Rejection, place: number): boolean {
  const cell = record?.[place]?.trim()
  return Boolean(cell) && reason.includes(`“${cell}”`)
}
