import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { createStorage } from '#platform/storage'
import { testApp } from '#test/app'
import { startBucket } from '#test/bucket'
import { csv, organization, until } from '#test/factories'
import { onClose, type Scope } from '#test/scope'
import { temporaryFolder } from '#test/server'

const megabyte = 1024 * 1024

process.env.AWS_ACCESS_KEY_ID ??= 'test'
process.env.AWS_SECRET_ACCESS_KEY ??= 'test'

async function newFolder(scope: Scope) {
  const data_folder = await temporaryFolder('files')
  onClose(scope, () => rm(data_folder, { recursive: true, force: true }))
  return { data_folder, storage: createStorage({ data_folder }) }
}

async function openBucket(scope: Scope) {
  const bucket = await startBucket(scope)
  return { bucket, storage: createStorage({ storage_url: bucket.url, data_folder: '/nowhere' }) }
}

/** Of a server of S3 that somebody else made, below a prefix of the test's own. */
function openGiven(given: string) {
  const url = new URL(given)
  url.pathname += `/${randomUUID()}`
  return createStorage({ storage_url: url.href, data_folder: '/nowhere' })
}

const { TEST_STORAGE_URL: given } = process.env
const kinds = {
  'A folder': async (scope: Scope) => (await newFolder(scope)).storage,
  'A bucket': async (scope: Scope) => (await openBucket(scope)).storage,
  ...(given && { 'The bucket of TEST_STORAGE_URL': async () => openGiven(given) }),
}

for (const [kind, open] of Object.entries(kinds)) {
  describe(kind, () => {
    it('removes all that is below a prefix, and nothing beside it', async (t) => {
      const storage = await open(t)
      for (const key of ['photos/a/1', 'photos/a/2', 'photos/ab/1']) await storage.write(key, Readable.from(['x']))
      for (const prefix of ['photos/a', 'photos/none']) await storage.removeAll(prefix)
      assert.deepEqual((await storage.listAll()).map(({ key }) => key), ['photos/ab/1'])
    })

    it('keeps files of any size, and reads them from anywhere', async (t) => {
      const storage = await open(t)
      for (const size of [0, 1, 8 * megabyte, 8 * megabyte + 1, 20 * megabyte]) {
        const bytes = randomBytes(size)
        await storage.write('imports/file', Readable.from(chunks(bytes, 1_000_003)))
        assert.ok(bytes.equals(await buffer(storage.read('imports/file'))), `${size}`)
        for (const start of [1, size - 1, size, size + 10].filter((start) => start > 0)) {
          const rest = await buffer(storage.read('imports/file', start))
          assert.ok(bytes.subarray(start).equals(rest), `${size} from ${start}`)
        }
        for (const [start, end] of [[0, 1], [0, size], [size - 2, size], [size - 1, size + 10]].filter(([start, end]) => start! >= 0 && end! > start!)) {
          const part = await buffer(storage.read('imports/file', start, end))
          assert.ok(bytes.subarray(start, end).equals(part), `${size} from ${start} to ${end}`)
        }
      }
    })

    it('passes a file through what is between', async (t) => {
      const storage = await open(t)
      const upper = new Transform({ transform: (chunk, _, done) => done(null, String(chunk).toUpperCase()) })
      await storage.write('imports/file', Readable.from(['some ', 'text']), upper)
      assert.equal(String(await buffer(storage.read('imports/file'))), 'SOME TEXT')
    })

    it('keeps nothing of a file that was cut off', async (t) => {
      const storage = await open(t)
      for (const size of [100, 20 * megabyte]) {
        const cut = Readable.from((async function* () {
          yield* chunks(randomBytes(size), 1_000_003)
          throw new Error('cut off')
        })())
        await assert.rejects(storage.write('imports/file', cut), /cut off/)
        assert.deepEqual(await storage.list('imports'), [])
      }
    })

    it('lists what is directly below a prefix, and removes', async (t) => {
      const storage = await open(t)
      const keys = Array.from({ length: 8 }, (_, n) => `imports/file-${n}.csv`)
      for (const key of keys) await storage.write(key, Readable.from(['x']))
      await storage.write('other/file', Readable.from(['x']))
      const listed = await storage.list('imports')
      assert.deepEqual(listed.map(({ key }) => key).toSorted(), keys)
      for (const { changed_at } of listed) assert.ok(Math.abs(changed_at.getTime() - Date.now()) < 60_000)
      await storage.remove(keys[0]!)
      await storage.remove(keys[0]!)
      assert.equal((await storage.list('imports')).length, 7)
      assert.deepEqual(await storage.list('nothing'), [])
    })

    it('says when a file is not there', async (t) => {
      const storage = await open(t)
      await assert.rejects(buffer(storage.read('imports/nothing')), /no such file|no file/)
    })

    it('refuses what is no key', async (t) => {
      const storage = await open(t)
      for (const key of ['', '/etc/passwd', '../x', 'a/../../x', 'a//b', 'a b', 'a/\0']) {
        await assert.rejects(storage.write(key, Readable.from(['x'])), /Not a storage key/)
        assert.throws(() => storage.read(key), /Not a storage key/)
        await assert.rejects(storage.remove(key), /Not a storage key/)
        await assert.rejects(storage.list(key), /Not a storage key/)
      }
    })
  })
}

describe('A folder', () => {
  it('leaves nothing behind when its last file goes, and is there again for the next', async (t) => {
    const { data_folder, storage } = await newFolder(t)
    const files = () => readdir(join(data_folder, 'files'), { recursive: true })
    for (let round = 0; round < 2; round++) {
      for (const key of ['photos/acme/1.webp', 'photos/acme/2.webp', 'photos/other/1.webp']) await storage.write(key, Readable.from(['x']))
      await storage.remove('photos/acme/1.webp')
      await storage.remove('photos/acme/2.webp')
      assert.deepEqual((await files()).toSorted(), ['photos', 'photos/other', 'photos/other/1.webp'])
      const broken = Readable.from((async function* () {
        yield 'x'
        throw new Error('cut off')
      })())
      await assert.rejects(storage.write('photos/acme/3.webp', broken), /cut off/)
      await storage.remove('photos/other/1.webp')
      assert.deepEqual(await files(), [])
    }
  })

  it('is written to, emptied and listed at the same time', async (t) => {
    const { storage } = await newFolder(t)
    await storage.write('kept/file', Readable.from(['x']))
    const work = async (key: string) => {
      for (let round = 0; round < 30; round++) {
        await storage.write(key, Readable.from(['x']))
        await storage.remove(key)
      }
    }
    let busy = true
    const list = async () => {
      while (busy) {
        await storage.list('short/acme')
        assert.ok((await storage.listAll()).some(({ key }) => key === 'kept/file'))
      }
    }
    const listing = Promise.all([list(), list()])
    await Promise.all(Array.from({ length: 8 }, (_, n) => work(`short/acme/${n}`))).finally(() => (busy = false))
    await listing
    assert.deepEqual((await storage.listAll()).map(({ key }) => key), ['kept/file'])
  })
})

describe('A bucket', () => {
  it('aborts an upload in parts that is cut off, or refused', async (t) => {
    const { bucket, storage } = await openBucket(t)
    bucket.fail = (request) => (request === 'PUT 2' ? 400 : undefined)
    const source = Readable.from(chunks(randomBytes(30 * megabyte), megabyte))
    await assert.rejects(storage.write('imports/file', source), /PlannedFailure/)
    assert.equal(source.destroyed, true)
    assert.deepEqual([bucket.open.size, bucket.objects.size], [0, 0])
  })

  it('tries again what failed for the moment', async (t) => {
    const { bucket, storage } = await openBucket(t)
    let failures = 0
    bucket.fail = () => (failures++ === 0 ? 503 : undefined)
    await storage.write('imports/file', Readable.from(['text']))
    assert.equal(String(await buffer(storage.read('imports/file'))), 'text')
    assert.equal(bucket.requests.filter((request) => request === 'PUT').length, 2)
  })

  it('reads on when the connection breaks', async (t) => {
    const { bucket, storage } = await openBucket(t)
    const bytes = randomBytes(3_500)
    await storage.write('imports/file', Readable.from([bytes]))
    bucket.fail = () => 'cut'
    assert.ok(bytes.equals(await buffer(storage.read('imports/file'))))
    const reads = bucket.requests.filter((request) => request.startsWith('GET'))
    assert.deepEqual(reads.slice(0, 4), ['GET', 'GET bytes=1000-', 'GET bytes=2000-', 'GET bytes=3000-'])
  })

  it('holds what an import reads, and nothing after it', async (t) => {
    const bucket = await startBucket(t)
    const app = await testApp(t, { worker: true, env: { STORAGE_URL: bucket.url } })
    const caller = await organization(app)
    const { status, result } = await caller.import(csv(['name', 'email'], ['Ada', 'ada@example.net']))
    assert.deepEqual([status, result.created], ['succeeded', 1])
    await until(async () => bucket.objects.size === 0)
  })

  it('says what is wrong, and soon, when nothing answers', async () => {
    const storage = createStorage({ storage_url: 's3://files?endpoint=http://127.0.0.1:1', data_folder: '/nowhere' })
    await assert.rejects(storage.write('imports/file', Readable.from(['x'])), /ECONNREFUSED/)
    await assert.rejects(buffer(storage.read('imports/file')), /ECONNREFUSED/)
  })
})

function* chunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
