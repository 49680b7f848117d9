import { copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeOrganization } from '../database.ts'
import { importFile } from '../imports.ts'
import { ourAddress, writeMailbox } from '../mailbox.ts'
import { runProgram } from '../processes.ts'
import type { MailParserOptions } from '../programs/mail-parser.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'

export const mailImport: Scenario = {
  row: 9,
  name: 'mail-import',
  about:
    'An mbox of 20,000 ordinary mails of 2 to 20 KB through POST /imports to timelines, making contacts of everyone. ' +
    'Baseline: the parser alone, that is the same import with nothing behind it.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { folder }) => {
    const count = Math.round(20_000 * context.scale)
    const path = join(folder, 'inbox.mbox')
    await writeMailbox(path, count)
    const { key } = await makeOrganization(folder, 'Importing')
    const options = { own_addresses: [ourAddress] }
    const first = await importFile(server, key, path, options)
    const again = await importFile(server, key, path, options)
    const parsed = await parse(path, folder)
    const { before, highest, after } = first.memory
    const megabytes = (await stat(path)).size / 2 ** 20
    return [
      {
        name: 'rate', value: count / first.seconds, unit: 'mails/s', required: { least: 2_500 / 3_600 }, goal: { least: 500 },
        baseline: { value: count / parsed }, note: `${megabytes.toFixed(0)} MB`,
      },
      { name: 'on timelines', value: (100 * first.result.created!) / count, unit: '%', required: { least: 99.8 } },
      {
        name: "server's memory: highest, over before", value: highest - before, unit: 'MB', goal: { most: 100 },
        note: `${before.toFixed(0)} before, ${after.toFixed(0)} ten seconds after`,
      },
      {
        name: "server's memory: the same mails again, over the first time", value: again.memory.highest - highest, unit: 'MB',
        goal: { most: 20 }, note: 'flat',
      },
      { name: 'the same file again', value: count / again.seconds, unit: 'mails/s', note: `${again.result.unchanged} unchanged` },
    ]
  })
}

async function parse(path: string, folder: string): Promise<number> {
  await mkdir(join(folder, 'files', 'bench'), { recursive: true })
  await copyFile(path, join(folder, 'files', 'bench', 'inbox'))
  const options: MailParserOptions = { folder, key: 'bench/inbox' }
  return (await runProgram<{ seconds: number }>('mail-parser', options)).seconds
}
