import assert from 'node:assert/strict'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sweepOutbox } from '#platform/mail'
import { purgeOperations } from '#platform/housekeeping'
import { testApp } from '#test/app'
import { csv, newMember, newSession, organization } from '#test/factories'
import { file } from '#test/scope'
import { sweepSignIns } from './housekeeping.ts'

const app = await testApp(file, { worker: true })
const org = await organization(app)
const { pools } = app.database

test('what signing in leaves behind goes when it is over, and not before', async () => {
  const { user_id, session_id, headers } = await newMember(app, org.organization_id, 'member')
  const [expired, unused] = [await newSession(app, user_id), await newSession(app, user_id)]
  await app.database.query("update auth.session set expires_at = now() - interval '1 second' where id = $1", [expired.session_id])
  await app.database.query("update auth.session set last_seen_at = now() - interval '15 days' where id = $1", [unused.session_id])
  await app.database.query(
    `insert into auth.verification (identifier, value, expires_at) values ('over', $1, now() - interval '1 second'), ('good', $1, now() + interval '1 hour')`,
    [user_id],
  )
  await app.database.query(
    `insert into auth.device (user_id, hash, last_seen_at) values ($1, 'old', now() - interval '401 days'), ($1, 'known', now() - interval '399 days')`,
    [user_id],
  )
  await sweepSignIns({ pool: pools.auth })
  const left = (query: string) => app.database.query<{ what: string }>(query, [user_id]).then((rows) => rows.map(({ what }) => what))
  assert.deepEqual(await left('select id::text as what from auth.session where user_id = $1'), [session_id])
  assert.deepEqual(await left('select identifier as what from auth.verification where value = $1'), ['good'])
  assert.deepEqual(await left("select convert_from(hash, 'utf8') as what from auth.device where user_id = $1"), ['known'])
  assert.equal((await app.call({ url: '/api/v1/me', headers })).status, 200)
})

test('a mail that nobody has fetched from the outbox for so long goes, in every folder of it', async () => {
  const outbox = join(app.data_folder, 'outbox')
  await mkdir(join(outbox, 'of-an-organization'), { recursive: true })
  for (const [name, days] of [['old.eml', 31], ['new.eml', 29], ['of-an-organization/old.eml', 31]] as const) {
    await writeFile(join(outbox, name), 'mail')
    const then = new Date(Date.now() - days * 86_400_000)
    await utimes(join(outbox, name), then, then)
  }
  await sweepOutbox(app.data_folder, 30)
  assert.deepEqual((await readdir(outbox, { recursive: true })).filter((name) => name.endsWith('.eml')), ['new.eml'])
  await sweepOutbox(join(app.data_folder, 'nothing-here'), 30)
})

test('operations that have ended go after their retention, with what hangs on them; those that have not stay', async () => {
  const people = (name: string) => org.import(csv(['name', 'email'], [name, `${name}@example.net`], ['', '']))
  const [old, recent, unfinished] = [await people('one'), await people('two'), await people('three')]
  await app.database.query("update operation set finished_at = now() - interval '366 days' where id = any($1)", [[old.id, unfinished.id]])
  await app.database.query("update operation set status = 'paused' where id = $1", [unfinished.id])
  await purgeOperations(pools.system, 365)
  assert.deepEqual((await org.get('/operations')).data.map(({ id }: { id: string }) => id), [unfinished.id, recent.id])
  await org.get(`/imports/${old.id}`, 404)
  const [{ count }] = (await app.database.query<{ count: number }>('select count(*)::int from contact where org_id = $1', [org.organization_id])) as [{ count: number }]
  assert.equal(count, 3, 'what was imported stays')
})
