// `rapport export`: writes what the running server has into files, whose names say what: contacts.csv, contacts.vcf,
// timeline.jsonl, timeline.mbox, calendar.ics.

import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { parseArgs } from 'node:util'
import type { Config } from '#platform/config'
import { invalid } from '#platform/errors'
import { ApiError, checkServer, describeProblem, locateServer } from './import/api.ts'
import { findKey } from './import/key.ts'
import { listenForInterruption } from './interruption.ts'

const kinds = ['contacts.csv', 'contacts.vcf', 'timeline.jsonl', 'timeline.mbox', 'calendar.ics'] as const

/** Resolves to 0 when every file was written. A file is there whole or not at all. */
export default async function exportFiles(args: string[], config: Config): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  if (positionals.length === 0) throw invalid(`Name the files to write: ${kinds.join(', ')}, in any folder.`)
  const wanted = positionals.map((path) => ({ path, kind: kindOf(path) }))
  const signal = listenForInterruption()
  const url = await locateServer(config)
  await checkServer(url, signal)
  const key = await findKey(config)
  try {
    for (const { path, kind } of wanted) {
      const bytes = await fetchFile({ url: `${url}/api/v1/exports/${kind}`, key: await key.get(), path, signal })
      console.log(`  ${path}  ${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 2 })} MB`)
    }
    return 0
  } finally {
    await key.release()
  }
}

function kindOf(path: string): (typeof kinds)[number] {
  const name = basename(path)
  const extension = name.split('.').at(-1)
  const kind = kinds.find((each) => each === name) ?? kinds.find((each) => each.endsWith(`.${extension}`))
  if (!kind) throw invalid(`It is not clear what to write into ${path}: its name should end like one of ${kinds.join(', ')}.`)
  return kind
}

interface Fetch {
  url: string
  key: string
  path: string
  signal: AbortSignal
}

/** Returns how many bytes were written. */
async function fetchFile({ url, key, path, signal }: Fetch): Promise<number> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` }, signal })
  if (!response.ok) throw new ApiError(describeProblem(await response.text(), response.status), response.status)
  const part = `${path}.part`
  try {
    const file = createWriteStream(part)
    await pipeline(Readable.fromWeb(response.body as ReadableStream), file, { signal })
    await rename(part, path)
    return file.bytesWritten
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
