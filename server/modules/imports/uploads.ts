// Files on their way to an import: stored whole, unpacked, before the operation exists; removed when it has ended.

import { randomUUID } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import type pg from 'pg'
import { invalid, notFound, tooLarge } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'
import { wantedFiles } from '#platform/operations'
import type { Storage } from '#platform/storage'
import type { ImportOptions } from './contract.ts'
import { createEncodingSensor } from './encoding.ts'
import { detectFormat, isGzip, type ImportFormat } from './formats.ts'

export interface Upload {
  /** Its key in the storage. */
  file: string
  filename: string
  format: ImportFormat
  bytes: number
  encoding: string
  /** Rows or messages, counted on the way in: exact but for line breaks inside quotes. Null: not known yet. */
  items: number | null
}

/** What the runner of an import is given. */
export interface ImportInput extends ImportOptions, Omit<Upload, 'items'> {
  encoding: string
  /** The file stays when the import has ended: a dry run is seldom the last one. */
  kept?: boolean
}

const prefix = 'imports'

/**
 * Stores a file and finds out what it is; gzip is taken off. Throws invalid for an empty or damaged one, unsupported for
 * one that we cannot read, too_large when it is more than `limit` bytes unpacked.
 */
export async function storeUpload(storage: Storage, source: Readable, filename: string, limit: number): Promise<Upload> {
  const file = `${prefix}/${randomUUID()}`
  const { head, whole } = await peek(source)
  const packed = isGzip(head)
  const meter = createMeter(limit)
  await storage.write(file, whole, ...(packed ? [createGunzip(), meter.stream] : [meter.stream])).catch((error) => {
    throw explainGzip(error)
  })
  try {
    const format = detectFormat(meter.head(), packed ? filename.replace(/\.gz$/i, '') : filename)
    const items = format === 'csv' ? Math.max(meter.lines() - 1, 0) : format === 'mbox' ? meter.messages() : format === 'eml' ? 1 : null
    return { file, filename, format, bytes: meter.bytes(), encoding: meter.encoding(), items }
  } catch (error) {
    await storage.remove(file)
    throw error
  }
}

function explainGzip(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code?.startsWith('Z_') ? invalid('The compressed file is damaged or cut off.') : error
}

/** The first bytes, and a stream of all of them. */
async function peek(source: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const { value: first, done } = await chunks.next()
  const all = async function* () {
    if (done) return
    yield first
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  return { head: done ? Buffer.alloc(0) : first, whole: Readable.from(all(), { objectMode: false }) }
}

/** Keeps an upload for a day, until somebody says how to import it. Returns its id. */
export async function keepUpload(tx: Tx, { file, filename, format, encoding, bytes, items }: Upload): Promise<string> {
  const id = file.slice(prefix.length + 1)
  await sql`
    insert into import_upload (org_id, id, filename, format, encoding, bytes, items)
    values (current_org(), ${id}, ${filename}, ${format}, ${encoding}, ${bytes}, ${items})
  `.execute(tx)
  return id
}

/** The upload that was kept under this id; `take` it when nobody will ask for it again. Throws not_found. */
export async function getUpload(tx: Tx, id: string, { take }: { take: boolean }): Promise<Upload> {
  const columns = sql`filename, format, encoding, bytes, items`
  const mine = sql`org_id = (select current_org()) and id = ${id}`
  const { rows } = take
    ? await sql<Omit<Upload, 'file'>>`delete from import_upload where ${mine} returning ${columns}`.execute(tx)
    : await sql<Omit<Upload, 'file'>>`select ${columns} from import_upload where ${mine}`.execute(tx)
  if (!rows[0]) throw notFound('upload', id)
  return { file: `${prefix}/${id}`, ...rows[0] }
}

/** Removes files that nobody will read: those of ended imports, of uploads that waited for a day, of a process that died. */
export async function sweepUploads(storage: Storage, system: pg.Pool) {
  await system.query("delete from import_upload where created_at < now() - interval '1 day'")
  const hourAgo = Date.now() - 3_600_000
  const old = (await storage.list(prefix)).filter(({ changed_at }) => changed_at.getTime() < hourAgo)
  if (old.length === 0) return
  const { rows } = await system.query<{ file: string }>(
    `${wantedFiles} union select '${prefix}/' || id from import_upload`,
  )
  const wanted = new Set(rows.map(({ file }) => file))
  await Promise.all(old.filter(({ key }) => !wanted.has(key)).map(({ key }) => storage.remove(key)))
}

/** Counts while the bytes pass: lines, and lines that begin a message of an mbox. */
function createMeter(limit: number) {
  const newline = 0x0a
  const from = Buffer.from('\nFrom ')
  const head: Buffer[] = []
  const sensor = createEncodingSensor()
  let bytes = 0
  let lines = 0
  let messages = 0
  let tail = Buffer.from('\n')
  let last = newline
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes < headSize) head.push(Buffer.from(chunk.subarray(0, headSize - bytes)))
      bytes += chunk.length
      if (bytes > limit) return done(tooLarge('The file, unpacked, is larger than UPLOAD_LIMIT_MB allows.'))
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines++
      const joined = Buffer.concat([tail, chunk])
      for (let at = joined.indexOf(from); at !== -1; at = joined.indexOf(from, at + 1)) messages++
      tail = Buffer.from(joined.subarray(-(from.length - 1)))
      last = chunk.at(-1) ?? last
      sensor.feed(chunk)
      done(null, chunk)
    },
  })
  return {
    stream,
    head: () => Buffer.concat(head),
    bytes: () => bytes,
    lines: () => lines + (last === newline ? 0 : 1),
    messages: () => messages,
    encoding: () => sensor.encoding(),
  }
}

const headSize = 16 * 1024

