import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { ConfigError, readConfig } from '#platform/config'
import { settings } from '#platform/settings'

test('without any setting there is a whole configuration', () => {
  const config = readConfig({ HOME: '/home/me' })
  assert.deepEqual(
    [config.host, config.port, config.public_url, config.roles],
    ['127.0.0.1', 8080, 'http://localhost:8080', ['web', 'worker']],
  )
  assert.deepEqual(
    [config.database_url, config.redis_url, config.secret_key, config.metrics_token],
    [undefined, undefined, undefined, undefined],
  )
  assert.equal(config.upload_limit_bytes, 2 * 1024 ** 3)
})

const bad: [string, string, RegExp][] = [
  ['PORT', 'http', /whole number from 0 to 65535, not “http”/],
  ['PORT', '65536', /from 0 to 65535/],
  ['PORT', '-1', /whole number/],
  ['PORT', '80.5', /whole number/],
  ['PUBLIC_URL', 'rapport.example', /a URL of the form http/],
  ['PUBLIC_URL', 'ftp://rapport.example', /a URL of the form http/],
  ['DATABASE_URL', 'mysql://localhost/x', /a URL of the form postgres:/],
  ['DATABASE_URL', 'localhost', /a URL of the form postgres:/],
  ['DATABASE_DIRECT_URL', 'x', /a URL of the form postgres:/],
  ['DATABASE_REPLICA_URL', 'x', /a URL of the form postgres:/],
  ['DATABASE_POOL_SIZE', '0', /from 1 to 1000/],
  ['DATABASE_SYSTEM_POOL_SIZE', '1', /from 2 to 1000/],
  ['DATABASE_POOL_KEPT', '-1', /from 0 to 1000/],
  ['DATABASE_IDLE_SECONDS', '0', /from 1 to 86400/],
  ['DATABASE_WAIT_MS', '2s', /from 100 to 60000/],
  ['DATABASE_LIFETIME_SECONDS', '1', /from 10 to 604800/],
  ['DATABASE_PREPARE', 'maybe', /one of on, off/],
  ['REDIS_URL', 'localhost:6379', /a URL of the form redis:/],
  ['RAPPORT_SECRET_KEY', 'short', /at least 32 characters/],
  ['RAPPORT_ROLES', 'web,cron', /one of web, worker/],
  ['RAPPORT_URL', 'here', /a URL of the form http/],
  ['WORKER_CONCURRENCY', '0', /from 1 to 100/],
  ['UPLOAD_LIMIT_MB', 'lots', /from 1 to 1000000/],
  ['LOG_LEVEL', 'loud', /one of fatal, error, warn, info, debug, trace/],
  ['OUTGOING_ALLOW', 'http://x', /addresses, ranges or host names by comma/],
]

for (const [name, value, what] of bad) {
  test(`${name}=${value} is refused in one line that names it`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error: Error) => {
        assert.ok(error instanceof ConfigError)
        assert.match(error.message, what)
        return error.message.startsWith(`${name} `) && !error.message.includes('\n')
      },
    )
  })
}

test('a secret is never in the message, however wrong it is', () => {
  const secret = 'hunter2'
  const wrong: Record<string, string> = {
    DATABASE_URL: `mysql://me:${secret}@host/x`,
    DATABASE_DIRECT_URL: `me:${secret}@host`,
    DATABASE_REPLICA_URL: `//me:${secret}@host`,
    REDIS_URL: `http://:${secret}@host`,
    RAPPORT_SECRET_KEY: secret,
  }
  for (const [name, value] of Object.entries(wrong)) {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error: Error) => !error.message.includes(secret),
      name,
    )
  }
})

test('a way around a pooler, or a replica, needs the database itself', () => {
  const url = 'postgres://me@host/x'
  assert.throws(() => readConfig({ DATABASE_DIRECT_URL: url }), /DATABASE_DIRECT_URL is set without DATABASE_URL/)
  assert.throws(() => readConfig({ DATABASE_REPLICA_URL: url }), /DATABASE_REPLICA_URL is set without DATABASE_URL/)
})

test('statements are prepared unless there may be a PgBouncer', () => {
  const url = 'postgres://me@host/x'
  assert.equal(readConfig({ DATABASE_URL: url }).database_prepare, true)
  assert.equal(readConfig({ DATABASE_URL: url, DATABASE_DIRECT_URL: url }).database_prepare, false)
  assert.equal(
    readConfig({ DATABASE_URL: url, DATABASE_DIRECT_URL: url, DATABASE_PREPARE: 'on' }).database_prepare,
    true,
  )
})

test('an empty setting is one that is not set', () => {
  assert.equal(readConfig({ PORT: '', DATABASE_URL: ' ' }).port, 8080)
})

test('every setting that is read is described once, here and in the docs alike', async () => {
  const names = settings.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  const read = new Set<string>()
  const env: NodeJS.ProcessEnv = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' }
  readConfig(new Proxy(env, { get: (given, name) => (read.add(String(name)), given[String(name)]) }))
  read.delete('XDG_DATA_HOME')
  assert.deepEqual([...read].toSorted(), names.toSorted())

  const docs = await readFile(new URL('../../docs/settings.md', import.meta.url), 'utf8')
  const rows = [...docs.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \|$/gm)].map((row) => row.slice(1, 4))
  const plain = (text: string) => text.replaceAll(/[`“”]/g, '')
  assert.deepEqual(
    rows.map((row) => row.map(plain)),
    settings.map(({ name, description, default: value }) => [name, value, description].map(plain)),
  )
})
