import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pino } from 'pino'
import { openRedis, tryRedis } from '#platform/redis'
import { openClient } from '#platform/redis-address'
import { createSignals } from '#platform/signals'
import { until } from '#test/factories'
import { freePort } from '#test/ports'
import { skipWithoutRedis, startRedis } from '#test/redis'
import { onClose, type Scope } from '#test/scope'
import { temporaryFolder } from '#test/server'

/** What one process has: its connection, its signals, and what it heard and logged. */
function openProcess(scope: Scope, url: string) {
  const logged: { level: number; msg: string; reason?: string }[] = []
  const redis = openRedis(url, pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) }))
  const signals = createSignals(redis)
  const heard: string[] = []
  signals.on('wake', () => heard.push('wake'))
  signals.on('forget', (text) => heard.push(`forget ${text}`))
  onClose(scope, () => redis.close())
  redis.connect()
  const up = () => until(async () => (await redis.check.run()) === undefined)
  const down = () => until(async () => (await redis.check.run())?.startsWith('down'))
  return { redis, signals, heard, logged, up, down }
}

describe('Redis', { skip: skipWithoutRedis }, () => {
  it('carries a signal to the other processes, and not back', async (t) => {
    const { url } = await startRedis(t)
    const [a, b] = [openProcess(t, url), openProcess(t, url)]
    await Promise.all([a.up(), b.up()])
    const began = performance.now()
    a.signals.send('forget', 'ä key')
    await until(async () => b.heard.length > 0)
    t.diagnostic(`heard after ${(performance.now() - began).toFixed(1)} ms`)
    assert.deepEqual(b.heard, ['forget ä key'])
    assert.deepEqual(a.heard, [])
  })

  it('makes few wake-ups of a burst of commits, and one after the last', async (t) => {
    const { url } = await startRedis(t)
    const [a, b] = [openProcess(t, url), openProcess(t, url)]
    await Promise.all([a.up(), b.up()])
    for (let i = 0; i < 1_000; i++) a.signals.wake()
    await until(async () => b.heard.length === 2)
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.equal(b.heard.length, 2)
  })

  it('is tried again when it is killed, says so once, and comes back by itself', async (t) => {
    const server = await startRedis(t)
    const { url } = server
    const [a, b] = [openProcess(t, url), openProcess(t, url)]
    await Promise.all([a.up(), b.up()])
    let gaps = 0
    b.signals.onGap(() => gaps++)
    await server.kill()
    await Promise.all([a.down(), b.down()])
    // Neither throws nor waits.
    for (let i = 0; i < 100; i++) a.signals.send('forget', 'nobody hears this')
    await assert.rejects(async () => a.redis.client.get('x'))
    await new Promise((resolve) => setTimeout(resolve, 500))
    await server.start()
    await Promise.all([a.up(), b.up()])
    a.signals.send('forget', 'again')
    await until(async () => b.heard.length > 0)
    assert.deepEqual(b.heard, ['forget again'])
    assert.equal(gaps, 1)
    assert.deepEqual(b.logged.map(({ level }) => level), [40, 30], JSON.stringify(b.logged))
    assert.match(b.logged[0]!.msg, /down/)
    assert.match(b.logged[1]!.msg, /back/)
  })

  it('may be away at the start', async (t) => {
    const server = await startRedis(t)
    await server.kill()
    const { up, logged } = openProcess(t, server.url)
    await until(async () => logged.length > 0)
    assert.match(logged[0]!.reason!, /ECONNREFUSED/)
    await server.start()
    await up()
  })

  it('is down when it does not answer, and commands to it end soon', async (t) => {
    const server = await startRedis(t)
    const { redis, up, down } = openProcess(t, server.url)
    await up()
    server.freeze()
    const began = performance.now()
    await assert.rejects(async () => redis.client.get('x'), /timed out/)
    assert.ok(performance.now() - began < 2_000)
    await down()
    server.thaw()
    await up()
  })

  it('can be tried once, for the doctor', async (t) => {
    const server = await startRedis(t, '--requirepass', 'secret')
    assert.equal(await tryRedis(server.url.replace('//', '//:secret@')), undefined)
    assert.match((await tryRedis(server.url))!, /NOAUTH/)
    await server.kill()
    assert.match((await tryRedis(server.url))!, /ECONNREFUSED/)
  })

  it('ignores what is no signal', async (t) => {
    const { url } = await startRedis(t)
    const { redis, heard, up } = openProcess(t, url)
    await up()
    for (const text of ['', 'x', '{}', '[1]', '["a","toString"]', 'null', '["a","__proto__","x"]']) {
      await redis.client.publish('rapport:signals', text)
    }
    await redis.client.publish('rapport:signals', '["a","forget","x"]')
    await until(async () => heard.length > 0)
    assert.deepEqual(heard, ['forget x'])
  })

  it('takes a password', async (t) => {
    const { port } = await startRedis(t, '--requirepass', 'p@ss word')
    const { up } = openProcess(t, `redis://:${encodeURIComponent('p@ss word')}@127.0.0.1:${port}`)
    await up()
    const wrong = openProcess(t, `redis://:wrong@127.0.0.1:${port}`)
    await until(async () => wrong.logged.length > 0)
    assert.match((await wrong.redis.check.run())!, /^down/)
    assert.doesNotMatch(JSON.stringify(wrong.logged), /wrong@/)
  })

  it('may be a Cluster', async (t) => {
    const { port } = await startRedis(t, '--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1')
    const admin = openClient(`redis://127.0.0.1:${port}`)
    await admin.connect()
    await admin.call('cluster', 'addslotsrange', '0', '16383')
    await until(async () => String(await admin.call('cluster', 'info')).includes('cluster_state:ok'))
    admin.disconnect()
    const url = `redis-cluster://127.0.0.1:1?node=127.0.0.1:${port}`
    const [a, b] = [openProcess(t, url), openProcess(t, url)]
    await Promise.all([a.up(), b.up()])
    a.signals.send('forget', 'x')
    await until(async () => b.heard.length > 0)
    await a.redis.client.set('some', 'value')
    assert.equal(await b.redis.client.get('some'), 'value')
  })

  it('may be found by a Sentinel', async (t) => {
    const server = await startRedis(t)
    const folder = await temporaryFolder('sentinel')
    onClose(t, () => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'sentinel.conf')
    await writeFile(file, `sentinel monitor mymaster 127.0.0.1 ${server.port} 1\n`)
    const sentinel = await startSentinel(t, file)
    const { up, redis } = openProcess(t, `redis-sentinel://127.0.0.1:1/mymaster?node=127.0.0.1:${sentinel}`)
    await up()
    await redis.client.set('some', 'value')
  })
})

async function startSentinel(scope: Scope, file: string): Promise<number> {
  const port = await freePort()
  const child = spawn('redis-server', [file, '--sentinel', '--port', String(port)], { stdio: 'ignore' })
  onClose(scope, () => child.kill('SIGKILL'))
  return port
}
