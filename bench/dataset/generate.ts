// Makes the standard data set in an empty data folder: the server makes the schema, one SQL procedure each organization.

import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { createOrganization } from '#modules/accounts'
import { contactJobs } from '#modules/contacts'
import { readConfig } from '#platform/config'
import { addressOf, openDatabase } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { createStorage } from '#platform/storage'
import { startServer, withRole, type Server } from '../server.ts'
import { checkDataset } from './check.ts'

export interface Organization {
  id: string
  /** An admin's api key. */
  key: string
}

const seed = 20_261

/** Of one that is made, beside it. */
interface Made extends Organization {
  seed: number
  /** Of the standard data set. */
  share: number
  /** Its owner first. */
  members: string[]
}

/** What the procedures are in that make an organization. */
export const procedures = ['generate.sql', 'rooms.sql', 'tasks.sql', 'notifications.sql']

/** Fills the folder, and leaves nothing running. `scale` 1 is the standard data set. */
export async function generate(folder: string, scale: number): Promise<{ large: Organization; small: Organization[] }> {
  const server = await startServer(folder, { RAPPORT_ROLES: 'web' })
  try {
    const organizations = await makeOrganizations(folder)
    await withProcedures(server, async (db) => {
      const indexes = await dropIndexes(db)
      const made: Made[] = []
      for (const [index, organization] of organizations.entries()) {
        const members = await makeMembers(db, organization.id, { seed: seed + index, count: index === 0 ? 40 : 10 })
        made.push({ ...organization, seed: seed + index, share: index === 0 ? scale : scale / 100, members })
      }
      // What is said in rooms knows nothing of what is on timelines: one core each.
      await Promise.all([fillTimelines(db, made), withProcedures(server, (other) => fillRooms(other, made))])
      const [ofSearch, others] = [indexes.filter(isOfSearch), indexes.filter((index) => !isOfSearch(index))]
      for (const index of others) await db.query(index)
      await db.query('call pg_temp.make_search_entries()')
      for (const index of ofSearch) await db.query(index)
      await db.query('vacuum analyze')
    })
    await findDuplicates(folder, organizations)
    await withRole(server, 'superuser', async (db) => {
      await passLog(db)
      await checkDataset(server, db, organizations[0]!)
      await dropLog(db)
    })
    const [large, ...small] = organizations
    return { large: large!, small }
  } finally {
    await server.stop()
  }
}

/** A connection on which the procedures are. Foreign keys hold by construction, and checking them row by row would take most of the time: no trigger runs. */
function withProcedures(server: Server, work: (db: pg.Client) => Promise<void>): Promise<void> {
  return withRole(server, 'superuser', async (db) => {
    await db.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'")
    for (const file of procedures) await db.query(await readFile(new URL(file, import.meta.url), 'utf8'))
    await work(db)
  })
}

/** By the program's own way: with their owners and keys. */
async function makeOrganizations(folder: string): Promise<Organization[]> {
  const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), await findEmbedded(folder))
  const database = openDatabase(address)
  try {
    const organizations: Organization[] = []
    for (let n = 0; n <= 20; n++) {
      const organization = n === 0 ? 'Large' : `Small ${n}`
      const made = await createOrganization(database, { organization, name: 'Owner', email: `owner${n}@ours.example.org` })
      organizations.push({ id: made.organization_id, key: made.key })
    }
    return organizations
  } finally {
    await database.close()
  }
}

/** By the program's own job, as it would have been done long ago. */
async function findDuplicates(folder: string, organizations: Organization[]) {
  const config = readConfig({ RAPPORT_DATA: folder })
  const database = openDatabase(await addressOf(config, await findEmbedded(folder)))
  try {
    const find = contactJobs(database, createStorage(config))['contacts.find_duplicates']!
    const signal = new AbortController().signal
    for (const { id } of organizations) await find({ org_id: id } as never, { signal, attempt: 1 })
  } finally {
    await database.close()
  }
}

function countOf(whole: number, { share }: Made): number {
  return Math.max(Math.round(whole * share), 10)
}

async function fillTimelines(db: pg.Client, organizations: Made[]) {
  for (const made of organizations) {
    const { id, seed, members } = made
    // Ten of them have to do with contacts.
    const counts = [countOf(200_000, made), countOf(1_000_000, made)]
    await db.query('call pg_temp.make_organization($1, $2, $3, $4, $5)', [id, seed, ...counts, members.slice(1, 11)])
    await db.query('call pg_temp.make_events($1, $2, $3)', [id, seed, countOf(500_000, made)])
  }
}

async function fillRooms(db: pg.Client, organizations: Made[]) {
  for (const made of organizations) {
    const { id, seed, members } = made
    const { rows } = await db.query<{ id: string }>('select id from api_key where org_id = $1', [id])
    const counts = [countOf(200, made), countOf(1_000_000, made)]
    await db.query('call pg_temp.make_rooms($1, $2, $3, $4, $5, $6)', [id, seed, ...counts, members, rows[0]!.id])
    await db.query('call pg_temp.make_tasks($1, $2, $3, $4, $5)', [id, seed, countOf(20_000, made), countOf(200_000, made), members])
    await db.query('call pg_temp.make_notifications($1, $2)', [id, seed])
  }
}

/** Beside its owner. All of them, the owner first. */
async function makeMembers(db: pg.Client, orgId: string, { seed, count }: { seed: number; count: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with made as (
      insert into "user" (name, email) select 'Member ' || n, 'member' || n || '.' || $2 || '@ours.example.org'
      from generate_series(0, $3 - 1) as n returning id
    ), added as (
      insert into member (org_id, user_id, role) select $1, id, 'member' from made
    )
    select user_id as id from member where org_id = $1 union all select id from made`,
    [orgId, String(seed), count],
  )
  return rows.map((row) => row.id)
}

/** Those that no constraint needs: made at the end, in one go each. Returns how. */
async function dropIndexes(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and not exists (select from pg_constraint where conindid = indexname::regclass)`)
  await db.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
  return rows.map(({ definition }) => definition)
}

/** Of what is made last, with the help of the other indexes. */
function isOfSearch(index: string): boolean {
  return / ON public\.search_/.test(index)
}

/** Whoever follows the log for inboxes has come to its end. */
async function passLog(db: pg.Client) {
  await db.query(`
    update notification_cursor set cursor = event_epoch.id || '~' || pg_current_snapshot() || '~~0', seen_xid = pg_snapshot_xmin(pg_current_snapshot()),
      collected_at = now()
    from event_epoch`)
}

/** PostgreSQL keeps gigabytes of write-ahead log for the next ones; every scenario would copy them. */
async function dropLog(db: pg.Client) {
  await db.query("alter system set max_wal_size = '64MB'")
  await db.query('select pg_reload_conf(), pg_sleep(0.5)')
  for (let n = 0; n < 2; n++) await db.query('checkpoint')
  await db.query('alter system reset max_wal_size')
}
