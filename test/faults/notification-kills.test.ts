// Two servers, of which the one that sends is killed when the mail, or the push, has arrived and nobody has recorded it: the other one takes the
// job up, and nobody is told twice.

import assert from 'node:assert/strict'
import { readFile, readdir, readlink } from 'node:fs/promises'
import { test } from 'node:test'
import { readConfig } from '#platform/config'
import { addressOf } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { testApp } from '../app.ts'
import { openTestDatabase } from '../database.ts'
import { callerWithRole, organization, until } from '../factories.ts'
import { hurryJobs } from '../jobs.ts'
import { startMailServer } from '../mail-server.ts'
import { startPushService, subscribingBrowser } from '../push-service.ts'
import { dataFolder, startRapport } from '../rapport.ts'

test('after kill -9 between sending and recording, by mail and by push, somebody is told once', async (t) => {
  const [mail, push, folder] = [await startMailServer(t), await startPushService(t), await dataFolder(t)]
  const settings = { OUTGOING_ALLOW: '127.0.0.1', ...mail.env }
  const start = async (folder: string, more = {}) => {
    const server = startRapport(t, folder, { ...settings, ...more })
    await server.ready
    return server
  }
  // The first one brings the PostgreSQL of both, which outlives it: that of all tests has no room for so many connections.
  const first = await start(folder)
  const address = await addressOf(readConfig({ RAPPORT_DATA: folder }), await findEmbedded(folder))
  const database = openTestDatabase(t, address)
  const folderOfSecond = await dataFolder(t)
  const again = [() => start(folder), () => start(folderOfSecond, { DATABASE_URL: address.url, RAPPORT_SECRET_KEY: address.secret })] as const
  const servers = [first, await again[1]()]
  const app = await testApp(t, { database, env: settings })
  const acme = await organization(app)
  const ben = await callerWithRole(app, acme, 'member')

  let kills = 0
  let turn = Promise.resolve()
  /** Whoever is sending from this port, if it has not died already; and starts another one. Resolves before anything is answered. */
  const kill = (port: number) => (turn = turn.then(async () => {
    const at = await findHolder(port, servers.map(({ pid }) => pid))
    if (at === undefined) return
    kills++
    servers[at]!.signal('SIGKILL')
    await servers[at]!.exited
    servers[at] = await again[at]!()
  }))
  mail.taken = async (port) => {
    await kill(port)
    return true
  }
  push.taken = kill
  /** Gives them a task, lets them be told, and returns how that ended. */
  const tellOf = async (title: string) => {
    await acme.post('/tasks', { title, assignee_ids: [ben.user_id] })
    await until(async () => (await ben.get('/notifications')).data.some((each: { title: string }) => each.title === title))
    const [{ error }] = await until(async () => {
      await hurryJobs(app, 'notifications.tell')
      const found = await database.query<{ error: string }>('delete from notification_dispatch where failed_at is not null returning error')
      return found.length > 0 && (found as [{ error: string }])
    }, 40)
    // The one that was killed has come again.
    await turn
    return error
  }
  assert.match(await tellOf('By mail'), /may have arrived/)
  assert.deepEqual([mail.mails.length, kills], [1, 1])
  const browser = subscribingBrowser(push, 'browser')
  await ben.post('/push-subscriptions', { ...browser.subscription, language: 'en' })
  await ben.patch('/notification-preferences', { mail_minutes: null })
  assert.match(await tellOf('By push'), /may have arrived/)
  assert.deepEqual([browser.pushes().length, mail.mails.length, kills], [1, 1, 2])
})

/** Which of these processes has the socket of this port of here. */
async function findHolder(port: number, pids: number[]): Promise<number | undefined> {
  const local = new RegExp(`^ *\\d+: [0-9A-F]+:${port.toString(16).toUpperCase().padStart(4, '0')} .*`, 'm')
  const inode = local.exec(await readFile('/proc/net/tcp', 'utf8'))?.[0].trim().split(/\s+/)[9]
  for (const [at, pid] of pids.entries()) {
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      if ((await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')) === `socket:[${inode}]`) return at
    }
  }
  return undefined
}
