// The clock of the machine is set, hours ahead and back again, under a running server and its PostgreSQL. Whatever waits
// or is counted goes by time that is measured; nobody is shut out, and nothing is done twice.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { connectionOptions, withClient } from '#platform/db/connect'
import { findEmbedded, findEmbeddedFolder } from '#platform/db/embedded'
import { createClock, skipWithoutClock } from '../clock.ts'
import { finished, unique, until } from '../factories.ts'
import { liveClient } from '../live-client.ts'
import { client as clientOf, dataFolder, newClient, startRapport } from '../rapport.ts'
import { onClose } from '../scope.ts'

const hour = 3_600_000

test('sockets, limits, jobs, sessions and repeated requests survive a clock that is set', { skip: skipWithoutClock }, async (t) => {
  const clock = await createClock(t)
  const folder = await dataFolder(t)
  const first = startRapport(t, folder)
  const { key } = await newClient(await first.url(), folder)
  const cookie = await prepare(folder)
  first.signal('SIGTERM')
  await first.exited

  // The server adopts a PostgreSQL that runs, and this one goes by the clock too.
  await startPostgres(folder, clock.postgres_env)
  const server = startRapport(t, folder, clock.env)
  const url = await server.url()
  const ask = async (path: string, { body, ...headers }: Record<string, string> = {}) => {
    const sent = { 'content-type': 'application/json', ...headers }
    const init = { method: body ? 'POST' : 'GET', body, headers: sent, signal: AbortSignal.timeout(30_000) }
    const answer = await fetch(`${url}/api/v1${path}`, init)
    // oxlint-disable-next-line typescript/no-explicit-any -- what came is looked into
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any }
  }
  const authorization = `Bearer ${key}`
  const client = clientOf(url, key)
  const live = liveClient(key)
  onClose(t, () => live.cut())
  await live.connect(url)
  const once = { authorization, 'idempotency-key': unique('key'), body: JSON.stringify({ name: 'Once' }) }
  const { body: made } = await ask('/contacts', once)

  for (const [offset, hours] of [['+2h', 2], ['-2h', -2]] as const) {
    await clock.set(offset)
    const off = (time: string | null) => Math.abs(Date.parse(time!) - (Date.now() + hours * hour))
    await until(async () => off((await ask('/me', { authorization })).headers.get('date')) < hour / 2, 30)

    const name = unique('Contact')
    const { body, status } = await ask('/contacts', { authorization, body: JSON.stringify({ name }) })
    assert.equal(status, 201, offset)
    assert.ok(off(body.created_at) < hour / 2, `PostgreSQL goes by ${body.created_at}`)
    await until(async () => live.events.some(({ subject }) => subject === `contact:${body.id}`), 20)
    const again = await ask('/contacts', once)
    assert.deepEqual([again.status, again.body, again.headers.get('idempotency-replayed')], [201, made, 'true'], offset)
    assert.equal((await ask('/me', { cookie })).status, 200, offset)
    for (let n = 0; n < 3; n++) {
      const { headers } = await ask('/me', { authorization })
      assert.ok(Number(headers.get('ratelimit-reset')) <= 60 && Number(headers.get('ratelimit-remaining')) > 300, offset)
    }
    const { id } = await client.upload(`Name\n${unique('Imported')}\n`)
    const operation = await finished(client, id)
    assert.deepEqual([operation.status, operation.result.created], ['succeeded', 1], offset)
  }
  assert.deepEqual([live.closed, live.resets, new Set(live.ids).size], [[], 0, live.ids.length])
  server.signal('SIGTERM')
  assert.equal(await server.exited, 0)
})

/** Gives the organization a plan with a limit, and its owner a session, whose cookie is returned. */
async function prepare(folder: string): Promise<string> {
  const token = randomBytes(16).toString('hex')
  await withClient(connectionOptions((await findEmbedded(folder))!), async (db) => {
    await db.query("update organization set plan = 'pro'")
    await db.query(
      `insert into auth.session (user_id, token_hash, org_id, expires_at)
      select user_id, $1, org_id, now() + interval '7 days' from member`,
      [createHash('sha256').update(token).digest('base64url')],
    )
  })
  return `rapport.session_token=${token}.signed`
}

async function startPostgres(folder: string, env: Record<string, string>) {
  const home = (await findEmbeddedFolder(folder))!
  const cluster = join(home, 'postgres-18')
  const { uid, gid } = await stat(cluster)
  const [program] = globSync(join(home, 'native-*/bin/pg_ctl'))
  const log = join(home, 'postgres.log')
  execFileSync(program!, ['start', '-D', cluster, '-l', log, '-w', '-s'], { cwd: '/', uid, gid, env: { ...env, LC_ALL: 'C' }, stdio: 'ignore' })
}
