import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { zstdDecompressSync, zstdCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { writeBackup } from '#platform/backup'
import { listTables, replaced } from '#platform/backup/tables'
import { withClient } from '#platform/db/connect'
import { as, prepareDatabase, type DatabaseAddress } from '#platform/db/database'
import { describeSchema } from '#platform/db/describe'
import { readMigrations } from '#platform/db/migrate'
import { publish } from '#platform/events'
import { enqueue } from '#platform/jobs'
import { wantedFiles } from '#platform/operations'
import { restoreBackup, verifyBackup, type RestoreOptions } from '#platform/restore'
import { createStorage } from '#platform/storage'
import { testApp } from '#test/app'
import { emptyDatabase, testDatabase, type TestDatabase } from '#test/database'
import { allEvents, callerOf, csv, finished, mail, mbox, newMember, newPerson, organization, unique, until, type Organization } from '#test/factories'
import { file, onClose, type Scope } from '#test/scope'
import { temporaryFolder } from '#test/server'

// What the tests begin with: two organizations with one of everything, and a backup of them.
const source = await furnish(file)
const path = join(await folder(file), 'backup')
const manifest = await writeBackup(source.database.address, path, options(source.data_folder))

test('every row, sequence and file comes back, in a database that had nothing', async (t) => {
  const before = await contentOf(source.database.address)
  const [address, data_folder] = [await emptyDatabase(t), await folder(t)]
  await restore(address, path, data_folder)
  const after = await contentOf(address)
  assert.deepEqual(Object.keys(after), Object.keys(before))
  for (const [table, rows] of Object.entries(before)) assert.deepEqual(after[table], rows, table)
  assert.deepEqual(await filesIn(data_folder), await filesIn(source.data_folder))
  for (const [table, rows] of Object.entries(manifest.rows)) assert.equal(before[table]!.length, rows, table)
  assert.ok(Object.values(manifest.rows).filter((rows) => rows > 0).length >= 15, JSON.stringify(manifest.rows))

  const schema = (target: DatabaseAddress) => withClient(as(target, 'owner'), describeSchema)
  assert.equal(await schema(address), await schema(source.database.address))
  await withClient(as(address, 'owner'), async (db) => {
    const { rows: off } = await db.query("select tgname from pg_trigger where tgenabled <> 'O'")
    assert.deepEqual(off, [])
    const { rows: ids } = await db.query("select nextval(pg_get_serial_sequence('event', 'id')) > max(id) as larger from event")
    assert.deepEqual(ids, [{ larger: true }])
  })
  assert.equal((await stat(path)).mode & 0o777, 0o600)
})

test('a restored Rapport goes on: keys are valid, cursors of before are reset, and what was queued runs', async (t) => {
  const [database, data_folder] = [await testDatabase(t), await folder(t)]
  await restore(database.address, path, data_folder)
  const app = await testApp(t, { database, worker: true, env: { RAPPORT_DATA: data_folder } })
  const acme = callerOf(app, source.acme.key)
  const page = await acme.get(`/events?after=${encodeURIComponent(source.cursor)}`)
  assert.deepEqual([page.reset, page.data], [true, []])
  assert.equal((await acme.get(`/events?after=${encodeURIComponent(page.next_cursor)}&limit=1`)).reset, false)

  const operation = await finished(acme, source.queued.id)
  assert.deepEqual([operation.status, operation.result.created], ['succeeded', 50])
  const later = await allEvents(acme, page.next_cursor)
  assert.ok(later.events.some(({ type }) => type === 'contacts.imported'))
  await until(async () => (await createStorage({ data_folder }).list('imports')).length === 0)
})

test('what is written during a backup is in it whole or not at all', async (t) => {
  const app = await testApp(t, { worker: true })
  const acme = await organization(app)
  // So many that a backup takes a while.
  await app.database.query(`
    insert into contact (org_id, name) select $1, 'Filler ' || repeat('x', 200) from generate_series(1, 40000)`,
  [acme.organization_id])
  const end = new AbortController()
  const written = { transactions: 0, imports: 0 }
  const write = async () => {
    while (!end.signal.aborted) {
      await app.database.transact(acme.actor, async (tx) => {
        const { rows } = await sql<{ id: string }>`
          insert into contact (org_id, name) values (current_org(), 'Twin') returning id`.execute(tx)
        await sql`insert into tag (org_id, name) values (current_org(), ${rows[0]!.id})`.execute(tx)
        await publish(tx, acme.actor, { type: 'tests.twin', subject: rows[0]!.id, data: {} })
        await enqueue(tx, 'tests.twin', { org_id: rows[0]!.id }, { run_at: new Date('2100-01-01') })
      })
      written.transactions++
    }
  }
  const importFiles = async () => {
    for (; !end.signal.aborted; written.imports++) await acme.import(people(3))
  }
  const writers = [write(), write(), importFiles()]
  const target = await folder(t)
  const paths = [1, 2, 3].map((round) => join(target, `${round}`))
  for (const path of paths) await writeBackup(app.database.address, path, options(app.data_folder))
  end.abort()
  await Promise.all(writers)
  assert.ok(written.transactions > 20 && written.imports > 1, JSON.stringify(written))

  for (const path of paths) {
    const [{ address }, data_folder] = [await testDatabase(t), await folder(t)]
    await restore(address, path, data_folder)
    await withClient(as(address, 'owner'), async (db) => {
      const ids = async (text: string) => (await db.query<{ id: string }>(`${text} order by 1`)).rows.map(({ id }) => id)
      const twins = await ids("select id::text from contact where name = 'Twin'")
      assert.deepEqual(await ids("select name as id from tag where name ~ '^[0-9a-f]{8}-'"), twins)
      assert.deepEqual(await ids("select subject as id from event where type = 'tests.twin'"), twins)
      const wanted = await db.query<{ file: string }>(wantedFiles)
      for (const { file: key } of wanted.rows) assert.ok((await stat(join(data_folder, 'files', key))).isFile())
      await db.query('set role rapport_worker')
      const jobs = "select payload->>'org_id' as id from graphile_worker._private_jobs where run_at > '2099-01-01'"
      assert.deepEqual(await ids(jobs), twins)
    })
  }
})

test('a file that is cut off, damaged or none of ours is refused before the database is touched', async (t) => {
  const whole = await readFile(path)
  const other = join(await folder(t), 'other')
  const refused = async (content: Buffer | string, message: RegExp) => {
    await writeFile(other, content)
    await assert.rejects(verifyBackup(other), { name: 'RapportError', message })
  }
  for (const share of [0, 0.1, 0.5, 0.9]) {
    await refused(whole.subarray(0, whole.length * share), /is cut off: nothing was restored/)
  }
  for (const share of [0.2, 0.5, 0.8]) {
    const flipped = Buffer.from(whole)
    flipped[Math.floor(whole.length * share)]! ^= 1
    await refused(flipped, /is damaged: nothing was restored|is cut off/)
  }
  const tar = zstdDecompressSync(whole)
  const edited = Buffer.from(tar)
  edited[edited.indexOf('Ünï')]! ^= 1
  await refused(zstdCompressSync(edited), /is damaged/)
  await refused(zstdCompressSync(tar.subarray(0, 8 * 1024)), /is cut off|is damaged/)
  await refused('a,b,c\n1,2,3\n', /is not a backup of Rapport/)
  await refused(zstdCompressSync('something else'.repeat(100)), /is not a backup of Rapport/)
  const newer = zstdCompressSync(replaceText(tar, '"format": 1', '"format": 2'))
  await refused(newer, /written by Rapport 9\.9\.9 in a format that this version does not know/)
  await assert.rejects(verifyBackup(`${path}.nowhere`), { message: `There is no file ${path}.nowhere.` })
  await assert.rejects(verifyBackup(dirname(path)), { message: `${dirname(path)} is a folder: name a file.` })
})

test('a database that is not empty, or that a server works on, is left as it is', async (t) => {
  const target = await testDatabase(t)
  const data_folder = await folder(t)
  const attempt = () => restore(target.address, path, data_folder)

  await target.query("insert into organization (name) values ('Here already')")
  const before = await contentOf(target.address)
  await assert.rejects(attempt(), { code: 'not_empty', message: /^The database is not empty/ })
  assert.deepEqual(await contentOf(target.address), before)

  await target.query('truncate organization cascade')
  await target.pools.app.query('select 1')
  await assert.rejects(attempt(), { code: 'in_use', message: 'A server works on this database (“rapport app”): stop it first.' })
  assert.deepEqual(await readdir(data_folder), [])
})

test('an older backup is loaded into its own schema and brought up to date; one of a newer version is refused', async (t) => {
  const own = await readMigrations()
  const text = "alter table company add motto text; update company set motto = 'of ' || name;"
  const next = { name: '9001_motto.sql', sql: text, hash: sha256(text) }
  const later = [...own, next]
  const mottoes = (address: DatabaseAddress) =>
    withClient(as(address, 'owner'), async (db) => (await db.query('select name, motto from company order by name')).rows)
  const expected = ['of Analytical Engines', 'of Analytical Engines'].map((motto) => ({ name: motto.slice(3), motto }))

  const fresh = await emptyDatabase(t)
  await restore(fresh, path, await folder(t), { migrations: later })
  assert.deepEqual(await mottoes(fresh), expected)

  const ahead = await emptyDatabase(t)
  await prepareDatabase(ahead, later)
  await assert.rejects(restore(ahead, path, await folder(t), { migrations: later }), {
    message: 'The database is ahead of the backup already (9001_motto.sql): name an empty one, or drop and create it.',
  })
  await restore(ahead, path, await folder(t), { migrations: later, recreate: () => recreate(ahead) })
  assert.deepEqual(await mottoes(ahead), expected)

  await writeBackup(ahead, `${path}.newer`, options(await folder(t)))
  await assert.rejects(restore(await emptyDatabase(t), `${path}.newer`, await folder(t)), {
    message: `${path}.newer was written by a newer Rapport (9.9.9, with 9001_motto.sql): restore it with that version, or a later.`,
  })
  const changed = own.map((migration, at) => (at === 1 ? { ...migration, hash: 'another' } : migration))
  await assert.rejects(restore(await emptyDatabase(t), path, await folder(t), { migrations: changed }), {
    message: /written by a Rapport \(9\.9\.9\) whose migration 0002_events\.sql is another than here/,
  })
})

test('a restore that is killed while it loads leaves an empty database, and the next one succeeds', async (t) => {
  const { address } = await testDatabase(t)
  const data_folder = await folder(t)
  const script = `
    import { restoreBackup, verifyBackup } from '#platform/restore'
    import { createStorage } from '#platform/storage'
    const storage = createStorage(${JSON.stringify({ data_folder })})
    // But for what an operation waits for, files come last: by then all tables are loaded.
    const deadly = { ...storage, write: (key, source) =>
      key.endsWith('large.bin') ? process.kill(process.pid, 'SIGKILL') : storage.write(key, source) }
    await restoreBackup(${JSON.stringify(address)}, await verifyBackup(${JSON.stringify(path)}), { storage: deadly })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  assert.equal(signal, 'SIGKILL')

  const rows = await contentOf(address)
  assert.deepEqual([rows['public.organization'], rows['public.contact'], rows['public.event']], [[], [], []])
  await restore(address, path, data_folder)
  assert.deepEqual(await contentOf(address), await contentOf(source.database.address))
})

test('an interrupted restore changes nothing', async (t) => {
  const { address } = await testDatabase(t)
  const stop = new AbortController()
  const onProgress = (what: string) => void (what === 'loading' && stop.abort(new Error('Enough.')))
  await assert.rejects(restore(address, path, await folder(t), { signal: stop.signal, onProgress }), { message: 'Enough.' })
  assert.deepEqual((await contentOf(address))['public.contact'], [])
})

test('a backup that cannot be finished leaves nothing behind, and says why', async (t) => {
  const { database, data_folder } = source
  const target = await folder(t)
  const path = join(target, 'backup')
  const write = (more = {}) => writeBackup(database.address, path, { ...options(data_folder), ...more })

  // A disk that is always full.
  await symlink('/dev/full', `${path}.part`)
  await assert.rejects(write(), { message: /^There is no space left for .*backup; what was written of it was removed/ })
  assert.deepEqual(await readdir(target), [])

  const stop = new AbortController()
  const interrupted = write({ signal: stop.signal, onProgress: () => stop.abort(new Error('Enough.')) })
  await assert.rejects(interrupted, { message: 'Enough.' })
  assert.deepEqual([await readdir(target), await readdir(data_folder)], [[], ['files']])

  await writeFile(path, 'precious')
  await assert.rejects(write(), { code: 'exists', message: /is there already: name another file, or say --force/ })
  assert.equal(await readFile(path, 'utf8'), 'precious')
  await write({ force: true })
  await verifyBackup(path)

  await assert.rejects(writeBackup(database.address, join(target, 'no/backup'), options(data_folder)), {
    message: `There is no folder ${target}/no: make it first.`,
  })
  await assert.rejects(writeBackup(database.address, target, options(data_folder)), {
    message: `${target} is a folder: name a file.`,
  })
})

test('one backup is written at a time, and of a database that has something', async (t) => {
  const { database, data_folder } = source
  const path = join(await folder(t), 'backup')
  await database.connectAs('owner', async (db) => {
    await db.query("select pg_advisory_lock(hashtext('rapport backup'))")
    const second = writeBackup(database.address, path, options(data_folder))
    await assert.rejects(second, { message: /^Another backup of this database is being written/ })
  })
  const empty = await emptyDatabase(t)
  await prepareDatabase(empty, [])
  await assert.rejects(writeBackup(empty, path, options(data_folder)), { message: /^This database is empty/ })
})

test('every table is in a backup, but for those that are known not to be', async (t) => {
  const database = await testDatabase(t)
  const listed = new Set((await database.connectAs('owner', listTables)).map(({ name }) => name))
  const all = await database.query<{ name: string }>(`
    select nspname || '.' || relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`)
  assert.deepEqual(all.map(({ name }) => name).filter((name) => !listed.has(name)), [
    'graphile_worker.migrations', 'public.event_epoch', 'public.event_epoch_life', 'public.migration', 'public.presence_connection', 'public.presence_process',
    'public.search_pending',
  ])
})

test('no value goes into a backup that means something in this database only', async (t) => {
  const database = await testDatabase(t)
  const found = await database.query<{ name: string; column: string }>(`
    select attrelid::regclass::text as name, attname as column from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind in ('r', 'p') and attnum > 0 and relname not in ('event_epoch', 'migrations')
      and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
      and atttypid::regtype::text ~ '^(xid8?|pg_snapshot|txid_snapshot|pg_lsn|oid|reg.*|cid|tid)$'
    order by 1`)
  assert.deepEqual(found, [{ name: 'event', column: 'xid' }, { name: 'notification_cursor', column: 'seen_xid' }])
  for (const { name, column } of found) assert.ok(replaced[`public.${name}`]![column])
})

interface Furnished {
  database: TestDatabase
  data_folder: string
  acme: Organization
  /** An import that no worker has taken up yet. */
  queued: { id: string }
  /** Of the event log. */
  cursor: string
}

async function furnish(t: Scope): Promise<Furnished> {
  const app = await testApp(t)
  const { database } = app
  const [acme, other] = [await organization(app), await organization(app)]
  await newPerson(app, acme.organization_id)
  await newMember(app, acme.organization_id, 'guest')
  for (const { post, organization_id } of [acme, other]) {
    const ada = { name: 'Ünï ☃ 𝄞 \u202eRTL', emails: [{ address: 'ada@example.com' }], company: { name: 'Analytical Engines' } }
    await post('/contacts', { ...ada, tags: ['tab\there'] })
    await database.query(`
      insert into contact (org_id, name, title, phones, fields, last_interaction_at) values
        ($1, E'tab\\there', E'line\\nbreak\\r\\n', '[{"number":"+1"}]', $2, '-infinity'),
        ($1, E'\\\\N', E'\\\\.', '[]', '{}', null),
        ($1, E'back\\\\slash \\u0001\\u007f', '', '[]', '{"a":null}', '2026-01-02 03:04:05.678901+02')`,
    [organization_id, JSON.stringify({ text: 'a\tb\nc\\d"e', list: [1, [2.5e300]], deep: { Ünï: true } })])
    // Wider than a member of the archive.
    await database.query(`
      insert into contact (org_id, name, fields) select $1, 'Wide', jsonb_build_object('text', repeat('Wörter ', 1000000))`,
    [organization_id])
  }
  await database.query(`
    insert into operation (org_id, kind, status, input, error, result, checkpoint, rate, created_by)
    values ($1, 'tests.x', 'failed', '{}', '{"code":"x"}', '{}', '[1,2]', 0.1, '{}') returning id`, [acme.organization_id])
  await database.query(`
    insert into import_rejection (org_id, operation_id, position, reason, excerpt)
    select org_id, id, 1, 'because', E'a,b\\n' from operation`)
  const busy = await testApp(t, { database, worker: true, env: { RAPPORT_DATA: app.data_folder } })
  const mails = mbox(mail({ to: 'ada@example.com, olive@example.org' }), mail({ subject: 'Zweitens' }))
  const imported = await callerOf(busy, acme.key).import(mails, { filename: 'a.mbox' })
  assert.equal(imported.status, 'succeeded')
  await busy.stop()

  const queued = await acme.upload(people(50))
  await database.query(`
    select graphile_worker.add_job('tests.keyed', '{"a":1}', 'a queue', now() + interval '1 hour', 7, 'key', -3, '{flag}')`)
  await database.query(`
    update graphile_worker._private_jobs
    set locked_at = now(), locked_by = 'somebody', attempts = 2, last_error = 'oh' where key is not null`)
  await database.query("update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'somebody'")
  await mkdir(join(app.data_folder, 'files/deep/er'), { recursive: true })
  await writeFile(join(app.data_folder, 'files/deep/er/large.bin'), randomBytes(9_000_000))
  await writeFile(join(app.data_folder, 'files/deep/er/empty'), '')
  const { cursor } = await allEvents(acme)
  return { database, data_folder: app.data_folder, acme, queued, cursor }
}

function people(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => [`Person ${at}`, `${unique('person')}@example.com`])
  return csv(['Name', 'Email'], ...rows)
}

/** Each row as text, by table, but for what a restore changes. */
async function contentOf(address: DatabaseAddress): Promise<Record<string, string[]>> {
  return withClient({ connectionString: address.direct_url }, async (db) => {
    await db.query("set timezone = 'UTC'")
    const content: Record<string, string[]> = {}
    const tables = await db.query<{ name: string; sql: string }>(`
      select nspname || '.' || relname as name, format('%I.%I', nspname, relname) as sql
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and relpersistence = 'p' and nspname in ('public', 'auth', 'graphile_worker') order by 1`)
    for (const { name, sql } of tables.rows) {
      if (['public.event_epoch', 'public.migration', 'graphile_worker.migrations'].includes(name)) continue
      const changed = [...Object.keys(replaced[name] ?? {}), 'is_available']
      const { rows } = await db.query<{ row: string }>(
        `select (to_jsonb(t) - $1::text[])::text as row from ${sql} t order by to_jsonb(t) - $1::text[]`, [changed])
      // Hashed, or a difference would print megabytes.
      content[name] = rows.map(({ row }) => (row.length < 1_000 ? row : sha256(row)))
    }
    return content
  })
}

async function filesIn(dataFolder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(dataFolder, 'files'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).toSorted()
  const sums = files.map(async (path) => [path.slice(dataFolder.length), sha256(await readFile(path))])
  return Object.fromEntries(await Promise.all(sums))
}

async function restore(address: DatabaseAddress, path: string, dataFolder: string, more: Partial<RestoreOptions> = {}) {
  await restoreBackup(address, await verifyBackup(path, more), { storage: createStorage({ data_folder: dataFolder }), ...more })
}

async function recreate({ url }: DatabaseAddress) {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  await withClient({ connectionString: server.href }, async (db) => {
    await db.query(`drop database ${name} with (force)`)
    await db.query(`create database ${name} template template0`)
  })
}

async function folder(t: Scope): Promise<string> {
  const path = await temporaryFolder('backup')
  onClose(t, () => rm(path, { recursive: true, force: true }))
  return path
}

function options(data_folder: string) {
  return { data_folder, version: '9.9.9' }
}

/** With a text of the same length: the headers of the archive stay right. */
function replaceText(tar: Buffer, text: string, by: string): Buffer {
  return Buffer.from(tar.toString('latin1').replaceAll(text, by), 'latin1')
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
