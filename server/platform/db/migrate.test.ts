import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { withClient } from '#platform/db/connect'
import { prepareDatabase } from '#platform/db/database'
import { readMigrations, type Migration } from '#platform/db/migrate'
import { emptyDatabase, testDatabase } from '#test/database'
import { onClose } from '#test/scope'

test('two processes that start at once on an empty database migrate it once', async (t) => {
  const address = await emptyDatabase(t)
  const script = `
    import { prepareDatabase } from '#platform/db/database'
    console.log(JSON.stringify(await prepareDatabase(${JSON.stringify(address)})))
  `
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  const outputs = await Promise.all([start(), start()])
  const applied = outputs.map(({ stdout }) => JSON.parse(stdout) as string[]).toSorted((a, b) => a.length - b.length)
  const all = (await readMigrations()).map(({ name }) => name)
  assert.deepEqual(applied, [[], all])
})

test('a migrated database is left alone', async (t) => {
  const { address } = await testDatabase(t)
  assert.deepEqual(await prepareDatabase(address), [])
})

test('a failed migration stops with its name and line, and leaves nothing of itself', async (t) => {
  const { address, query } = await testDatabase(t)
  const known = await readMigrations()
  const good = migration('9001_good.sql', 'create table good (id int);')
  const bad = migration('9002_bad.sql', 'create table half (id int);\n\ncreate table other (id nonsense);')
  await assert.rejects(
    prepareDatabase(address, [...known, good, bad, migration('9003_never.sql', 'create table never ()')]),
    {
      name: 'Error',
      message: 'Migration 9002_bad.sql failed at line 3: type "nonsense" does not exist',
    },
  )
  const tables = await query<{ name: string }>(
    "select relname as name from pg_class where relname in ('good', 'half', 'other', 'never')",
  )
  assert.deepEqual(tables, [{ name: 'good' }])
  assert.deepEqual(await prepareDatabase(address, [...known, good]), [])
})

test('a failed statement cannot leave another role behind for what comes after', async (t) => {
  const { address, query } = await testDatabase(t)
  const known = await readMigrations()
  await prepareDatabase(address, [...known, migration('9001_role.sql', 'set role rapport_worker;')])
  await prepareDatabase(address, [
    ...known,
    migration('9001_role.sql', 'set role rapport_worker;'),
    migration('9002_owned.sql', 'create table owned ();'),
  ])
  const [table] = await query("select pg_get_userbyid(relowner) as owner from pg_class where relname = 'owned'")
  assert.deepEqual(table, { owner: 'rapport_owner' })
})

test('a migration that was edited after it had been applied is refused', async (t) => {
  const { address } = await testDatabase(t)
  const [first, ...others] = await readMigrations()
  await assert.rejects(prepareDatabase(address, [migration(first!.name, `${first!.sql}\n-- edited`), ...others]), {
    message: `Migration ${first!.name} was changed after it had been applied: add a new one instead.`,
  })
})

test('a migration that comes before one that was applied is refused, not skipped', async (t) => {
  const { address } = await testDatabase(t)
  const late = migration('0000_late.sql', 'create table late ();')
  await assert.rejects(prepareDatabase(address, [late, ...(await readMigrations())]), {
    message: 'Migration 0000_late.sql comes before ones that were applied already: give it the next number.',
  })
})

test('a database of a newer Rapport is refused', async (t) => {
  const { address } = await testDatabase(t)
  const known = await readMigrations()
  await assert.rejects(prepareDatabase(address, known.slice(0, -1)), {
    message: /was migrated by a newer Rapport \(\d{4}_\w+\.sql\): start that version, or a later/,
  })
})

test('an administrator who may not create the roles is told what is missing', async (t) => {
  const address = await emptyDatabase(t)
  const database = new URL(address.url).pathname.slice(1)
  const admin = `admin_${database}`
  await withClient({ connectionString: address.url }, async (superuser) => {
    await superuser.query(`create role ${admin} login createrole password 'p'`)
    await superuser.query(`alter database ${database} owner to ${admin}`)
  })
  onClose(t, () =>
    withClient({ connectionString: address.url }, async (superuser) => {
      await superuser.query(`alter database ${database} owner to postgres`)
      await superuser.query(`drop owned by ${admin} cascade`)
      await superuser.query(`drop role ${admin}`)
    }),
  )
  const url = new URL(address.url)
  url.username = admin
  url.password = 'p'
  await assert.rejects(prepareDatabase({ ...address, url: url.href, direct_url: url.href }), {
    // Here the roles belong to the superuser who made them for the other tests.
    message:
      /The role of DATABASE_URL may not create Rapport's roles .*: give it CREATEROLE and ownership of the database\./,
  })
})

function migration(name: string, sql: string): Migration {
  return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
}
