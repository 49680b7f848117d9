// The components of an iCalendar file (RFC 5545) one after the other, so that a broken one is the only one that is lost.

import type { Readable } from 'node:stream'
import { readLines } from './text-lines.ts'

export interface CalendarComponent {
  /** `VEVENT`, `VTIMEZONE`, …; `VCALENDAR` for a single line of the calendar itself. */
  name: string
  /** Where it begins, from 1. */
  line: number
  /** Its properties, unfolded; of components inside it those of VTIMEZONE alone, with their BEGIN and END. */
  lines: string[]
  /** Why it cannot be read. */
  broken: string | null
}

const limits = { size: 2 * 1024 * 1024, lines: 20_000 }

interface Open {
  name: string
  line: number
  lines: string[]
  size: number
  /** Components that are open inside. */
  inner: string[]
}

/** The components below any VCALENDAR. */
export async function* readComponents(file: Readable, encoding: string): AsyncGenerator<CalendarComponent> {
  let open: Open | undefined
  for await (const { line, text, length } of readLines(file, encoding, limits.size)) {
    const [, verb, name = ''] = /^\s*(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(text) ?? []
    const component = name.toUpperCase()
    if (component === 'VCALENDAR') {
      if (open) yield { ...close(open), broken: 'It has no end: the file is cut off in it.' }
      open = undefined
      yield { name: component, line, lines: [text], broken: null }
    } else if (verb && /^begin$/i.test(verb)) {
      if (!open) open = { name: component, line, lines: [], size: 0, inner: [] }
      else {
        open.inner.push(component)
        if (open.name === 'VTIMEZONE') open.lines.push(text)
      }
    } else if (verb) {
      if (!open) continue
      if (open.inner.length > 0) {
        open.inner.pop()
        if (open.name === 'VTIMEZONE') open.lines.push(text)
      } else {
        yield close(open)
        open = undefined
      }
    } else if (open) {
      open.size += length
      const isOurs = open.inner.length === 0 || open.name === 'VTIMEZONE'
      if (isOurs && open.size <= limits.size && open.lines.length <= limits.lines) addLine(open.lines, text)
    } else if (/^[A-Za-z][\w-]*[;:]/.test(text)) yield { name: 'VCALENDAR', line, lines: [text.slice(0, 1_000)], broken: null }
  }
  if (open) yield { ...close(open), broken: 'It has no end: the file is cut off in it.' }
}

function addLine(lines: string[], text: string) {
  if (/^[ \t]/.test(text) && lines.length > 0) lines[lines.length - 1] += text.slice(1)
  else if (/^[A-Za-z][\w.-]*[;:]/.test(text)) lines.push(text)
  // A line break that somebody did not escape; elsewhere it is nothing.
  else if (text.trim() !== '' && /^(?:DESCRIPTION|SUMMARY|LOCATION|COMMENT)\b/i.test(lines.at(-1) ?? '')) lines[lines.length - 1] += `\\n${text}`
}

function close({ name, line, lines, size }: Open): CalendarComponent {
  const isLarge = size > limits.size || lines.length > limits.lines
  return { name, line, lines: isLarge ? [] : lines, broken: isLarge ? 'It is larger than 2 MB.' : null }
}
