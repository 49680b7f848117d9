// Everything about one person as a ZIP, file by file as it is read: one after the other, and none in memory as a whole.

import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import yazl from 'yazl'
import type { ExportSource, PersonFile } from '#modules/contacts'

/** What a module has of somebody. */
export type Exporting = (source: ExportSource) => AsyncIterable<PersonFile>

interface Archive {
  source: ExportSource
  parts: Exporting[]
  /** What the archive says of itself. */
  title: string
}

/** The files of all parts, and what they are. */
export async function* listFiles({ source, parts, title }: Archive): AsyncGenerator<PersonFile> {
  const counts = new Map<string, { about: string; files: number }>()
  for (const part of parts) {
    for await (const file of part(source)) {
      const place = file.path.replace(/\/.*/, '/')
      const files = (counts.get(place)?.files ?? 0) + 1
      counts.set(place, { about: file.about, files })
      yield file
    }
  }
  const lines = [...counts].map(([place, { about, files }]) => `${place}${place.endsWith('/') ? ` (${files})` : ''}: ${about}.`)
  const content = [title, ...lines, left].join('\n\n').replaceAll('\n', '\r\n')
  yield { path: 'README.txt', about: '', content: `${content}\r\n` }
}

const left = `Mails and meetings name others too: look through them before you give this away. Not in here: what was deleted and waits to be
removed, who changed what in Rapport (that is in the audit log), and backups.`

/** The archive as bytes. Whoever stops reading stops it. */
export function zipFiles(files: AsyncIterable<PersonFile>): Readable {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  const closed = new AbortController()
  output.once('close', () => closed.abort())
  zip.on('error', (error: Error) => output.destroy(error))
  fill(zip, files, closed.signal).catch((error: Error) => output.destroy(error))
  return output
}

async function fill(zip: yazl.ZipFile, files: AsyncIterable<PersonFile>, signal: AbortSignal) {
  for await (const { path, content } of files) {
    const source = Readable.from(content)
    add(zip, path, source)
    try {
      await finished(source, { signal })
    } finally {
      source.destroy()
    }
  }
  zip.end()
}

/**
 * What is known of each file stays until the end, but not what it was read by, nor the shared memory that Node cuts short
 * texts from, of which each name held a piece: of 50,000 files that was 850 MB.
 */
function add(zip: yazl.ZipFile, path: string, source: Readable) {
  let waiting: Readable | undefined = source
  zip.addReadStreamLazy(path, (take) => {
    take(null, waiting!)
    waiting = undefined
  })
  const entry = (zip as yazl.ZipFile & { entries: { utf8FileName: Buffer }[] }).entries.at(-1)
  if (!entry) return
  const name = Buffer.allocUnsafeSlow(entry.utf8FileName.length)
  entry.utf8FileName.copy(name)
  entry.utf8FileName = name
}
