import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { createStorage } from '#platform/storage'
import { startBucket } from '#test/bucket'
import { zipped } from '#test/workbooks'
import { openZip } from './zip.ts'

process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

test('of thousands of small files in a bucket not each is a request, and what is large comes as a stream', async (t) => {
  const bucket = await startBucket(t)
  const storage = createStorage({ storage_url: bucket.url, data_folder: '/nowhere' })
  const small = Array.from({ length: 3_000 }, (_, n) => [`general/${n}.json`, Buffer.from(`What was said on day ${n}`)] as const)
  const entries = new Map([...small.slice(0, 1_000), ['empty', Buffer.alloc(0)], ['large', randomBytes(2_000_000)], ...small.slice(1_000)])
  const bytes = await zipped(Object.fromEntries(entries))
  await storage.write('imports/file', Readable.from([bytes]))

  const zip = await openZip(storage, 'imports/file', bytes.length)
  assert.deepEqual(new Set(zip.names), new Set(entries.keys()))
  for (const [name, content] of entries) assert.ok(content.equals(await buffer(Readable.from(zip.read(name)))), name)
  zip.close()
  const reads = bucket.requests.filter((request) => request.startsWith('GET'))
  assert.ok(reads.length <= 8, reads.join(', '))
})
