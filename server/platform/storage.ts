// Files: in a folder of the data folder, or in a bucket. A key is a path that our own code makes; nothing that a user
// names gets in.

import { once } from 'node:events'
import type { Readable, Transform } from 'node:stream'
import { createBucketStorage } from '#platform/storage/bucket'
import { createFolderStorage } from '#platform/storage/folder'

export interface Storage {
  /** Stores a file whole or not at all. Rejects when the source does, and keeps nothing then. */
  write(key: string, source: Readable, ...through: Transform[]): Promise<void>
  /** The bytes from `start` (0) on, up to `end`, which is behind it. Of a file that is not there its `error` event tells, with the code ENOENT. */
  read(key: string, start?: number, end?: number): Readable
  /** Whether it was there or not. */
  remove(key: string): Promise<void>
  /** Keys directly below a prefix, with the time of their last change. */
  list(prefix: string): Promise<{ key: string; changed_at: Date }[]>
  /** Removes everything below a prefix, and nothing is left of it. */
  removeAll(prefix: string, signal?: AbortSignal): Promise<void>
  /** Every file that is whole; with its size where that costs nothing. */
  listAll(): Promise<{ key: string; bytes?: number }[]>
}

/** The storage that the settings name; in either, what is no key is refused. */
export function createStorage({ storage_url, data_folder }: { storage_url?: string; data_folder: string }): Storage {
  const storage = storage_url ? createBucketStorage(storage_url) : createFolderStorage(data_folder)
  return {
    write: async (key, source, ...through) => storage.write(checked(key), source, ...through),
    read: (key, start, end) => storage.read(checked(key), start, end),
    remove: async (key) => storage.remove(checked(key)),
    list: async (prefix) => storage.list(checked(prefix)),
    removeAll: async (prefix, signal) => storage.removeAll(checked(prefix), signal),
    // In a bucket there may be what others put there.
    listAll: async () => (await storage.listAll()).filter(({ key }) => isKey(key)),
  }
}

/** The bytes of a file, or undefined where it is not. Rejects when it cannot be read. */
export async function openFile(storage: Storage, key: string): Promise<Readable | undefined> {
  const file = storage.read(key)
  try {
    await once(file, 'readable')
    return file
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function checked(key: string): string {
  if (!isKey(key)) throw new Error(`Not a storage key: ${key}`)
  return key
}

function isKey(text: string): boolean {
  return /^[\w-]+(\/[\w.-]+)*$/.test(text) && !text.includes('..')
}
