// From the arguments of `rapport import` to what is sent: a file as it is, or all .eml files together as one mailbox.

import { access, constants, readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'

export type Source = FileSource | MessagesSource

/** A file that is sent as it is. */
export interface FileSource {
  kind: 'file'
  path: string
  bytes: number
}

/** Single messages: 10,000 of them are one operation, not 10,000. */
export interface MessagesSource {
  kind: 'messages'
  paths: string[]
  bytes: number
}

/** A file that cannot be imported; the message names it and says why. */
export interface Failure {
  path: string
  message: string
}

/** What the arguments name, folders with all that lies in them; each file once, in the order given. */
export async function listSources(args: string[]): Promise<{ sources: Source[]; failures: Failure[] }> {
  const sources: Source[] = []
  const failures: Failure[] = []
  const seen = new Set<string>()
  let messages: MessagesSource | undefined
  const paths = await expandFolders(args, failures)
  const inspected = await Promise.all(paths.map(async (path) => ({ path, found: await inspect(path) })))
  for (const { path, found } of inspected) {
    if (typeof found === 'string') failures.push({ path, message: `${path} ${found}` })
    else if (seen.has(found.identity)) continue
    else {
      seen.add(found.identity)
      const { bytes } = found
      if (extname(path).toLowerCase() !== '.eml') sources.push({ kind: 'file', path, bytes })
      else if (messages) {
        messages.paths.push(path)
        messages.bytes += bytes
      } else sources.push((messages = { kind: 'messages', paths: [path], bytes }))
    }
  }
  return { sources, failures }
}

/** What progress and summary call it. */
export function nameOf(source: Source): string {
  if (source.kind === 'file') return basename(source.path)
  const { paths } = source
  return paths.length === 1 ? basename(paths[0]!) : `${paths.length.toLocaleString('en')} .eml files`
}

async function expandFolders(args: string[], failures: Failure[]): Promise<string[]> {
  const paths: string[] = []
  for (const path of args) {
    if (!(await stat(path).catch(() => undefined))?.isDirectory()) {
      paths.push(path)
      continue
    }
    try {
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile() && importable.test(entry.name))
      if (files.length === 0) failures.push({ path, message: `${path} is a folder without files that can be imported (.csv, .xlsx, .vcf, .ics, .mbox, .eml).` })
      paths.push(...files.map(({ parentPath, name }) => join(parentPath, name)).toSorted())
    } catch (error) {
      failures.push({ path, message: `${path} ${explain(error)}` })
    }
  }
  return paths
}

/** `mbox`: what macOS calls the file inside its “Inbox.mbox” folders. */
const importable = /\.(?:(?:csv|tsv|xlsx|xlsm|vcf|vcard|ics|ical|mbox)(?:\.gz)?|eml)$|^mbox$/i

async function inspect(path: string): Promise<{ identity: string; bytes: number } | string> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return 'is not a file.'
    await access(path, constants.R_OK)
    if (found.size === 0) return 'is empty: there is nothing in it to import. Save or download it anew.'
    return { identity: await realpath(path), bytes: found.size }
  } catch (error) {
    return explain(error)
  }
}

/** The predicate of a sentence whose subject is the path. */
export function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist.'
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read: you have no permission to.'
  return `cannot be read: ${message}`
}
