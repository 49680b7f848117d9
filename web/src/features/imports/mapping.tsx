// What the columns of a table mean: each with what stands in it, and a menu.

import { useQuery } from '@tanstack/react-query'
import { ArrowRight, ChevronRight } from 'lucide-react'
import { fieldsQuery } from '@/features/people/references.ts'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { Choice } from '@/ui/choice.tsx'
import type { ImportOptions } from './drafts.ts'
import type { Preview } from './import-queries.ts'
import { Reading } from './reading.tsx'
import { changeTarget, meanings, type Meaning } from './targets.ts'

interface Props {
  preview: Preview
  options: ImportOptions
  targets: string[]
  onChange(change: ImportOptions): void
}

export function Mapping({ preview, options, targets, onChange }: Props) {
  const { imports: m } = useMessages()
  const { columns, rows } = preview
  const isLeftOut = (place: number) => targets[place] === 'ignore'
  return (
    <section aria-labelledby="columns" className="grid gap-3">
      <h2 id="columns" className="text-lg font-semibold">
        {m.columns}
      </h2>
      <Reading preview={preview} options={options} onChange={onChange} />
      <ul className="divide-y divide-line rounded-lg ring-1 ring-line ring-inset">
        {columns.map((column, place) => (
          <li
            key={`${place} ${column.header}`}
            className={classes(
              'grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 px-4 py-2 sm:grid-cols-[minmax(0,1fr)_1rem_15rem]',
              isLeftOut(place) && 'bg-canvas',
            )}
          >
            <div className="min-w-0">
              <p className="flex items-baseline gap-2">
                <span className={classes('truncate font-medium', isLeftOut(place) && 'text-ink-faint line-through')}>{column.header}</span>
                <Origin column={column} changed={targets[place] !== column.target} />
              </p>
              <p className="truncate text-sm text-ink-faint">{column.samples.slice(0, 4).join(' · ') || m.no_values}</p>
            </div>
            <ArrowRight size={15} className="hidden text-ink-faint sm:block" />
            <Target header={column.header} target={targets[place]!} onChange={(target) => onChange({ mapping: changeTarget(preview, targets, place, target) })} />
          </li>
        ))}
      </ul>
      <details open={matchMedia('(width >= 48rem)').matches} className="group rounded-lg ring-1 ring-line ring-inset">
        <summary className="flex cursor-pointer list-none items-center gap-2 rounded-lg px-4 py-2 text-sm font-medium text-ink-soft hover:bg-hover">
          <ChevronRight size={14} className="text-ink-faint transition-transform group-open:rotate-90" />
          {m.first_rows}
        </summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="overflow-x-auto border-t" tabIndex={0} role="region" aria-label={m.first_rows}>
          <table className="w-full text-left text-sm">
            <thead>
              <tr className="text-xs text-ink-faint">
                {columns.map(({ header }, place) => (
                  <th key={`${place} ${header}`} scope="col" className={classes('px-3 py-2 font-medium whitespace-nowrap first:pl-4', isLeftOut(place) && 'line-through')}>
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, line) => (
                <tr key={line} className="border-t">
                  {columns.map((_, place) => (
                    <td key={place} className={classes('max-w-56 truncate px-3 py-1.5 first:pl-4', isLeftOut(place) && 'text-ink-faint')}>
                      {row[place]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** Where a suggestion comes from, so that one knows which to look at. */
function Origin({ column, changed }: { column: Preview['columns'][number]; changed: boolean }) {
  const { imports: m } = useMessages()
  if (changed || column.origin === 'given' || column.origin === 'name') return null
  const unsure = column.origin === 'none' || (column.origin === 'content' && column.confidence < 0.9)
  return <span className={classes('shrink-0 text-xs', unsure ? 'text-warning' : 'text-ink-faint')}>{m.origins[column.origin]}</span>
}

function Target({ header, target, onChange }: { header: string; target: string; onChange(target: string): void }) {
  const { imports: m } = useMessages()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const known = fields.map(({ label }) => `field:${label}`)
  const own = `field:${header}`
  const news = known.some((each) => each.toLowerCase() === own.toLowerCase()) ? [] : [own]
  const listed = [...known, ...news, ...meanings, 'ignore']
  const value = listed.find((each) => each.toLowerCase() === target.toLowerCase()) ?? target
  return (
    <Choice aria-label={m.means(header)} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {value === target && !listed.includes(target) && <option value={target}>{labelOf(target)}</option>}
      <option value="ignore">{m.ignore}</option>
      <optgroup label={m.person}>
        {meanings.map((meaning) => (
          <option key={meaning} value={meaning}>
            {m.targets[meaning]}
          </option>
        ))}
      </optgroup>
      <optgroup label={m.custom}>
        {known.map((field) => (
          <option key={field} value={field}>
            {labelOf(field)}
          </option>
        ))}
        {news.map((field) => (
          <option key={field} value={field}>
            {m.new_field(header)}
          </option>
        ))}
      </optgroup>
    </Choice>
  )

  function labelOf(text: string) {
    return m.targets[text as Meaning] ?? text.slice(text.indexOf(':') + 1)
  }
}
