// Makes the standard data set in an empty data folder: the server makes the schema, one SQL procedure each organization.

import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { createOrganization } from '#modules/accounts'
import { contactJobs } from '#modules/contacts'
import { readConfig } from '#platform/config'
import { addressOf, openDatabase } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { createStorage } from '#platform/storage'
import { startServer, withRole } from '../server.ts'

export interface Organization {
  id: string
  /** An admin's api key. */
  key: string
}

const seed = 20_261

/** Fills the folder, and leaves nothing running. `scale` 1 is the standard data set. */
export async function generate(folder: string, scale: number): Promise<{ large: Organization; small: Organization[] }> {
  const server = await startServer(folder, { RAPPORT_ROLES: 'web' })
  try {
    const organizations = await makeOrganizations(folder)
    await withRole(server, 'superuser', async (db) => {
      // Foreign keys hold by construction; checking them row by row would take most of the time. No trigger runs either.
      await db.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'")
      await db.query(await readFile(new URL('generate.sql', import.meta.url), 'utf8'))
      const indexes = await dropIndexes(db)
      for (const [index, organization] of organizations.entries()) {
        const share = index === 0 ? scale : scale / 100
        await fill(db, organization, { seed: seed + index, share })
      }
      const [ofSearch, others] = [indexes.filter(isOfSearch), indexes.filter((index) => !isOfSearch(index))]
      for (const index of others) await db.query(index)
      await db.query('call pg_temp.make_search_entries()')
      for (const index of ofSearch) await db.query(index)
      await db.query('vacuum analyze')
    })
    await findDuplicates(folder, organizations)
    await withRole(server, 'superuser', dropLog)
    const [large, ...small] = organizations
    return { large: large!, small }
  } finally {
    await server.stop()
  }
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

async function fill(db: pg.Client, { id }: Organization, { seed, share }: { seed: number; share: number }) {
  const count = (whole: number) => Math.max(Math.round(whole * share), 10)
  const members = await makeMembers(db, id, seed)
  await db.query('call pg_temp.make_organization($1, $2, $3, $4, $5)', [id, seed, count(200_000), count(1_000_000), members])
  await db.query('call pg_temp.make_events($1, $2, $3)', [id, seed, count(500_000)])
}

async function makeMembers(db: pg.Client, orgId: string, seed: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with made as (
      insert into "user" (name, email) select 'Member ' || n, 'member' || n || '.' || $2 || '@ours.example.org'
      from generate_series(0, 9) as n returning id
    )
    insert into member (org_id, user_id, role) select $1, id, 'member' from made returning user_id as id`,
    [orgId, String(seed)],
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

/** PostgreSQL keeps gigabytes of write-ahead log for the next ones; every scenario would copy them. */
async function dropLog(db: pg.Client) {
  await db.query("alter system set max_wal_size = '64MB'")
  await db.query('select pg_reload_conf(), pg_sleep(0.5)')
  for (let n = 0; n < 2; n++) await db.query('checkpoint')
  await db.query('alter system reset max_wal_size')
}
