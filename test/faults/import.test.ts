// An import of 15,000 rows, and everything that can die in the middle of it. In the end the rows are counted.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { Agent, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { test } from 'node:test'
import { connectionOptions, withClient } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { finished, until } from '../factories.ts'
import { form } from '../forms.ts'
import { dataFolder, newClient, postmasterPid, startRapport, type Client } from '../rapport.ts'

const rows = 15_000

test('after kill -9 of the server in the middle of an import the next start finishes it', async (t) => {
  const { folder, server, client, operation } = await inTheMiddle(t)
  server.signal('SIGKILL')
  assert.equal(await server.exited, 'SIGKILL')
  await finishedExactly(t, folder, client, operation)
})

test('after kill -9 of PostgreSQL the server ends and says so, and the next start finishes the import', async (t) => {
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

test('SIGTERM in the middle of an import loses no request, and the next start finishes the import', async (t) => {
  const { folder, server, url, client, operation } = await inTheMiddle(t)
  const uploads = Array.from({ length: 4 }, (_, n) => beginUpload(url, client.key, `Name\nUpload ${n}\n`))
  await until(
    async () => (await readdir(join(folder, 'files'), { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.part')).length === 4,
  )
  server.signal('SIGTERM')
  await until(async () => server.output().includes('Stopping'))
  const answers = await Promise.all(uploads.map(({ finish }) => finish()))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [202, 202, 202, 202],
  )
  assert.deepEqual(
    answers.map(({ connection }) => connection),
    ['close', 'close', 'close', 'close'],
  )
  assert.equal(await server.exited, 0)
  await assert.rejects(postmasterPid(folder), { code: 'ENOENT' })
  await finishedExactly(
    t,
    folder,
    client,
    operation,
    answers.map(({ id }) => id),
  )
})

/** A request that the server has begun to read, on a connection that would be kept alive. */
function beginUpload(url: string, key: string, text: string) {
  const { body, headers } = form({ file: text })
  const call = request(`${url}/api/v1/imports`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { ...headers, authorization: `Bearer ${key}`, 'content-length': body.length },
  })
  // All but the end of the file: the last boundary takes 30 bytes.
  const begun = body.length - 40
  call.write(body.subarray(0, begun))
  return {
    async finish() {
      call.end(body.subarray(begun))
      const [response] = (await once(call, 'response')) as [IncomingMessage]
      const { id } = (await json(response)) as { id: string }
      return { status: response.statusCode, connection: response.headers.connection, id }
    },
  }
}

/** A running server that has stored some of the rows, and not all. */
async function inTheMiddle(t: Parameters<typeof startRapport>[0]) {
  const folder = await dataFolder(t)
  const server = startRapport(t, folder)
  const url = await server.url()
  const client = await newClient(url, folder)
  const lines = Array.from(
    { length: rows },
    (_, n) => `Person ${n},p${n}@fault.example,Company ${n % 100},tag ${n % 10}`,
  )
  const operation = await client.upload(['Name,Email,Company,Tags', ...lines].join('\n'))
  const { done } = await until(async () => {
    const now = await client.get(`/operations/${operation.id}`)
    return now.done >= 4_000 && now
  })
  assert.ok(done < rows, 'the import was over before it could be interrupted')
  return { folder, server, url, client, operation }
}

async function finishedExactly(
  t: Parameters<typeof startRapport>[0],
  folder: string,
  client: Client,
  operation: { id: string },
  others: string[] = [],
) {
  const server = startRapport(t, folder)
  const caller = client.at(await server.url())
  const ended = await finished(caller, operation.id)
  for (const id of others) assert.equal((await finished(caller, id)).result.created, 1)
  assert.deepEqual([ended.status, ended.done, ended.total, ended.failed], ['succeeded', rows, rows, 0])
  assert.deepEqual(ended.result, { total: rows, created: rows, updated: 0, unchanged: 0, rejected: 0, repeated: 0 })
  const counts = await withClient(connectionOptions((await findEmbedded(folder))!), async (db) => {
    const { rows } = await db.query(`
      select (select count(*) from contact)::int as contacts,
        (select count(distinct address) from contact_email)::int as addresses,
        (select count(*) from contact_tag)::int as tagged, (select count(*) from company)::int as companies,
        (select sum((data->>'created')::int) from event where type = 'contacts.imported')::int as told`)
    return rows[0]
  })
  const contacts = rows + others.length
  assert.deepEqual(counts, { contacts, addresses: rows, tagged: rows, companies: 100, told: contacts })
  server.signal('SIGTERM')
  assert.equal(await server.exited, 0)
}
