// `rapport export`: writes what the running server has into files, whose names say what: contacts.csv, contacts.vcf,
// timeline.jsonl, timeline.mbox, calendar.ics; with --contact everything about one person, as a ZIP.

import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { parseArgs } from 'node:util'
import type { Config } from '#platform/config'
import { invalid } from '#platform/errors'
import { ApiError, checkServer, describeProblem, getResource, locateServer, type Api } from './import/api.ts'
import { findKey } from './import/key.ts'
import { listenForInterruption } from './interruption.ts'

const kinds = ['contacts.csv', 'contacts.vcf', 'timeline.jsonl', 'timeline.mbox', 'calendar.ics'] as const

/** Resolves to 0 when every file was written. A file is there whole or not at all. */
export default async function exportFiles(args: string[], config: Config): Promise<number> {
  const { positionals, values: { contact } } = parseArgs({ args, allowPositionals: true, options: { contact: { type: 'string' } } })
  if (contact !== undefined && positionals.length !== 1) throw invalid('Name one file for the archive: `rapport export --contact ada@example.org ada.zip`.')
  if (positionals.length === 0) throw invalid(`Name the files to write: ${kinds.join(', ')}, in any folder.`)
  const wanted = positionals.map((path) => ({ path, resource: contact === undefined ? `exports/${kindOf(path)}` : undefined }))
  const signal = listenForInterruption()
  const url = await locateServer(config)
  await checkServer(url, signal)
  const key = await findKey(config)
  try {
    for (const { path, resource } of wanted) {
      const place = resource ?? `contacts/${await findContact({ url, signal, key: () => key.get() }, contact!)}/export`
      const bytes = await fetchFile({ url: `${url}/api/v1/${place}`, key: await key.get(), path, signal })
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

/** By an address that only one has, or by the id. */
async function findContact(api: Api, asked: string): Promise<string> {
  if (!asked.includes('@')) return encodeURIComponent(asked)
  const { data } = await getResource<{ data: { id: string; name: string }[] }>(api, `/contacts?email=${encodeURIComponent(asked)}`)
  const [only, another] = data
  if (!only) throw new ApiError(`No contact has the address ${asked}.`)
  if (another) throw new ApiError(`Several contacts have the address ${asked}: name the id of one: ${data.map(({ id, name }) => `${id} (${name})`).join(', ')}.`)
  return only.id
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
