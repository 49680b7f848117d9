// Sheets of Excel workbooks (.xlsx, ECMA-376) as streams of records. What a formula came to is read, never the formula.

import { posix } from 'node:path'
import { invalid } from '#platform/errors'
import { cutText } from './cut-text.ts'
import type { TableRecord } from './table.ts'
import { createTextTable, type TextTable } from './text-table.ts'
import { formatCell, styleOf, type NumberStyle } from './xlsx-cells.ts'
import { createXmlReader, type XmlHandlers } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Workbook {
  /** In the order of the tabs; hidden ones last. */
  sheets: { name: string; path: string }[]
  /** Whether days count from 1904 (old Excel for Mac) instead of 1900. */
  from_1904: boolean
  texts: string | undefined
  styles: string | undefined
}

const limits = { columns: 16_384, cell: 1024 * 1024 }

/** What is in a workbook. Throws invalid when it is none. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const root = zip.has('_rels/.rels') ? await readRelations(zip, '_rels/.rels', '') : []
  const main = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!zip.has(main) || !main.endsWith('.xml') || zip.names.some((name) => name.startsWith('word/'))) {
    throw invalid('The file is no Excel workbook: save it as .xlsx or CSV.')
  }
  const folder = posix.dirname(main)
  const relations = await readRelations(zip, `${folder}/_rels/${posix.basename(main)}.rels`, folder)
  const listed: { name: string; id: string; hidden: boolean }[] = []
  let from_1904 = false
  await parse(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from_1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key) && key !== 'sheetId')?.[1] ?? ''
      listed.push({ name: attributes.name ?? '', id, hidden: /hidden/i.test(attributes.state ?? '') })
    },
  })
  const sheets = listed.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).flatMap(({ name, id }) => {
    // Charts have tabs too.
    const path = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.path
    return path && zip.has(path) ? [{ name, path }] : []
  })
  if (sheets.length === 0) throw invalid('The workbook has no sheet.')
  const part = (type: string) => relations.find((relation) => relation.type === type && zip.has(relation.path))?.path
  return { sheets, from_1904, texts: part('sharedStrings'), styles: part('styles') }
}

/** The records of the sheet with this name or number; of the first one that holds anything unless one is named. */
export async function* readSheet(zip: Zip, workbook: Workbook, wanted?: string): AsyncGenerator<TableRecord> {
  const texts = await readTexts(zip, workbook.texts)
  const styles = await readStyles(zip, workbook.styles)
  const sheets = wanted === undefined ? workbook.sheets : [findSheet(workbook, wanted)]
  for (const { path } of sheets) {
    let any = false
    for await (const record of readRows(zip, path, { texts, styles, from_1904: workbook.from_1904 })) {
      any = true
      yield record
    }
    if (any) return
  }
}

function findSheet({ sheets }: Workbook, wanted: string) {
  const named = sheets.find(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase())
  const found = named ?? (/^\d{1,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined)
  if (found) return found
  const there = sheets.slice(0, 20).map(({ name }) => `“${name}”`).join(', ')
  throw invalid(`The workbook has no sheet “${cutText(wanted, 100)}”; it has ${there}.`)
}

interface Context {
  texts: TextTable
  styles: NumberStyle[]
  from_1904: boolean
}

async function* readRows(zip: Zip, path: string, context: Context): AsyncGenerator<TableRecord> {
  let rows: TableRecord[] = []
  let row: TableRecord | undefined
  let line = 0
  let cell: { column: number; type: string; style: number; text: string; uncalculated: boolean } | undefined
  let next = 0
  let reads = false
  let phonetic = false
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes.r) || line + 1
        row = { line, values: [] }
        next = 0
      } else if (name === 'c' && row) {
        const column = attributes.r ? columnOf(attributes.r) : next
        if (column >= limits.columns) throw invalid(`The sheet has a cell at ${cutText(attributes.r ?? '', 20)}, outside of any sheet.`)
        next = column + 1
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s) || 0, text: '', uncalculated: false }
      } else if (name === 'rPh') phonetic = true
      else if (cell && name === 'f') cell.uncalculated = true
      else if (cell && (name === 'v' || name === 't')) {
        reads = !phonetic
        cell.uncalculated = false
      }
    },
    text(text) {
      if (!reads || !cell) return
      cell.text += text
      if (cell.text.length > limits.cell) throw invalid('A cell of the sheet is larger than 1 MB.')
    },
    close(name) {
      if (name === 'v' || name === 't') reads = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && cell && row) {
        const value = formatCell(cell, { ...context, style: context.styles[cell.style] ?? { digits: 0 } })
        if (value !== '') {
          while (row.values.length < cell.column) row.values.push('')
          row.values[cell.column] = value
        }
        cell = undefined
      } else if (name === 'row' && row) {
        if (row.values.length > 0) rows.push(row)
        row = undefined
      }
    },
  }
  const xml = createXmlReader(handlers)
  for await (const chunk of zip.read(path)) {
    xml.write(chunk)
    yield* rows
    rows = []
  }
  xml.end()
}

/** `BC12` is column 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Za-z]{1,4}/.exec(reference)?.[0].toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

async function readTexts(zip: Zip, path: string | undefined): Promise<TextTable> {
  const table = createTextTable()
  if (!path) return table
  let text = ''
  let reads = false
  let phonetic = false
  await parse(zip, path, {
    open(name) {
      if (name === 'si') text = ''
      // How Japanese is pronounced is no part of it.
      else if (name === 'rPh') phonetic = true
      else if (name === 't') reads = !phonetic
    },
    text(value) {
      if (!reads) return
      text += value
      if (text.length > limits.cell) throw invalid('A cell of the sheet is larger than 1 MB.')
    },
    close(name) {
      if (name === 't') reads = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') table.add(text)
    },
  })
  return table
}

/** How each style of cells shows numbers. */
async function readStyles(zip: Zip, path: string | undefined): Promise<NumberStyle[]> {
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inCells = false
  if (!path) return styles
  await parse(zip, path, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId)
        styles.push(styleOf(id, formats.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

async function readRelations(zip: Zip, path: string, folder: string) {
  const relations: { id: string; type: string; path: string }[] = []
  if (!zip.has(path)) return relations
  await parse(zip, path, {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return
      const full = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target))
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: full })
    },
  })
  return relations
}

async function parse(zip: Zip, path: string, handlers: XmlHandlers) {
  const xml = createXmlReader(handlers)
  for await (const chunk of zip.read(path)) xml.write(chunk)
  xml.end()
}
