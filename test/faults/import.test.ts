// An import of 50,000 rows, and everything that can die in the middle of it. The rows are counted in the end: each once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectionOptions, withClient } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { finished, until } from '../factories.ts'
import { dataFolder, newClient, postmasterPid, startRapport, type Client } from '../rapport.ts'

const rows = 50_000

test('after kill -9 of the server in the middle of an import the next start finishes it', async (t) => {
  const { folder, server, client, operation } = await inTheMiddle(t)
  server.signal('SIGKILL')
  assert.equal(await server.exited, 'SIGKILL')
  await finishedExactly(t, folder, client, operation)
})

test('after kill -9 of PostgreSQL the server ends with a clear line, and the next start finishes the import', async (t) => {
  const { folder, server, client, operation } = await inTheMiddle(t)
  process.kill(await postmasterPid(folder), 'SIGKILL')
  assert.equal(await server.exited, 1)
  assert.match(server.output(), /The embedded database is gone\. Start Rapport again: it recovers by itself\./)
  await finishedExactly(t, folder, client, operation)
})

test('after kill -9 of both the next start finishes the import', async (t) => {
  const { folder, server, client, operation } = await inTheMiddle(t)
  const pid = await postmasterPid(folder)
  server.signal('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await server.exited
  await finishedExactly(t, folder, client, operation)
})

test('SIGTERM in the middle of an import and of requests answers every request, and the next start finishes the import', async (t) => {
  const { folder, server, url, client, operation } = await inTheMiddle(t)
  let stopping = false
  const answers: number[] = []
  const lost: unknown[] = []
  const ask = async () => {
    while (!stopping) {
      const begun = server.output().includes('Stopping')
      await fetch(`${url}/api/v1/contacts?limit=100`, { headers: { authorization: `Bearer ${client.key}` } }).then(
        async (response) => {
          await response.json()
          answers.push(response.status)
        },
        (error) => {
          stopping = true
          // Refused is what a load balancer understands; cut off in the middle is a lost request.
          if (error.cause?.code !== 'ECONNREFUSED' && !begun) lost.push(error.cause ?? error)
        },
      )
    }
  }
  const askers = Array.from({ length: 8 }, ask)
  await until(async () => answers.length > 20)
  server.signal('SIGTERM')
  await Promise.all(askers)
  assert.equal(await server.exited, 0)
  assert.deepEqual(lost, [])
  assert.deepEqual(answers.filter((status) => status !== 200 && status !== 503), [])
  await assert.rejects(postmasterPid(folder), { code: 'ENOENT' })
  await finishedExactly(t, folder, client, operation)
})

/** A running server that has stored some of the rows, and not all. */
async function inTheMiddle(t: Parameters<typeof startRapport>[0]) {
  const folder = await dataFolder(t)
  const server = startRapport(t, folder)
  const url = await server.url()
  const client = await newClient(url, folder)
  const lines = Array.from({ length: rows }, (_, n) => `Person ${n},p${n}@fault.example,Company ${n % 100},tag ${n % 10}`)
  const operation = await client.upload(['Name,Email,Company,Tags', ...lines].join('\n'))
  const { done } = await until(async () => {
    const now = await client.get(`/operations/${operation.id}`)
    return now.done >= 4_000 && now
  })
  assert.ok(done < rows, 'the import was over before it could be interrupted')
  return { folder, server, url, client, operation }
}

async function finishedExactly(t: Parameters<typeof startRapport>[0], folder: string, client: Client, operation: { id: string }) {
  const server = startRapport(t, folder)
  const ended = await finished(client.at(await server.url()), operation.id)
  assert.deepEqual([ended.status, ended.done, ended.total, ended.failed], ['succeeded', rows, rows, 0])
  assert.deepEqual(ended.result, { total: rows, created: rows, updated: 0, unchanged: 0, rejected: 0, repeated: 0 })
  const counts = await withClient(connectionOptions((await findEmbedded(folder))!), async (db) => {
    const { rows } = await db.query(`
      select (select count(*) from contact)::int as contacts, (select count(distinct address) from contact_email)::int as addresses,
        (select count(*) from contact_tag)::int as tagged, (select count(*) from company)::int as companies,
        (select sum((data->>'created')::int) from event where type = 'contacts.imported')::int as told`)
    return rows[0]
  })
  assert.deepEqual(counts, { contacts: rows, addresses: rows, tagged: rows, companies: 100, told: rows })
  server.signal('SIGTERM')
  assert.equal(await server.exited, 0)
}
