import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { describeSchema, describeTables } from '#platform/db/describe'
import { testDatabase } from '#test/database'
import { file } from '#test/scope'

const database = await testDatabase(file)

test('the row types are those of the migrated database', async () => {
  const written = await readFile(new URL('tables.ts', import.meta.url), 'utf8')
  assert.equal(written, await database.connectAs('owner', describeTables), 'run `npm run schema`')
})

test('migrations/schema.sql is what the migrations add up to', async () => {
  const written = await readFile(new URL('../../../migrations/schema.sql', import.meta.url), 'utf8')
  assert.equal(written, await database.connectAs('owner', describeSchema), 'run `npm run schema`')
})
