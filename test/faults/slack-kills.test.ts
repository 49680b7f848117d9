// The import of a Slack export, killed at moments drawn by chance (`IMPORT_SEED` draws the same): in the end each message is there once,
// in its order, with its answers, reactions and files.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { connectionOptions, withClient } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { finished, until } from '../factories.ts'
import { seededRandom } from '../random.ts'
import { dataFolder, newClient, startRapport } from '../rapport.ts'
import { said, slackExport, slackUser, ts } from '../slack-export.ts'

const seed = Number(process.env.IMPORT_SEED ?? Math.floor(Math.random() * 1e9))
const days = 40
const eachDay = 100

test(`after kill -9 at any moment an export is there once and whole (seed ${seed})`, async (t) => {
  const random = seededRandom(seed)
  const folder = await dataFolder(t)
  let server = startRapport(t, folder)
  let url = await server.url()
  const client = await newClient(url, folder)
  const { id } = await client.upload(await bigExport(), 'Slack export.zip')
  for (let left = 3; left > 0; left--) {
    await setTimeout(50 + random() * 600)
    server.signal('SIGKILL')
    await server.exited
    server = startRapport(t, folder)
    url = await server.url()
  }
  const { status, result } = await finished(client.at(url), id)
  assert.deepEqual([status, result.created, result.rejected, result.files], ['succeeded', days * (eachDay + 1), 0, days])
  await withClient(connectionOptions((await findEmbedded(folder))!), async (db) => {
    const query = async (text: string) => (await db.query<Record<string, number>>(text)).rows[0]!
    assert.deepEqual(await query(`
      select count(*)::int as messages, count(distinct text)::int as texts, count(*) filter (where thread_id is null)::int as roots,
        max(seq) filter (where thread_id is null) as last, count(distinct seq) filter (where thread_id is null)::int as numbers from message`),
    { messages: days * (eachDay + 1), texts: days * (eachDay + 1), roots: days * eachDay, last: days * eachDay, numbers: days * eachDay })
    const { wrong } = await query(`
      select count(*)::int as wrong from (select created_at < lag(created_at) over (order by seq) as wrong from message where thread_id is null) each where wrong`)
    assert.equal(wrong, 0, 'They are in their order.')
    assert.deepEqual(await query('select count(*)::int as reactions, (select sum(reply_count)::int from thread) as replies, (select last_seq from room) as last_seq from reaction'), { reactions: days, replies: days, last_seq: days * eachDay })
    // What was stored for a step that never was goes by the job that was queued before it.
    await db.query("update graphile_worker._private_jobs set run_at = now() where task_id in (select id from graphile_worker._private_tasks where identifier = 'rooms.remove_files')")
    await until(async () => (await query("select count(*)::int as waiting from graphile_worker.jobs where task_identifier = 'rooms.remove_files'")).waiting === 0)
    const { rows } = await db.query<{ id: string }>('select id from message_file order by id')
    const stored = (await readdir(join(folder, 'files/room-files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    assert.deepEqual(stored.map(({ name }) => name).toSorted(), rows.map((row) => row.id).toSorted())
  })
})

function bigExport(): Promise<Buffer> {
  const dates = Array.from({ length: days }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
  return slackExport({
    users: [slackUser('U1', 'Ann')],
    channels: [{ id: 'C1', name: 'busy', members: ['U1'] }],
    days: Object.fromEntries(dates.map((day, place) => [`busy/${day}`, [
      ...Array.from({ length: eachDay }, (_, n) => said(ts(day, n), 'U1', `Message ${place} ${n}`, {
        ...(n === 1 && { reactions: [{ name: 'tada', users: ['U1'] }] }),
        ...(n === 2 && { files: [{ id: `F${place}`, name: 'note.txt', mimetype: 'text/plain' }] }),
      })),
      // What was said the day before, or on the same one, is answered.
      said(ts(day, eachDay), 'U1', `Answer ${place}`, { thread_ts: ts(dates[Math.max(0, place - 1)]!, 5) }),
    ]])),
    files: Object.fromEntries(dates.map((_, place) => [`__uploads/F${place}/note.txt`, `Note ${place}`])),
  })
}
