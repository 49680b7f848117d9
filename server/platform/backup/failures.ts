// What can go wrong with the file of a backup, said so that one knows what to do.

import { dirname } from 'node:path'
import { conflict, invalid, unavailable, RapportError } from '#platform/errors'

/** For an archive that is not what it should be. */
export function damaged(path: string, how: string): RapportError {
  return invalid(`${path} ${how}: nothing was restored. Take another copy, or an older backup.`)
}

export function notABackup(path: string): RapportError {
  return invalid(`${path} is not a backup of Rapport, which \`rapport backup FILE\` writes.`)
}

/** The error that reading an archive ended with. */
export function explainRead(error: unknown, path: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (error instanceof RapportError) return error
  if (code === 'Z_BUF_ERROR' || message === 'Unexpected end of data') return damaged(path, 'is cut off')
  if (code === 'ZSTD_error_prefix_unknown') return notABackup(path)
  if (code.startsWith('ZSTD_')) return damaged(path, 'is damaged')
  if (/tar header/i.test(message)) return notABackup(path)
  return explainFile(error, path, 'read')
}

/** The error that writing one ended with. Those of the database pass as they are. */
export function explainWrite(error: unknown, path: string): unknown {
  return explainFile(error, path, 'written')
}

function explainFile(error: unknown, path: string, verb: 'read' | 'written'): unknown {
  const { code = '', path: at = path } = error as NodeJS.ErrnoException
  const folder = dirname(path)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return unavailable(
        `There is no space left for ${path}; what was written of it was removed. Make room, or choose another disk.`,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return invalid(
        `${at} may not be ${verb} by this user: change its rights, run as another user, or name another file.`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return invalid(verb === 'read' ? `There is no file ${path}.` : `There is no folder ${folder}: make it first.`)
    case 'EISDIR':
      return invalid(`${path} is a folder: name a file.`)
    case 'EEXIST':
      return conflict('exists', `${path} is there already: name another file, or say --force to replace it.`)
    default:
      return error
  }
}
