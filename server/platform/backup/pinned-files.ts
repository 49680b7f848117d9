// The files of a moment: hard links to them, so that what is removed meanwhile can still be read. Files are whole and
// never change (storage.ts), so a link is as good as a copy.

import { constants, createReadStream } from 'node:fs'
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

export interface PinnedFiles {
  /** Pins what is there now, beside what was pinned before. */
  pin(): Promise<void>
  keys(): string[]
  open(key: string): Promise<{ bytes: number; content: AsyncIterable<Buffer> }>
  release(): Promise<void>
}

/** One caller at a time for a data folder: what a killed one left is swept. */
export async function pinFiles(dataFolder: string): Promise<PinnedFiles> {
  const files = join(dataFolder, 'files')
  const pins = join(dataFolder, 'files.pinned')
  const pinned = new Set<string>()
  const release = () => rm(pins, { recursive: true, force: true })
  await release()
  return {
    async pin() {
      for (const key of await listKeys(files)) {
        if (!pinned.has(key) && (await pinFile(join(files, key), join(pins, key)))) pinned.add(key)
      }
    },
    keys: () => [...pinned].toSorted(),
    async open(key) {
      const path = join(pins, key)
      return { bytes: (await stat(path)).size, content: createReadStream(path, { highWaterMark: 256 * 1024 }) }
    },
    release,
  }
}

/** But for what is still being written. */
async function listKeys(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const found = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    return found.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** False when the file is gone by now. */
async function pinFile(path: string, pin: string): Promise<boolean> {
  await mkdir(dirname(pin), { recursive: true, mode: 0o700 })
  try {
    // Not every file system has links (exFAT, some network shares); where blocks can be shared, the copy shares them.
    await link(path, pin).catch((error) => {
      if (error.code === 'ENOENT') throw error
      return copyFile(path, pin, constants.COPYFILE_FICLONE)
    })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
