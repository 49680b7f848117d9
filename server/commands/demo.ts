// `rapport demo`: writes the files of a company that does not exist, to be imported.

import { parseArgs } from 'node:util'
import { invalid } from '#platform/errors'
import { writeDemoFiles } from '../demo/files.ts'
import { team } from '../demo/names.ts'

export default async function demo(args: string[]): Promise<number> {
  const { positionals: [folder] } = parseArgs({ args, allowPositionals: true, options: {} })
  if (!folder) throw invalid('Name a folder for the files: `rapport demo ./demo`.')
  await writeDemoFiles(folder)
  const own = team.map(({ email }) => `--own-address ${email}`).join(' ')
  console.log(`Wrote people.csv, mail.mbox, calendar.ics and slack.zip into ${folder}. To bring them in:\n\n  npx rapport import ${folder} ${own}`)
  return 0
}
