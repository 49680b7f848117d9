// Creates the cluster: initdb into a temporary sibling, then one rename.
import { randomBytes } from 'node:crypto'
import { appendFile, chown, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './command.ts'
import { exists, ignoreMissing, syncFolder, temporaryName, writeOnce } from './files.ts'
import { programPath } from './native.ts'
import { MAJOR, type Place } from './place.ts'

/** Whether it was missing and this call made it. Two at once: the rename decides, the loser uses the winner's. */
export async function createCluster(place: Place): Promise<boolean> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(ignoreMissing)
  if (version !== undefined) {
    await checkCluster(place, version.trim())
    return false
  }
  await refuseOtherMajor(place)
  const password = await writeOnce(place.passwordFile, randomBytes(32).toString('base64url'))
  const draft = temporaryName(place.cluster)
  try {
    await initialize(place, draft, password)
    return await renameOrYield(draft, place)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function checkCluster(place: Place, version: string) {
  if (version !== String(MAJOR)) refuseMajor(place.cluster, version)
  if (!(await exists(place.passwordFile))) {
    throw new Error(`${place.passwordFile} is missing, and the cluster ${place.cluster} knows no other password. `
      + 'Put it back from your backup of the data folder.')
  }
}

// An empty cluster beside a full one of another version would look like lost data.
async function refuseOtherMajor(place: Place) {
  for (const name of await readdir(place.home)) {
    const version = /^postgres-(\d+)$/.exec(name)?.[1]
    if (version && version !== String(MAJOR)) refuseMajor(join(place.home, name), version)
  }
}

function refuseMajor(path: string, version: string): never {
  throw new Error(`${path} is a cluster of PostgreSQL ${version}; this Rapport runs ${MAJOR}. `
    + 'Start the Rapport that made it, run `rapport backup`, and restore that into a new data folder here.')
}

async function initialize(place: Place, draft: string, password: string) {
  await mkdir(draft, { mode: 0o700 })
  const passwordCopy = temporaryName(join(place.home, 'postgres.password.initdb'))
  const handle = await open(passwordCopy, 'wx', 0o600)
  try {
    await handle.writeFile(password)
    if (place.owner) {
      await handle.chown(place.owner.uid, place.owner.gid)
      await chown(draft, place.owner.uid, place.owner.gid)
    }
    const { ok, output } = await run(programPath(place, 'initdb'), [...initdbOptions, `--pwfile=${passwordCopy}`,
      `--pgdata=${draft}`], place.owner)
    if (!ok) throw new Error(`PostgreSQL could not create its cluster in ${place.home}:\n${output}`)
  } finally {
    await handle.close()
    await rm(passwordCopy)
  }
  const include = "\ninclude_if_exists 'rapport.conf'  # rewritten at each start; alter system wins over it\n"
  await appendFile(join(draft, 'postgresql.conf'), include, { flush: true })
}

// Sorted and folded by the builtin C.UTF-8, the same on every machine. The C library's character classes still decide
// what a letter is for full text search and pg_trgm: with plain C, show_trgm('Жанна') is empty (tried); macOS names it
// differently. initdb syncs what it wrote: 0.1 s, without which a power cut soon after could lose the cluster.
const initdbOptions = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--auth=scram-sha-256', '--username=postgres', '--no-instructions']

async function renameOrYield(draft: string, place: Place): Promise<boolean> {
  try {
    await rename(draft, place.cluster)
    await syncFolder(place.home)
    return true
  } catch (error) {
    if (await exists(join(place.cluster, 'PG_VERSION'))) return false
    throw new Error(`${place.cluster} is in the way: it is no PostgreSQL cluster. Move it elsewhere.`, { cause: error })
  }
}
