// Each route called as each kind of caller, against docs/access.md: nobody reaches what it does not give them, and nobody
// is refused what it gives. Made from the routes, so that a new one is in it.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { callerNames, describeAccess } from '#platform/access-list'
import type { MemberRole } from '#platform/tenancy'
import { testApp, type Call } from './app.ts'
import { newMember, organization } from './factories.ts'
import { file } from './scope.ts'

const app = await testApp(file)
const us = await organization(app)
const written = await readFile(new URL('../docs/access.md', import.meta.url), 'utf8')

const keys = Object.fromEntries(
  await Promise.all(
    ['read', 'write', 'admin'].map(async (scope) => [scope, (await us.post('/api-keys', { name: scope, scope })).key as string]),
  ),
)

test('docs/access.md is what the routes say', () => {
  assert.equal(written, describeAccess(app.http.accessList), 'run `npm run access`')
})

for (const line of written.split('\n').filter((line) => line.startsWith('| `'))) {
  const [route, ...given] = line.split('|').slice(1, -1).map((cell) => cell.trim())
  const [method, path] = route!.replaceAll('`', '').split(' ') as [Call['method'], string]
  // Not there, so that nothing is lost; the id of nobody and of nothing.
  const url = path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')

  test(`${route} is for those whom docs/access.md gives it, and for nobody else`, async () => {
    for (const [index, caller] of callerNames.entries()) {
      const { status, json } = await app.call({ method, url, headers: await headersOf(caller, method) })
      const refused = status === 403 || (status === 401 && ['unauthenticated', 'forbidden'].includes(json.code))
      assert.equal(refused, given[index] !== '●', `${caller}: ${status} ${json?.detail}`)
      if (caller === 'nobody' && given[index] !== '●') assert.equal(status, 401)
    }
  })
}

const readers = new Map<string, Record<string, string>>()

async function headersOf(caller: string, method: Call['method']): Promise<Record<string, string>> {
  if (caller === 'nobody') return {}
  if (caller.startsWith('key: ')) return { authorization: `Bearer ${keys[caller.slice(5)]}` }
  // A person for each call that changes something, since some of them end what they came with; and for each of somebody whose plan is the least.
  if (method !== 'GET' || caller === 'no organization') return newHeaders(caller)
  if (!readers.has(caller)) readers.set(caller, await newHeaders(caller))
  return readers.get(caller)!
}

async function newHeaders(caller: string): Promise<Record<string, string>> {
  const orgId = caller === 'no organization' ? undefined : us.organization_id
  const { headers } = await newMember(app, orgId, orgId ? (caller as MemberRole) : 'guest')
  return headers
}
