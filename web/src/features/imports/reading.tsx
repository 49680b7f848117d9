// How a table is read: found out from the file, and to be put right by who knows better.

import { useMessages } from '@/messages/messages.tsx'
import { Choice } from '@/ui/choice.tsx'
import type { ImportOptions } from './drafts.ts'
import type { Preview } from './import-queries.ts'

const delimiters = [',', ';', '\t', '|'] as const
/** By their names in the Encoding Standard: those that tables come in. */
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-2', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'macintosh', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'] as const

interface Props {
  preview: Preview
  options: ImportOptions
  onChange(change: ImportOptions): void
}

/** Another reading has other columns: what they mean is then found out anew. */
export function Reading({ preview: { has_header, sheets, delimiter, encoding, format }, options, onChange }: Props) {
  const { imports: m } = useMessages()
  const read = (change: ImportOptions) => onChange({ ...change, mapping: undefined })
  const known = <T extends string>(list: readonly T[], value: string | null) => (value === null || (list as readonly string[]).includes(value) ? list : [value, ...list])
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-ink-soft">
      <label className="flex items-center gap-2">
        <input type="checkbox" className="size-3.5 accent-accent" checked={options.header ?? has_header ?? true} onChange={({ currentTarget }) => read({ header: currentTarget.checked })} />
        {m.has_header}
      </label>
      {sheets && sheets.length > 1 && (
        <label className="flex items-center gap-2">
          {m.sheet}
          <Choice value={options.sheet ?? sheets[0]} onChange={({ currentTarget }) => read({ sheet: currentTarget.value })}>
            {sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </Choice>
        </label>
      )}
      {format === 'csv' && (
        <>
          <label className="flex items-center gap-2">
            {m.separator}
            <Choice value={options.delimiter ?? delimiter ?? ','} onChange={({ currentTarget }) => read({ delimiter: currentTarget.value })}>
              {known(delimiters, delimiter).map((mark) => (
                <option key={mark} value={mark}>
                  {m.separators[mark] ?? mark}
                </option>
              ))}
            </Choice>
          </label>
          <label className="flex items-center gap-2">
            {m.encoding}
            <Choice value={options.encoding ?? encoding ?? 'utf-8'} onChange={({ currentTarget }) => read({ encoding: currentTarget.value })}>
              {known(encodings, encoding).map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Choice>
          </label>
        </>
      )}
    </div>
  )
}
