// Where things lie in the data folder, and whom they belong to.
import { constants } from 'node:fs'
import { access, chmod, mkdir, open, readdir, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { findOwner, type Owner } from './owner.ts'

export const MAJOR = 18

export interface Place {
  folder: string
  cluster: string
  socketFolder: string
  passwordFile: string
  log: string
  /** The user that PostgreSQL runs as when we are root, which it refuses to run as; undefined: ourselves. */
  owner: Owner | undefined
}

/** Makes the data folder where it is missing, sweeps what a killed creation left, and checks that it can be used. */
export async function openPlace(dataFolder: string): Promise<Place> {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows. Set DATABASE_URL to a PostgreSQL of your own.')
  }
  const asRoot = process.getuid!() === 0
  const made = await mkdir(dataFolder, { recursive: true, mode: asRoot ? 0o711 : 0o700 })
  // Only what we made: the folder may be one that others use too, and mkdir's mode is cut by the umask.
  if (made) await chmod(dataFolder, asRoot ? 0o711 : 0o700)
  const folder = await realpath(dataFolder)
  refuseShellCharacters(folder)
  const paths = pathsIn(folder)
  await refuseForeignCluster(paths.cluster)
  const owner = asRoot ? await findOwner(paths.cluster) : undefined
  if (owner) await refusePrivateParents(folder, owner)
  await sweepLeftovers(folder)
  return { ...paths, owner }
}

/** The same for a folder that may not exist (then undefined); makes and checks nothing. */
export async function findPlace(dataFolder: string): Promise<Place | undefined> {
  const folder = await realpath(dataFolder).catch(ignoreMissing)
  return folder === undefined ? undefined : { ...pathsIn(folder), owner: undefined }
}

/** A sibling name to build under before the rename that makes it real. `sweepLeftovers` knows it by its form. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`
}

/** Makes the entries of a folder (renames, links) survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  await handle.sync().finally(() => handle.close())
}

export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}

function pathsIn(folder: string) {
  return {
    folder,
    cluster: join(folder, `postgres-${MAJOR}`),
    socketFolder: join(folder, 'socket'),
    passwordFile: join(folder, 'postgres.password'),
    log: join(folder, 'postgres.log'),
  }
}

// pg_ctl hands its paths to a shell, in double quotes.
function refuseShellCharacters(folder: string) {
  if (/["$`\\\n]/.test(folder)) {
    throw new Error(`The data folder ${folder} has a character in its path that PostgreSQL cannot take `
      + '(one of " $ ` \\ or a line break). Choose another folder.')
  }
}

async function refuseForeignCluster(cluster: string) {
  const found = await stat(cluster).catch(ignoreMissing)
  const self = process.getuid!()
  if (found && self !== 0 && found.uid !== self) {
    throw new Error(`${cluster} belongs to user ${found.uid}, and we run as user ${self}. `
      + 'Start Rapport as the user that created it (root, if it was root), or choose another data folder.')
  }
}

// Root sees through a 0700 home, the user that PostgreSQL runs as does not.
async function refusePrivateParents(folder: string, owner: Owner) {
  for (let path = folder; ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path)
    const open = uid === owner.uid ? mode & 0o100 : gid === owner.gid ? mode & 0o010 : mode & 0o001
    if (!open) {
      throw new Error(`As root, PostgreSQL is run as ${owner.name}, which cannot reach ${folder}, because ${path} `
        + `is private. Choose a data folder outside it, such as /var/lib/rapport, or allow passing: chmod +x ${path}`)
    }
    if (path === dirname(path)) return
  }
}

async function sweepLeftovers(folder: string) {
  for (const name of await readdir(folder)) {
    const pid = Number(/\.(\d+)-\w+\.tmp$/.exec(name)?.[1])
    const path = join(folder, name)
    // Best effort: an initdb that outlived its Node may still write here; the next start sweeps the rest.
    if (pid && (await isLeftover(path, pid))) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
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

/** Whether this path exists, whatever it is. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}
