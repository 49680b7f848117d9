import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { organization, until } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { ports: { overload_guard: true } })
const acme = await organization(app)
const me = () => app.call({ url: '/api/v1/me', key: acme.key })

test('under overload the many are refused at once, few and health are not, and afterwards all is well', async () => {
  await overload(1_500)
  assert.equal((await me()).status, 200)
  // So many that it stays overload while they are answered, on a slow machine too.
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => app.call({ url: '/api/v1/me' })))
  const refused = answers.filter(({ status }) => status === 503)
  assert.ok(refused.length >= 100, `${refused.length} were refused`)
  assert.ok(answers.filter(({ status }) => status === 401).length >= 50, 'others were looked at')
  const { json, headers } = refused[0]!
  assert.deepEqual([json.code, headers['retry-after']], ['overloaded', '2'])
  assert.ok(headers['content-security-policy'] && headers['x-request-id'])
  for (const url of ['/healthz', '/readyz', '/metrics']) assert.equal((await app.call({ url })).status, 200, url)
  await until(async () => (await Promise.all(Array.from({ length: 300 }, me))).every(({ status }) => status === 200))
})

test('one long pause is no overload', async () => {
  await until(async () => (await me()).status === 200)
  await new Promise((resolve) => setTimeout(resolve, 600))
  block(250)
  for (let n = 0; n < 6; n++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.equal((await me()).status, 200)
  }
})

/** Turns of 300 ms, as when each turn of the event loop finds hundreds of requests. */
async function overload(ms: number) {
  for (const begun = performance.now(); performance.now() - begun < ms; ) {
    block(300)
    await setImmediate()
  }
}

function block(ms: number) {
  for (const begun = performance.now(); performance.now() - begun < ms; );
}
