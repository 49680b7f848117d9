import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { settings } from '#platform/settings'
import { dataFolder, newClient, postmasterPid, spawnRapport, startRapport } from '../rapport.ts'

test('of two that start at once on the same data one serves, and the other says who does', async (t) => {
  const folder = await dataFolder(t)
  const both = [startRapport(t, folder), startRapport(t, folder)]
  const outcomes = await Promise.allSettled(both.map(({ ready }) => ready))
  const winner = both[outcomes.findIndex(({ status }) => status === 'fulfilled')]!
  const loser = both.find((one) => one !== winner)!
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal(await loser.exited, 1)
  assert.match(loser.output().trim(), /^Another Rapport \(process \d+\) already serves the data folder \S+ .*\.$/)

  const client = await newClient(await winner.url(), folder)
  assert.deepEqual((await client.get('/contacts')).data, [])
  const again = startRapport(t, folder)
  await assert.rejects(again.ready, /Another Rapport/)
  assert.deepEqual((await client.get('/contacts')).data, [])
  winner.signal('SIGINT')
  assert.equal(await winner.exited, 0)
  await assert.rejects(postmasterPid(folder), { code: 'ENOENT' })

  const next = startRapport(t, folder)
  await client.at(await next.url()).get('/contacts')
  next.signal('SIGTERM')
  assert.equal(await next.exited, 0)
})

test('a port that is taken is one clear line, and the database is stopped again', async (t) => {
  const folder = await dataFolder(t)
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  const server = startRapport(t, folder, { PORT: String(port), LOG_LEVEL: 'warn' })
  assert.equal(await server.exited, 1)
  // Above it, where the machine is busy, the worker may complain that it waited.
  const said = server.output().trim().split('\n').at(-1)
  assert.equal(said, `Port ${port} of 127.0.0.1 is taken by another program: set PORT to a free one.`)
  await assert.rejects(postmasterPid(folder), { code: 'ENOENT' })
})

test('a bad setting stops the start with one line that names it, before anything is made', async (t) => {
  const folder = await dataFolder(t)
  const server = startRapport(t, `${folder}/new`, { PORT: 'eighty' })
  assert.equal(await server.exited, 1)
  assert.equal(server.output(), 'PORT must be a whole number from 0 to 65535, not “eighty”.\n')
})

test('a data folder that cannot be made stops the start with one line, and soon', async (t) => {
  const folder = await dataFolder(t)
  await writeFile(join(folder, 'file'), '')
  const places = { '/proc/rapport/data': /: its place takes no new folders, as none below \/proc does\./, [join(folder, 'file/data')]: /is a file\./ }
  for (const [place, reason] of Object.entries(places)) {
    for (const env of [undefined, { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/rapport' }]) {
      const server = startRapport(t, place, env)
      assert.equal(await server.exited, 1)
      assert.match(server.output(), reason)
      assert.match(server.output(), new RegExp(`^The data folder ${place} cannot be made: .* Set RAPPORT_DATA to another folder\\.\n$`))
    }
  }
})

test('a database that cannot be reached stops the start with a line that holds no password', async (t) => {
  const folder = await dataFolder(t)
  const server = startRapport(t, folder, { DATABASE_URL: 'postgres://me:hunter2secret@127.0.0.1:1/rapport' })
  assert.equal(await server.exited, 1)
  assert.match(server.output(), /127\.0\.0\.1:1/)
  assert.doesNotMatch(server.output(), /hunter2secret|\n.*\n/)
})

test('--help lists every command and every setting', async (t) => {
  const help = spawnRapport(t, ['--help'], {})
  assert.equal(await help.exited, 0)
  // It is wrapped to the width of a terminal.
  const text = help.output().replaceAll(/\s+/g, ' ')
  for (const { name, description } of settings)
    assert.ok(text.includes(` ${name} `) && text.includes(description), name)
  for (const command of ['start', 'setup', 'organization', 'import', 'migrate', 'doctor', 'openapi']) {
    assert.match(help.output(), new RegExp(`^  ${command}\\b`, 'm'))
  }
  const unknown = spawnRapport(t, ['strat'], {})
  assert.equal(await unknown.exited, 1)
  assert.equal(unknown.output(), 'There is no command “strat”: `rapport --help` lists them.\n')
})
