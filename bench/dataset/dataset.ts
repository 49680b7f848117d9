// The standard data set: 1 organization with 200,000 contacts, 1,000,000 interactions, 500,000 events, 1,000,000 messages in
// 200 channels and 20,000 tasks, beside 20 small ones. Made once by a seeded generator, and kept until the migrations or the generator change.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readMigrations } from '#platform/db/migrate'
import { dataRoot, emptyFolder } from '../folders.ts'
import { generate, procedures, type Organization } from './generate.ts'

export interface Dataset {
  /** A data folder of its own for whoever asked. */
  folder: string
  /** The large organization. */
  large: Organization
  small: Organization[]
}

/** A copy of the standard data set, made first where it is missing; `scale` 1 is the whole. */
export async function copyDataset(scale: number): Promise<Dataset> {
  const kept = await ensureDataset(scale)
  const folder = await emptyFolder()
  // The copied cluster keeps its owner; where the file system can, its blocks are shared.
  await run('cp', ['-a', '--reflink=auto', `${kept}/.`, folder])
  // Otherwise gigabytes of the copy are still written while commits of what is measured wait for the same disk.
  await run('sync', ['--file-system', folder])
  const organizations = JSON.parse(await readFile(join(kept, 'organizations.json'), 'utf8'))
  return { folder, ...organizations }
}

const run = promisify(execFile)

async function ensureDataset(scale: number): Promise<string> {
  const folder = join(dataRoot, `${await fingerprint()}-${scale}`)
  if (await readFile(join(folder, 'organizations.json')).catch(() => undefined)) return folder
  console.log(`Making the standard data set (scale ${scale}) …`)
  const begun = performance.now()
  const draft = await emptyFolder()
  const organizations = await generate(draft, scale)
  await writeFile(join(draft, 'organizations.json'), JSON.stringify(organizations))
  await rename(draft, folder)
  console.log(`… in ${((performance.now() - begun) / 1_000).toFixed(0)} s.`)
  return folder
}

/** A data set of other migrations, or of another generator, is another one. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const migration of await readMigrations()) hash.update(migration.hash)
  for (const file of ['generate.ts', ...procedures]) hash.update(await readFile(new URL(file, import.meta.url)))
  return hash.digest('hex').slice(0, 10)
}
