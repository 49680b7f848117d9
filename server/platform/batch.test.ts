import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { allItems, callerWithRole, organization, type Caller } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

interface BatchCall {
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}

interface BatchAnswer {
  status: number
  body: Answer['json']
}

async function run(caller: Caller, calls: BatchCall[], headers: Record<string, string> = {}): Promise<BatchAnswer[]> {
  const answer = await app.call({ url: '/api/v1/batch', body: { calls }, headers: { ...headers, ...caller.headers } })
  assert.equal(answer.status, 200, answer.text)
  return answer.json.answers
}

const create = (name: string) => ({ method: 'POST', path: '/api/v1/contacts', body: { name } })
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)

test('the calls of a batch are answered in order, each seeing what was done before it', async () => {
  const [ada, list, me, key] = await run(acme, [
    create('Ada'),
    { method: 'GET', path: '/api/v1/contacts?limit=5' },
    { method: 'GET', path: '/api/v1/me' },
    { method: 'POST', path: '/api/v1/api-keys', body: { name: 'K', scope: 'read' } },
  ])
  assert.deepEqual([ada!.status, ada!.body.name], [201, 'Ada'])
  assert.deepEqual(list!.body.data.map(({ id }: { id: string }) => id), [ada!.body.id])
  assert.equal(me!.body.organization.id, acme.organization_id)
  const [revoked, gone] = await run(acme, [
    { method: 'DELETE', path: `/api/v1/api-keys/${key!.body.id}` },
    { method: 'PATCH', path: `/api/v1/contacts/${ada!.body.id}`, body: { title: 'Countess' } },
  ])
  assert.deepEqual([revoked, gone!.body.title], [{ status: 204, body: null }, 'Countess'])
})

test('what a call of a batch did was done from where the batch came from', async () => {
  await run(acme, [create('Traced')], { 'user-agent': 'tests/1' })
  const [entry] = await app.database.query('select address, user_agent from audit_entry order by id desc limit 1')
  assert.deepEqual(entry, { address: '127.0.0.1', user_agent: 'tests/1' })
})

test('a call that fails stops no other', async () => {
  const answers = await run(acme, [
    { method: 'GET', path: '/api/v1/nothing' },
    { method: 'POST', path: '/api/v1/contacts', body: { nickname: 'X' } },
    { method: 'POST', path: '/api/v1/contacts' },
    { method: 'PUT', path: '/api/v1/contacts' },
    { method: 'POST', path: '/api/v1/contacts', body: 'text' },
    create('Grace'),
  ])
  assert.deepEqual(statuses(answers), [404, 400, 400, 405, 400, 201])
  assert.equal(answers[0]!.body.code, 'route_not_found')
})

test('a batch reaches the API and nothing else, and neither waits, uploads nor nests', async () => {
  const around = ['/api/v1/../../metrics', '/api/v1/%2e%2e/%2e%2e/metrics', '//evil.example/api/v1/me']
  const paths = [...around, '/healthz', '/metrics', 'contacts', 'http://[']
  for (const { status, body } of await run(acme, paths.map((path) => ({ method: 'GET', path })))) {
    assert.deepEqual([status, body.code], [400, 'invalid'])
  }
  const answers = await run(acme, [
    { method: 'POST', path: '/api/v1/batch', body: { calls: [create('X')] } },
    { method: 'POST', path: '/api/v1/b%61tch', body: { calls: [create('X')] } },
    { method: 'GET', path: '/api/v1/events?wait=30' },
    { method: 'POST', path: '/api/v1/imports', body: {} },
  ])
  for (const { status, body } of answers) {
    assert.equal(status, 400)
    assert.match(body.detail, /cannot be called in a batch/)
  }
})

test('what answers with anything but JSON cannot be called in a batch', async () => {
  const { routes } = app.document
  const files = routes.filter(({ operation: { responses } }) => {
    const content = responses['200']?.content
    return content && !Object.keys(content).some((type) => type.endsWith('json'))
  })
  assert.ok(files.length > 5)
  const path = (route: string) => route.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')
  const answers = await run(acme, files.map((route) => ({ method: route.method, path: path(route.path) })))
  for (const [at, { status, body }] of answers.entries()) {
    assert.equal(status, 400, files[at]!.path)
    assert.match(body.detail, /cannot be called in a batch/)
  }
})

test('a batch has the rights of its caller, and no more calls than fifty', async () => {
  const guest = await callerWithRole(app, acme, 'guest')
  assert.deepEqual(statuses(await run(guest, [create('X'), { method: 'GET', path: '/api/v1/me' }])), [403, 200])
  const other = await organization(app)
  const { id } = await acme.post('/contacts', { name: 'Ours' })
  assert.deepEqual(statuses(await run(other, [{ method: 'GET', path: `/api/v1/contacts/${id}` }])), [404])

  await acme.post('/batch', { calls: Array.from({ length: 51 }, () => create('X')) }, 400)
  await acme.post('/batch', { calls: [] }, 400)
  await acme.post('/batch', { calls: [{ ...create('X'), headers: { authorization: 'Bearer other' } }] }, 400)
  assert.equal((await app.call({ url: '/api/v1/batch', body: { calls: [create('X')] } })).status, 401)
})

test('each call counts, and the batch as one more', async () => {
  const free = await organization(app, { plan: 'free' })
  const calls = Array.from({ length: 50 }, () => ({ method: 'GET', path: '/api/v1/me' }))
  const [first, second] = [await run(free, calls), await run(free, calls)]
  assert.ok(first.every(({ status }) => status === 200))
  assert.equal(second.filter(({ status }) => status === 200).length, 47)
  assert.equal(second.at(-1)!.body.code, 'rate_limited')
})

test('a batch that is sent again with its key does nothing twice', async () => {
  const mine = await organization(app)
  const key = { 'idempotency-key': 'batch-1' }
  const own = { ...create('With its own key'), headers: { 'idempotency-key': 'own' } }
  const first = await run(mine, [create('A'), create('B'), own], key)
  const again = await run(mine, [create('A'), create('B'), own], key)
  assert.deepEqual(again, first)
  assert.deepEqual(statuses(await run(mine, [own])), [201])
  assert.equal((await allItems(mine, '/contacts')).length, 3)

  const sent = (length: number) =>
    app.call({ url: '/api/v1/batch', body: { calls: [create('C')] }, headers: { ...mine.headers, 'idempotency-key': 'k'.repeat(length) } })
  const [longest, tooLong] = [await sent(252), await sent(253)]
  assert.deepEqual([longest.json.answers[0].status, tooLong.status], [201, 400])
})
