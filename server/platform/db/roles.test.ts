// What the database itself refuses, whatever the code forgets.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { migrationsFolder } from '#platform/db/migrate'
import { roles } from '#platform/db/roles'
import { testDatabase } from '#test/database'
import { file } from '#test/scope'

const database = await testDatabase(file)
const denied = { code: '42501' }

test('no role of ours is more than an ordinary one', async () => {
  const found = await database.query(
    `select rolname from pg_roles where rolname like 'rapport%'
      and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls or rolinherit)
    order by rolname`,
  )
  assert.deepEqual(
    found.map(({ rolname }) => rolname),
    Object.values(roles).toSorted(),
  )
})

test('application and system own nothing', async () => {
  const owned = await database.query(
    `select relname as name from pg_class where pg_get_userbyid(relowner) = any($1)
    union all select proname from pg_proc where pg_get_userbyid(proowner) = any($1)
    union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = any($1)`,
    [[roles.app, roles.system, roles.auth]],
  )
  assert.deepEqual(owned, [])
})

test('the application can become nobody else', async () => {
  await database.connectAs('app', async (app) => {
    for (const role of [roles.owner, roles.worker, roles.system, roles.auth, 'postgres']) {
      await assert.rejects(app.query(`set role ${role}`), denied, role)
      await assert.rejects(app.query(`set session authorization ${role}`), denied, role)
    }
    await assert.rejects(app.query('alter role rapport_app bypassrls'), denied)
  })
})

test('the application can create nothing outside its temporary tables', async () => {
  await database.connectAs('app', async (app) => {
    await assert.rejects(app.query('create table public.mine ()'), denied)
    await assert.rejects(app.query('create function public.mine() returns int language sql return 1'), denied)
    await assert.rejects(app.query('create schema mine'), denied)
    await assert.rejects(app.query('alter table contact disable row level security'), denied)
    await assert.rejects(app.query('drop policy tenant on contact'), denied)
    await assert.rejects(app.query('truncate contact'), denied)
    await app.query('create temporary table mine ()')
  })
})

test('the application can neither read nor change the queue, only add to it', async () => {
  await database.connectAs('app', async (app) => {
    for (const table of ['_private_jobs', '_private_tasks', '_private_job_queues']) {
      await assert.rejects(app.query(`select from graphile_worker.${table}`), denied, table)
      await assert.rejects(app.query(`delete from graphile_worker.${table}`), denied, table)
    }
    await assert.rejects(app.query("select graphile_worker.add_job('x', '{}'::json)"), denied)
    await assert.rejects(app.query('select graphile_worker.release_dead_workers()'), denied)
    await app.query("begin; select graphile_worker.enqueue('x', '{}'::json); rollback")
  })
})

test('across organizations each role sees no more than its work needs', async () => {
  await database.connectAs('app', async (app) => {
    await assert.rejects(app.query('select list_organizations()'), denied)
    await assert.rejects(app.query('select list_organization_plans()'), denied)
    await assert.rejects(app.query('select renew_event_epoch()'), denied)
    await assert.rejects(app.query('select from migration'), denied)
  })
  await database.connectAs('system', async (system) => {
    for (const table of ['contact', 'api_key', 'interaction', '"user"']) {
      await assert.rejects(system.query(`select from ${table}`), denied, table)
    }
    await assert.rejects(system.query("update operation set status = 'failed'"), denied)
    await assert.rejects(system.query('delete from event'), denied)
  })
  await database.connectAs('worker', async (worker) => {
    for (const table of ['contact', 'event', 'operation', 'organization']) {
      await assert.rejects(worker.query(`select from ${table}`), denied, table)
    }
  })
  await database.connectAs('auth', async (auth) => {
    for (const table of ['contact', 'event', 'api_key', 'interaction']) {
      await assert.rejects(auth.query(`select from ${table}`), denied, table)
    }
    await assert.rejects(auth.query("update member set role = 'owner'"), denied)
    await assert.rejects(auth.query("update organization set name = 'Mine'"), denied)
  })
})

test('passwords and sessions are out of reach for everybody but the role of signing in', async () => {
  for (const role of ['app', 'system', 'worker'] as const) {
    await database.connectAs(role, async (client) => {
      for (const table of ['account', 'session', 'verification', 'two_factor', 'passkey', 'device']) {
        await assert.rejects(client.query(`select from auth.${table}`), denied, `${role} ${table}`)
      }
    })
  }
})

test('every table with an org_id has row-level security, and a policy for the application by that column', async () => {
  const tables = await database.query<{ name: string; guarded: boolean; policy: string | null }>(`
    select relname as name, relrowsecurity as guarded,
      (select string_agg(qual, ' ') from pg_policies
        where schemaname = 'public' and tablename = relname and roles = '{rapport_app}' and cmd = 'ALL') as policy
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'org_id' and not attisdropped
    ) order by relname`)
  assert.ok(tables.length >= 10)
  for (const { name, guarded, policy } of tables) {
    assert.ok(guarded, `${name} has no row-level security`)
    assert.match(policy ?? 'no policy', /^\(org_id = \( SELECT current_org\(\) AS current_org\)\)$/, name)
  }
})

test('every other table is one that is known to have no tenant', async () => {
  const tables = await database.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'org_id' and not attisdropped
    ) order by relname`)
  assert.deepEqual(
    tables.map(({ name }) => name),
    ['event_epoch', 'event_epoch_life', 'migration', 'organization', 'presence_process', 'push_key', 'user'],
  )
})

test('every key, index and reference of a tenant table begins with org_id', async () => {
  const found = await database.query<{ index: string }>(`
    select indexrelid::regclass::text as index from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute where attrelid = indrelid and attname = 'org_id')
      and not exists (select from pg_attribute where attrelid = indrelid and attname = 'org_id' and attnum = indkey[0])
    order by 1`)
  // The key's hash is asked for before the organization is known; members also by person; events have one log;
  // idempotency keys and logs are swept by age; inboxes are looked through by time, and a session takes its browsers along; a process takes its connections along; changes are indexed in their order; words have their organization within.
  assert.deepEqual(found.map(({ index }) => index), [
    'api_key_hash_key', 'audit_entry_by_age', 'bulk_change_company_by_age', 'bulk_change_contact_by_age', 'bulk_change_task_by_age', 'contact_deleted_by_age', 'deleted_company_by_age', 'event_by_age', 'event_tail',
    'idempotency_key_by_age', 'inbox_due', 'interaction_deleted',
    'invitation_token_hash_key', 'member_user', 'message_urgent_next', 'message_words_words', 'notification_cause_read_by_age', 'notification_dispatch_age', 'notification_read_by_age', 'presence_by_age', 'presence_connection_process', 'push_subscription_session', 'reminder_due', 'scheduled_message_due', 'search_change_pkey', 'search_entry_words', 'search_word_similar', 'task_deleted_by_age', 'task_due_untold', 'webhook_delivery_by_age',
  ])
  const references = await database.query<{ name: string }>(`
    select conrelid::regclass || ' → ' || confrelid::regclass as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
      and exists (select from pg_attribute where attrelid = confrelid and attname = 'org_id')
      and not exists (
        select from pg_attribute a, pg_attribute b
        where a.attrelid = conrelid and a.attnum = conkey[1] and a.attname = 'org_id'
          and b.attrelid = confrelid and b.attnum = confkey[1] and b.attname = 'org_id')`)
  // A browser that is pushed to goes with the session of a person, which is in one organization after the other.
  assert.deepEqual(references, [{ name: 'push_subscription → auth.session' }])
})

test('a function that runs with its owner’s rights fixes its search path, and is not everybody’s', async () => {
  const found = await database.query<{ name: string }>(`
    select proname as name from pg_proc
    where prosecdef and pronamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
      and (proconfig is null or not proconfig::text like '%search_path=%, pg_temp%' or proacl is null or proacl::text ~ '[{,]=X')`)
  assert.deepEqual(found, [])
})

test('a temporary table cannot stand in for one of a function that runs with its owner’s rights', async () => {
  const planted = 'planted@example.org'
  await database.connectAs('app', async (app) => {
    await app.query(`create temporary table "user" (id uuid default new_id(), name text, email text unique);
      grant all on pg_temp."user" to public`)
    await app.query("select ensure_user('Planted', $1)", [planted])
    assert.equal((await app.query('select from pg_temp."user"')).rowCount, 0)
  })
  assert.equal((await database.query('select 1 from "user" where email = $1', [planted])).length, 1)
})

test('what a connection may take is limited', async () => {
  await database.connectAs('app', async (app) => {
    const { rows } = await app.query(`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle, current_setting('timezone') as timezone`)
    assert.deepEqual(rows, [{ statement: '30s', lock: '10s', idle: '1min', timezone: 'UTC' }])
  })
})

test('ids are UUIDv7, and increase', async () => {
  const [{ version }] = (await database.query<{ version: number }>("select current_setting('server_version_num')::int as version")) as [{ version: number }]
  const rows = await database.query<{ id: string }>('select new_id()::text as id from generate_series(1, 500)')
  const ids = rows.map(({ id }) => id)
  for (const id of ids) assertVersion7(id)
  if (version >= 180_000) assert.deepEqual(ids, ids.toSorted())
})

test('before PostgreSQL 18 ids are UUIDv7 too, ordered by the millisecond', async () => {
  const sql = await readFile(new URL('0001_accounts.sql', migrationsFolder), 'utf8')
  const definition = /else\s+create function new_id\(\)([^;]+);/.exec(sql)![1]!
  await database.query(`create function old_id() ${definition}`)
  const now = 'floor(extract(epoch from clock_timestamp()) * 1000)::float8'
  const rows = await database.query<{ before: number; id: string; after: number }>(
    `select ${now} as before, old_id()::text as id, ${now} as after from generate_series(1, 500)`,
  )
  for (const { before, id, after } of rows) {
    assertVersion7(id)
    const stamp = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    assert.ok(before - 1 <= stamp && stamp <= after + 1, `${id} says ${stamp}, the clock ${before} to ${after}`)
  }
  assert.equal(new Set(rows.map(({ id }) => id)).size, 500)
})

function assertVersion7(id: string) {
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
}
