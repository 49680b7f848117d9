import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import https from 'node:https'
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createOutgoing, OutgoingError } from '#platform/outgoing'
import { isPublic, parseAllowed } from '#platform/outgoing-addresses'
import { startNameServer } from '#test/dns'
import { file, onClose, type Scope } from '#test/scope'

const names = await startNameServer(file)
const limits = { timeout_ms: 5_000, max_bytes: 1_000 }

const hidden = [
  '127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254',
  '100.100.100.200', '192.0.0.192', '168.63.129.16', '198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1', '203.0.113.1',
  '::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::ffff:168.63.129.16', '64:ff9b::168.63.129.16', '64:ff9b::127.0.0.1', '64:ff9b:1::7f00:1', '2002:7f00:1::',
  '2001:0:1::1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '4000::1',
]

test('public addresses are told from all others, whatever they are written as or wrapped in', () => {
  for (const address of hidden) assert.equal(isPublic(address), false, address)
  for (const address of ['1.1.1.1', '2606:4700::1111', '64:ff9b::1.1.1.1', '::ffff:1.1.1.1']) assert.equal(isPublic(address), true, address)
})

test('a URL that leads elsewhere by itself is refused before anything is asked', () => {
  const outgoing = createOutgoing({ allowed: allow() })
  const spelled = [
    'http://example.org', 'ftp://example.org', 'file:///etc/passwd', 'javascript:alert(1)', 'no url', '', '//example.org',
    'https://user:password@example.org', 'https://user@example.org',
    'https://2130706433', 'https://0x7f.1', 'https://0177.0.0.1', 'https://127.1', 'https://①②⑦.0.0.1', 'https://169。254。169。254',
    ...hidden.map((address) => `https://${address.includes(':') ? `[${address}]` : address}/`),
  ]
  for (const url of spelled) assert.throws(() => outgoing.check(url), OutgoingError, url)
  for (const url of ['https://example.org', 'https://example.org:8443/a?b', 'https://1.1.1.1']) outgoing.check(url)
})

test('a name that leads to an address of our own is refused, also beside a public one', async (t) => {
  const { port, requests } = await receiver(t)
  const outgoing = createOutgoing({ allowed: allow(), resolver: names.resolver })
  names.names = {
    'loopback.example': ['127.0.0.1'], 'six.example': ['::1'], 'metadata.example': ['169.254.169.254'],
    'mapped.example': ['::ffff:127.0.0.1'], 'both.example': ['1.1.1.1', '127.0.0.1'], 'mixed.example': ['1.1.1.1', '::1'],
  }
  for (const name of Object.keys(names.names)) {
    for (const host of [name, `${name}.`, name.toUpperCase()]) {
      await assert.rejects(outgoing.request({ url: `https://${host}:${port}`, ...limits }), /is not a public address/, host)
    }
  }
  await assert.rejects(outgoing.request({ url: 'https://unknown.example', ...limits }), /There is no address for the name unknown\.example/)
  assert.deepEqual(requests, [])
})

test('the socket goes to the address that was checked: what the name server says next changes nothing', async (t) => {
  const { port, requests } = await receiver(t, { host: '127.0.0.2' })
  names.names = { 'rebinding.example': [['127.0.0.2'], ['127.0.0.1']] }
  names.questions.length = 0
  const outgoing = createOutgoing({ allowed: allow('127.0.0.2'), resolver: names.resolver })
  const url = `http://rebinding.example:${port}/`
  assert.equal((await outgoing.request({ url, ...limits })).status, 200)
  assert.deepEqual(names.questions.toSorted(), ['rebinding.example A', 'rebinding.example AAAA'])
  await assert.rejects(outgoing.request({ url, ...limits }), /is not a public address/)
  assert.equal(requests.length, 1)
})

test('OUTGOING_ALLOW opens what it names: addresses, ranges, hosts and what is below them, and nothing beside', async (t) => {
  const { port } = await receiver(t)
  names.names = { 'a.corp.example': ['127.0.0.1'], 'corp.example': ['127.0.0.1'], 'evilcorp.example': ['127.0.0.1'] }
  const reach = async (setting: string, host: string) => {
    const outgoing = createOutgoing({ allowed: allow(setting), resolver: names.resolver })
    return outgoing.request({ url: `http://${host}:${port}`, ...limits }).then(({ status }) => status, (error) => error.constructor)
  }
  for (const [setting, host, expected] of [
    ['127.0.0.0/8', '127.0.0.1', 200],
    ['127.0.0.0/8', '2130706433', 200],
    ['127.0.0.0/8', 'a.corp.example', 200],
    ['127.0.0.0/8', '[::ffff:127.0.0.1]', 200],
    ['127.0.0.2', '127.0.0.1', OutgoingError],
    ['10.0.0.0/8', 'a.corp.example', OutgoingError],
    ['::/0', '127.0.0.1', OutgoingError],
    ['localhost', 'localhost', 200],
    ['localhost', '127.0.0.1', OutgoingError],
    ['*.corp.example', 'corp.example', OutgoingError],
    ['*.corp.example', 'evilcorp.example', OutgoingError],
  ] as const) {
    assert.equal(await reach(setting, host), expected, `${setting}: ${host}`)
  }
  for (const none of ['10.0.0.0/33', 'a b', 'http://x', '*', '*.*', '1.2.3']) assert.equal(parseAllowed([none]), undefined, none)
})

test('a redirect is an answer, and is not followed', async (t) => {
  const inner = await receiver(t)
  const { port } = await receiver(t, {
    answer: (_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/secret` }).end(),
  })
  const outgoing = createOutgoing({ allowed: allow('127.0.0.1') })
  assert.equal((await outgoing.request({ url: `http://127.0.0.1:${port}`, ...limits })).status, 302)
  assert.deepEqual(inner.requests, [])
})

test('what is sent arrives as it is, past a proxy that the environment names', async (t) => {
  const { port, requests } = await receiver(t)
  for (const name of ['http_proxy', 'HTTP_PROXY', 'NODE_USE_ENV_PROXY']) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : 'http://127.0.0.1:1'
  t.after(() => ['http_proxy', 'HTTP_PROXY', 'NODE_USE_ENV_PROXY'].forEach((name) => delete process.env[name]))
  const outgoing = createOutgoing({ allowed: allow('127.0.0.1') })
  await outgoing.request({ url: `http://127.0.0.1:${port}/x?y=1`, method: 'POST', headers: { 'x-a': 'b' }, body: 'Grüße', ...limits })
  assert.deepEqual(requests, [{ line: 'POST /x?y=1', header: 'b', body: 'Grüße' }])
})

test('an answer that is too long is cut, and one that is too slow is given up', async (t) => {
  const endless = await receiver(t, {
    answer: (_request, response) => {
      const more = () => response.write('x'.repeat(64_000)) ? setImmediate(more) : response.once('drain', more)
      response.on('close', () => response.removeAllListeners('drain'))
      more()
    },
  })
  const silent = await receiver(t, { answer: () => {} })
  const slow = await receiver(t, {
    answer: (_request, response) => {
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    },
  })
  const outgoing = createOutgoing({ allowed: allow('127.0.0.1') })
  const ask = (port: number, timeout_ms: number) => outgoing.request({ url: `http://127.0.0.1:${port}`, timeout_ms, max_bytes: 1_000 })
  assert.equal((await ask(endless.port, 5_000)).body.length, 1_000)
  for (const { port } of [silent, slow]) await assert.rejects(ask(port, 200), /There was no whole answer within 0\.2 s/)
  const gone = AbortSignal.abort()
  await assert.rejects(outgoing.request({ url: `http://127.0.0.1:${silent.port}`, ...limits, signal: gone }), /broken off/)
  await assert.rejects(ask(1, 5_000), /The connection was refused/)
})

test('an answer that is none, or is cut off, is told as soon as the connection is closed', async (t) => {
  const answers = ['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx', 'nonsense\r\n\r\n', '']
  const outgoing = createOutgoing({ allowed: allow('127.0.0.1') })
  for (const answer of answers) {
    const server = createSocketServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(answer)))
    const port = await listen(t, server)
    await assert.rejects(outgoing.request({ url: `http://127.0.0.1:${port}`, ...limits }), /closed|failed/, answer)
  }
})

test('over https the certificate must be valid for the name, wherever the name may lead', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-tls-'))
  onClose(t, () => rmSync(folder, { recursive: true }))
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')]
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert,
  ], { stdio: 'ignore' })
  const server = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => response.end())
  const port = await listen(t, server)
  const outgoing = createOutgoing({ allowed: allow('localhost') })
  await assert.rejects(outgoing.request({ url: `https://localhost:${port}`, ...limits }), /The connection failed \(DEPTH_ZERO_SELF_SIGNED_CERT\)/)
})

function allow(...entries: string[]) {
  return parseAllowed(entries)!
}

interface Received {
  line: string
  header: unknown
  body: string
}

async function receiver(scope: Scope, { host = '127.0.0.1', answer }: { host?: string; answer?: RequestListener } = {}) {
  const requests: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    requests.push({ line: `${request.method} ${request.url}`, header: request.headers['x-a'], body })
    if (answer) answer(request, response)
    else response.end('ok')
  })
  return { requests, port: await listen(scope, server, host) }
}

async function listen(scope: Scope, server: Server | SocketServer, host = '127.0.0.1'): Promise<number> {
  server.listen(0, host)
  await once(server, 'listening')
  onClose(scope, () => void (server.close(), 'closeAllConnections' in server && server.closeAllConnections()))
  return (server.address() as AddressInfo).port
}
