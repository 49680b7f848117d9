// Files that are there whole or not at all: built under a temporary name, then renamed or linked.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, link, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A sibling name to build under before the rename that makes it real. `sweepLeftovers` knows it by its form. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`
}

/** Makes the entries of a folder (renames, links) survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  await handle.sync().finally(() => handle.close())
}

/** Writes a private file unless it is there, and returns what it holds: of two writers, both get what the first wrote. */
export async function writeOnce(path: string, content: string): Promise<string> {
  const draft = temporaryName(path)
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(content)
  await handle.sync().finally(() => handle.close())
  // link, not rename: it fails when another has written the file meanwhile, and then theirs counts.
  await link(draft, path).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  await syncFolder(dirname(path))
  return readFile(path, 'utf8')
}

/** Removes what a killed creation left in a folder, and leaves what is still being made. */
export async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^(?:postgres|native)[-.].*\.(\d+)-\w+\.tmp$/.exec(name)?.[1])
    const path = join(folder, name)
    // Best effort: an initdb that outlived its Node may still write here; the next start sweeps the rest.
    if (pid && (await isLeftover(path, pid))) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

/** Whether this path exists, whatever it is. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}

// Pids are used again, ours too in a container: hence the ages.
async function isLeftover(path: string, pid: number) {
  const age = Date.now() - ((await stat(path).catch(ignoreMissing))?.mtimeMs ?? 0)
  if (pid === process.pid) return age > process.uptime() * 1000
  return age > 10 * 60_000 || !isAlive(pid)
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
