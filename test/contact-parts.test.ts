// What a merge would lose without a word: rows of tables that refer to contacts and are in no module's part.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPart } from '#modules/contacts'
import { tasksPart } from '#modules/tasks'
import { timelinePart } from '#modules/timeline'
import { testDatabase } from './database.ts'
import { file } from './scope.ts'

const database = await testDatabase(file)

test('every column that refers to contacts is in the part of its module', async () => {
  const referring = await database.query<{ of_table: string; column: string }>(`
    select conrelid::regclass::text as of_table, attname as column
    from pg_constraint, unnest(conkey) as number join pg_attribute on attnum = number
    where contype = 'f' and confrelid = 'contact'::regclass and attrelid = conrelid and attname <> 'org_id' order by 1, 2`)
  assert.ok(referring.length >= 6)
  const tables: Record<string, { contacts: string[] }> = { ...ownPart.tables, ...timelinePart.tables, ...tasksPart.tables }
  const missing = referring.filter(({ of_table, column }) => !tables[of_table]?.contacts.includes(column))
  assert.deepEqual(missing, [], 'A merge has to know of them: see server/modules/contacts/parts.ts')
})
