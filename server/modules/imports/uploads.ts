// Files on their way to an import: stored whole before the operation exists, removed when it has ended.

import { randomUUID } from 'node:crypto'
import { Transform, type Readable } from 'node:stream'
import type pg from 'pg'
import { invalid, unsupported } from '#platform/errors'
import type { Storage } from '#platform/storage'
import { looksLikeMbox } from './mbox.ts'

export type ImportFormat = 'csv' | 'mbox' | 'eml'

export interface ImportOptions {
  /** Whom mail makes contacts of: nobody new, those whom we wrote to, or everyone who is no machine or list. */
  create_contacts?: 'off' | 'written_to' | 'everyone'
  /** Addresses of ours beside those of the members. */
  own_addresses?: string[]
}

/** What the runner of an import is given. */
export interface ImportInput extends ImportOptions {
  key: string
  format: ImportFormat
  filename: string
  bytes: number
  /** The beginning of the file, as UTF-8. */
  head: string
}

export interface Upload {
  key: string
  format: ImportFormat
  bytes: number
  head: string
  /** Rows or messages, counted on the way in: exact but for line breaks inside quotes. */
  items: number
}

const prefix = 'imports'

/** Stores a file and finds out what it is. Throws invalid for an empty one, unsupported for one that we cannot read. */
export async function storeUpload(storage: Storage, file: Readable, filename: string): Promise<Upload> {
  const key = `${prefix}/${randomUUID()}`
  const meter = createMeter()
  await storage.write(key, file, meter.stream)
  try {
    const head = meter.head()
    const format = detectFormat(head, filename)
    const items = format === 'csv' ? Math.max(meter.lines() - 1, 0) : format === 'mbox' ? meter.messages() : 1
    return { key, format, bytes: meter.bytes(), head: format === 'csv' ? head.toString('utf8').replaceAll('\0', '') : '', items }
  } catch (error) {
    await storage.remove(key)
    throw error
  }
}

/** Removes uploads that no waiting or running operation will read: those of ended ones, and of a process that died. */
export async function sweepUploads(storage: Storage, system: pg.Pool) {
  const hourAgo = Date.now() - 3_600_000
  const old = (await storage.list(prefix)).filter(({ changed_at }) => changed_at.getTime() < hourAgo)
  if (old.length === 0) return
  const { rows } = await system.query<{ key: string }>(
    "select input->>'key' as key from operation where status in ('queued', 'running', 'paused') and input ? 'key'",
  )
  const wanted = new Set(rows.map(({ key }) => key))
  await Promise.all(old.filter(({ key }) => !wanted.has(key)).map(({ key }) => storage.remove(key)))
}

/** By content first: a name says little, and a wrong one would turn everything into rejections. */
function detectFormat(head: Buffer, filename: string): ImportFormat {
  if (head.length === 0) throw invalid(`${filename} is empty.`)
  const magic = head.subarray(0, 4).toString('latin1')
  if (magic.startsWith('PK\x03\x04')) throw unsupported(`${filename} is a ZIP or Excel file: unpack it, or save it as CSV.`)
  if (head[0] === 0x1f && head[1] === 0x8b) throw unsupported(`${filename} is compressed: unpack it first.`)
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (utf16) throw unsupported(`${filename} is UTF-16: save it as “CSV UTF-8”.`)
  if (/^[\uFEFF\s]*BEGIN:V/i.test(head.toString('utf8', 0, 200)) || /\.(vcf|vcard|ics|ical)$/i.test(filename)) {
    throw unsupported(`${filename} is a vCard or calendar: CSV, mbox and .eml can be imported.`)
  }
  if (looksLikeMbox(head)) return 'mbox'
  if (/\.csv$|\.tsv$|\.txt$/i.test(filename)) return 'csv'
  if (looksLikeMail(head) || /\.eml$/i.test(filename)) return 'eml'
  if (head.includes(0)) throw unsupported(`${filename} is neither CSV, mbox nor .eml.`)
  return 'csv'
}

/** Counts while the bytes pass: lines, and lines that begin a message of an mbox. */
function createMeter() {
  const newline = 0x0a
  const from = Buffer.from('\nFrom ')
  const head: Buffer[] = []
  let bytes = 0
  let lines = 0
  let messages = 0
  let tail = Buffer.from('\n')
  let last = newline
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes < headSize) head.push(Buffer.from(chunk.subarray(0, headSize - bytes)))
      bytes += chunk.length
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines++
      const joined = Buffer.concat([tail, chunk])
      for (let at = joined.indexOf(from); at !== -1; at = joined.indexOf(from, at + 1)) messages++
      tail = Buffer.from(joined.subarray(-(from.length - 1)))
      last = chunk.at(-1) ?? last
      done(null, chunk)
    },
  })
  return {
    stream,
    head: () => Buffer.concat(head),
    bytes: () => bytes,
    lines: () => lines + (last === newline ? 0 : 1),
    messages: () => messages,
  }
}

/** A header field of a mail at the very beginning. */
function looksLikeMail(head: Buffer): boolean {
  return /^[\s\uFEFF]*[A-Za-z][\w-]*:[ \t]?[^\n]*\r?\n(?:[ \t].*\r?\n|[A-Za-z][\w-]*:)/.test(head.toString('utf8', 0, 4_096))
}

const headSize = 16 * 1024
