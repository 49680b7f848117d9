// Files in the data folder.

import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createRoom, type Room } from '#platform/room'
import type { Storage } from '#platform/storage'

export function createFolderStorage(dataFolder: string): Storage {
  const root = join(dataFolder, 'files')
  const room = createRoom(async () => dataFolder)
  const pathOf = (key: string) => join(root, key)
  return {
    async write(key, source, ...through) {
      const path = pathOf(key)
      const draft = `${path}.part`
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await pipeline([source, ...through, whileThereIsRoom(room), createWriteStream(draft, { mode: 0o600 })])
        await sync(draft)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    read: (key, start = 0) => createReadStream(pathOf(key), { start, highWaterMark: 256 * 1024 }),
    remove: (key) => rm(pathOf(key), { force: true }),
    async list(prefix) {
      const folder = pathOf(prefix)
      const names = await readdir(folder).catch((error) => (error.code === 'ENOENT' ? [] : Promise.reject(error)))
      return Promise.all(
        names.map(async (name) => ({ key: `${prefix}/${name}`, changed_at: (await stat(join(folder, name))).mtime })),
      )
    },
    removeAll: (prefix) => rm(pathOf(prefix), { recursive: true, force: true }),
    async listAll() {
      const all = { recursive: true, withFileTypes: true } as const
      const entries = await readdir(root, all).catch((error) => (error.code === 'ENOENT' ? [] : Promise.reject(error)))
      const whole = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
      return whole.map(({ parentPath, name }) => ({ key: relative(root, join(parentPath, name)) }))
    },
  }
}

/** A file that grows and grows must not bring down the database beside it. */
function whileThereIsRoom(room: Room): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => void room.check().then(() => done(null, chunk), done),
  })
}

/** What was acknowledged survives a power cut. */
async function sync(path: string) {
  const file = await open(path)
  await file.sync()
  await file.close()
}
