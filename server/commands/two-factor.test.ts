import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createOrganization } from '#modules/accounts'
import { testDatabase } from '#test/database'
import { createInstallation } from '#test/installation'
import { file } from '#test/scope'

describe('rapport two-factor remove', async () => {
  const [rapport, database] = await Promise.all([createInstallation(), testDatabase(file)])
  after(() => rapport.remove())
  const { url, secret } = database.address
  const run = (...args: string[]) => rapport.run(['two-factor', ...args], { DATABASE_URL: url, RAPPORT_SECRET_KEY: secret })
  const { user_id } = await createOrganization(database, { organization: 'Example', name: 'Olive', email: 'olive@example.org' })
  const addSession = () =>
    database.query("insert into auth.session (user_id, token_hash, expires_at) values ($1, gen_random_uuid()::text, now() + interval '1 day')", [user_id])

  test('says what it has done, and that there is nothing to do', async () => {
    await addSession()
    await addSession()
    await database.query('update "user" set two_factor_enabled = true where id = $1', [user_id])
    const done = await run('remove', 'Olive@Example.org')
    assert.deepEqual([done.code, done.stderr], [0, ''])
    assert.equal(done.stdout, 'The sign-in of Olive@Example.org asks for the password alone. Their 2 sessions have ended. They are told by mail, and the admins in the audit log.\n')
    assert.deepEqual(await database.query('select two_factor_enabled from "user"'), [{ two_factor_enabled: false }])
    assert.deepEqual(await database.query('select from auth.session'), [])

    await addSession()
    const again = await run('remove', 'olive@example.org')
    assert.deepEqual([again.code, again.stderr], [1, 'olive@example.org has no second factor: the password is enough.\n'])
    assert.equal((await database.query('select from auth.session')).length, 1, 'their session goes on')
  })

  test('says what is wrong', async () => {
    assert.deepEqual(await run('remove', 'nobody@example.org'), { code: 1, stdout: '', stderr: 'Nobody signs in with nobody@example.org.\n' })
    for (const args of [[], ['remove'], ['add', 'olive@example.org'], ['remove', 'olive@example.org', 'bob@example.org']]) {
      assert.deepEqual(await run(...args), { code: 1, stdout: '', stderr: 'Usage: rapport two-factor remove ADDRESS (see --help).\n' })
    }
  })
})
