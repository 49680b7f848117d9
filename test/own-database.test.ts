import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { withClient } from '#platform/db/connect'
import { prepareDatabase } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'
import { testApp } from './app.ts'
import { openTestDatabase } from './database.ts'
import { csv, organization } from './factories.ts'
import { onClose } from './scope.ts'
import { databaseAddress, temporaryFolder } from './server.ts'

test('in a database of one’s own a role that may create roles and owns the database is enough', async (t) => {
  const folder = await temporaryFolder('own')
  onClose(t, () => rm(folder, { recursive: true, force: true }))
  const server = await startEmbedded(folder)
  onClose(t, () => server.stop())
  await withClient({ connectionString: server.url }, async (superuser) => {
    await superuser.query("create role dba login createrole password 'p'")
    await superuser.query('create database crm owner dba')
  })
  const url = new URL(server.url)
  url.username = 'dba'
  url.password = 'p'
  const address = databaseAddress({ url: url.href, secret: 's'.repeat(32) }, 'crm')
  const applied = await prepareDatabase(address)
  assert.ok(applied.length > 0)
  assert.deepEqual(await prepareDatabase(address), [])

  const app = await testApp(t, { worker: true, database: openTestDatabase(t, address) })
  const acme = await organization(app)
  assert.equal((await acme.import(csv(['Name'], ['Ada']))).status, 'succeeded')

  // Another password of the administrator is another secret: the roles are given theirs anew.
  const renewed = { ...address, secret: 't'.repeat(32) }
  assert.deepEqual(await prepareDatabase(renewed), [])
  const again = await testApp(t, { database: openTestDatabase(t, renewed) })
  assert.equal((await again.call({ url: '/api/v1/contacts', key: acme.key })).json.data.length, 1)
})
