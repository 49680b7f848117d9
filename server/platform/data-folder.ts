// The data folder, made where it is missing.

import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes it with the folders above it that are missing. Throws what stands in the way, and what to do.
 *
 * Not by Node's own `recursive`: below a folder that says of a new one that it does not exist, as /proc does, that
 * tries for ever.
 */
export async function makeDataFolder(folder: string) {
  try {
    // As root, the user that PostgreSQL runs as has to pass through.
    await make(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message
    throw new Error(`The data folder ${folder} cannot be made: ${reason}. Set RAPPORT_DATA to another folder.`)
  }
}

async function make(folder: string, mode: number) {
  const found = await stat(folder).catch(absent)
  if (found?.isDirectory()) return
  if (found) throw Object.assign(new Error(), { code: 'ENOTDIR' })
  if (folder !== dirname(folder)) await make(dirname(folder), mode)
  await mkdir(folder, { mode }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
}

function absent(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

const reasons: Record<string, string> = {
  ENOENT: 'its place takes no new folders, as none below /proc does',
  ENOTDIR: 'something on its path is a file',
  EACCES: 'this user may not make one there',
  EPERM: 'this user may not make one there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  ELOOP: 'its path is a symbolic link that leads to itself',
  ENAMETOOLONG: 'its path is too long',
}
