// Run by tenancy.ts: 50 callers on 10 connections read a list of 20 rows, in this process without HTTP.

import pg from 'pg'
import { connectionOptions, openPool } from '#platform/db/connect'
import { prepare } from '#platform/db/kysely'
import { createTenancy } from '#platform/tenancy'
import { readInput } from './input.ts'

export interface TenantReadsOptions {
  /** `tenancy` connects as the role of the application, `plain` as the owner of the tables. */
  way: 'tenancy' | 'plain'
  connection: pg.ClientConfig
  org_id: string
  seconds: number
}

const { way, connection, org_id, seconds } = readInput<TenantReadsOptions>()
const callers = 50
const connections = 10
const list = (org: string) => `
  select id, name, title, owner_id, updated_at from contact where org_id = ${org} order by sort_name, id limit $1`

const read = way === 'tenancy' ? throughTenancy() : plainly()
await repeat(0.5)
const reads = await repeat(seconds)
console.log(JSON.stringify({ per_second: reads / seconds }))
process.exit(0)

function throughTenancy(): () => Promise<unknown> {
  // The parsers of the program, as its pools have them.
  const { types } = connectionOptions('postgres://localhost')
  const pool = openPool({ ...connection, types }, { max: connections, pipeline: true, name: 'bench' })
  const tenancy = createTenancy({ app: pool, bulk: pool, replica: pool }, { prepared: true })
  const find = prepare<[number], unknown>('bench.list', list('(select current_org())'))
  return () => find(tenancy.tenant(org_id), 20)
}

function plainly(): () => Promise<unknown> {
  const pool = new pg.Pool({ ...connection, max: connections })
  const text = list(`'${org_id}'`)
  return () => pool.query({ name: 'bench.list', text, values: [20] })
}

async function repeat(seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000
  let count = 0
  const caller = async () => {
    for (; performance.now() < until; count++) await read()
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return count
}
