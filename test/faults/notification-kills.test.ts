// Two servers, of which the one that sends is killed when the mail, or the push, has arrived and nobody has recorded it: the other one takes the
// job up, and nobody is told twice.

import assert from 'node:assert/strict'
import { readFile, readdir, readlink } from 'node:fs/promises'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { testDatabase } from '../database.ts'
import { callerWithRole, organization, until } from '../factories.ts'
import { hurryJobs } from '../jobs.ts'
import { startMailServer } from '../mail-server.ts'
import { startPushService, subscribingBrowser } from '../push-service.ts'
import { dataFolder, startRapport } from '../rapport.ts'

test('after kill -9 between sending and recording, by mail and by push, somebody is told once', async (t) => {
  const [mail, push, database] = [await startMailServer(t), await startPushService(t), await testDatabase(t)]
  const { url, secret } = database.address
  const settings = { DATABASE_URL: url, RAPPORT_SECRET_KEY: secret, OUTGOING_ALLOW: '127.0.0.1', DATABASE_POOL_SIZE: '5', ...mail.env }
  const app = await testApp(t, { database, env: { RAPPORT_SECRET_KEY: secret, OUTGOING_ALLOW: '127.0.0.1' } })
  const acme = await organization(app)
  const ben = await callerWithRole(app, acme, 'member')
  const start = async () => {
    const server = startRapport(t, await dataFolder(t), settings)
    await server.ready
    return server
  }
  const servers = await Promise.all([start(), start()])
  let kills = 0
  let turn = Promise.resolve()
  /** Whoever is sending from this port, if it has not died already; and starts another one. Resolves before anything is answered. */
  const kill = (port: number) => (turn = turn.then(async () => {
    const at = await findHolder(port, servers.map(({ pid }) => pid))
    if (at === undefined) return
    kills++
    servers[at]!.signal('SIGKILL')
    await servers[at]!.exited
    servers[at] = await start()
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
