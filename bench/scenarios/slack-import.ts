import { join } from 'node:path'
import { makeOrganization } from '../database.ts'
import { emptyFolder } from '../folders.ts'
import { importFile } from '../imports.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { startServer } from '../server.ts'
import { writeSlackExport } from '../slack.ts'

export const slackImport: Scenario = {
  row: 9,
  name: 'slack-import',
  about:
    'Slack exports of 100,000 messages and of 400,000, each into an organization without anything in it, through POST /imports: whether the server’s memory ' +
    'grows with the file.',
  run,
}

async function run({ scale }: Context): Promise<Figure[]> {
  const folder = await emptyFolder()
  const server = await startServer(folder)
  const importSome = async (count: number) => {
    const messages = Math.round(count * scale)
    const path = join(folder, 'Slack export.zip')
    await writeSlackExport(path, { messages, address: 'owner@ours.example.org' })
    const { key } = await makeOrganization(folder, `Of ${messages}`)
    return { messages, ...(await importFile(server, key, path)) }
  }
  const few = await importSome(100_000)
  const many = await importSome(400_000)
  await server.stop()
  const memory = ({ memory: { before, highest, after } }: typeof few) => ({
    value: highest - before, note: `${before.toFixed(0)} before, ${after.toFixed(0)} ten seconds after`,
  })
  return [
    { name: 'rate', value: many.messages / many.seconds, unit: 'messages/s' },
    { name: 'in rooms', value: (100 * many.result.created!) / many.messages, unit: '%', required: { least: 99.8 } },
    { name: `server's memory: highest, over before, ${few.messages} messages`, unit: 'MB', goal: { most: 100 }, ...memory(few) },
    { name: `server's memory: the highest of ${many.messages}, over that`, value: many.memory.highest - few.memory.highest, unit: 'MB', goal: { most: 20 }, note: memory(many).note },
  ]
}
