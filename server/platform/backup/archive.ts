// The file of a backup: a tar archive in Zstandard (`zstd -dc FILE | tar -t`), written whole or not at all, and read as
// a stream. Each member's SHA-256 is taken on the way.

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { syncFolder } from '#platform/db/embedded/files'
import { explainRead, explainWrite } from './failures.ts'

export interface Member {
  name: string
  bytes: number
  sha256: string
}

export type Content = Iterable<Buffer> | AsyncIterable<Buffer>

/** Adds a member of exactly so many bytes; resolves when they are on their way. */
export type AddMember = (name: string, bytes: number, content: Content) => Promise<Member>

/**
 * Writes an archive with what `fill` adds, as `path`.part until it is whole and on the disk. Whatever fails or aborts,
 * nothing is left behind.
 */
export async function writeArchive(
  path: string,
  signal: AbortSignal | undefined,
  fill: (add: AddMember) => Promise<void>,
) {
  const draft = `${path}.part`
  const tar = pack()
  // The checksum of the frame is the net under our own: it covers the tar headers too.
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  const file = createWriteStream(draft, { mode: 0o600, flush: true })
  const stored = pipeline(tar as unknown as Readable, compress, file, { signal })
  const filled = fill(addTo(tar)).then(() => tar.finalize())
  try {
    // What fails first is the reason; the other one then fails of it.
    await Promise.race([stored, filled.then(() => stored)])
    await rename(draft, path)
    await syncFolder(dirname(path))
  } catch (error) {
    tar.destroy(error as Error)
    await Promise.allSettled([stored, filled])
    await rm(draft, { force: true }).catch(() => {})
    throw signal?.aborted ? signal.reason : explainWrite(error, path)
  }
}

export interface ReadOptions {
  signal?: AbortSignal
  /** Called with the bytes of the file that were read so far. */
  onRead?: (bytes: number) => void
}

/**
 * Reads an archive to its end and returns what was in it; `visit` gets each member's content, and may leave it alone.
 * Throws an error that says so when it is damaged or none of ours, and what `visit` throws as it is.
 */
export async function readArchive(
  path: string,
  { signal, onRead }: ReadOptions,
  visit: (name: string, content: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<Member[]> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const tar = extract()
  const read = pipeline(file, createZstdDecompress(), tar as unknown as Writable, { signal })
  read.catch(() => {})
  let visiting = false
  const members: Member[] = []
  try {
    for await (const entry of tar) {
      const tap = createTap(entry as AsyncIterable<Buffer>)
      visiting = true
      await visit(entry.header.name, tap.content)
      visiting = false
      while (!(await tap.content.next()).done) continue
      members.push({ name: entry.header.name, ...tap.result() })
      onRead?.(file.bytesRead)
    }
    await read
    return members
  } catch (error) {
    // The archive's own failure comes first: what was reading from it fails of that.
    file.destroy()
    const broken = await read.then(() => undefined, (reason) => (isDestroyed(reason) ? undefined : reason))
    if (signal?.aborted) throw signal.reason
    throw visiting && !broken ? error : explainRead(broken ?? error, path)
  }
}

function addTo(tar: ReturnType<typeof pack>): AddMember {
  return async (name, bytes, content) => {
    const entry = tar.entry({ name, size: bytes, mode: 0o600 })
    const tap = createTap(content)
    await pipeline(tap.content, entry as unknown as Writable)
    return { name, ...tap.result() }
  }
}

/** Measures what passes. */
function createTap(source: Content) {
  const hash = createHash('sha256')
  let bytes = 0
  const content = async function* () {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  return { content: content(), result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

/** What a stream says that ended only because another one did. */
function isDestroyed(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
