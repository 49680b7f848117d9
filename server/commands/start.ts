// `rapport start`: the database and what serves it, stopped in the other order.

import type { Config } from '#platform/config'
import { makeDataFolder } from '#platform/data-folder'
import { startEmbedded } from '#platform/db/embedded'
import { createLog } from '#platform/log'
import { onInterruption } from './interruption.ts'

/** Serves until SIGINT or SIGTERM. Resolves to the exit code. */
export default async function start(_args: string[], config: Config): Promise<number> {
  const log = createLog(config.log_level)
  const stopped = new Promise<undefined>((resolve) => onInterruption(() => resolve(undefined)))
  await makeDataFolder(config.data_folder)
  // The database starts while the program is read.
  const starting = config.database_url ? undefined : startEmbedded(config.data_folder)
  const [embedded, { serve }] = await Promise.all([starting, import('./start/serve.ts')])
  try {
    return await serve({ config, log, embedded, stopped })
  } finally {
    await embedded?.stop()
  }
}
