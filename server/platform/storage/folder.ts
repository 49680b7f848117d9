// Files in the data folder. Folders come with their first file and go with their last one, whatever others do meanwhile.

import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '#platform/db/embedded/files'
import { createRoom, type Room } from '#platform/room'
import type { Storage } from '#platform/storage'

export function createFolderStorage(dataFolder: string): Storage {
  const root = join(dataFolder, 'files')
  const room = createRoom(async () => dataFolder)
  const pathOf = (key: string) => join(root, key)
  return {
    async write(key, source, ...through) {
      const path = pathOf(key)
      const draft = draftOf(path)
      const file = await openDraft(draft)
      try {
        // What was acknowledged survives a power cut: its bytes, and its name.
        await pipeline([source, ...through, whileThereIsRoom(room), file.createWriteStream({ flush: true })])
        await rename(draft, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await remove(draft, root)
        throw error
      }
    },
    read: (key, start = 0, end = Infinity) => createReadStream(pathOf(key), { start, end: end - 1, highWaterMark: 256 * 1024 }),
    async remove(key) {
      // What a process that was killed had begun of it goes too.
      await rm(draftOf(pathOf(key)), { force: true })
      await remove(pathOf(key), root)
    },
    async list(prefix) {
      const files = (await entriesOf(pathOf(prefix))).filter((entry) => entry.isFile())
      const found = files.map(async ({ name }) => {
        const there = await stat(join(pathOf(prefix), name)).catch(absent)
        return there ? [{ key: `${prefix}/${name}`, changed_at: there.mtime }] : []
      })
      return (await Promise.all(found)).flat()
    },
    removeAll: (prefix) => rm(pathOf(prefix), { recursive: true, force: true }),
    async listAll() {
      const whole = (await filesBelow(root)).filter((path) => !isDraft(path))
      return whole.map((path) => ({ key: relative(root, path) }))
    },
  }
}

/** What is not whole yet has another name. */
const draftOf = (path: string) => `${path}.part`
const isDraft = (path: string) => path.endsWith('.part')

/** Again where somebody removes a folder, empty as it is, before the file is in it. */
async function openDraft(path: string): Promise<FileHandle> {
  for (let tries = 1; ; tries++) {
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      return await open(path, 'w', 0o600)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 100) throw error
    }
  }
}

/** With the folders below `root` that are empty then: whose they were is in their names. */
async function remove(path: string, root: string) {
  await rm(path, { force: true })
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    const gone = await rmdir(folder).then(() => true, (error) => (inUse.includes(error.code) ? false : Promise.reject(error)))
    if (!gone) return
  }
}

const inUse = ['ENOTEMPTY', 'EEXIST', 'ENOENT']

async function filesBelow(folder: string): Promise<string[]> {
  const found = (await entriesOf(folder)).map(async (entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
  })
  return (await Promise.all(found)).flat()
}

async function entriesOf(folder: string) {
  return (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** A file that grows and grows must not bring down the database beside it. */
function whileThereIsRoom(room: Room): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => void room.check().then(() => done(null, chunk), done),
  })
}
