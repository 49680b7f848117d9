// The data folders of a run: made empty, and removed when it ends.

import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const dataRoot = fileURLToPath(new URL('data/', import.meta.url))

let made = 0

/** A new data folder without anything in it. */
export async function emptyFolder(): Promise<string> {
  // Short: the database's socket lies in it, and a socket's path has 108 bytes at most.
  const folder = join(dataRoot, `run-${process.pid}-${++made}`)
  await makeFolder(folder)
  return folder
}

/** Removes what this run made, and what runs left that were killed. */
export async function removeFolders() {
  for (const name of await readdir(dataRoot).catch(() => [])) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1])
    if (pid === process.pid || (pid && !existsSync(`/proc/${pid}`))) await rm(join(dataRoot, name), { recursive: true, force: true })
  }
}

// PostgreSQL runs as another user when we are root: it has to get through.
async function makeFolder(folder: string) {
  await mkdir(folder, { recursive: true })
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
}
