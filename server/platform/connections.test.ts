// With real sockets: what no well-behaved client would do.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { organization, until } from '#test/factories'
import { file, onClose } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
await app.http.listen({ port: 0, host: '127.0.0.1' })
const { server } = app.http
const { port } = server.address() as AddressInfo

const kind = 'Content-Type: application/json'
const head = `POST /api/v1/contacts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${acme.key}\r\n${kind}\r\n`

test('connections that say nothing are gone within seconds, and nobody waits for them', async () => {
  const idle = await Promise.all(Array.from({ length: 1_000 }, () => open()))
  const { status } = await fetch(`http://127.0.0.1:${port}/healthz`)
  assert.deepEqual([status, idle.some(({ socket }) => socket.destroyed)], [200, false])
  server.headersTimeout = 500
  await until(async () => idle.every(({ socket }) => socket.destroyed), 15)
  assert.match(idle[0]!.received(), /^HTTP\/1\.1 408 .*too_slow/s)
  server.headersTimeout = 20_000
})

test('a body that never ends is given up when no byte moves, and one that takes its time is not', async () => {
  server.setTimeout(2_000)
  const body = '{"name":"Slow Sam"}'
  const silent = await open(`${head}Content-Length: 1000\r\n\r\n{"name":`)
  const slow = await open(`${head}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n`)
  for (const byte of body) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    slow.socket.write(byte)
  }
  await until(async () => silent.socket.destroyed && slow.socket.destroyed)
  assert.equal(silent.received(), '')
  assert.match(slow.received(), /^HTTP\/1\.1 201 /)
  assert.deepEqual((await acme.get('/contacts')).data.map(({ name }: { name: string }) => name), ['Slow Sam'])
  server.setTimeout(120_000)
})

test('what is no HTTP, or has too much in its headers, is told so and closed', async () => {
  const asked = [
    ['GEHE / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 .*application\/problem\+json.*no HTTP/s],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 .*headers_too_large/s],
    [`${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`, /^HTTP\/1\.1 400 /],
  ] as const
  for (const [text, expected] of asked) {
    const client = await open(text)
    await until(async () => client.socket.destroyed)
    assert.match(client.received(), expected)
  }
})

test('a body that is too large is refused when it says so, and when it turns out to be', async () => {
  const told = await fetch(`http://127.0.0.1:${port}/api/v1/contacts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${acme.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x'.repeat(1024 * 1024) }),
  })
  const problem = (await told.json()) as { code: string; detail: string }
  assert.deepEqual([told.status, problem.code], [413, 'too_large'])
  assert.match(problem.detail, /1 MiB/)

  const endless = await open(`${head}Transfer-Encoding: chunked\r\n\r\n`)
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
  for (let sent = 0; sent < 40 && endless.received() === ''; sent++) {
    endless.socket.write(chunk)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await until(async () => endless.received().startsWith('HTTP/1.1 413 '))
})

async function open(text = ''): Promise<{ socket: Socket; received(): string }> {
  const socket = connect(port, '127.0.0.1')
  onClose(file, () => socket.destroy())
  let received = ''
  socket.setEncoding('utf8').on('data', (data) => (received += data)).on('error', () => {})
  await once(socket, 'connect')
  socket.write(text)
  return { socket, received: () => received }
}
