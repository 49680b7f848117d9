// From headers and cells to what each column means. What the caller says stands first, then what was chosen for the
// same columns before, then the header's name, then the content; every other column becomes a custom field of its
// name, so nothing is lost.

import { invalid } from '#platform/errors'
import { identifying, lists, parseTarget, readHeader, type Column } from './columns.ts'
import { readContent } from './column-content.ts'
import { cutText } from './cut-text.ts'

export type Origin = 'given' | 'remembered' | 'name' | 'content' | 'none'

export interface MappedColumn extends Column {
  origin: Origin
  /** 0 to 1. */
  confidence: number
}

/** Target by header, as columns.ts writes targets. */
export type Mapping = Record<string, string>

export interface MappingSources {
  given?: Mapping
  remembered?: Mapping
}

/** The columns with their meaning. Throws invalid when the mapping names a column that is not there. */
export function mapColumns(headers: string[], samples: string[][], { given, remembered }: MappingSources = {}): MappedColumn[] {
  const named = nameColumns(headers)
  const wanted = given ? matchMapping(named, given) : new Map<number, string>()
  const known = remembered ? matchMapping(named, remembered, false) : new Map<number, string>()
  const columns = named.map((header, index): MappedColumn => {
    const told = wanted.get(index)
    if (told !== undefined) return { header, ...parseTarget(told), origin: 'given', confidence: 1 }
    const before = known.get(index)
    if (before !== undefined) return { header, ...parseTarget(before), origin: 'remembered', confidence: 1 }
    return suggest(header, samples.map((row) => row[index] ?? ''))
  })
  return withoutRivals(withoutGuessedNames(columns))
}

/** Whether a table with these columns can be one of people. */
export function namesPeople(columns: Column[]): boolean {
  return columns.some(({ meaning }) => identifying.has(meaning))
}

function suggest(header: string, cells: string[]): MappedColumn {
  const byName = readHeader(header)
  const byContent = readContent(cells)
  if (byName) {
    // “Contact” may be a name or an address; of an address there is no doubt.
    if (byContent?.meaning === 'email' && byName.meaning !== 'email' && !['ignore', 'owner'].includes(byName.meaning as string)) {
      return { header, meaning: 'email', label: null, origin: 'content', confidence: byContent.confidence }
    }
    return { header, ...byName, origin: 'name', confidence: byContent?.meaning === byName.meaning ? 1 : 0.9 }
  }
  if (byContent) return { header, meaning: byContent.meaning, label: null, origin: 'content', confidence: byContent.confidence }
  return { header, meaning: { field: header }, label: null, origin: 'none', confidence: 0 }
}

/** Two capitalized words may be a street or a product: a name only where nothing else says how people are called. */
function withoutGuessedNames(columns: MappedColumn[]): MappedColumn[] {
  const called = columns.some(({ meaning, origin }) => ['name', 'given_name', 'family_name'].includes(meaning as string) && origin !== 'content')
  let taken = called
  return columns.map((column) => {
    if (column.meaning !== 'name' || column.origin !== 'content') return column
    if (!taken) {
      taken = true
      return column
    }
    return { ...column, meaning: { field: column.header }, origin: 'none', confidence: 0 }
  })
}

/** A name column beside its parts is what to show; a second one would overwrite the first. What was given goes before what was found. */
function withoutRivals(columns: MappedColumn[]): MappedColumn[] {
  const rank = ({ origin }: MappedColumn) => (origin === 'given' ? 0 : origin === 'remembered' ? 1 : 2)
  return columns.map((column, index) => {
    if (typeof column.meaning !== 'string' || lists.has(column.meaning) || column.meaning === 'ignore') return column
    const rival = columns.some((other, place) =>
      other.meaning === column.meaning && (rank(other) < rank(column) || (rank(other) === rank(column) && place < index)))
    if (!rival) return column
    if (column.origin === 'given') throw invalid(`The mapping gives two columns the same meaning: “${column.meaning}”.`)
    return { ...column, meaning: { field: column.header }, label: null, origin: 'none' as const, confidence: 0 }
  })
}

/** What columns are called: their header; `Column 3` where there is none; `Name (2)` for the second Name. */
export function nameColumns(headers: string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map((text, index) => {
    const header = text.trim() || `Column ${index + 1}`
    const count = (seen.get(header) ?? 0) + 1
    seen.set(header, count)
    return count === 1 ? header : `${header} (${count})`
  })
}

/** Which target each column has in a mapping: by its header, in any case, or as `Column 3`. */
function matchMapping(headers: string[], mapping: Mapping, strict = true): Map<number, string> {
  const places = new Map<string, number>()
  for (const [index, header] of headers.entries()) {
    places.set(`column ${index + 1}`, index)
    places.set(header.toLowerCase(), index)
  }
  const found = new Map<number, string>()
  for (const [header, target] of Object.entries(mapping)) {
    const place = places.get(header.trim().toLowerCase())
    if (place !== undefined) found.set(place, target)
    else if (strict) {
      const there = headers.slice(0, 20).map((name) => `“${cutText(name, 40)}”`).join(', ')
      throw invalid(`The mapping names a column “${cutText(header, 60)}” that the file has not; it has ${there}.`)
    }
  }
  return found
}
