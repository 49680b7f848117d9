// What a file is: by its content first, since a name says little and a wrong one would turn everything into rejections.

import { invalid, unsupported } from '#platform/errors'
import { looksLikeMbox } from './mbox.ts'

export type ImportFormat = 'csv' | 'xlsx' | 'vcard' | 'ics' | 'mbox' | 'eml' | 'slack'

/** The operation that imports it. */
export const kindOf: Record<ImportFormat, 'import.contacts' | 'import.mail' | 'import.calendar' | 'import.slack'> = {
  csv: 'import.contacts',
  xlsx: 'import.contacts',
  vcard: 'import.contacts',
  ics: 'import.calendar',
  mbox: 'import.mail',
  eml: 'import.mail',
  slack: 'import.slack',
}

/** Whether it has columns. */
export function isTable(format: ImportFormat): boolean {
  return format === 'csv' || format === 'xlsx'
}

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** From the first bytes. Throws invalid for an empty file, unsupported for one that we cannot read. */
export function detectFormat(head: Buffer, filename: string): ImportFormat {
  if (head.length === 0) throw invalid(`${filename} is empty: there is nothing in it to import. Save or download it anew.`)
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return detectPacked(head.toString('latin1'), filename)
  if (head.readUIntBE(0, Math.min(4, head.length)) === 0xd0cf11e0) {
    throw unsupported(`${filename} is an Excel file of before 2007: save it as .xlsx or CSV.`)
  }
  if (isGzip(head)) throw unsupported(`${filename} is compressed twice: unpack it first.`)
  const text = readStart(head)
  if (/^[\uFEFF\s]*BEGIN\s*:\s*VCARD/i.test(text) || /\.(vcf|vcard)$/i.test(filename)) return 'vcard'
  if (/^[\uFEFF\s]*BEGIN\s*:\s*V(?:CALENDAR|EVENT)/i.test(text) || /\.(ics|ical|ifb|vcs)$/i.test(filename)) return 'ics'
  if (looksLikeMbox(head)) return 'mbox'
  if (/\.(csv|tsv|tab|txt)$/i.test(filename)) return 'csv'
  if (looksLikeMail(text) || /\.eml$/i.test(filename)) return 'eml'
  if (text.includes('\0')) throw unsupported(`${filename} is neither CSV, XLSX, vCard, calendar, mbox nor .eml.`)
  return 'csv'
}

/** Names of the first entries stand in the clear. */
function detectPacked(head: string, filename: string): ImportFormat {
  if (/\[Content_Types\]\.xml|_rels\/\.rels|xl\//.test(head) || /\.xls[xm]$/i.test(filename)) return 'xlsx'
  if (/mimetypeapplication\/vnd\.oasis/.test(head)) throw unsupported(`${filename} is an OpenDocument file: save it as .xlsx or CSV.`)
  if (/(?:users|channels|groups|dms|mpims|integration_logs)\.json|\/\d{4}-\d{2}-\d{2}\.json/.test(head)) return 'slack'
  throw unsupported(`${filename} is a ZIP file, and no Slack export: unpack it, and send what is in it.`)
}

/** As text, also when it is UTF-16. */
function readStart(head: Buffer): string {
  const start = head.subarray(0, 4_096)
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(start)
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(start)
  return start.toString('utf8')
}

/** A header field of a mail at the very beginning. */
function looksLikeMail(text: string): boolean {
  return /^[\s\uFEFF]*[A-Za-z][\w-]*:[ \t]?[^\n]*\r?\n(?:[ \t].*\r?\n|[A-Za-z][\w-]*:)/.test(text)
}
