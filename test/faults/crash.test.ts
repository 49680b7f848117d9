// PostgreSQL dies at the moment in which it has forgotten of transactions what readers had seen already. Its background processes are held, so
// that nothing of what did not wait for the disk gets there, and then all of it is killed.

import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createOrganization } from '#modules/accounts'
import { readConfig } from '#platform/config'
import { addressOf, prepareDatabase, type DatabaseAddress } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'
import { listEvents, publish, renewEpoch, tailEvents } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { openTestDatabase, type TestDatabase } from '../database.ts'
import { unique, until } from '../factories.ts'
import { onClose } from '../scope.ts'
import { temporaryFolder } from '../server.ts'

test('after a crash that gave ids of transactions again, a reader begins afresh, and misses nothing', async (t) => {
  const folder = await temporaryFolder('crash')
  onClose(t, () => rm(folder, { recursive: true, force: true }))
  const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), (await startEmbedded(folder)).url)
  await prepareDatabase(address)
  const before = openTestDatabase(t, address)
  await renewEpoch(before.system)
  const { organization_id } = await createOrganization(before, { organization: unique('Org'), name: 'Owner', email: 'owner@example.org' })
  const actor: Actor = { org_id: organization_id, kind: 'system', id: 'tester', role: 'owner' }

  const processes = await holdBackground(before)
  // A shutdown, or a reader who has seen none of them, would be in no danger.
  const forgotten = new Set<string>()
  for (let n = 0; n < 20; n++) forgotten.add(await rollBack(before, actor))
  const { next_cursor: cursor } = await listEvents(before.tenant(actor.org_id), { limit: 1, after: 'now' })
  for (const pid of processes) process.kill(pid, 'SIGKILL')
  await until(async () => processes.every((pid) => !isThere(pid)))

  const restarted = await startEmbedded(folder)
  onClose(t, () => restarted.stop())
  const after = openTestDatabase(t, sameDatabase(address, restarted.url))
  const db = after.tenant(actor.org_id)
  const tailed = await tailEvents(after.system, { after: cursor, limit: 1 })
  await renewEpoch(after.system)
  const told = await after.transact(actor, (tx) => tell(tx, actor))
  assert.ok(forgotten.has(told), 'Its id was that of another transaction before.')
  for (let n = 0; n < forgotten.size; n++) await after.transact(actor, (tx) => tell(tx, actor))
  const page = await listEvents(db, { limit: 100, after: cursor })
  assert.deepEqual([tailed.reset, page.reset, page.data], [true, true, []])

  const { rows: [epoch] } = await sql<{ id: string }>`select id from event_epoch`.execute(after.system)
  await renewEpoch(after.system)
  assert.deepEqual((await sql`select id from event_epoch`.execute(after.system)).rows, [epoch], 'once for each crash')
})

/** Stops what writes to the disk by itself; all that are to be killed for PostgreSQL to be dead. */
async function holdBackground(database: TestDatabase): Promise<number[]> {
  const rows = await database.query<{ pid: number; held: boolean }>(`
    select pid, backend_type in ('walwriter', 'background writer', 'checkpointer', 'autovacuum launcher') as held from pg_stat_activity`)
  const [{ postmaster }] = (await database.query<{ postmaster: number }>(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster`)) as [{ postmaster: number }]
  for (const { pid } of rows.filter(({ held }) => held)) process.kill(pid, 'SIGSTOP')
  // Connections end by themselves, those that come later as well.
  return [postmaster, ...rows.filter(({ held }) => held).map(({ pid }) => pid)]
}

/** A change that somebody thought better of; the id of its transaction. */
async function rollBack(database: TestDatabase, actor: Actor): Promise<string> {
  let id = ''
  const failed = database.transact(actor, async (tx) => {
    id = await tell(tx, actor)
    throw new Error('Changed my mind.')
  })
  await assert.rejects(failed)
  return id
}

async function tell(tx: Tx, actor: Actor): Promise<string> {
  await publish(tx, actor, { type: 'thing.said', subject: 'thing:1', data: {} })
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx)
  return rows[0]!.id
}

function sameDatabase(address: DatabaseAddress, url: string): DatabaseAddress {
  return { ...address, url, direct_url: url }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
