import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAdmission } from '#platform/admission'
import { createHttp } from '#platform/http'
import { createLimits } from '#platform/limits'
import { createLog } from '#platform/log'
import { testApp, type Answer, type Call } from '#test/app'
import { callerOf, callerWithRole, newMember, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const nowhere = '00000000-0000-7000-8000-000000000000'

test('what cannot be accepted is a 400 that says where and why', async () => {
  await problem(
    { url: '/contacts', body: { name: 'Ada', nickname: 'A' } },
    400,
    'invalid',
    /nickname is not known here/,
  )
  await problem({ url: '/contacts', body: { name: 5 } }, 400, 'invalid', /\/name must be string/)
  await problem({ url: '/contacts', body: { name: '' } }, 400, 'invalid', /\/name/)
  await problem({ url: '/contacts', body: { name: '   ' } }, 400, 'invalid', /\/name/)
  await problem({ url: '/contacts', body: { emails: [{ address: 'nobody' }] } }, 400, 'invalid', /\/emails\/0\/address/)
  await problem({ url: '/contacts', body: [] }, 400, 'invalid', /must be object/)
  await problem({ url: '/contacts', body: {} }, 400, 'invalid', /needs a name or an e-mail address/)
  await problem({ method: 'POST', url: '/contacts' }, 400, 'invalid', /./)
  await problem({ url: '/contacts/not-an-id' }, 400, 'invalid', /the path.*\/id must match format "uuid"/)
  await problem({ url: '/contacts?sort=shoe_size' }, 400, 'invalid', /shoe_size.*name, created_at/)
  await problem({ url: '/contacts?colour=red' }, 400, 'invalid', /colour is not known here/)
  await problem(
    { method: 'PATCH', url: `/contacts/${nowhere}`, body: { created_at: 'now' } },
    400,
    'invalid',
    /created_at/,
  )
})

test('a problem names each complaint by its path', async () => {
  const { errors } = await problem({ url: '/contacts', body: { name: 'Ada', nickname: 'A' } }, 400, 'invalid', /./)
  assert.deepEqual(errors, [{ path: '/nickname', message: 'is not known here' }])
})

test('a body that is no JSON is a 400, and one of another kind a 415', async () => {
  const json = { 'content-type': 'application/json' }
  await problem({ url: '/contacts', body: '{"name": "Ada"', headers: json }, 400, 'invalid', /JSON/i)
  await problem({ method: 'POST', url: '/contacts', body: '', headers: json }, 400, 'invalid', /./)
  await problem(
    { url: '/contacts', body: '{"name":"Ada","__proto__":{"role":"owner"}}', headers: json },
    400,
    'invalid',
    /./,
  )
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense']) {
    await problem({ url: '/contacts', body: 'name=Ada', headers: { 'content-type': type } }, 415, 'unsupported', /./)
  }
})

test('a body in another encoding than UTF-8 is a 400, and nothing of it is stored', async () => {
  const body = Buffer.from('{"name":"Zoë of the café"}', 'latin1')
  await problem({ url: '/contacts', body, headers: { 'content-type': 'application/json' } }, 400, 'invalid', /UTF-8/)
  assert.equal((await acme.get('/contacts?q=Zo')).data.length, 0)
})

test('a NUL character is a 400 wherever it stands, and nothing is stored', async () => {
  const nul = 'A\u0000B'
  await problem({ url: '/contacts', body: { name: nul } }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts', body: { name: 'Ada', fields: { [nul]: 'x' } } }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts', body: { name: 'Ada', fields: { x: nul } } }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts', body: { name: 'Ada', tags: [nul] } }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts', body: { name: 'Ada', phones: [{ number: nul }] } }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts', body: { name: 'Ada', company: { name: nul } } }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts?tag=A%00B' }, 400, 'invalid', /NUL/)
  await problem({ url: '/contacts?email=a%00b@x.org' }, 400, 'invalid', /NUL/)
  await problem({ url: '/api-keys', body: { name: nul } }, 400, 'invalid', /NUL/)
  assert.deepEqual((await acme.get('/contacts')).data, [])
})

test('text of every script, unpaired surrogates and absurd numbers are no server error', async () => {
  for (const name of [
    'Жанна',
    '李小龍',
    'محمد',
    '👩‍👩‍👧',
    'e\u0301',
    '\u202Eevil',
    'x'.repeat(300),
    "'; drop table contact; --",
    '\\',
    '%s%n',
    '${x}',
  ]) {
    const { name: kept } = await acme.post('/contacts', { name })
    assert.equal(kept, name)
  }
  await problem(
    { url: '/contacts', body: '{"name":"A\\ud800B"}', headers: { 'content-type': 'application/json' } },
    [201, 400],
  )
  await problem(
    { url: '/contacts', body: '{"name":"N","fields":{"n":1e400}}', headers: { 'content-type': 'application/json' } },
    [201, 400],
  )
  await problem({ url: '/contacts', body: { name: 'N', fields: { n: 2 ** 80, deep: nested(200) } } }, [201, 400])
  await problem({ url: '/api-keys', body: { name: 'k', expires_at: '9999-12-31T23:59:59Z' } }, [201])
  await problem({ url: '/api-keys', body: { name: 'k', expires_at: '2020-01-01T00:00:00Z' } }, 400, 'invalid', /future/)
  await problem({ url: '/api-keys', body: { name: 'k', expires_at: '2026-02-31T00:00:00Z' } }, 400, 'invalid', /./)
})

test('what is nested deeper than anybody means is a 400', async () => {
  const nested = (levels: number) =>
    `{"calls":[{"method":"POST","path":"/api/v1/contacts","body":{"name":"Ada","fields":{"x":${'['.repeat(levels)}${']'.repeat(levels)}}}}]}`
  const json = { 'content-type': 'application/json' }
  assert.equal((await app.call({ url: '/api/v1/batch', key: acme.key, body: nested(40), headers: json })).status, 200)
  for (const levels of [100, 3_000, 400_000]) {
    await problem({ url: '/batch', body: nested(levels), headers: json }, 400, 'invalid', /nested/)
  }
})

test('a path that no router can read is a problem like any other', async () => {
  await problem({ url: '/contacts/%' }, 400, 'invalid', /./)
  await problem({ url: `/contacts/${'x'.repeat(500)}` }, 414, 'invalid', /./)
})

test('a body larger than a megabyte is a 413', async () => {
  await problem({ url: '/contacts', body: { name: 'Ada', title: 'x'.repeat(1024 * 1024) } }, 413, 'too_large', /./)
})

test('no key, an unknown one and nonsense are a 401', async () => {
  const asked = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer nonsense',
    `Bearer rk_${'a'.repeat(43)}`,
    `Basic ${acme.key}`,
    acme.key,
  ]
  for (const authorization of asked) {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
    const answer = await app.call({ url: '/api/v1/me', headers })
    assert.equal(answer.status, 401, authorization)
    assertProblem(answer, 'unauthenticated')
  }
})

test('a revoked key is refused at once, and an expired one from its moment on', async () => {
  const made = await acme.post('/api-keys', { name: 'to be revoked' })
  const caller = callerOf(app, made.key)
  await caller.get('/me')
  await acme.remove(`/api-keys/${made.id}`)
  assert.equal((await caller.get('/me', 401)).code, 'unauthenticated')
  await acme.remove(`/api-keys/${made.id}`)

  const expiring = await acme.post('/api-keys', { name: 'expiring', expires_at: '2099-01-01T00:00:00Z' })
  await app.database.query("update api_key set expires_at = now() - interval '1 second' where id = $1", [expiring.id])
  await callerOf(app, expiring.key).get('/me', 401)
})

test('a key tells who it is, and is shown and stored nowhere', async () => {
  const made = await acme.post('/api-keys', { name: 'Robot', scope: 'read' })
  const me = await callerOf(app, made.key).get('/me')
  assert.deepEqual(
    [me.role, me.organization.id, me.api_key],
    ['member', acme.organization_id, { id: made.id, name: 'Robot', prefix: made.key.slice(0, 8), scope: 'read' }],
  )
  const { data } = await acme.get('/api-keys')
  assert.ok(!JSON.stringify(data).includes(made.key))
  const { last_used_at } = data.find(({ id }: { id: string }) => id === made.id)
  assert.equal(made.last_used_at, null)
  assert.ok(Date.now() - Date.parse(last_used_at) < 60_000, last_used_at)
  const [dump] = await app.database.query(
    `select string_agg(k::text, '') || coalesce((select string_agg(e::text, '') from event e), '') as text
    from api_key k`,
  )
  assert.ok(!dump!.text.includes(made.key) && dump!.text.includes(made.key.slice(0, 8)))
})

test('a role that is too low is a 403 and changes nothing', async () => {
  const [guest, member] = [await callerWithRole(app, acme, 'guest'), await callerWithRole(app, acme, 'member')]
  const { id } = await acme.post('/contacts', { name: 'Kept' })
  for (const [path, body] of [
    ['/contacts', { name: 'X' }],
    ['/api-keys', { name: 'X' }],
    ['/imports', {}],
  ] as const) {
    assert.equal((await guest.post(path, body, 403)).code, 'forbidden', path)
  }
  await guest.patch(`/contacts/${id}`, { name: 'Changed' }, 403)
  const data = ['/contacts', `/contacts/${id}`, `/contacts/${id}/timeline`]
  for (const path of ['/operations', '/api-keys', ...data]) await guest.get(path, 403)
  for (const path of ['/me', '/sessions']) await guest.get(path)
  await member.get('/api-keys', 403)
  await member.post('/api-keys', { name: 'More', scope: 'admin' }, 403)
  await member.remove(`/api-keys/${nowhere}`, 403)
  assert.equal((await acme.get(`/contacts/${id}`)).name, 'Kept')
})

test('what is not there is a 404 that says what', async () => {
  await problem({ url: `/contacts/${nowhere}` }, 404, 'contact_not_found', new RegExp(nowhere))
  await problem({ url: `/contacts/${nowhere}/timeline` }, 404, 'contact_not_found', /./)
  await problem({ url: `/operations/${nowhere}` }, 404, 'operation_not_found', /./)
  await problem({ url: `/imports/${nowhere}/rejections` }, 404, 'import_not_found', /./)
  await problem({ method: 'DELETE', url: `/api-keys/${nowhere}` }, 404, 'api_key_not_found', /api key/)
  for (const url of ['/nothing', '/contacts/', '/contacts/a/b/c', '/../../etc/passwd']) {
    const answer = await app.call({ url: `/api/v1${url}`, key: acme.key })
    if (url !== '/contacts/') assertProblem(answer, 'route_not_found')
  }
})

test('a contradiction to what is stored is a 409', async () => {
  const { id } = await acme.post('/contacts', { name: 'Born once' })
  const birthday = { kind: 'birthday', month: 12, day: 10 }
  await acme.post(`/contacts/${id}/dates`, birthday)
  await problem({ url: `/contacts/${id}/dates`, body: birthday }, 409, 'birthday_known', /birthday/)
})

test('an unexpected error is a 500 that keeps what happened to itself and to the log', async (t) => {
  const broken = await testApp(t)
  const caller = await organization(broken)
  await broken.database.query('alter table contact rename to elsewhere')
  const answer = await broken.call({
    url: '/api/v1/contacts',
    key: caller.key,
    headers: { 'x-request-id': 'trace-me' },
  })
  assert.equal(answer.status, 500)
  assertProblem(answer, 'internal')
  assert.doesNotMatch(answer.text, /relation|contact"|select|\.ts/)
  assert.ok(broken.logged.some((line) => (line as { request_id?: string }).request_id === 'trace-me'))
})

test('a caller’s request id is kept when it is harmless, and made otherwise', async () => {
  const asked = async (id?: string) => {
    const { headers } = await app.call({
      url: '/api/v1/me',
      key: acme.key,
      headers: id === undefined ? {} : { 'x-request-id': id },
    })
    return headers['x-request-id']!
  }
  assert.equal(await asked('Req:1.a_b-c'), 'Req:1.a_b-c')
  const uuid = /^[0-9a-f-]{36}$/
  for (const id of [undefined, '', 'a b', 'x'.repeat(101), '<script>', 'a"b']) assert.match(await asked(id), uuid)
  assert.notEqual(await asked(), await asked())
  const { json, headers } = await app.call({ url: '/api/v1/nothing' })
  assert.equal(json.request_id, headers['x-request-id'])
})

test('HEAD says what GET would, without a body, and OPTIONS opens nothing', async () => {
  for (const url of ['/api/v1/contacts', '/healthz']) {
    const get = await app.call({ url, key: acme.key })
    const head = await app.call({ method: 'HEAD', url, key: acme.key })
    const alike = ({ headers }: Answer) => [headers['content-type'], headers['content-length'], headers.etag]
    assert.deepEqual([head.status, head.text, ...alike(head)], [200, '', ...alike(get)])
  }
  assert.equal((await app.call({ method: 'HEAD', url: '/api/v1/contacts' })).status, 401)
  const headers = { origin: 'https://evil.example' }
  const options = await app.call({ method: 'OPTIONS', url: '/api/v1/contacts', headers })
  assert.deepEqual([options.status, options.headers.allow], [204, 'GET, HEAD, POST, OPTIONS'])
  assert.equal(options.headers['access-control-allow-origin'], undefined)
  assert.equal((await app.call({ method: 'OPTIONS', url: '/api/v1/nothing' })).status, 404)
})

test('a known path with another method is a 405 that says which there are', async () => {
  const put = await app.call({ method: 'PUT', url: '/api/v1/contacts?x=1', key: acme.key, body: {} })
  assertProblem(put, 'method_not_allowed')
  assert.deepEqual([put.status, put.headers.allow], [405, 'GET, HEAD, POST, OPTIONS'])
  const post = await app.call({ method: 'PUT', url: `/api/v1/contacts/${nowhere}/`, key: acme.key, body: {} })
  assert.deepEqual([post.status, post.headers.allow], [405, 'GET, HEAD, PATCH, DELETE, OPTIONS'])
})

test('a browser may do nothing with an answer, be it a refusal', async () => {
  for (const url of ['/api/v1/contacts', '/api/v1/me', '/api/v1/nothing', '/healthz']) {
    const { headers } = await app.call({ url, headers: { origin: 'https://evil.example' } })
    const policy = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'"
    assert.deepEqual([headers['content-security-policy'], headers['x-content-type-options']], [policy, 'nosniff'], url)
    assert.deepEqual([headers['referrer-policy'], headers['x-frame-options']], ['no-referrer', 'DENY'])
    assert.equal(headers['strict-transport-security'], undefined)
  }
  const { http } = await testApp(file, { database: app.database, env: { PUBLIC_URL: 'https://rapport.example.org' } })
  const { headers } = await http.inject('/healthz')
  assert.equal(headers['strict-transport-security'], 'max-age=31536000')
})

test('what a route does not know, in its query or in its body, is refused by every one', async () => {
  const { headers } = await newMember(app, acme.organization_id, 'owner')
  for (const { method, path, operation } of app.document.routes) {
    const { operationId: id, requestBody } = operation
    if (requestBody?.content['multipart/form-data']) continue
    // A provider may add to its answer what it likes.
    if (id === 'getOidcCallback') continue
    const call = { method: method as 'POST', url: path.replace(/\{\w+\}/g, nowhere), headers }
    // Looked at before the query.
    const body = requestBody && (exampleOf(requestBody.content['application/json']!.schema) as object)
    const needed = (operation.parameters ?? []).filter(({ in: place, required }) => place === 'query' && required)
    const query = [...needed.map(({ name, schema }) => `${name}=${exampleOf(schema)}`), 'surely_unknown=1'].join('&')
    const asked = await app.call({ ...call, url: `${call.url}?${query}`, body })
    assert.match(asked.json?.detail ?? '', /surely_unknown is not known here/, id)
    if (method === 'GET') continue
    const told = await app.call({ ...call, body: { ...body, surely_unknown: 1 } })
    assert.deepEqual([told.status, told.json?.code], [400, 'invalid'], id)
  }
})

test('a route that does not say who may call it fails the boot', async () => {
  const admission = createAdmission({ authenticate: async () => undefined, session_cookie: 'none', organization_cookie: 'none', limits: createLimits() })
  const http = createHttp({ log: createLog('silent'), public_url: 'http://localhost', version: '0', admission })
  http.register(async (root) => void root.get('/open', async () => 'everything'))
  await assert.rejects(async () => http.ready(), /The route (GET|HEAD) \/open does not say who may call it/)
})

interface Schema {
  $ref?: string
  anyOf?: Schema[]
  examples?: unknown[]
  enum?: unknown[]
  type?: string
  format?: string
  minimum?: number
  minLength?: number
  minItems?: number
  minProperties?: number
  items?: Schema
  required?: string[]
  properties?: Record<string, Schema>
}

/** The least that this schema takes. */
function exampleOf(schema: Schema): unknown {
  if (schema.$ref) return exampleOf(app.document.document.components.schemas[schema.$ref.split('/').at(-1)!] as Schema)
  if (schema.examples) return schema.examples[0]
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return exampleOf(schema.anyOf[0]!)
  if (schema.type === 'object') {
    const required = schema.required ?? []
    const others = Object.keys(schema.properties ?? {}).filter((name) => !required.includes(name))
    const names = [...required, ...others.slice(0, Math.max((schema.minProperties ?? 0) - required.length, 0))]
    return Object.fromEntries(names.map((name) => [name, exampleOf(schema.properties![name]!)]))
  }
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items!))
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return false
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z'
  if (schema.format === 'date') return '2026-01-01'
  if (schema.format === 'uuid') return nowhere
  if (schema.format === 'uri') return 'https://example.org'
  return 'x'.repeat(schema.minLength ?? 1)
}

type Problem = Record<string, unknown> & { errors?: { path: string; message: string }[] }

async function problem(call: Call, status: number | number[], code?: string, detail?: RegExp): Promise<Problem> {
  const answer = await app.call({ ...call, url: `/api/v1${call.url}`, key: acme.key })
  assert.ok([status].flat().includes(answer.status), `${call.url} → ${answer.status} ${answer.text}`)
  if (code) assertProblem(answer, code)
  if (detail) assert.match(answer.json.detail, detail)
  return answer.json
}

function assertProblem({ status, headers, json }: Answer, code: string) {
  assert.match(headers['content-type']!, /^application\/problem\+json/)
  assert.deepEqual([json.status, json.code, json.type], [status, code, `urn:rapport:error:${code}`])
  assert.ok(json.title && json.detail && json.request_id === headers['x-request-id'])
}

function nested(levels: number): unknown {
  return levels === 0 ? 'x' : { a: nested(levels - 1) }
}
