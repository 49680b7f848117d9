// What `rapport --help` prints.

import { settings } from '#platform/config'

const commandUsage: Record<string, { synopsis: string; text: string }> = {
  start: { synopsis: 'start', text: 'Start the server, with its database, here.' },
  setup: {
    synopsis: 'setup --name NAME --email ADDRESS --organization NAME',
    text: 'Make the first organization and its owner; prints an admin api key.',
  },
  organization: {
    synopsis: 'organization create --name NAME --email ADDRESS --organization NAME',
    text: 'Make another organization with its owner; prints its admin api key.',
  },
  import: {
    synopsis: 'import FILE… [--create-contacts off|written_to|everyone] [--own-address ADDRESS]…',
    text: 'Import people (.csv) and mail (.mbox, .eml) through the running server.',
  },
  migrate: { synopsis: 'migrate', text: 'Bring the database up to date. `start` does it too.' },
  doctor: { synopsis: 'doctor', text: 'Say what is wrong, and how to mend it.' },
  openapi: { synopsis: 'openapi', text: 'Print the OpenAPI document of the API.' },
}

/** The whole help, or that of one command. */
export function usage(command?: string): string {
  if (command) {
    const { synopsis, text } = commandUsage[command]!
    return `Usage: rapport ${synopsis}\n\n${text}\n`
  }
  const lines = Object.values(commandUsage).map(({ synopsis, text }) => `  ${synopsis}\n      ${text}`)
  const variables = settings.map((setting) => `  ${setting.name}\n      ${setting.description} Default: ${setting.default}.`)
  return ['Usage: rapport COMMAND', '', ...lines, '', 'Settings are environment variables:', '', ...variables, ''].join('\n')
}
