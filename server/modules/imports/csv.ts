// CSV as a stream of records: any delimiter, quote and encoding.

import { parse } from 'csv-parse'
import type { Readable } from 'node:stream'
import { invalid } from '#platform/errors'
import { findDialect, type CsvDialect, type DialectOptions } from './csv-dialect.ts'
import { decodeExactly } from './encoding.ts'
import type { TableRecord } from './table.ts'

const recordBytes = 1024 * 1024

/** Enough for the dialect; a header of a thousand columns may be long. */
const headBytes = 64 * 1024

export interface CsvOptions extends DialectOptions {
  encoding: string
}

/** The dialect of a file, from its beginning. */
export async function readDialect(file: Readable, { encoding, ...options }: CsvOptions): Promise<CsvDialect> {
  const chunks: Buffer[] = []
  let length = 0
  const decoded = file.compose(decodeExactly(encoding)) as unknown as AsyncIterable<Buffer>
  for await (const chunk of decoded) {
    chunks.push(chunk)
    if ((length += chunk.length) >= headBytes) break
  }
  return findDialect(Buffer.concat(chunks).toString('utf8'), options)
}

/**
 * The records of a file; `line` is the line on which one ends. Blank lines are skipped. Bytes that are no text in this encoding are NUL.
 * Throws invalid, when what stands before was read, for a quote that is never closed, and for a record that is too large.
 */
export async function* readCsv(file: Readable, encoding: string, dialect: CsvDialect): AsyncGenerator<TableRecord> {
  const { delimiter, quote, escape, skip_lines } = dialect
  const parser = parse({
    delimiter,
    quote,
    escape,
    from_line: skip_lines + 1,
    // Not as found in the first line: files that were put together have several.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: recordBytes,
    info: true,
    // An error would take along the records that wait to be read: the fault is told when they were.
    skip_records_with_error: true,
    on_skip(error) {
      fault ??= error
      source.unpipe(parser)
      parser.end()
    },
  })
  let fault: unknown
  let read = skip_lines
  const source = file.pipe(decodeExactly(encoding))
  file.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    const records = parser as AsyncIterable<{ record: string[]; info: { lines: number } }>
    for await (const { record, info } of records) {
      read = info.lines
      yield { values: record, line: info.lines }
    }
    if (fault) throw fault
  } catch (error) {
    throw explain(error, read + 1)
  } finally {
    file.destroy()
  }
}

/** `line` is where the record begins that could not be read: the parser says where it gave up, be it at the end of the file. */
function explain(error: unknown, line: number): unknown {
  const { code, message } = error as { code?: string; message: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return invalid(`A quote is opened and never closed, in the record that begins on line ${line}: close it, or take it away.`)
  if (code === 'CSV_MAX_RECORD_SIZE') return invalid(`A record is larger than 1 MB, the one that begins on line ${line}: is a quote opened there and never closed?`)
  return code?.startsWith('CSV_') ? invalid(`The file is not CSV: ${message}`) : error
}
