// ZIP files where they lie in the storage: entries by name, read as streams, in bounds that no bomb gets through.

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { invalid } from '#platform/errors'
import type { Storage } from '#platform/storage'

export interface Zip {
  names: string[]
  has(name: string): boolean
  /** The bytes of an entry, unpacked. Throws invalid when it is not there, damaged, or larger than we read. */
  read(name: string): AsyncGenerator<Buffer>
  close(): void
}

// Real sheets shrink to a tenth; a bomb to a thousandth.
const limits = { entries: 10_000, bytes: 4 * 1024 ** 3, ratio: 200, small: 16 * 1024 * 1024 }

/** Opens a file of the storage; `entries`: how many it may hold. Throws invalid when it is no ZIP file, or a damaged one. */
export async function openZip(storage: Storage, file: string, bytes: number, { entries: most = limits.entries } = {}): Promise<Zip> {
  const zip = await open(storage, file, bytes)
  const entries = new Map<string, Entry>()
  try {
    if (zip.entryCount > most) throw invalid(`The file holds ${zip.entryCount} files; at most ${most} are read.`)
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, withoutBuffers(entry))
  } catch (error) {
    zip.close()
    throw explain(error)
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => read(zip, entries.get(name), name),
    close: () => zip.close(),
  }
}

const nothing = Buffer.alloc(0)

/** Each is a view of a part of the directory, which would be held with it. */
function withoutBuffers(entry: Entry): Entry {
  return Object.assign(entry, { extraFieldRaw: nothing, extraFields: [], fileNameRaw: nothing, fileCommentRaw: nothing })
}

async function* read(zip: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Buffer> {
  if (!entry) throw invalid(`The file is damaged: ${name} is missing in it.`)
  if (entry.isEncrypted()) throw invalid('The file is encrypted: save it without a password.')
  const { uncompressedSize: size, compressedSize } = entry
  if (size > limits.bytes || (size > limits.small && size > compressedSize * limits.ratio)) {
    throw invalid(`${name} in the file would unpack to ${Math.round(size / 1e6)} MB, which no honest file does.`)
  }
  try {
    // yauzl breaks off where more comes out than the entry says.
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
  } catch (error) {
    throw explain(error)
  }
}

function open(storage: Storage, file: string, bytes: number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: false }
  const stored = new StoredFile(bytes, (start, end) => storage.read(file, start, end))
  return yauzl.fromRandomAccessReaderPromise(stored, bytes, options).catch((error) => {
    throw explain(error)
  })
}

/** Tens of thousands of small files lie one behind the other, and so do their names: each would be a request of its own. */
const blockBytes = 512 * 1024

class StoredFile extends yauzl.RandomAccessReader {
  readonly #bytes: number
  readonly #read: (start: number, end: number) => Readable
  #block = { start: 0, bytes: nothing }

  constructor(bytes: number, read: (start: number, end: number) => Readable) {
    super()
    this.#bytes = bytes
    this.#read = read
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return end - start > blockBytes / 4 ? this.#read(start, end) : Readable.from(this.#readSmall(start, end))
  }

  override read(target: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void) {
    this.#readPart(position, position + length).then((part) => {
      part.copy(target, offset)
      done(part.length < length ? new Error('unexpected EOF') : null)
    }, done)
  }

  async *#readSmall(start: number, end: number) {
    yield await this.#readPart(start, end)
  }

  async #readPart(start: number, end: number): Promise<Buffer> {
    const { start: from, bytes } = this.#block
    if (start >= from && end <= from + bytes.length) return bytes.subarray(start - from, end - from)
    const block = await buffer(this.#read(start, Math.min(Math.max(end, start + blockBytes), this.#bytes)))
    this.#block = { start, bytes: block }
    return block.subarray(0, end - start)
  }
}

function explain(error: unknown): unknown {
  const { message, name, code = '' } = error as NodeJS.ErrnoException
  // Plain errors are what yauzl throws, Z_… what the unpacking does; others are ours, or the storage's.
  const isDamage = code.startsWith('Z_') || (name === 'Error' && code === '')
  return isDamage ? invalid(`The file is damaged or cut off (${message}).`) : error
}
