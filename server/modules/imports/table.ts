// A table of people, whatever file it comes from: where its header is, what its columns mean, and the rows below.

import { unescapeFormula } from '#platform/csv'
import { invalid } from '#platform/errors'
import { isAddress, readContent } from './column-content.ts'
import { cutText } from './cut-text.ts'
import { mapColumns, namesPeople, type MappedColumn, type Mapping } from './mapping.ts'
import { ownMark } from './rejects.ts'

/** One record of a file as it was read. */
export interface TableRecord {
  values: string[]
  /** Where it stands: the line of a CSV file, the row of a sheet; from 1. */
  line: number
}

export interface TableOptions {
  /** Whether there is a header; found out when it is not said. */
  header?: boolean
  mapping?: Mapping
  /** What was chosen before for columns of these names. */
  remembered?(headers: string[]): Promise<Mapping | undefined>
  /** Also where nothing names people: somebody looks at it, to say what the columns mean. */
  nameless?: boolean
}

export interface Table {
  columns: MappedColumn[]
  has_header: boolean
  /** The first rows, for people to look at. */
  samples: string[][]
  /** Rows with anything in them. */
  rows: AsyncGenerator<TableRecord>
}

const limits = { linesAboveHeader: 10, columns: 1_000, samples: 100, sampleCharacters: 1_000_000 }

/**
 * Reads the beginning of a table and finds its header, which may stand below a few lines of notes (LinkedIn).
 * Throws invalid when nothing in it names people, unless that is said to be no matter.
 */
export async function openTable(records: AsyncGenerator<TableRecord>, options: TableOptions = {}): Promise<Table> {
  try {
    const { first, fault } = await take(records)
    const { above, headers } = findHeader(first, options)
    if (headers.length > limits.columns) throw invalid(`The file has ${headers.length} columns; at most ${limits.columns} are read.`)
    if (headers.some(isUnreadable)) throw unreadableHeader()
    const body = first.slice(above)
    const samples = body.filter(hasContent).map(({ values }) => values)
    const remembered = options.mapping ? undefined : await options.remembered?.(headers)
    const columns = mapColumns(headers, samples, { given: options.mapping, remembered })
    if (!options.nameless && !namesPeople(columns)) throw noHeader(first[0]!.values)
    const restore = headers.some((header) => header.startsWith(ownMark)) ? unescapeFormula : undefined
    return { columns, has_header: above > 0, samples, rows: rowsOf(body, { records, fault }, restore) }
  } catch (error) {
    await records.return(undefined)
    throw error
  }
}

/** The first records; and why there are no more, when the file is broken behind them. */
async function take(records: AsyncGenerator<TableRecord>): Promise<{ first: TableRecord[]; fault: unknown }> {
  const first: TableRecord[] = []
  let fault: unknown
  let characters = 0
  while (!fault && first.length < limits.samples && characters < limits.sampleCharacters) {
    const next = await records.next().catch((error) => void (fault = error))
    if (!next || next.done) break
    first.push(next.value)
    characters += next.value.values.reduce((sum, { length }) => sum + length, 0)
  }
  if (first.length === 0) throw fault ?? noHeader(undefined)
  return { first, fault }
}

/** `restore` makes cells what they were before we wrote them into a file for spreadsheets. */
async function* rowsOf(
  body: TableRecord[],
  { records, fault }: { records: AsyncGenerator<TableRecord>; fault: unknown },
  restore?: (cell: string) => string,
): AsyncGenerator<TableRecord> {
  const original = (record: TableRecord) => (restore ? { ...record, values: record.values.map(restore) } : record)
  try {
    for (const record of body) if (hasContent(record)) yield original(record)
    if (fault) throw fault
    for await (const record of records) if (hasContent(record)) yield original(record)
  } finally {
    await records.return(undefined)
  }
}

function hasContent({ values }: TableRecord): boolean {
  return values.some((value) => value.trim() !== '')
}

/** The header and how many records are above the first row; without a header the columns are numbered. */
function findHeader(records: TableRecord[], { header, mapping, nameless }: TableOptions): { above: number; headers: string[] } {
  const numbered = { above: 0, headers: Array.from({ length: Math.max(...records.map(({ values }) => values.length)) }, () => '') }
  if (header === false) return numbered
  const candidates = records.slice(0, limits.linesAboveHeader)
  const at = (place: number) => ({ above: place + 1, headers: records[place]!.values })
  if (header === true) return at(Math.max(candidates.findIndex(hasContent), 0))
  const named = mapping ? candidates.findIndex(({ values }) => holdsAll(values, mapping)) : -1
  if (named !== -1) return at(named)
  const known = candidates.findIndex(({ values }) => !values.some(isAddress) && namesPeople(mapColumns(values, [])))
  if (known !== -1) return at(known)
  // No name that we know. Addresses in the first line: it is a row already. Addresses below it: it is a header in
  // words of its own.
  if (candidates[0]!.values.some(isAddress)) return numbered
  const below = records.slice(1).map(({ values }) => values)
  const speaks = candidates[0]!.values.some((_, column) => readContent(below.map((row) => row[column] ?? ''))?.meaning === 'email')
  if (speaks || mapping || nameless) return at(0)
  throw noHeader(candidates[0]!.values)
}

function holdsAll(values: string[], mapping: Mapping): boolean {
  const there = new Set(values.map((value) => value.trim().toLowerCase()))
  return Object.keys(mapping).every((header) => there.has(header.trim().toLowerCase()))
}

function noHeader(first: string[] | undefined): Error {
  if (!first) return invalid('The file is empty: the first line must name the columns.')
  if (first.some(isUnreadable)) return unreadableHeader()
  const seen = first.slice(0, 10).map(quoteText).join(', ')
  return invalid(`No column is called Name, First name, Last name or Email, nor holds addresses; the first line has ${seen}.`)
}

export function quoteText(text: string): string {
  return `“${cutText(text, 40)}”`
}

function unreadableHeader(): Error {
  return invalid('The first line is not readable: save the file as “CSV UTF-8”, or say its encoding.')
}

/** NUL: UTF-16 read as UTF-8 is full of it, and it stands for bytes that are none in this encoding. */
export function isUnreadable(text: string): boolean {
  return text.includes('\0')
}
