import assert from 'node:assert/strict'
import { after, describe, test, type TestContext } from 'node:test'
import { testApp } from '#test/app'
import { openBrowser } from '#test/browser'
import { testDatabase } from '#test/database'
import { createInstallation } from '#test/installation'

const password = 'a long enough one'
const owner = ['--name', 'Olive Owner', '--email', 'Olive@Example.org', '--organization', 'Example']

describe('rapport setup', async () => {
  const rapport = await createInstallation()
  after(() => rapport.remove())

  /** A database without an organization, what the command does there, and whether a password signs its owner in. */
  async function begin(t: TestContext) {
    const database = await testDatabase(t)
    const { url, secret } = database.address
    const run = (given: { args?: string[]; env?: NodeJS.ProcessEnv; input?: string } = {}) =>
      rapport.run(['setup', ...(given.args ?? owner)], { DATABASE_URL: url, RAPPORT_SECRET_KEY: secret, ...given.env }, given.input)
    const app = await testApp(t, { database })
    const signIn = async () => (await openBrowser(app).post('/sessions', { email: 'olive@example.org', password })).status
    return { database, run, app, signIn }
  }

  test('takes a password from the environment, and prints a key that works', async (t) => {
    const { run, app, signIn } = await begin(t)
    const made = await run({ env: { RAPPORT_SETUP_PASSWORD: password } })
    assert.deepEqual([made.code, made.stderr], [0, ''])
    assert.doesNotMatch(made.stdout, /http|a long enough one/)
    const me = await app.call({ url: '/api/v1/me', key: /rk_\S+/.exec(made.stdout)![0] })
    assert.deepEqual([me.status, me.json.role, me.json.organization.name], [200, 'admin', 'Example'])
    assert.equal(await signIn(), 201)

    const again = await run()
    assert.equal(again.code, 1)
    assert.equal(again.stderr, 'Rapport is set up already, for “Example”. Another one: `rapport organization create`.\n')
  })

  test('takes it from standard input', async (t) => {
    const { run, signIn } = await begin(t)
    const made = await run({ input: `${password}\n` })
    assert.deepEqual([made.code, made.stderr], [0, ''])
    assert.equal(await signIn(), 201)
  })

  test('prints a link to choose one where none is given', async (t) => {
    const { run, app, signIn } = await begin(t)
    const { code, stdout } = await run()
    assert.equal(code, 0)
    assert.equal(await signIn(), 401)
    const token = new URL(/http\S+/.exec(stdout)![0]).searchParams.get('token')
    assert.equal((await openBrowser(app).post('/password-resets/confirmation', { token, password })).status, 204)
    assert.equal(await signIn(), 201)
  })

  test('takes none as an argument, none that is too short, and makes nothing then', async (t) => {
    const { database, run } = await begin(t)
    const wrong: [Parameters<typeof run>[0], RegExp][] = [
      [{ args: [...owner, '--password', password] }, /^Unknown option '--password'\. See `rapport --help`\.\n$/],
      [{ env: { RAPPORT_SETUP_PASSWORD: 'short' } }, /^A password has \d+ to \d+ characters\.\n$/],
      [{ args: owner.slice(2) }, /^`rapport setup` needs --name\.\n$/],
    ]
    for (const [given, said] of wrong) {
      const { code, stderr } = await run(given)
      assert.equal(code, 1)
      assert.match(stderr, said)
    }
    assert.deepEqual(await database.query('select from organization'), [])
  })
})
