import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { mail, organization, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const html = `<p style="color: red">Hello <img src="cid:logo@x"><img src="https://track.example/x.png"><script>alert(1)</script></p>`

async function received(org: Organization, headers: Record<string, string>, body: string): Promise<string> {
  await org.import(mail({ headers, body }), { filename: 'a.eml' })
  return (await org.get('/interactions')).data[0].id
}

const page = (org: Organization, id: string, query = '') => app.call({ url: `/api/v1/interactions/${id}/page${query}`, key: org.key })

test('a mail is a page that runs nothing, holds its pictures, and loads those from elsewhere only when asked to', async () => {
  const org = await organization(app)
  const parts = ['Content-Type: text/html; charset=utf-8', '', html, '--b', 'Content-Type: image/png', 'Content-ID: <logo@x>', 'Content-Transfer-Encoding: base64', '', png]
  const id = await received(org, { 'Content-Type': 'multipart/related; boundary="b"' }, ['--b', ...parts, '--b--'].join('\n'))

  const shown = await page(org, id)
  assert.equal(shown.status, 200)
  assert.ok(shown.text.includes(`<p style="color: red">Hello <img src="data:image/png;base64,${png}" />`), shown.text)
  assert.doesNotMatch(shown.text, /script|track\.example/)
  const policy = shown.headers['content-security-policy']!
  assert.match(policy, /^sandbox allow-popups allow-popups-to-escape-sandbox;default-src 'none';/)
  assert.match(policy, /img-src data:;frame-ancestors 'self'/)
  assert.equal(shown.headers['x-frame-options'], 'SAMEORIGIN')

  const loaded = await page(org, id, '?remote_images=load')
  assert.match(loaded.text, /<img src="https:\/\/track\.example\/x\.png"/)
  assert.match(loaded.headers['content-security-policy']!, /img-src data: https: http:;/)
})

test('a mail of text alone is a page too, and its text no HTML', async () => {
  const org = await organization(app)
  const id = await received(org, {}, '1 < 2 & <b>not bold</b>')
  assert.match((await page(org, id)).text, /<pre>1 &lt; 2 &amp; &lt;b&gt;not bold&lt;\/b&gt;\s*<\/pre>/)
})
