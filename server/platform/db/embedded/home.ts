// The home of PostgreSQL's own parts (cluster, programs, socket, log). It is the data folder, unless we are root and the
// user that PostgreSQL runs as cannot reach that: then a folder elsewhere, which `postgres.place` in the data folder names.
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exists, ignoreMissing, syncFolder, writeOnce } from './files.ts'
import type { Owner } from './owner.ts'

const ELSEWHERE = '/var/lib/rapport-databases'

/** The home of this data folder so far. Throws when it was elsewhere and is gone: an empty one would look like lost data. */
export async function findHome(folder: string): Promise<string> {
  const record = recordIn(folder)
  const home = (await hasCluster(folder)) ? undefined : await readFile(record, 'utf8').catch(ignoreMissing)
  if (home === undefined) return folder
  if (await exists(home.trim())) return home.trim()
  throw new Error(`The database of ${folder} lies in ${home.trim()}, says ${record}, and that is gone. Put it back, from a `
    + `backup if need be, and write into that file where it is now; or delete the file to begin with an empty database.`)
}

/**
 * As root: the home of this data folder, such that `owner` can reach it. For that our own folder is opened to who passes
 * through, its parents never; what cannot be reached then has its home elsewhere. Throws when a cluster is there already.
 */
export async function openHome(folder: string, owner: Owner): Promise<string> {
  let home = await findHome(folder)
  if ((await findPrivate(home, owner)) === folder && (await isOurs(folder))) {
    await chmod(folder, (await stat(folder)).mode & 0o7777 | 0o011)
  }
  if (home === folder && (await findPrivate(home, owner)) && !(await hasCluster(folder))) home = await makeHome(folder)
  const obstacle = await findPrivate(home, owner)
  if (!obstacle) return home
  throw new Error(`As root, PostgreSQL is run as ${owner.name}, which cannot reach ${home}, because ${obstacle} `
    + `is private. Choose a data folder outside it, such as /var/lib/rapport, or allow passing: chmod +x ${obstacle}`)
}

// Root sees through a 0700 folder, the user that PostgreSQL runs as does not. The outermost, since those inside do not
// matter before it is opened.
async function findPrivate(path: string, owner: Owner): Promise<string | undefined> {
  const outer = path === dirname(path) ? undefined : await findPrivate(dirname(path), owner)
  if (outer) return outer
  const { uid, gid, mode } = await stat(path)
  const open = uid === owner.uid ? mode & 0o100 : gid === owner.gid ? mode & 0o010 : mode & 0o001
  return open ? undefined : path
}

// Root's, and empty or with parts of PostgreSQL in it: not a folder of other things, such as /root, nor another user's.
async function isOurs(folder: string) {
  const names = await readdir(folder)
  const used = names.length === 0 || names.some((name) => /^(postgres|native)-/.test(name))
  return used && (await stat(folder)).uid === 0
}

// Two at once: the first one's is recorded and counts, the other's goes again.
async function makeHome(folder: string) {
  const home = join(ELSEWHERE, randomUUID())
  await mkdir(home, { recursive: true })
  for (const path of [ELSEWHERE, home]) await chmod(path, 0o711)
  for (const path of [dirname(ELSEWHERE), ELSEWHERE]) await syncFolder(path)
  const recorded = await writeOnce(recordIn(folder), home)
  if (recorded !== home) await rmdir(home)
  return recorded
}

async function hasCluster(folder: string) {
  return (await readdir(folder)).some((name) => /^postgres-\d+$/.test(name))
}

function recordIn(folder: string) {
  return join(folder, 'postgres.place')
}
