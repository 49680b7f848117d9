// The files of a moment, to be read when their turn comes. Files are whole and never change (storage.ts), they only go:
// in the data folder a hard link keeps each until it was read; in a bucket nothing does, so there one may be gone by then.

import { constants, createReadStream } from 'node:fs'
import { copyFile, link, mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createStorage, type Storage } from '#platform/storage'

export interface PinnedFiles {
  /** Pins what is there now, beside what was pinned before. */
  pin(): Promise<void>
  keys(): string[]
  /** Undefined, and not among the keys any more, when it is gone. */
  open(key: string): Promise<{ bytes: number; content: AsyncIterable<Buffer> } | undefined>
  release(): Promise<void>
}

/** One caller at a time for a data folder: what a killed one left is swept. */
export async function pinFiles(settings: { storage_url?: string; data_folder: string }): Promise<PinnedFiles> {
  const storage = createStorage(settings)
  return settings.storage_url ? pinInBucket(storage) : pinInFolder(storage, settings.data_folder)
}

async function pinInFolder(storage: Storage, dataFolder: string): Promise<PinnedFiles> {
  const files = join(dataFolder, 'files')
  const pins = join(dataFolder, 'files.pinned')
  const pinned = new Set<string>()
  const release = () => rm(pins, { recursive: true, force: true })
  await release()
  return {
    async pin() {
      for (const { key } of await storage.listAll()) {
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

function pinInBucket(storage: Storage): PinnedFiles {
  const known = new Map<string, number>()
  return {
    async pin() {
      for (const { key, bytes } of await storage.listAll()) known.set(key, bytes!)
    },
    keys: () => [...known.keys()].toSorted(),
    async open(key) {
      const content = storage.read(key)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      try {
        const first = await content.next()
        return { bytes: known.get(key)!, content: behind(first, content) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        known.delete(key)
        return undefined
      }
    },
    release: async () => {},
  }
}

async function* behind(first: IteratorResult<Buffer>, rest: AsyncIterator<Buffer>) {
  for (let next = first; !next.done; next = await rest.next()) yield next.value
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
