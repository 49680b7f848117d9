// `npm run schema`: writes server/platform/db/tables.ts and migrations/schema.sql from the migrations.

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config'
import { withClient } from '#platform/db/connect'
import { addressOf, as, prepareDatabase } from '#platform/db/database'
import { describeSchema, describeTables } from '#platform/db/describe'
import { startEmbedded } from '#platform/db/embedded'

const folder = await mkdtemp(join(tmpdir(), 'rapport-schema-'))
await chmod(folder, 0o711)
const server = await startEmbedded(folder)
try {
  const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), server.url)
  await prepareDatabase(address)
  await withClient(as(address, 'owner'), async (owner) => {
    await writeFile(new URL('../server/platform/db/tables.ts', import.meta.url), await describeTables(owner))
    await writeFile(new URL('../migrations/schema.sql', import.meta.url), await describeSchema(owner))
  })
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
