// Every route, called with what nobody should send: made from the OpenAPI document, so that a new route is in it. No
// answer may be a 5xx, and every one must be as documented (test/app.ts sees to that).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Call } from './app.ts'
import { callerWithRole, organization } from './factories.ts'
import type { Route } from './openapi.ts'
import { seededRandom } from './random.ts'
import { file } from './scope.ts'

const app = await testApp(file)
const us = await organization(app)
const { id: contactId } = await us.post('/contacts', { name: 'Known', emails: [{ address: 'known@fuzz.example' }] })

// What is of people, and what no key sees, is called by somebody who has signed in, with ids of what there is.
const person = await callerWithRole(app, us, 'admin')
const room = await person.post('/rooms', { kind: 'channel', name: 'Known' })
const message = await person.post(`/rooms/${room.id}/messages`, { text: 'Known' })
const task = await person.post('/tasks', { title: 'Known', labels: ['known'] })
const reminder = await person.post('/reminders', { text: 'Known', time: { remind_at: new Date(Date.now() + 3_600_000).toISOString() } })
const known = [room.id, message.id, task.id, reminder.id, person.user_id]
const ofPeople = /^\/api\/v1\/(?:rooms|messages|files|bookmarks|scheduled-messages|reminders|notifications?|notification-|availability|presence|tasks|labels|push-)/

const rounds = 60
const seed = Number(process.env.FUZZ_SEED ?? 20_261_124)

const hostile: unknown[] = [
  '', ' ', '0', '-1', '1e400', 'NaN', 'null', 'true', '\u0000', 'a\u0000b', '\ud800', '\u202e\u200f', '💥'.repeat(300),
  "'; drop table contact; --", '$1', '%', '%%%', '\\', '<script>alert(1)</script>', '=cmd|x!A1', '../../../etc/passwd',
  '{{7*7}}', 'a'.repeat(70_000), '00000000-0000-0000-0000-000000000000', '99999999-9999-9999-9999-999999999999',
  '2026-02-30T25:61:61Z', '0001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '-infinity', 'infinity', 'x@y', '@', 'a@b@c',
  0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 63, null, true, false, [], {}, [[]], [null], { a: { b: { c: [] } } },
  ['a', 'a', 'a'], Array.from({ length: 5_000 }, () => 'x'), JSON.parse('{"__proto__": 1, "constructor": {"prototype": 1}}'),
]

for (const route of app.document.routes) {
  test(`${route.method} ${route.path} answers nonsense with what is wrong with it`, async () => {
    const random = seededRandom(seed)
    for (let round = 0; round < rounds; round++) {
      const call = makeCall(route, random)
      const { status, text } = await app.call(call)
      assert.ok(status < 500, `seed ${seed}, round ${round}: ${status} ${text.slice(0, 500)}\n${JSON.stringify(call).slice(0, 2_000)}`)
    }
    assert.deepEqual(app.logged, [])
  })
}

function makeCall({ method, path, operation }: Route, random: () => number): Call {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const nonsense = () => pick(hostile)
  // With nothing in its place it would be another route's path.
  const isOfPeople = ofPeople.test(path)
  const id = () => (isOfPeople ? pick(known) : contactId)
  const inPath = path.replaceAll(/\{\w+\}/g, () => (random() < (isOfPeople ? 0.9 : 0.5) ? id() : encode(nonsense()) || '-'))
  const asked = (operation.parameters ?? []).filter(({ in: place, name }) => place === 'query' && name !== 'wait' && random() < 0.6)
  const query = asked.map(({ name }) => `${name}=${encode(nonsense())}`)
  const url = query.length > 0 ? `${inPath}?${query.join('&')}` : inPath
  const headers: Record<string, string> = random() < 0.2 ? { 'if-none-match': '"', 'idempotency-key': encode(nonsense()).slice(0, 300) } : {}
  const content = operation.requestBody?.content
  const call = isOfPeople && random() < 0.8
    ? { method: method as Call['method'], url, headers: { ...headers, ...person.headers } }
    : { method: method as Call['method'], url, key: us.key, headers }
  if (!content) return call
  const type = Object.keys(content)[0]!
  const kind = random()
  if (kind < 0.1) return { ...call, headers: { ...call.headers, 'content-type': type }, body: pick(['', '{', '[', '"', 'null', '\u0000', '{"a":', '--']) }
  const schema = resolve(content[type]!.schema)
  const body = kind < 0.2 ? nonsense() : distort(schema, { nonsense, random, id })
  return { ...call, headers: { ...call.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

interface Schema {
  $ref?: string
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  format?: string
  type?: string
}

/** Something of the schema's shape in which some places hold nonsense. */
function distort(given: Schema, by: { nonsense: () => unknown; random: () => number; id: () => string }): unknown {
  const { nonsense, random, id } = by
  const schema = resolve(given)
  if (random() < 0.12) return nonsense()
  if (schema.anyOf) return distort(schema.anyOf[Math.floor(random() * schema.anyOf.length)]!, by)
  if (schema.enum) return schema.enum[Math.floor(random() * schema.enum.length)]
  if (schema.properties) {
    const entries = Object.entries(schema.properties).filter(() => random() < 0.8)
    return Object.fromEntries(entries.map(([name, inner]) => [name, distort(inner, by)]))
  }
  if (schema.type === 'object') return { [asText(nonsense()).slice(0, 100)]: nonsense() }
  if (schema.type === 'array') return Array.from({ length: Math.floor(random() * 4) }, () => distort(schema.items ?? {}, by))
  if (schema.type === 'integer' || schema.type === 'number') return Math.floor(random() * 1_000)
  if (schema.format === 'uuid') return id()
  if (schema.format === 'date-time') return '2026-11-24T12:00:00Z'
  return random() < 0.5 ? asText(nonsense()) : 'word'
}

function resolve(schema: Schema): Schema {
  if (!schema.$ref) return schema
  return app.document.document.components.schemas[schema.$ref.split('/').at(-1)!] as Schema
}

function encode(value: unknown): string {
  return encodeURIComponent(asText(value).toWellFormed()).slice(0, 3_000).replace(/%[0-9A-F]?$/, '')
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
