// The people in a file, one after the other, whatever its format: contacts, or why something in it is none.

import type { ImportedContact } from '#modules/contacts'
import { invalid } from '#platform/errors'
import type { Storage } from '#platform/storage'
import type { Column } from './columns.ts'
import { readCsv, readDialect } from './csv.ts'
import type { Mapping } from './mapping.ts'
import { openTable, type Table, type TableOptions, type TableRecord } from './table.ts'
import { readRow, type Owners } from './table-row.ts'
import type { ImportInput } from './uploads.ts'

export interface Person {
  /** Counted from 1. */
  record: number
  /** Where it stands: a line, a row. */
  line: number
  /** How much of memory and database it takes, roughly. */
  characters: number
  /** As it was in the file, in the order of the columns. */
  values: string[]
  read: { contact: ImportedContact } | { reason: string }
  /** A cell holds U+FFFD, which whoever wrote the file put there for what they could not read. */
  damaged?: boolean
  /** A picture that came with them. */
  photo?: Buffer
}

export interface People {
  /** What `values` are; a card has one column, itself. */
  columns: Column[]
  people: AsyncGenerator<Person>
}

export type Remembered = (headers: string[]) => Promise<Mapping | undefined>

/** Opens a file of people. Throws invalid when it is not what it says it is. */
export async function openPeople(
  storage: Storage,
  input: ImportInput,
  { owners, remembered }: { owners: Owners; remembered: Remembered },
): Promise<People> {
  if (input.format === 'vcard') return { columns: [{ header: 'Card', meaning: 'ignore', label: null }], people: readVcards(storage, input) }
  const table = await openFile(storage, input, { remembered })
  return { columns: table.columns, people: readTable(table, owners) }
}

export interface TableFile extends Table {
  /** Of a CSV file. */
  delimiter: string | null
  /** Names of the sheets of a workbook. */
  sheets: string[] | null
}

/** A file that is a table. */
export async function openFile(storage: Storage, input: ImportInput, { remembered, nameless }: Pick<TableOptions, 'nameless'> & { remembered: Remembered }): Promise<TableFile> {
  const { records, delimiter, sheets } = input.format === 'xlsx' ? await openSheet(storage, input) : await openCsv(storage, input)
  const table = await openTable(records, { header: input.header, mapping: input.mapping, remembered, nameless })
  return { ...table, delimiter, sheets }
}

async function openCsv(storage: Storage, { file, encoding, delimiter, quote }: ImportInput) {
  const dialect = await readDialect(storage.read(file), { encoding, delimiter, quote })
  return { records: readCsv(storage.read(file), encoding, dialect), delimiter: dialect.delimiter, sheets: null }
}

async function openSheet(storage: Storage, { file, bytes, sheet }: ImportInput) {
  // Loaded when they are needed, which in most imports is never.
  const { openZip } = await import('./zip.ts')
  const { readSheet, readWorkbook } = await import('./xlsx.ts')
  const zip = await openZip(storage, file, bytes)
  const records = async function* (): AsyncGenerator<TableRecord> {
    try {
      yield* readSheet(zip, workbook, sheet)
    } finally {
      zip.close()
    }
  }
  const workbook = await readWorkbook(zip).catch((error) => {
    zip.close()
    throw error
  })
  return { records: records(), delimiter: null, sheets: workbook.sheets.map(({ name }) => name) }
}

async function* readTable({ rows, columns }: Table, owners: Owners): AsyncGenerator<Person> {
  let record = 0
  for await (const row of rows) {
    const characters = row.values.reduce((sum, value) => sum + value.length, 0)
    yield { record: ++record, line: row.line, characters, values: row.values, read: readRow(row, columns, owners), damaged: row.values.some((value) => value.includes('\uFFFD')) }
  }
}

export async function* readVcards(storage: Storage, { file, encoding }: ImportInput): AsyncGenerator<Person> {
  const { findPhoto, readCard } = await import('./vcard.ts')
  const { readCards } = await import('./vcard-lines.ts')
  let record = 0
  for await (const card of readCards(storage.read(file), encoding)) {
    const photo = findPhoto(card)
    const characters = card.text.length + (photo?.length ?? 0)
    yield { record: ++record, line: card.line, characters, values: [card.text], read: readCard(card), photo }
  }
  if (record === 0) throw invalid('There is no card in the file: none of its lines is BEGIN:VCARD.')
}
