// Contacts in a CSV file: streamed, any of the usual delimiters, UTF-8, columns by header names.

import { parse } from 'csv-parse'
import type { Readable } from 'node:stream'
import type { ImportedContact } from '#modules/contacts'
import { invalid } from '#platform/errors'
import { mapColumns, type Column } from './columns.ts'
import { cutText } from './cut-text.ts'
import { normalizeAddress } from './mail-addresses.ts'

/** One record of the file: a contact, or why it cannot be one. */
export type CsvRow = { record: number; characters: number } & (
  | { contact: ImportedContact }
  | { line: number; reason: string; excerpt: string }
)

const limits = { linesAboveHeader: 10, recordBytes: 1024 * 1024, columns: 1_000, field: 10_000, text: 300, list: 50 }

/**
 * Reads the records after the header, which may stand below a few lines of notes (LinkedIn). `record` counts from 1,
 * `line` is the line of the file on which one ends.
 * Throws invalid when the file has no usable header, or a quote that is never closed.
 */
export async function* readCsv(file: Readable, { delimiter }: { delimiter: string }): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    // Not as found in the first line: files that were put together have several.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.recordBytes,
    info: true,
  })
  file.on('error', (error) => parser.destroy(error))
  file.pipe(parser)
  let columns: Column[] | undefined
  const above: string[][] = []
  let record = 0
  try {
    for await (const { record: values, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!columns) {
        columns = findColumns(values)
        if (!columns && above.push(values) === limits.linesAboveHeader) break
      } else if (values.some((value) => value.trim() !== '')) {
        const characters = values.reduce((sum, value) => sum + value.length, 0)
        yield { record: ++record, characters, ...toRow(values, columns, info.lines) }
      }
    }
  } catch (error) {
    throw explain(error)
  } finally {
    file.destroy()
  }
  if (!columns) throw noHeader(above[0])
}

/** The delimiter that the first line with any uses most; a comma where there is none. */
export function sniffDelimiter(head: string): string {
  const lines = head.replaceAll(/"[^"]*"/g, '').split(/\r?\n|\r/, limits.linesAboveHeader)
  for (const line of lines) {
    const count = (delimiter: string) => line.split(delimiter).length
    const best = [',', ';', '\t', '|'].reduce((most, next) => (count(next) > count(most) ? next : most))
    if (count(best) > 1) return best
  }
  return ','
}

/** What the columns mean, if this is a header that names people. */
function findColumns(headers: string[]): Column[] | undefined {
  if (headers.length > limits.columns) throw invalid(`The file has ${headers.length} columns; at most ${limits.columns} are read.`)
  const columns = mapColumns(headers)
  const identifying = ['name', 'given_name', 'family_name', 'email']
  if (!columns.some(({ meaning }) => identifying.includes(meaning as string))) return undefined
  if (headers.some(isUnreadable)) throw unreadableHeader()
  return columns
}

function noHeader(first: string[] | undefined): Error {
  if (!first) return invalid('The file is empty: the first line must name the columns.')
  if (first.some(isUnreadable)) return unreadableHeader()
  const seen = first.slice(0, 10).map(quote).join(', ')
  return invalid(`No column is called Name, First name, Last name or Email; the first line has ${seen}.`)
}

function quote(header: string): string {
  return `“${cutText(header, 40)}”`
}

function unreadableHeader(): Error {
  return invalid('The first line is not readable as UTF-8: save the file as “CSV UTF-8”.')
}

/** NUL, which UTF-16 read as UTF-8 is full of, or what stands for bytes that are no UTF-8. */
function isUnreadable(text: string): boolean {
  return /[\0\uFFFD]/.test(text)
}

function toRow(values: string[], columns: Column[], line: number) {
  const reject = (reason: string) => ({ line, reason, excerpt: cutText(values.join(',').replaceAll('\0', ''), 200) })
  if (values.length > columns.length && values.slice(columns.length).some((value) => value.trim() !== '')) {
    return reject(`It has ${values.length} fields, the header ${columns.length}: is a comma outside quotes?`)
  }
  const given = columns
    .map((column, index) => ({ ...column, value: (values[index] ?? '').trim() }))
    .filter(({ value }) => value !== '')
  const broken = given.find(({ value }) => isUnreadable(value))
  if (broken) return reject(`${quote(broken.header)} is not readable as UTF-8: save the file as “CSV UTF-8”.`)
  const long = given.find(({ value, meaning }) => value.length > (typeof meaning === 'string' && !lists.has(meaning) ? limits.text : limits.field))
  if (long) return reject(`${quote(long.header)} is too long (${long.value.length} characters).`)

  const emails: string[] = []
  for (const { value } of listOf(given, 'email')) {
    const address = readAddress(value)
    if (!address) return reject(`“${cutText(value, 100)}” is not an e-mail address.`)
    emails.push(address)
  }
  const contact = toContact(given, emails, line)
  if (!contact.name && emails.length === 0) return reject('It has neither a name nor an e-mail address.')
  return { contact }
}

type Given = Column & { value: string }

const lists: ReadonlySet<string> = new Set(['email', 'phone', 'tags'])

function toContact(given: Given[], emails: string[], line: number): ImportedContact {
  const value = (meaning: string) => given.find((column) => column.meaning === meaning)?.value ?? null
  const given_name = [value('given_name'), value('middle_name')].filter(Boolean).join(' ') || null
  const family_name = value('family_name')
  const fields = given.flatMap((column) => (typeof column.meaning === 'object' ? [[column.meaning.field, column.value]] : []))
  return {
    line,
    name: value('name') ?? ([given_name, family_name].filter(Boolean).join(' ') || null),
    given_name,
    family_name,
    emails: [...new Set(emails)].slice(0, limits.list),
    phones: listOf(given, 'phone').map(({ value: number, label }) => ({ number: cutText(number, 50), label })),
    company: value('company'),
    title: value('title'),
    tags: [...new Set(listOf(given, 'tags').map(({ value: tag }) => cutText(tag.replace(/^\* /, ''), 100)))],
    fields: Object.fromEntries(fields),
  }
}

/** One cell may hold several: “a@x.org; b@x.org”, and “ ::: ” between them in Google's export. */
function listOf(given: Given[], meaning: string): { value: string; label: string | null }[] {
  return given
    .filter((column) => column.meaning === meaning)
    .flatMap(({ value, label }) => value.split(/ ::: |[;,\n|]/).map((part) => ({ value: part.trim(), label })))
    .filter(({ value }) => value !== '')
}

/** As mail has it; “Ada Lovelace <ada@example.org>” is an address too. */
function readAddress(text: string): string | undefined {
  return normalizeAddress(/<([^<>]+)>$/.exec(text)?.[1] ?? text)
}

function explain(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return invalid(`A quote is opened and never closed (${message}).`)
  if (code === 'CSV_MAX_RECORD_SIZE') return invalid('A record is larger than 1 MB: is a quote opened and never closed?')
  return code?.startsWith('CSV_') ? invalid(`The file is not CSV: ${message}`) : error
}
