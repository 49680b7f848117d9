// ZIP files where they lie in the storage: entries by name, read as streams, in bounds that no bomb gets through.

import { Transform, type Readable } from 'node:stream'
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
  return yauzl.fromRandomAccessReaderPromise(new StoredFile(storage, file), bytes, options).catch((error) => {
    throw explain(error)
  })
}

class StoredFile extends yauzl.RandomAccessReader {
  readonly #storage: Storage
  readonly #file: string

  constructor(storage: Storage, file: string) {
    super()
    this.#storage = storage
    this.#file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return readRange(this.#storage, this.#file, start, end)
  }
}

/** The storage gives all from `start` on; it is let go at `end`. */
function readRange(storage: Storage, file: string, start: number, end: number): Readable {
  const source = storage.read(file, start)
  let left = end - start
  const range = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (left <= 0) return done()
      const wanted = chunk.subarray(0, left)
      left -= wanted.length
      this.push(wanted)
      if (left <= 0) {
        this.push(null)
        source.destroy()
      }
      done()
    },
  })
  source.on('error', (error) => range.destroy(error))
  range.on('close', () => source.destroy())
  return source.pipe(range)
}

function explain(error: unknown): unknown {
  const { message, name, code = '' } = error as NodeJS.ErrnoException
  // Plain errors are what yauzl throws, Z_… what the unpacking does; others are ours, or the storage's.
  const isDamage = code.startsWith('Z_') || (name === 'Error' && code === '')
  return isDamage ? invalid(`The file is damaged or cut off (${message}).`) : error
}
