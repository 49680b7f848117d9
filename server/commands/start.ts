// `rapport start`: the database and what serves it, stopped in the other order.

import { parseArgs } from 'node:util'
import type { Config } from '#platform/config'
import { makeDataFolder } from '#platform/data-folder'
import { startEmbedded } from '#platform/db/embedded'
import { invalid } from '#platform/errors'
import { createLog } from '#platform/log'
import { onInterruption } from './interruption.ts'

/** Serves until SIGINT or SIGTERM. Resolves to the exit code. */
export default async function start(args: string[], config: Config): Promise<number> {
  const demo = readDemo(args, config)
  const log = createLog(config.log_level)
  const stopped = new Promise<undefined>((resolve) => onInterruption(() => resolve(undefined)))
  await makeDataFolder(config.data_folder)
  // The database starts while the program is read. Should that fail, it is stopped as well.
  const program = import('./start/serve.ts')
  program.catch(() => {})
  const embedded = config.database_url ? undefined : await startEmbedded(config.data_folder)
  try {
    const { serve } = await program
    return await serve({ config, log, embedded, stopped, demo })
  } finally {
    await embedded?.stop()
  }
}

/** What `--demo` asks for. */
function readDemo(args: string[], { roles }: Config): { people: number } | undefined {
  const { values } = parseArgs({ args, options: { demo: { type: 'boolean' }, 'demo-people': { type: 'string', default: '2000' } } })
  if (!values.demo) return undefined
  const people = Number(values['demo-people'])
  if (!Number.isInteger(people) || people < 1 || people > 100_000) throw invalid('--demo-people is how many people the demo has: 1 to 100000.')
  if (roles.length < 2) throw invalid('--demo brings its files in by itself: this process must be both web and worker (RAPPORT_ROLES).')
  return { people }
}
