// People who send, answer and attach files, and a bulk change of tasks, while the server is killed at moments drawn by chance (`ROOMS_SEED` draws the
// same). Who is not answered asks again. In the end each message is there once, in its order, numbered without gaps, with its file.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { connectionOptions, withClient } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { finished } from '../factories.ts'
import { form } from '../forms.ts'
import { seededRandom } from '../random.ts'
import { dataFolder, newClient, startRapport } from '../rapport.ts'

const seed = Number(process.env.ROOMS_SEED ?? Math.floor(Math.random() * 1e9))
const tasks = 300

test(`after kill -9 at any moment what was sent is there once, in order and whole, and so is what was changed (seed ${seed})`, async (t) => {
  const random = seededRandom(seed)
  const folder = await dataFolder(t)
  let server = startRapport(t, folder)
  const url = await server.url()
  const client = await newClient(url, folder)
  const call = async (path: string, init: RequestInit) => fetch(`${url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${client.key}`, ...init.headers } })
  /** Until there is an answer. */
  const post = async (path: string, body: object | FormBody, key?: string) => {
    const isForm = 'headers' in body
    const headers = { ...(isForm ? body.headers : { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) }
    for (;;) {
      const response = await call(path, { method: 'POST', headers, body: isForm ? new Uint8Array(body.body) : JSON.stringify(body) }).catch(() => undefined)
      const text = await response?.text().catch(() => undefined)
      if (response && text !== undefined && response.status < 429) {
        assert.ok(response.status < 300, text)
        return JSON.parse(text)
      }
      await setTimeout(20)
    }
  }
  const rooms: string[] = []
  for (const name of ['one', 'two']) rooms.push((await post('/rooms', { kind: 'channel', name })).id)
  const root = await post(`/rooms/${rooms[0]}/messages`, { text: 'Root', client_id: randomUUID() })
  for (let made = 0; made < tasks; made += 50) {
    await post('/batch', { calls: Array.from({ length: 50 }, (_, n) => ({ method: 'POST', path: '/api/v1/tasks', body: { title: `Task ${made + n}` } })) })
  }

  let isOver = false
  const sender = async (name: string, room: string, more: () => Promise<object> = async () => ({})) => {
    let sent = 0
    for (; !isOver; sent++) await post(`/rooms/${room}/messages`, { text: `${name} ${sent}`, client_id: randomUUID(), ...(await more()) })
    return sent
  }
  const attach = async () => ({ file_ids: [(await post(`/rooms/${rooms[1]}/files`, form({ file: 'A file', filename: 'file.txt' }))).id] })
  const senders = [
    ...['a', 'b'].map((name) => sender(name, rooms[0]!)), sender('d', rooms[1]!), sender('e', rooms[1]!, attach),
    ...['f'].map((name) => sender(name, rooms[0]!, async () => ({ thread_id: root.id }))),
  ]
  const bulk = await post('/tasks/bulk', { action: 'change', selection: {}, change: { priority: 'high' } }, randomUUID())
  for (let left = 2; left > 0; left--) {
    await setTimeout(200 + random() * 800)
    server.signal('SIGKILL')
    await server.exited
    server = startRapport(t, folder, { PORT: new URL(url).port })
    await server.ready
  }
  await setTimeout(200)
  isOver = true
  const sent = (await Promise.all(senders)).reduce((sum, each) => sum + each, 1)
  assert.equal((await finished(client as never, bulk.operation_id)).status, 'succeeded')

  await withClient(connectionOptions((await findEmbedded(folder))!), async (db) => {
    const one = async (text: string) => (await db.query<Record<string, number>>(text)).rows[0]!
    assert.deepEqual(await one(`select count(*)::int as messages, count(distinct client_id)::int as ids, count(distinct text)::int as texts,
      (select count(*)::int from event where type = 'message.created') as told from message`), { messages: sent, ids: sent, texts: sent, told: sent })
    assert.deepEqual(await one(`select count(*)::int as wrong from (
      select seq <> row_number() over (partition by room_id, thread_id order by seq) as wrong from message) each where wrong`), { wrong: 0 })
    assert.deepEqual(await one(`select count(*)::int as wrong from room where last_seq <> (select count(*) from message where room_id = room.id and thread_id is null)`), { wrong: 0 })
    assert.deepEqual(await one(`select count(*)::int as wrong from thread where (last_seq, reply_count) <> (select count(*), count(*) from message where thread_id = thread.id)`), { wrong: 0 })
    assert.deepEqual(await one(`select count(*)::int as wrong from (
      select split_part(text, ' ', 2)::int <> row_number() over (partition by split_part(text, ' ', 1) order by seq) - 1 as wrong from message where text <> 'Root') each where wrong`), { wrong: 0 })
    const { rows: files } = await db.query<{ org_id: string; id: string }>("select org_id, id from message_file where message_id is not null")
    assert.deepEqual(await one("select count(*)::int as files from message where text like 'e %'"), { files: files.length })
    for (const { org_id, id } of files) assert.equal(await readFile(join(folder, 'files/room-files', org_id, id), 'utf8'), 'A file')
    assert.deepEqual(await one(`select count(*)::int as tasks, (select count(*)::int from task_change where field = 'priority') as changes,
      (select changed from bulk_change) as changed from task where priority = 'high'`), { tasks, changes: tasks, changed: tasks })
  })
})

interface FormBody {
  headers: Record<string, string>
  body: Buffer
}
