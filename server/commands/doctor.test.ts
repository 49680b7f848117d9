import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { withClient } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { createInstallation, type Installation, type Outcome } from '#test/installation'
import { freePort } from '#test/ports'

describe('rapport doctor', () => {
  let rapport: Installation
  let url: string
  before(async () => {
    rapport = await createInstallation()
  })
  after(() => rapport.remove())

  const databaseUrl = async () => (await findEmbedded(join(rapport.folder, 'data')))!
  const administer = async (sql: string) =>
    withClient({ connectionString: await databaseUrl() }, (admin) => admin.query(sql))

  test('where nothing was ever started it says so, and finds no error', async () => {
    const outcome = await rapport.run(['doctor'])
    assert.equal(outcome.code, 0)
    assert.match(line(outcome, 'Data folder'), /note .* is not there yet/)
    assert.match(line(outcome, 'Database'), /warning .* is not running/)
    assert.match(line(outcome, 'Server'), /warning .*Not running/)
  })

  test('a running installation is well', async () => {
    url = await rapport.start()
    const outcome = await rapport.run(['doctor'])
    assert.equal(outcome.code, 0)
    assert.match(outcome.stdout, /\nAll is well\.\n$/)
    for (const subject of ['Database', 'Roles', 'Migrations', 'Isolation', 'Jobs', 'Server', 'Readiness']) {
      assert.match(line(outcome, subject), /^ok /, subject)
    }
  })

  test('what would let one organization see another is an error', async () => {
    await administer('alter role rapport_app bypassrls; alter table contact disable row level security')
    const outcome = await rapport.run(['doctor'])
    await administer('alter role rapport_app nobypassrls; alter table contact enable row level security')
    assert.equal(outcome.code, 1)
    assert.match(line(outcome, 'Roles'), /^error .*rapport_app may bypass row-level security/)
    assert.match(line(outcome, 'Isolation'), /^error .*No row-level security on contact\b/)
    assert.match(outcome.stdout, /\n2 errors: what to do stands behind the arrows\.\n$/)
  })

  test('another secret than the server’s, and another password, are errors of one line', async () => {
    const secret = await rapport.run(['doctor'], { RAPPORT_SECRET_KEY: 'x'.repeat(32) })
    assert.equal(secret.code, 1)
    assert.match(line(secret, 'Roles'), /^error .*rapport_owner cannot connect/)
    const wrong = new URL(await databaseUrl())
    wrong.password = 'guess'
    const password = await rapport.run(['doctor'], { DATABASE_URL: wrong.href })
    assert.equal(password.code, 1)
    assert.match(line(password, 'Database'), /^error .*password authentication failed/)
    assert.doesNotMatch(password.stdout + password.stderr, /guess|\n +at /)
  })

  test('a database and a Redis that do not answer are told, and the rest is looked at', async () => {
    const port = await freePort()
    const settings = { DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c`, REDIS_URL: `redis://127.0.0.1:${port}` }
    const outcome = await rapport.run(['doctor'], settings)
    assert.equal(outcome.code, 1)
    assert.match(line(outcome, 'Database'), /^error .*ECONNREFUSED/)
    assert.match(line(outcome, 'Redis'), /^warning .*does not answer/)
    assert.match(line(outcome, 'Server'), /^ok /)
    assert.equal(outcome.stderr, '')
  })

  test('a mail is sent when that is asked for: into the outbox without a mail server, which is then told', async () => {
    assert.match(line(await rapport.run(['doctor', '--test-mail', 'ada@example.net']), 'Mail'), /^note .*outbox\/.*\.eml$/)
    assert.match(line(await rapport.run(['doctor']), 'Outbox'), /^note .*1 mail in .*outbox, sent to nobody/)
    const settings = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'rapport@example.org' }
    const refused = await rapport.run(['doctor', '--test-mail', 'ada@example.net'], settings)
    assert.equal(refused.code, 1)
    assert.match(line(refused, 'Mail'), /^error .*The mail server cannot be reached/)
  })

  test('a bucket that does not answer is an error', async () => {
    const STORAGE_URL = `s3://files?endpoint=http://127.0.0.1:${await freePort()}`
    const outcome = await rapport.run(['doctor'], { STORAGE_URL, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' })
    assert.equal(outcome.code, 1)
    assert.match(line(outcome, 'Files'), /^error .*cannot be read/)
  })

  test('a job that has failed for good and an address that only a proxy can serve are told', async () => {
    await administer("insert into graphile_worker._private_tasks (identifier) values ('doctor')")
    await administer(`insert into graphile_worker._private_jobs (task_id, attempts, max_attempts)
      select id, 1, 1 from graphile_worker._private_tasks where identifier = 'doctor'`)
    const outcome = await rapport.run(['doctor'], { PUBLIC_URL: 'https://rapport.example.org' })
    assert.equal(outcome.code, 0)
    assert.match(line(outcome, 'Jobs'), /^warning .*1 failed for good/)
    assert.match(line(outcome, 'PUBLIC_URL'), /^note .*a proxy must stand between/)
  })

  test('another program at the server’s address is an error', async () => {
    const stranger = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
    await once(stranger, 'listening')
    const { port } = stranger.address() as AddressInfo
    const outcome = await rapport.run(['doctor'], { RAPPORT_URL: `http://127.0.0.1:${port}` })
    stranger.close()
    assert.equal(outcome.code, 1)
    assert.match(line(outcome, 'Server'), /^error .*is no Rapport/)
  })

  test('a data folder that was tampered with is an error, not a stack trace', async () => {
    await writeFile(join(rapport.folder, 'data/postgres.password'), 'another')
    const outcome = await rapport.run(['doctor'])
    assert.equal(outcome.code, 1)
    assert.match(line(outcome, 'Database'), /^error .*password/)
    assert.match(line(outcome, 'Server'), new RegExp(`^ok .*${url}`))
  })
})

/** The first finding about this subject: `error  Roles  …`. */
function line({ stdout, stderr }: Outcome, subject: string): string {
  const found = stdout.split('\n').find((text) => text.slice(11).startsWith(`${subject} `))
  return found?.trim() ?? assert.fail(`Nothing about ${subject}:\n${stdout}${stderr}`)
}
