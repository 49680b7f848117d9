// The one entry. A command is a file in commands/, loaded when it is called.

import { ConfigError, readConfig } from '#platform/config'
import { RapportError } from '#platform/errors'
import { isDiskFull } from '#platform/room'
import { usage } from './usage.ts'

/** Runs with the arguments after its name; the exit code is what it resolves to, 0 for nothing. */
export type Command = (args: string[], config: ReturnType<typeof readConfig>) => Promise<number | void>

const commands: Record<string, () => Promise<{ default: Command }>> = {
  start: () => import('./commands/start.ts'),
  migrate: () => import('./commands/migrate.ts'),
  setup: () => import('./commands/setup.ts'),
  password: () => import('./commands/password.ts'),
  'two-factor': () => import('./commands/two-factor.ts'),
  organization: () => import('./commands/organization.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  demo: () => import('./commands/demo.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  doctor: () => import('./commands/doctor.ts'),
  openapi: () => import('./commands/openapi.ts'),
}

const [name = '--help', ...args] = process.argv.slice(2)
try {
  if (['--help', '-h', 'help'].includes(name) || args.includes('--help')) {
    console.log(usage(commands[name] ? name : undefined))
  } else if (!Object.hasOwn(commands, name)) {
    throw new ConfigError(`There is no command “${name}”: \`rapport --help\` lists them.`)
  } else {
    const { default: run } = await commands[name]!()
    process.exitCode = (await run(args, readConfig(process.env))) ?? 0
  }
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

/** One line for what a user can mend; the stack only for what is our mistake. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  const expected = error instanceof ConfigError || error instanceof RapportError || (error.stack && !isOurs(error))
  if (isDiskFull(error) && !(error instanceof RapportError)) return `The disk is full: make room, and try again. (${error.message})`
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `${error.message.split('.')[0]}. See \`rapport --help\`.`
  return expected || code ? error.message : (error.stack ?? error.message)
}

// TypeError and its like are bugs; everything that is thrown on purpose is a plain Error with a message for people.
function isOurs(error: Error): boolean {
  return ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError'].includes(error.name)
}
