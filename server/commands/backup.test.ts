// Both commands as a user runs them, on real servers.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { verifyBackup } from '#platform/restore'
import { emptyDatabase } from '#test/database'
import { createInstallation } from '#test/installation'

describe('rapport backup and restore', async () => {
  const [old, fresh] = [await createInstallation(), await createInstallation()]
  after(() => Promise.all([old.remove(), fresh.remove()]))
  const path = join(old.folder, 'rapport.tar.zst')
  let key: string
  let contacts: unknown
  let cursor: string

  const get = async (url: string, what: string) => {
    const response = await fetch(`${url}/api/v1${what}`, { headers: { authorization: `Bearer ${key}` } })
    assert.equal(response.status, 200)
    return (await response.json()) as { data: unknown; next_cursor: string; reset?: boolean }
  }

  test('a backup is written while the server runs, and tells what is in it', async () => {
    const url = await old.start()
    const { stdout: made } = await old.run(['setup', '--name', 'Ada', '--email', 'ada@example.org', '--organization', 'Acme'])
    key = /rk_\S+/.exec(made)![0]
    const people = await old.write('people.csv', 'Name,Email\nBob,bob@example.com\nEve,eve@example.com\n')
    assert.equal((await old.run(['import', people], { RAPPORT_API_KEY: key })).code, 0)
    contacts = (await get(url, '/contacts')).data
    cursor = (await get(url, '/events?after=now')).next_cursor

    const { code, stdout, stderr } = await old.run(['backup', path])
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /^Wrote \/.*rapport\.tar\.zst, [\d.]+ kB, in [\d.]+ s: 1 organization, \d+ rows and 0 files\.\n$/)
    assert.deepEqual((await readdir(old.folder)).toSorted(), ['data', 'people.csv', 'rapport.tar.zst'])
  })

  test('a file that is there is not overwritten unless that is asked for', async () => {
    const { code, stderr } = await old.run(['backup', path])
    assert.equal(code, 1)
    assert.match(stderr, /is there already: name another file, or say --force to replace it\.\n$/)
    assert.equal((await old.run(['backup', path, '--force'])).code, 0)
  })

  test('nothing is restored under a running server, nor into a database that has something', async () => {
    const running = await old.run(['restore', path])
    assert.equal(running.code, 1)
    assert.match(running.stderr, /^Another Rapport \(process \d+\) already serves the data folder/)
    await old.stop()
    const full = await old.run(['restore', path])
    assert.equal(full.code, 1)
    assert.match(full.stderr, /^The database is not empty/)
  })

  test('an empty embedded database takes the backup over, and serves it', async () => {
    const { code, stdout, stderr } = await fresh.run(['restore', path])
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /^Restored the backup of 20\d\d-.*: 1 organization, \d+ rows and 0 files\. Now start Rapport: `rapport start`\.\n$/)

    const again = join(fresh.folder, 'again')
    assert.equal((await fresh.run(['backup', again])).code, 0)
    await assertSame(again)
    const url = await fresh.start()
    assert.deepEqual((await get(url, '/contacts')).data, contacts)
    assert.equal((await get(url, `/events?after=${encodeURIComponent(cursor)}`)).reset, true)
    await fresh.stop()
  })

  test('so does a PostgreSQL of your own', async (t) => {
    const { url, secret } = await emptyDatabase(t)
    const env = { DATABASE_URL: url, RAPPORT_SECRET_KEY: secret, RAPPORT_DATA: join(fresh.folder, 'files-only') }
    const { code, stderr } = await fresh.run(['restore', path], env)
    assert.deepEqual([code, stderr], [0, ''])
    const again = join(fresh.folder, 'again')
    assert.equal((await fresh.run(['backup', again, '--force'], env)).code, 0)
    await assertSame(again)
  })

  test('what cannot be done is said in one line', async () => {
    const people = join(old.folder, 'people.csv')
    const elsewhere = { RAPPORT_DATA: join(fresh.folder, 'nowhere') }
    for (const [args, message] of [
      [['backup'], /^Name one file to write: .*\n$/],
      [['backup', 'a', 'b'], /^Name one file to write: .*\n$/],
      [['backup', join(fresh.folder, 'x')], /^There is no database in .*nowhere: set RAPPORT_DATA or DATABASE_URL\.\n$/],
      [['restore'], /^Name one file to restore: .*\n$/],
      [['restore', people], /people\.csv is not a backup of Rapport, which `rapport backup FILE` writes\.\n$/],
    ] as const) {
      const { code, stderr } = await fresh.run([...args], elsewhere)
      assert.equal(code, 1, args.join(' '))
      assert.match(stderr, message)
    }
    assert.ok(!(await readdir(fresh.folder)).includes('nowhere'))
  })

  /** Every table, row, column and sequence is the same. */
  async function assertSame(other: string) {
    const [first, second] = [(await verifyBackup(path)).manifest, (await verifyBackup(other)).manifest]
    const content = ({ members, sequences, tables, migrations }: typeof first) =>
      ({ members: members.filter(({ name }) => name !== 'rapport.json'), sequences, tables, migrations })
    assert.deepEqual(content(second), content(first))
    assert.notEqual(second.epoch, first.epoch)
  }
})
