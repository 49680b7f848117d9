// The receiver of docs/webhooks.md, run as it stands there.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { organization, until } from '#test/factories'
import { freePort, listens } from '#test/ports'
import { file, onClose } from '#test/scope'

const root = new URL('../../../', import.meta.url)

test('the receiver of the guide gets an event once, however often it is sent', async (t) => {
  const app = await testApp(file, { worker: true, env: { OUTGOING_ALLOW: '127.0.0.1' } })
  const us = await organization(app)
  const port = await freePort()
  const webhook = await us.post('/webhooks', { url: `http://127.0.0.1:${port}`, event_types: ['contact.*'] })

  const guide = await readFile(new URL('docs/webhooks.md', root), 'utf8')
  const code = /```js\n([^]*?)```/.exec(guide)![1]!
  const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: webhook.secret }
  const receiver = spawn(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  onClose(t, async () => {
    receiver.kill()
    await once(receiver, 'exit')
  })
  const lines: string[] = []
  createInterface(receiver.stdout).on('line', (line) => lines.push(line))
  await until(() => listens(port))

  await us.post('/contacts', { name: 'Ada' })
  const delivered = (count: number) =>
    until(async () => {
      const { data } = await us.get(`/webhooks/${webhook.id}/deliveries?status=succeeded`)
      return data.length === count && data
    })
  const [first] = await delivered(1)
  await us.post(`/webhooks/${webhook.id}/deliveries/${first.id}/replay`, {}, 202)
  await delivered(2)
  await us.post('/contacts', { name: 'Brian' })
  await delivered(3)
  await until(async () => lines.filter((line) => line.startsWith('contact.created')).length >= 2)
  assert.equal(lines.filter((line) => line.startsWith('contact.created')).length, 2)

  const forged = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: '{}', headers: { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' } })
  assert.equal(forged.status, 400)
})
