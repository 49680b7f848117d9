// A baseline, run by contact-list.ts: bare Fastify and pg. No authentication, no tenancy, no validation; route /n runs
// the n-th list of statements and sends on what the last one found, as the program does.

import fastify from 'fastify'
import pg from 'pg'
import type { Recorded } from '../recording.ts'
import { readInput } from './input.ts'

export interface BareServerOptions {
  port: number
  connection: pg.ClientConfig
  calls: Recorded[][]
}

const { port, connection, calls } = readInput<BareServerOptions>()
const pool = new pg.Pool({ ...connection, max: 20 })
const app = fastify()
for (const [index, queries] of calls.entries()) {
  app.get(`/${index}`, async (_request, reply) => {
    let page = '[]'
    for (const { sql, values, name } of queries) {
      const { rows } = await pool.query({ text: sql, values, name })
      page = rows[0]?.data ?? page
    }
    return reply.type('application/json').send(`{"data":${page},"next_cursor":null}`)
  })
}
process.on('SIGTERM', () => process.exit(0))
console.log(await app.listen({ port }))
