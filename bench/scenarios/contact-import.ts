import { join } from 'node:path'
import { makeOrganization } from '../database.ts'
import { copyPeople } from '../copying.ts'
import { importFile } from '../imports.ts'
import { people, person, writeCsv } from '../people.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole, type Server } from '../server.ts'

export const contactImport: Scenario = {
  row: 8,
  name: 'contact-import',
  about:
    'CSV files through POST /imports, from the upload to the end of the operation. Baseline: COPY of the same rows into ' +
    'company, tag, contact, contact_email and contact_tag, with all their indexes, foreign keys and triggers, as their owner.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { folder, large }) => {
    const [few, again] = await importKnown(server, { folder, organization: large })
    const count = Math.round(1_000_000 * context.scale)
    const path = join(folder, 'many.csv')
    await writeCsv(path, people(0, count))
    const importing = await makeOrganization(folder, 'Importing')
    const many = await importFile(server, importing.key, path)
    const { id: orgId } = await makeOrganization(folder, 'Copying')
    const copied = await withRole(server, 'owner', (db) => copyPeople(db, { orgId, folder, count }))
    const stored = (many.done - many.failed) / count
    return [
      { name: '10,000 rows, half of them known', value: few.seconds, unit: 's', required: { most: 192 }, goal: { most: 2 } },
      { name: '10,000 rows again', value: again.seconds, unit: 's', note: `${again.result.unchanged} unchanged` },
      { name: `${count.toLocaleString('en-US')} rows`, value: many.seconds, unit: 's', goal: { most: 90 * context.scale } },
      {
        name: 'rate', value: count / many.seconds, unit: 'rows/s', required: { least: 200 },
        baseline: { value: count / copied, ratio: { least: 0.4 } }, note: 'baseline: COPY',
      },
      { name: 'stored', value: stored * 100, unit: '%', required: { least: 99.8 } },
      {
        name: "server's memory: highest, over before", value: many.memory.highest - many.memory.before, unit: 'MB', goal: { most: 100 },
        note: `${many.memory.before.toFixed(0)} before, ${many.memory.after.toFixed(0)} ten seconds after`,
      },
      { name: "server's memory: highest", value: many.memory.highest, unit: 'MB', required: { most: 380 } },
    ]
  })
}

/** Into the large organization: every second row has an address that it knows. */
async function importKnown(server: Server, { folder, organization }: { folder: string; organization: { id: string; key: string } }) {
  const known = await withRole(server, 'superuser', async (db) => {
    const { rows } = await db.query<{ address: string }>(
      'select address from contact_email where org_id = $1 and position = 0 order by hashtext(address) limit 5000', [organization.id])
    return rows
  })
  const path = join(folder, 'few.csv')
  await writeCsv(path, Iterator.from(people(0, 10_000)).map((one, n) =>
    n % 2 === 0 ? { ...person(n), email: known[n / 2]?.address ?? one.email } : one))
  return [await importFile(server, organization.key, path), await importFile(server, organization.key, path)] as const
}
