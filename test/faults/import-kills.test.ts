// Imports of mail with files and of people, killed at moments drawn by chance, again and again (`IMPORT_SEED` draws the same).
// In the end everything is there once, and the storage has exactly the files that something is.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { connectionOptions, withClient } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { seededRandom } from '../../server/demo/random.ts'
import { contents } from '../contents.ts'
import { finished, until } from '../factories.ts'
import { generateFile, textOf } from '../import-files.ts'
import { dataFolder, newClient, startRapport } from '../rapport.ts'

const seed = Number(process.env.IMPORT_SEED ?? Math.floor(Math.random() * 1e9))

test(`after kill -9 at any moment, again and again, mail with its files and people are what one clean import leaves (seed ${seed})`, async (t) => {
  const random = seededRandom(seed)
  const folder = await dataFolder(t)
  const files = [generateFile('mbox', seed, 800), generateFile('csv', seed, 3_000)]
  let server = startRapport(t, folder)
  let url = await server.url()
  const [killed, clean] = [await newClient(url, folder), await newClient(url, folder)]
  const operations = await Promise.all(files.map((each) => killed.upload(textOf(each), each.filename)))
  for (let left = 2; left > 0; left--) {
    await setTimeout(random.between(50, 700))
    server.signal('SIGKILL')
    await server.exited
    server = startRapport(t, folder)
    url = await server.url()
  }
  for (const { id } of operations) assert.equal((await finished(killed.at(url), id)).status, 'succeeded')
  for (const each of files) {
    const { id } = await clean.at(url).upload(textOf(each), each.filename)
    assert.equal((await finished(clean.at(url), id)).status, 'succeeded')
  }
  const [ours, theirs] = [(await killed.at(url).get('/me')).organization.id as string, (await clean.at(url).get('/me')).organization.id as string]
  await withClient(connectionOptions((await findEmbedded(folder))!), async (db) => {
    const query = async <Row extends object>(text: string, values: unknown[] = []) => (await db.query<Row>(text, values)).rows
    assert.deepEqual(await contents(query, ours), await contents(query, theirs))

    // What was written for a step that never was is removed by the job that was queued before it: after an hour, or now.
    await db.query("update file set wanted_at = wanted_at - interval '2 hours'")
    await db.query("update graphile_worker._private_jobs set run_at = now() where task_id in (select id from graphile_worker._private_tasks where identifier = 'timeline.remove_files')")
    await until(async () => {
      const [{ waiting }] = (await query<{ waiting: number }>('select count(*)::int as waiting from graphile_worker.jobs where task_identifier = $1', ['timeline.remove_files'])) as [{ waiting: number }]
      return waiting === 0
    })
    const rows = await query<{ org_id: string; id: string; sha256: string }>("select org_id, id, encode(sha256, 'hex') as sha256 from file")
    const stored = (await readdir(join(folder, 'files/attachments'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    assert.deepEqual(stored.map(({ name }) => name).toSorted(), rows.map(({ id }) => id).toSorted())
    for (const { org_id, id, sha256 } of rows) {
      const content = await readFile(join(folder, 'files/attachments', org_id, id))
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
    }
  })
})
