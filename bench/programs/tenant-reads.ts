// Run by tenancy.ts: 50 callers on 10 connections read a list of 20 rows, in this process without HTTP; through the
// tenancy and plainly by turns of a fifth of a second, so that what else the machine does hits both alike.

import pg from 'pg'
import { connectionOptions, openPool } from '#platform/db/connect'
import { prepare } from '#platform/db/kysely'
import { createTenancy } from '#platform/tenancy'
import { median } from '../samples.ts'
import { readInput } from './input.ts'

export interface TenantReadsOptions {
  /** As the role of the application, and as the owner of the tables, whom row-level security does not concern. */
  app: pg.ClientConfig
  owner: pg.ClientConfig
  org_id: string
  /** For both together. */
  seconds: number
}

/** Reads a second: the median turn. */
export interface TenantReadsFound {
  tenancy: number
  plain: number
}

const { app, owner, org_id, seconds } = readInput<TenantReadsOptions>()
const callers = 50
const max = 10
const turn = 0.2
const list = (org: string) => `
  select id, name, title, owner_id, updated_at from contact where org_id = ${org} and deleted_at is null order by sort_name, id limit 20`

const ways = { tenancy: throughTenancy(), plain: plainly() }
for (const read of Object.values(ways)) await measure(read, 0.5)
const rates = { tenancy: [] as number[], plain: [] as number[] }
for (let round = 0; round < seconds / turn / 2; round++) {
  for (const way of ['tenancy', 'plain'] as const) rates[way].push(await measure(ways[way], turn))
}
const found: TenantReadsFound = { tenancy: median(rates.tenancy), plain: median(rates.plain) }
console.log(JSON.stringify(found))
process.exit(0)

function throughTenancy(): () => Promise<unknown> {
  // The parsers of the program, as its pools have them.
  const { types } = connectionOptions('postgres://localhost')
  const pool = openPool({ ...app, types }, { max, pipeline: true, name: 'bench' })
  const tenancy = createTenancy({ app: pool, bulk: pool, replica: pool }, { prepared: true })
  const find = prepare<[], unknown>('bench.list', list('(select current_org())'))
  return () => find(tenancy.tenant(org_id))
}

function plainly(): () => Promise<unknown> {
  const pool = new pg.Pool({ ...owner, max })
  const text = list(`'${org_id}'`)
  return () => pool.query({ name: 'bench.list', text })
}

async function measure(read: () => Promise<unknown>, seconds: number): Promise<number> {
  const begun = performance.now()
  const until = begun + seconds * 1_000
  let count = 0
  const caller = async () => {
    for (; performance.now() < until; count++) await read()
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return count / ((performance.now() - begun) / 1_000)
}
