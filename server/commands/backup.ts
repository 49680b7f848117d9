// `rapport backup`: the database and the files in one file, while the server runs.

import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../app.ts'
import { writeBackup } from '#platform/backup'
import type { Config } from '#platform/config'
import { RapportError } from '#platform/errors'
import { createProgressLine, duration } from './import/progress-line.ts'
import { Interrupted, listenForInterruption } from './interruption.ts'
import { withAddress } from './with-database.ts'

/** Resolves to 0 when the backup is whole and on the disk, to 130 after Ctrl+C. */
export default async function backup(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { force: { type: 'boolean' } } })
  if (positionals.length !== 1) {
    throw new RapportError('invalid', 'usage', 'Name one file to write: `rapport backup rapport.tar.zst`.')
  }
  const path = resolve(positionals[0]!)
  await refuseMissing(config)

  const signal = listenForInterruption()
  const line = createProgressLine(process.stderr)
  const begun = performance.now()
  const onProgress = (what: string, done: number, total: number) =>
    line.show({ label: `Backing up ${what}`, done, total, rate: null, format: (count) => count.toLocaleString('en') })
  try {
    const { data_folder, storage_url } = config
    const options = { data_folder, storage_url, version, force: values.force, signal, onProgress }
    const manifest = await withAddress(config, (address) => writeBackup(address, path, options))
    line.clear()
    const [size, time] = [describeSize((await stat(path)).size), duration((performance.now() - begun) / 1_000)]
    console.log(`Wrote ${path}, ${size}, in ${time}: ${contentOf(manifest)}.`)
    const gone = manifest.gone?.length ?? 0
    if (gone > 0) console.log(`Files that were removed while it was written, and are not in it: ${gone.toLocaleString('en')}.`)
    return 0
  } catch (error) {
    line.clear()
    if (!(error instanceof Interrupted)) throw error
    console.error('Interrupted: no backup was written.')
    return 130
  }
}

/** `2 organizations, 1,204 rows and 3 files`. */
export function contentOf({ rows, members }: { rows: Record<string, number>; members: { name: string }[] }): string {
  const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
  const all = Object.values(rows).reduce((sum, table) => sum + table, 0)
  const files = members.filter(({ name }) => name.startsWith('files/')).length
  return `${count(rows['public.organization'] ?? 0, 'organization')}, ${count(all, 'row')} and ${count(files, 'file')}`
}

export function describeSize(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ['kB', bytes / 1e3] : bytes < 1e9 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9]
  return `${size.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`
}

/** Else a mistyped data folder would be given an empty database, and an empty backup. */
async function refuseMissing({ database_url, data_folder }: Config) {
  if (database_url) return
  const found = await stat(join(data_folder, 'postgres.password')).catch(() => undefined)
  if (found) return
  const message = `There is no database in ${data_folder}: set RAPPORT_DATA or DATABASE_URL.`
  throw new RapportError('not_found', 'no_database', message)
}
