import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { writeBackup } from '#platform/backup'
import { wantedFiles } from '#platform/operations'
import { restoreBackup, verifyBackup } from '#platform/restore'
import { createStorage } from '#platform/storage'
import { testApp } from '#test/app'
import { startBucket } from '#test/bucket'
import { testDatabase } from '#test/database'
import { callerOf, csv, finished, organization } from '#test/factories'
import { onClose, type Scope } from '#test/scope'
import { temporaryFolder } from '#test/server'

process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

test('the files of a bucket are in a backup, and come back into a bucket or a folder', async (t) => {
  const { app, acme, bucket, path, settings } = await begin(t)
  const files = { 'photos/large': randomBytes(9_000_000), 'photos/deep/empty': Buffer.alloc(0), 'other/file.txt': Buffer.from('text') }
  for (const [key, bytes] of Object.entries(files)) await createStorage(settings).write(key, Readable.from([bytes]))
  bucket.objects.set('some/prefix/not a key', { bytes: Buffer.from('of somebody else'), changed_at: new Date() })
  const queued = await acme.upload(csv(['Name'], ['Ada'], ['Bob']))

  const manifest = await writeBackup(app.database.address, path, settings)
  const backedUp = manifest.members.filter(({ name }) => name.startsWith('files/')).map(({ name }) => name.slice('files/'.length))
  const importKey = backedUp.find((key) => key.startsWith('imports/'))
  assert.deepEqual(backedUp.toSorted(), [importKey, ...Object.keys(files)].toSorted())
  assert.deepEqual(manifest.gone, [])

  const other = await startBucket(t)
  const places = [{ storage_url: other.url, data_folder: '/nowhere' }, { data_folder: await folder(t) }]
  for (const place of places) {
    const database = await testDatabase(t)
    await restoreBackup(database.address, await verifyBackup(path), { storage: createStorage(place) })
    for (const [key, bytes] of Object.entries(files)) assert.ok(bytes.equals(await buffer(createStorage(place).read(key))), key)
    const env = { RAPPORT_DATA: await folder(t), ...(place.storage_url ? { STORAGE_URL: place.storage_url } : { RAPPORT_DATA: place.data_folder }) }
    const restored = callerOf(await testApp(t, { database, worker: true, env }), acme.key)
    const { status, result } = await finished(restored, queued.id)
    assert.deepEqual([status, result.created], ['succeeded', 2])
  }
})

test('an import that ends while the backup is written is in it as one that has ended', async (t) => {
  const { app, acme, bucket, path, settings } = await begin(t)
  const [ends, waits] = [await acme.upload(csv(['Name'], ['Ada'])), await acme.upload(csv(['Name'], ['Bob']))]
  const keyOf = async ({ id }: { id: string }) =>
    (await app.database.query<{ file: string }>(`${wantedFiles} and id = $1`, [id]))[0]!.file
  const [ending, waiting] = [await keyOf(ends), await keyOf(waits)]
  // As the end of the operation does it, after the snapshot in which the operation still waits.
  let tries = 0
  bucket.fail = async (_request, key) => {
    if (key !== `some/prefix/${ending}`) return undefined
    tries++
    bucket.objects.delete(key)
    await app.database.query("update operation set status = 'cancelled', finished_at = now() where id = $1", [ends.id])
    return 404
  }
  const manifest = await writeBackup(app.database.address, path, settings)
  assert.equal(tries, 1)
  const files = manifest.members.filter(({ name }) => name.startsWith('files/'))
  assert.deepEqual(files.map(({ name }) => name), [`files/${waiting}`])

  const database = await testDatabase(t)
  await restoreBackup(database.address, await verifyBackup(path), { storage: createStorage({ data_folder: await folder(t) }) })
  const restored = await database.query<{ status: string }>('select status from operation order by id')
  assert.deepEqual(restored.map(({ status }) => status), ['cancelled', 'queued'])
})

test('a file that is removed before its turn is named in the manifest, and any other failure ends the backup', async (t) => {
  const { app, bucket, path, settings } = await begin(t)
  for (const key of ['photos/kept', 'photos/removed']) await createStorage(settings).write(key, Readable.from(['text']))
  bucket.fail = (_request, key) => (key.endsWith('removed') ? 404 : undefined)
  const { gone } = await writeBackup(app.database.address, path, settings)
  assert.deepEqual(gone, ['photos/removed'])
  await verifyBackup(path)

  bucket.fail = (_request, key) => (key.endsWith('kept') ? 403 : undefined)
  await assert.rejects(writeBackup(app.database.address, `${path}.second`, settings), { name: 'PlannedFailure' })
  assert.deepEqual(await readdir(join(path, '..')), ['backup'])
})

async function begin(t: Scope) {
  const bucket = await startBucket(t)
  const app = await testApp(t, { env: { STORAGE_URL: bucket.url } })
  const settings = { storage_url: bucket.url, data_folder: app.data_folder, version: '9.9.9' }
  return { bucket, app, acme: await organization(app), path: join(await folder(t), 'backup'), settings }
}

async function folder(t: Scope): Promise<string> {
  const path = await temporaryFolder('backup')
  onClose(t, () => rm(path, { recursive: true, force: true }))
  return path
}
