import assert from 'node:assert/strict'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readOrCreateSecret } from '#platform/secret-file'
import { createSecrets } from '#platform/secrets'
import { onClose } from '#test/scope'
import { temporaryFolder } from '#test/server'

const database_url = 'postgres://localhost/rapport'

function withKey(secret_key?: string, secret_key_previous?: string) {
  return createSecrets({ secret_key, secret_key_previous, database_url, data_folder: '/nowhere' })
}

const first = 'first'.repeat(8)
const second = 'second'.repeat(8)
const context = 'org-1 connection.token'

describe('A secret', () => {
  it('is read again as it was, whatever it is', async () => {
    const secrets = withKey(first)
    for (const plain of ['', 'a', 'Grüße, 世界 🔑', '\0', 'x'.repeat(100_000)]) {
      const stored = await secrets.encrypt(plain, { context })
      assert.equal(await secrets.decrypt(stored, { context }), plain)
      if (plain.length > 3) assert.ok(!stored.includes(plain))
    }
  })

  it('never looks the same twice', async () => {
    const secrets = withKey(first)
    const stored = await Promise.all(Array.from({ length: 100 }, () => secrets.encrypt('same', { context })))
    assert.equal(new Set(stored).size, 100)
  })

  it('cannot be read in another place', async () => {
    const secrets = withKey(first)
    const stored = await secrets.encrypt('token', { context })
    for (const other of ['org-2 connection.token', 'org-1 connection.other', '']) {
      await assert.rejects(secrets.decrypt(stored, { context: other }), /changed, or belongs/)
    }
  })

  it('cannot be read when a single bit of it was changed, or a part is missing', async () => {
    const secrets = withKey(first)
    const stored = await secrets.encrypt('token', { context })
    const [version, id, text] = stored.split('.') as [string, string, string]
    const sealed = Buffer.from(text, 'base64url')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      const again = `${version}.${id}.${changed.toString('base64url')}`
      await assert.rejects(secrets.decrypt(again, { context }), /changed, or belongs/)
    }
    for (const other of ['', 'token', stored.slice(0, -4), `${version}.${id}.`, `v2.${id}.${text}`, `${stored}.x`]) {
      await assert.rejects(secrets.decrypt(other, { context }), /changed, or belongs/)
    }
  })

  it('cannot be read with another key, and the message says what to set', async () => {
    const stored = await withKey(first).encrypt('token', { context })
    await assert.rejects(withKey(second).decrypt(stored, { context }), /RAPPORT_SECRET_KEY_PREVIOUS/)
  })

  it('outlives a change of the key, and is renewed when that is asked for', async () => {
    const before = await withKey(first).encrypt('token', { context })
    const both = withKey(second, first)
    assert.equal(await both.decrypt(before, { context }), 'token')
    const renewed = await both.renew(before, { context })
    assert.equal(await withKey(second).decrypt(renewed!, { context }), 'token')
    assert.equal(await both.renew(renewed!, { context }), undefined)
    await assert.rejects(both.renew(before, { context: 'elsewhere' }), /changed, or belongs/)
  })

  it('uses the data folder\'s own key with the embedded database, for its owner alone', async (t) => {
    const data_folder = await temporaryFolder('secrets')
    onClose(t, () => rm(data_folder, { recursive: true, force: true }))
    const unset = { secret_key: undefined, secret_key_previous: undefined, database_url: undefined }
    const open = () => createSecrets({ ...unset, data_folder })
    const stored = await open().encrypt('token', { context })
    assert.equal(await open().decrypt(stored, { context }), 'token')
    assert.equal((await stat(join(data_folder, 'secret.key'))).mode & 0o777, 0o600)
    const key = await readFile(join(data_folder, 'secret.key'), 'utf8')
    assert.equal(await withKey(key).decrypt(stored, { context }), 'token')
  })

  it('needs RAPPORT_SECRET_KEY with a database of your own, and says so when it is stored', async () => {
    await assert.rejects(withKey().encrypt('token', { context }), /set RAPPORT_SECRET_KEY/)
  })

  it('is the same for all of many first starts at once, and nothing else is left', async (t) => {
    const folder = await temporaryFolder('secrets')
    onClose(t, () => rm(folder, { recursive: true, force: true }))
    const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrCreateSecret(join(folder, 'secret.key'))))
    assert.equal(new Set(secrets).size, 1)
    assert.deepEqual(await readdir(folder), ['secret.key'])
  })
})
