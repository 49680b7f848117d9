// Where things lie, and whom they belong to.
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDataFolder } from '#platform/data-folder'
import { ignoreMissing, sweepLeftovers } from './files.ts'
import { findHome, openHome } from './home.ts'
import { findOwner, type Owner } from './owner.ts'

export const MAJOR = 18

export interface Place {
  /** The data folder. */
  folder: string
  passwordFile: string
  /** The folder of the rest, which is PostgreSQL's own: the data folder too, or one elsewhere. */
  home: string
  cluster: string
  socketFolder: string
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
  await makeDataFolder(dataFolder)
  const folder = await realpath(dataFolder)
  let paths = pathsIn(folder, await findHome(folder))
  await refuseForeignCluster(paths.cluster)
  const owner = asRoot ? await findOwner(paths.cluster) : undefined
  if (owner) paths = pathsIn(folder, await openHome(folder, owner))
  refuseShellCharacters(paths.home)
  for (const path of new Set([folder, paths.home])) await sweepLeftovers(path)
  return { ...paths, owner }
}

/** The same for a folder that may not exist (then undefined); makes and checks nothing. */
export async function findPlace(dataFolder: string): Promise<Place | undefined> {
  const folder = await realpath(dataFolder).catch(ignoreMissing)
  return folder === undefined ? undefined : { ...pathsIn(folder, await findHome(folder)), owner: undefined }
}

function pathsIn(folder: string, home: string) {
  return {
    folder,
    passwordFile: join(folder, 'postgres.password'),
    home,
    cluster: join(home, `postgres-${MAJOR}`),
    socketFolder: join(home, 'socket'),
    log: join(home, 'postgres.log'),
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
