// A disk that fills up under a real server: what cannot be stored is refused in clear words, nothing is half stored, and
// when there is room again everything goes on. Needs to mount a disk of its own: as root, and on Linux.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { finished, until } from '../factories.ts'
import { form } from '../forms.ts'
import { dataFolder, newClient, postmasterPid, startRapport } from '../rapport.ts'
import { onClose } from '../scope.ts'

const megabyte = 1024 * 1024

const skip = spawnSync('unshare', ['--mount', 'true']).status === 0 ? false : 'only who may mount has a small disk'

test('when the disk is full, uploads and writes are refused with a 507, reads go on, and so does all when there is room', { skip }, async (t) => {
  const disk = await smallDisk(t)
  const { ask, upload, files, stop } = await begin(t, disk.folder)
  assert.equal((await ask('POST', '/contacts', { name: 'Before' })).status, 201)

  await disk.fill(80)
  const large = `Name\n${`${'x'.repeat(99)}\n`.repeat(400_000)}`
  const refused = await upload(large)
  assertFull(refused)
  assert.deepEqual(await files(), [])
  assert.equal((await ask('POST', '/contacts', { name: 'There is room for this' })).status, 201)

  await disk.fill(40)
  assertFull(await upload('Name\nAda\n'))
  assertFull(await ask('POST', '/contacts', { name: 'Refused' }))
  const { status, body } = await ask('GET', '/contacts')
  assert.deepEqual([status, body.data.map(({ name }: { name: string }) => name)], [200, ['Before', 'There is room for this']])
  assert.equal((await ask('DELETE', `/contacts/${body.data[0].id}`)).status, 204)

  await disk.clear()
  assert.equal((await ask('POST', '/contacts', { name: 'Afterwards' })).status, 201)
  assert.equal((await upload('Name\nAda\n')).status, 202)
  await stop()
})

test('an import that finds the disk full is paused, and goes on behind what it stored when it is resumed', { skip }, async (t) => {
  const disk = await smallDisk(t)
  const { ask, upload, stop, client } = await begin(t, disk.folder)
  // Random, so that it takes as much room in the database as in the file.
  const rows = 20_000
  const lines = Array.from({ length: rows }, (_, n) => `Person ${n},p${n}@full.example,${randomBytes(900).toString('base64')}`)
  const { id } = (await upload(`Name,Email,Text\n${lines.join('\n')}`)).body
  await until(async () => (await client.get(`/operations/${id}`)).done > 0)
  await disk.fill(90)
  const paused = await until(async () => {
    const now = await client.get(`/operations/${id}`)
    assert.ok(['running', 'paused'].includes(now.status), JSON.stringify(now))
    return now.status === 'paused' && now
  })
  assert.deepEqual([paused.error.code, paused.done < rows], ['disk_full', true])
  assert.match(paused.error.message, /make room, then resume it/)

  await disk.clear()
  const resumed = await ask('POST', `/operations/${id}/resume`)
  assert.deepEqual([resumed.status, resumed.body.error], [200, null])
  const { status, result } = await finished(client, id)
  assert.deepEqual([status, result.created, result.rejected], ['succeeded', rows, 0])
  await stop()
})

test('filled by others to the last byte, the server says after its death why it does not start, and starts when there is room', { skip }, async (t) => {
  const disk = await smallDisk(t)
  const { ask, server, client } = await begin(t, disk.folder)
  assert.equal((await ask('POST', '/contacts', { name: 'Stored' })).status, 201)
  await disk.fill(0)
  assertFull(await ask('POST', '/contacts', { name: 'Refused' }))
  server.signal('SIGKILL')
  process.kill(await postmasterPid(disk.folder), 'SIGKILL')
  await server.exited
  const full = startRapport(t, disk.folder)
  assert.equal(await full.exited, 1)
  assert.match(full.output(), /^The (embedded PostgreSQL did not start, since the )?disk .*is full: make room.*\n$/)

  await disk.clear()
  const again = startRapport(t, disk.folder)
  const { data } = await client.at(await again.url()).get('/contacts')
  assert.deepEqual(data.map(({ name }: { name: string }) => name), ['Stored'])
})

interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came
  body: any
}

function assertFull({ status, body }: Answer) {
  assert.deepEqual([status, body.code], [507, 'disk_full'])
  assert.match(body.detail, /^The disk of the server is full: nothing was stored\./)
}

/** A running server with an organization. */
async function begin(t: TestContext, folder: string) {
  const server = startRapport(t, folder)
  const url = await server.url()
  const client = await newClient(url, folder)
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { authorization: `Bearer ${client.key}`, ...init.headers }
    const answer = await fetch(`${url}/api/v1${path}`, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    server,
    client,
    ask: (method: string, path: string, body?: object) =>
      send(path, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) }),
    upload(text: string) {
      const { body, headers } = form({ file: text })
      return send('/imports', { method: 'POST', headers, body: new Uint8Array(body) })
    },
    files: () => readdir(join(folder, 'files/imports')).catch(() => []),
    async stop() {
      const begun = performance.now()
      server.signal('SIGTERM')
      assert.equal(await server.exited, 0)
      // What was refused in the middle of its body does not hold it.
      assert.ok(performance.now() - begun < 45_000)
    },
  }
}

/** A data folder on a disk of its own, which can be filled up to so many megabytes that are left. */
async function smallDisk(t: TestContext) {
  const folder = join(await dataFolder(t), 'disk')
  await mkdir(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600m,mode=0711', 'tmpfs', folder])
  onClose(t, () => void execFileSync('umount', ['--lazy', folder]))
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill(left: number) {
      const file = await open(filler, 'a')
      const { bavail, bsize } = await statfs(folder)
      const block = Buffer.alloc(megabyte)
      for (let over = bavail * bsize - left * megabyte; over > 0; over -= megabyte) {
        await file.write(block.subarray(0, Math.min(over, megabyte)))
      }
      await file.close()
    },
    clear: () => rm(filler),
  }
}
