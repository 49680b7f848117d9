// A look into a file before it is imported: its columns, what they seem to mean, and the first rows; or the first of what is in it.

import type { Storage } from '#platform/storage'
import { formatTarget } from './columns.ts'
import type { ImportOptions, ImportPreview } from './contract.ts'
import { cutText } from './cut-text.ts'
import { listFirstEntries } from './first-entries.ts'
import { isTable } from './formats.ts'
import { openFile, type Remembered } from './people.ts'
import type { Upload } from './uploads.ts'

const shown = { rows: 10, samples: 5, characters: 200 }

/** Throws invalid when it is not what it says it is. A table of which no column tells who somebody is waits for a mapping. */
export async function previewFile(
  storage: Storage,
  { upload, options, remembered }: { upload: Upload; options: ImportOptions; remembered: Remembered },
): Promise<Omit<ImportPreview, 'upload_id'>> {
  const { items, filename, format, bytes } = upload
  const about = { filename, format, bytes, items, encoding: null, delimiter: null, sheets: null, has_header: null }
  const input = { ...options, ...upload, encoding: options.encoding ?? upload.encoding }
  if (!isTable(format)) return { ...about, columns: [], rows: [], entries: format === 'slack' ? [] : await listFirstEntries(storage, input) }
  const table = await openFile(storage, input, { remembered, nameless: true })
  await table.rows.return(undefined)
  const samples = table.samples.map((row) => row.map((cell) => cutText(cell.replaceAll('\0', ''), shown.characters)))
  return {
    ...about,
    encoding: format === 'csv' ? input.encoding : null,
    delimiter: table.delimiter,
    sheets: table.sheets,
    has_header: table.has_header,
    columns: table.columns.map((column, index) => ({
      header: cutText(column.header, 500),
      target: formatTarget(column),
      confidence: Math.round(column.confidence * 100) / 100,
      origin: column.origin,
      samples: samples.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '').slice(0, shown.samples),
    })),
    rows: samples.slice(0, shown.rows),
    entries: [],
  }
}
