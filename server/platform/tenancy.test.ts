import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createOrganization } from '#modules/accounts'
import { prepare, type Db, type Tx } from '#platform/db/kysely'
import { createTenancy, type Tenancy } from '#platform/tenancy'
import { testDatabase } from '#test/database'
import { unique, until } from '#test/factories'
import { file } from '#test/scope'

const database = await testDatabase(file)
const { tenant, transact, transactBulk } = database

test('a query that forgets its where sees the rows of its own organization only', async () => {
  const [mine, theirs] = [await withContact('Mine'), await withContact('Theirs')]
  for (const [org, name] of [
    [mine, 'Mine'],
    [theirs, 'Theirs'],
  ] as const) {
    assert.deepEqual(await names(tenant(org)), [name])
    assert.deepEqual(await transact({ org_id: org }, names), [name])
    assert.deepEqual(await transactBulk({ org_id: org }, names), [name])
  }
})

test('where no organization is named there are no rows, and none can be added', async () => {
  const org = await withContact('Hidden')
  await database.connectAs('app', async (app) => {
    assert.equal((await app.query('select from contact')).rowCount, 0)
    assert.equal((await app.query("update contact set name = 'Taken'")).rowCount, 0)
    assert.equal((await app.query('delete from contact')).rowCount, 0)
    await assert.rejects(app.query("insert into contact (org_id, name) values ($1, 'Planted')", [org]), {
      code: '42501',
    })
    await app.query("set rapport.org_id = ''")
    assert.equal((await app.query('select from contact')).rowCount, 0)
  })
  assert.deepEqual(await names(tenant(org)), ['Hidden'])
})

test('rows cannot be written for another organization, nor moved to one', async () => {
  const [mine, theirs] = [await withContact('Mine'), await withContact('Theirs')]
  const refused = { code: '42501', message: /row-level security/ }
  await assert.rejects(
    transact({ org_id: mine }, (tx) => insertContact(tx, theirs, 'Planted')),
    refused,
  )
  await assert.rejects(
    transact({ org_id: mine }, (tx) => sql`update contact set org_id = ${theirs}`.execute(tx)),
    refused,
  )
  const touched = await transact({ org_id: mine }, (tx) =>
    sql`update contact set name = 'Taken' where org_id = ${theirs}`.execute(tx),
  )
  assert.equal(touched.numAffectedRows, 0n)
  assert.deepEqual(await names(tenant(theirs)), ['Theirs'])
})

test('a row cannot refer to one of another organization', async () => {
  const [mine, theirs] = [await withContact('Mine'), await withContact('Theirs')]
  const company = await transact({ org_id: theirs }, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into company (org_id, name) values (${theirs}, 'Their company') returning id`.execute(tx)
    return rows[0]!.id
  })
  await assert.rejects(
    transact({ org_id: mine }, (tx) => sql`update contact set company_id = ${company}`.execute(tx)),
    { code: '23503' },
  )
})

test('an id that is none never reaches the database', async () => {
  const evil = "x'; reset role; --"
  assert.throws(() => tenant(evil), /Not an organization id/)
  await assert.rejects(transact({ org_id: evil }, names), /Not an organization id/)
})

test('a read cannot write', async () => {
  const org = await withContact('Kept')
  await assert.rejects(sql`update contact set name = 'Changed'`.execute(tenant(org)), { code: '25006' })
  await assert.rejects(sql`delete from contact`.execute(tenant(org)), { code: '25006' })
  assert.deepEqual(await names(tenant(org)), ['Kept'])
})

test('what a transaction throws rolls it back', async () => {
  const org = await newOrganization()
  for (const run of [transact, transactBulk]) {
    await assert.rejects(
      run({ org_id: org }, async (tx: Tx) => {
        await insertContact(tx, org, 'Half')
        throw new Error('Changed my mind.')
      }),
      { message: 'Changed my mind.' },
    )
  }
  assert.deepEqual(await names(tenant(org)), [])
})

test('a transaction whose statement failed stores nothing, even when its code went on', async () => {
  const org = await newOrganization()
  await assert.rejects(
    transact({ org_id: org }, async (tx) => {
      await insertContact(tx, org, 'First')
      await sql`select 1/0`.execute(tx).catch(() => {})
      return 'done'
    }),
    { message: 'Nothing was stored: a statement of this transaction had failed.' },
  )
  assert.deepEqual(await names(tenant(org)), [])
  await transact({ org_id: org }, (tx) => insertContact(tx, org, 'Second'))
  assert.deepEqual(await names(tenant(org)), ['Second'])
})

test('of queries that are under way at once the one that failed is why, also when another was heard of first', async () => {
  const org = await newOrganization()
  const both = transact({ org_id: org }, (tx) => {
    const [failing, other] = [sql`select 1/0`.execute(tx), sql`select 1`.execute(tx)]
    return Promise.all([failing.catch((error) => other.catch(() => Promise.reject(error))), other])
  })
  await assert.rejects(both, { code: '22012' })
})

test('a constraint that is checked at the commit rejects the transaction', async () => {
  const org = await newOrganization()
  await database.query(`create table checked (id int primary key);
    create table checking (id int references checked deferrable initially deferred);
    grant insert on checking to rapport_app`)
  await assert.rejects(
    transact({ org_id: org }, (tx) => sql`insert into checking values (1)`.execute(tx)),
    { code: '23503' },
  )
  assert.deepEqual(await names(tenant(org)), [])
})

test('the organization of a transaction is gone from the connection when it ends, however it ends', async (t) => {
  const single = await testDatabase(t)
  single.pools.app.options.max = 1
  const org = '01a00000-0000-7000-8000-000000000001'
  const setting = async () =>
    (await single.pools.app.query("select current_setting('rapport.org_id', true) as org")).rows[0].org
  await single.transact({ org_id: org }, (tx) => sql`select 1`.execute(tx))
  assert.ok(!(await setting()))
  await single.transact({ org_id: org }, (tx) => sql`select 1/0`.execute(tx)).catch(() => {})
  assert.ok(!(await setting()))
  await sql`select 1`.execute(single.tenant(org))
  assert.ok(!(await setting()))
  await sql`select 1/0`.execute(single.tenant(org)).catch(() => {})
  assert.ok(!(await setting()))
  assert.equal(single.pools.app.totalCount, 1)
})

test('a read that fails leaves its organization behind neither, whatever it fails at', async (t) => {
  const single = await testDatabase(t)
  single.pools.app.options.max = 1
  const mine = '01a00000-0000-7000-8000-000000000001'
  const circular: { self?: object } = {}
  circular.self = circular
  const late = prepare<[], { n: number }>('tests.late', 'select n from late')
  for (const run of [
    () => late(single.tenant(mine)),
    () => sql`select ${circular}::text`.execute(single.tenant(mine)),
    () => sql`select pg_terminate_backend(pg_backend_pid())`.execute(single.tenant(mine)),
    () => sql`select 1; select 2`.execute(single.tenant(mine)),
  ]) {
    await assert.rejects(async () => run())
    const { rows } = await single.pools.app.query(`
      select current_setting('rapport.org_id', true) as org, current_setting('transaction_read_only') as read_only`)
    assert.deepEqual([rows[0].org || null, rows[0].read_only], [null, 'off'])
  }
  // A name whose statement was refused is free again.
  await single.query('create table late as select 1 as n; grant select on late to rapport_app')
  assert.deepEqual(await late(single.tenant(mine)), [{ n: 1 }])
  assert.deepEqual(await late(single.tenant(mine)), [{ n: 1 }])
})

test('without prepared statements reads are as separate', async () => {
  const unprepared = createTenancy(database.pools, { prepared: false })
  const [mine, theirs] = [await withContact('Mine'), await withContact('Theirs')]
  const seen = await Promise.all(Array.from({ length: 40 }, (_, n) => names(unprepared.tenant(n % 2 ? mine : theirs))))
  assert.deepEqual(seen, Array.from({ length: 40 }, (_, n) => [n % 2 ? 'Mine' : 'Theirs']))
  await assert.rejects(sql`delete from contact`.execute(unprepared.tenant(mine)), { code: '25006' })
})

test('fifty readers and writers of two organizations never see each other’s rows', async () => {
  const orgs = [await withContact('A'), await withContact('B')]
  const expected = ['A', 'B']
  let wrong = 0
  const worker = async (n: number) => {
    const [org, name] = [orgs[n % 2]!, expected[n % 2]!]
    for (let round = 0; round < 20; round++) {
      const seen = round % 3 === 0 ? await transact({ org_id: org }, names) : await names(tenant(org))
      if (seen.join() !== name) wrong++
      if (round % 5 === 0) await sql`select 1/0`.execute(tenant(org)).catch(() => {})
    }
  }
  await Promise.all(Array.from({ length: 50 }, (_, n) => worker(n)))
  assert.equal(wrong, 0)
})

test('a killed connection rejects the call that used it, and no other', async () => {
  const org = await withContact('Kept')
  const killed = transact({ org_id: org }, async (tx) => {
    await insertContact(tx, org, 'Lost')
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await database.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    return names(tx)
  })
  await assert.rejects(killed, /terminat|connection error/)
  const reading = assert.rejects(sql`select pg_sleep(30)`.execute(tenant(org)), /terminat|connection error/)
  const kill =
    `select pg_terminate_backend(pid) from pg_stat_activity
    where query like '%pg_sleep(30)' and pid <> pg_backend_pid()`
  await until(async () => (await database.query(kill)).length > 0)
  await reading
  for (let n = 0; n < 20; n++) assert.deepEqual(await names(tenant(org)), ['Kept'])
})

test('a query that does not end is ended, and its connection works on', async () => {
  const org = await withContact('Kept')
  await assert.rejects(
    transact({ org_id: org }, async (tx) => {
      await sql`set local statement_timeout = '50ms'`.execute(tx)
      await sql`select pg_sleep(30)`.execute(tx)
    }),
    { code: '57014' },
  )
  assert.deepEqual(await names(tenant(org)), ['Kept'])
})

test('a query that nobody awaits is part of its transaction all the same', async () => {
  const org = await newOrganization()
  await transact({ org_id: org }, async (tx) => {
    void insertContact(tx, org, 'Unawaited')
  })
  assert.deepEqual(await names(tenant(org)), ['Unawaited'])
})

test('what goes on behind the end of its transaction never gets into another one', async (t) => {
  const single = await testDatabase(t)
  single.pools.app.options.max = 1
  const [mine, theirs] = [await newOrganization(single), await newOrganization(single)]
  const { promise: theirTurn, resolve: begin } = Promise.withResolvers<void>()
  const { promise: done, resolve: finish } = Promise.withResolvers<void>()
  let late: Promise<void> | undefined
  await assert.rejects(
    single.transact({ org_id: mine }, async (tx) => {
      late = theirTurn.then(() => sql`update contact set name = 'Written by another'`.execute(tx)).then(() => {})
      late.catch(() => {})
      await Promise.all([late, Promise.reject(new Error('The other half failed.'))])
    }),
    { message: 'The other half failed.' },
  )
  const theirWork = single.transact({ org_id: theirs }, async (tx) => {
    await insertContact(tx, theirs, 'Theirs')
    begin()
    await done
  })
  await assert.rejects(late!, /transaction has ended/).finally(finish)
  await theirWork
  assert.deepEqual(await names(single.tenant(theirs)), ['Theirs'])
})

async function newOrganization(within: Tenancy = database): Promise<string> {
  const made = await createOrganization(within, {
    organization: unique('Org'), name: 'Owner', email: `${unique('owner')}@example.org`,
  })
  return made.organization_id
}

async function withContact(name: string): Promise<string> {
  const org = await newOrganization()
  await transact({ org_id: org }, (tx) => insertContact(tx, org, name))
  return org
}

async function insertContact(tx: Tx, org: string, name: string) {
  await sql`insert into contact (org_id, name) values (${org}, ${name})`.execute(tx)
}

async function names(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from contact order by name`.execute(db)
  return rows.map(({ name }) => name)
}
