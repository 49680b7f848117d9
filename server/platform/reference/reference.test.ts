import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { file } from '#test/scope'

const app = await testApp(file)

test('the reference is a page whose every part comes from here', async () => {
  const page = await app.call({ url: '/docs' })
  assert.equal(page.status, 200)
  assert.match(page.headers['content-type']!, /^text\/html/)
  const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!)
  assert.deepEqual(parts.filter((url) => !/^(\/docs\/|\/api\/v1\/openapi\.json$|data:,$)/.test(url)), [])
  for (const url of parts.filter((url) => url.startsWith('/'))) {
    const part = await app.call({ url })
    assert.deepEqual([part.status, part.headers['cache-control']], [200, 'no-cache'], url)
    assert.ok(part.text.length > 500, url)
    const again = await app.call({ url, headers: { 'if-none-match': part.headers.etag! } })
    assert.equal(again.status, 304)
  }
})

test('its policy lets in what it needs and nothing more', async () => {
  const { headers, text } = await app.call({ url: '/docs' })
  assert.match(headers['content-security-policy']!, /^default-src 'none';script-src 'self';style-src 'self';/)
  assert.doesNotMatch(headers['content-security-policy']!, /unsafe|https?:|\*/)
  assert.doesNotMatch(text, /<script(?![^>]* src=)|<style| style=| on\w+=/)
  const script = await app.call({ url: '/docs/page.js' })
  assert.match(script.headers['content-security-policy']!, /^default-src 'none'/)
})

test('no other file can be had by it', async () => {
  for (const file of ['nothing.js', '../package.json', '..%2freference.ts', 'reference.ts', 'constructor']) {
    assert.equal((await app.call({ url: `/docs/${file}` })).status, 404, file)
  }
})
