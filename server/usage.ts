// What `rapport --help` prints, 100 columns wide at most.

import { settings } from '#platform/settings'

interface CommandUsage {
  synopsis: string
  text: string
  options?: [string, string][]
  more?: string[]
}

const newOrganization: [string, string][] = [
  ['--name NAME', 'The owner’s name.'],
  ['--email ADDRESS', 'The owner’s e-mail address.'],
  ['--organization NAME', 'What the organization is called.'],
]

const commandUsage: Record<string, CommandUsage> = {
  start: {
    synopsis: 'start [--demo]',
    text: 'Start the server here, with its database. Ctrl+C stops both.',
    options: [
      ['--demo', 'Fill an empty database with a company that does not exist: 2,000 people, two years of mail, meetings, notes.'],
      ['--demo-people NUMBER', 'So many people instead; mail and meetings in proportion.'],
    ],
  },
  setup: {
    synopsis: 'setup --name NAME --email ADDRESS --organization NAME',
    text: 'Make the first organization and its owner; prints an admin api key.',
    options: newOrganization,
    more: [
      'The owner’s password is that of RAPPORT_SETUP_PASSWORD, or comes on standard input, or is asked for in a terminal. ' +
        'Without one a link is printed with which it is chosen.',
    ],
  },
  password: {
    synopsis: 'password ADDRESS',
    text: 'Print a link with which somebody chooses a new password, where no mail reaches them.',
    options: [['ADDRESS', 'The e-mail address that they sign in with.']],
  },
  'two-factor': {
    synopsis: 'two-factor remove ADDRESS',
    text: 'Remove the second factor of somebody who has lost the phone and the recovery codes.',
    options: [['remove ADDRESS', 'The e-mail address that they sign in with.']],
    more: [
      'All of their sessions end. They are told by mail, and the admins of their organizations in the audit log. The ' +
        'password stays: make sure that it is they who ask. For a new one: `rapport password`.',
    ],
  },
  organization: {
    synopsis: 'organization create | list | plan | parallel',
    text: 'Make another organization, list all, or change what one may ask of the server.',
    options: [
      ['create --name NAME --email ADDRESS --organization NAME', 'Make one with its owner; prints its admin api key.'],
      ['list', 'Show the id, plan, name and owner of each.'],
      ['plan ORGANIZATION PLAN', 'Give the one of this name or id the plan free, pro, enterprise or unlimited.'],
      ['parallel ORGANIZATION NUMBER', 'Let it have so many operations of each kind running at once; 3 unless told otherwise.'],
    ],
    more: [
      'A plan is how many requests a minute each api key and person of the organization may send: free 100, pro 500, enterprise ' +
        '2,000. New organizations get that of DEFAULT_PLAN. A change counts within five seconds, without a restart.',
    ],
  },
  import: {
    synopsis: 'import FILE… [OPTION]… | import undo ID',
    text: 'Import people (.csv, .xlsx, .vcf), mail (.mbox, .eml), calendars (.ics) and Slack exports (.zip) through the running server.',
    options: [
      ['FILE…', 'Tables, vCards, mailboxes, single messages, calendars, also with .gz, or folders of them.'],
      ['undo ID', 'Take back what an import has done, as far as nobody has changed it since.'],
      ['--dry-run', 'Go through everything and store nothing but counts and rejections.'],
      [
        '--map COLUMN=MEANING',
        'What a column means: name, email, phone:mobile, company, title, tags, birthday, owner, id, ignore, field:NAME. ' +
          'The others are understood by their names and contents. Repeatable.',
      ],
      ['--mode MODE', 'upsert (the default), create (known people are rejected), update (new ones are), skip (known ones stay as they are).'],
      ['--key KEY', 'By what people are recognized: email, phone, name_company, id, field:NAME.'],
      ['--tag TAG', 'A tag for everyone in the file. Repeatable.'],
      ['--sheet SHEET', 'Name or number of the sheet of a workbook.'],
      ['--delimiter D, --encoding E, --no-header', 'How a CSV file is written, where it is not found out.'],
      [
        '--create-contacts WHOM',
        'Whom mail makes contacts of: off (nobody new), written_to (those whom one of you wrote to), ' +
          'or everyone (but machines and lists; the default).',
      ],
      ['--own-address ADDRESS', 'An address of yours beside the members’: tells sent from received mail. Repeatable.'],
    ],
    more: [
      'Importing a file again changes nothing. Rows and messages that cannot be taken are listed with their reasons; ' +
        'the others are imported.',
      'The api key is that of RAPPORT_API_KEY. Without one, who may read the data folder (or has DATABASE_URL) ' +
        'imports as the owner of the only organization.',
      'Exits with 0 when every file was imported, rejected rows or not; with 1 when a file was not; with 130 after ' +
        'Ctrl+C.',
    ],
  },
  demo: {
    synopsis: 'demo FOLDER',
    text: 'Write the files of a company that does not exist, to try things on: 2,000 people, two years of mail, meetings.',
    options: [['FOLDER', 'Where to: people.csv, mail.mbox and calendar.ics, for `rapport import`.']],
  },
  export: {
    synopsis: 'export FILE… | export --contact CONTACT FILE',
    text: 'Write what the running server has into files: contacts.csv, contacts.vcf, timeline.jsonl, timeline.mbox, calendar.ics.',
    options: [
      ['FILE…', 'The name, or its end, says what: people.csv is contacts as CSV.'],
      ['--contact CONTACT', 'Everything about one person, by address or id, as a ZIP: timeline, notes, attachments, photo.'],
    ],
    more: ['A file is there whole or not at all. The api key is found as for import.'],
  },
  migrate: { synopsis: 'migrate', text: 'Bring the database up to date. `start` does it too.' },
  backup: {
    synopsis: 'backup FILE [--force]',
    text: 'Write everything, database and files, into one file, while the server runs.',
    options: [
      ['FILE', 'A compressed archive, such as rapport.tar.zst. It appears when it is whole.'],
      ['--force', 'Replace FILE if it is there already.'],
    ],
    more: [
      'The backup is the state of one moment. It holds personal data: keep it where only you can read it. ' +
        'Settings and secret.key are not in it. More in docs/backup.md.',
      'Exits with 0 when the backup is whole and on the disk, with 1 when none was written, with 130 after Ctrl+C.',
    ],
  },
  restore: {
    synopsis: 'restore FILE',
    text: 'Fill an empty database with a backup of this version or an older one. No server may run on it.',
    options: [['FILE', 'What `rapport backup` wrote. It is checked before anything is changed.']],
    more: [
      'Goes into the data folder (RAPPORT_DATA) or the database (DATABASE_URL) that the settings name. Whatever stops ' +
        'it, the database is either still empty or has everything.',
      'Exits with 0 when everything is restored, with 1 when nothing is, with 130 after Ctrl+C.',
    ],
  },
  doctor: {
    synopsis: 'doctor [--test-mail ADDRESS]',
    text: 'Say what is wrong, and how to mend it. Changes nothing.',
    options: [['--test-mail ADDRESS', 'Send a mail there too, as SMTP_URL says.']],
    more: ['Exits with 1 when something is wrong, with 0 when there are warnings at most.'],
  },
  openapi: { synopsis: 'openapi', text: 'Print the OpenAPI 3.1 document of the API as JSON.' },
}

/** The whole help, or that of one command. */
export function usage(command?: string): string {
  return (command ? describeCommand(commandUsage[command]!) : describeAll()).join('\n')
}

function describeCommand({ synopsis, text, options = [], more = [] }: CommandUsage): string[] {
  const column = Math.max(...options.map(([name]) => name.length)) + 4
  return [
    `Usage: rapport ${synopsis}`,
    '',
    ...wrap(text, 0),
    ...(options.length > 0 ? [''] : []),
    ...options.flatMap(([name, description]) => hang(`  ${name}`, description, column)),
    ...more.flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
    '',
  ]
}

function describeAll(): string[] {
  const commands = Object.entries(commandUsage).flatMap(([name, { text }]) => hang(`  ${name}`, text, 16))
  const column = Math.max(...settings.map(({ name }) => name.length)) + 4
  const variables = settings.flatMap(({ name, description, default: value }) =>
    hang(`  ${name}`, `${description} Default: ${value}.`, column),
  )
  return [
    'Rapport, the relationship workspace.',
    '',
    'Usage: rapport COMMAND',
    '',
    'Commands (`rapport COMMAND --help` says more):',
    '',
    ...commands,
    '',
    'Settings are environment variables:',
    '',
    ...variables,
    '',
  ]
}

const width = 100

/** `head`, and `text` beside it from `column` on. */
function hang(head: string, text: string, column: number): string[] {
  const [first, ...rest] = wrap(text, column)
  return [head.padEnd(column) + first!.trimStart(), ...rest]
}

function wrap(text: string, indent: number): string[] {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = ' '.repeat(indent)
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}
