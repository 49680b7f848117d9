// `rapport restore`: a backup into an empty database, while no server runs.

import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '#platform/config'
import { withClient } from '#platform/db/connect'
import { addressOf, type DatabaseAddress } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'
import { RapportError } from '#platform/errors'
import { restoreBackup, verifyBackup } from '#platform/restore'
import { createStorage } from '#platform/storage'
import { contentOf, describeSize } from './backup.ts'
import { createProgressLine, duration } from './import/progress-line.ts'
import { Interrupted, listenForInterruption } from './interruption.ts'

/** Resolves to 0 when everything is restored, to 130 after Ctrl+C: then nothing is. */
export default async function restore(args: string[], config: Config): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  if (positionals.length !== 1) {
    throw new RapportError('invalid', 'usage', 'Name one file to restore: `rapport restore rapport.tar.zst`.')
  }
  const path = resolve(positionals[0]!)
  const total = (await stat(path).catch(() => undefined))?.size ?? 0

  const signal = listenForInterruption()
  const line = createProgressLine(process.stderr)
  const begun = performance.now()
  const labels = { checking: 'Checking the file', loading: 'Loading' }
  const onProgress = (what: keyof typeof labels, done: number) =>
    line.show({ label: labels[what], done, total, rate: null, format: describeSize })
  try {
    const backup = await verifyBackup(path, { signal, onProgress })
    const { manifest } = backup
    await withOwnDatabase(config, (address, recreate) =>
      restoreBackup(address, backup, { storage: createStorage(config), recreate, signal, onProgress }),
    )
    line.clear()
    console.log(
      `Restored the backup of ${manifest.created_at} (Rapport ${manifest.rapport}) in ` +
        `${duration((performance.now() - begun) / 1_000)}: ${contentOf(manifest)}. Now start Rapport: \`rapport start\`.`,
    )
    return 0
  } catch (error) {
    line.clear()
    if (!(error instanceof Interrupted)) throw error
    console.error('Interrupted: nothing was restored.')
    return 130
  }
}

/** The database that nobody else serves: of the embedded one we hold the instance lock. */
async function withOwnDatabase<T>(
  config: Config,
  work: (address: DatabaseAddress, recreate?: () => Promise<void>) => Promise<T>,
): Promise<T> {
  if (config.database_url) return work(await addressOf(config))
  const embedded = await startEmbedded(config.data_folder)
  try {
    return await work(await addressOf(config, embedded.url), () => recreate(embedded.url))
  } finally {
    await embedded.stop()
  }
}

/** Killed in between, the next start makes the database. */
async function recreate(url: string) {
  const server = new URL(url)
  server.pathname = '/postgres'
  await withClient({ connectionString: server.href }, async (admin) => {
    await admin.query('drop database rapport with (force)')
    await admin.query('create database rapport')
  })
}
