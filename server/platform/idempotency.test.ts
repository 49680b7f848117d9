import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sweepIdempotencyKeys } from '#platform/idempotency'
import { testApp, type Answer } from '#test/app'
import { allEvents, allItems, callerWithRole, csv, organization, type Caller } from '#test/factories'
import { form } from '#test/forms'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

interface Sent {
  key: string
  by?: Caller
  method?: 'POST' | 'PATCH' | 'DELETE'
  path?: string
  body?: object
}

function send({ key, by = acme, method = 'POST', path = '/contacts', body }: Sent): Promise<Answer> {
  return app.call({ method, url: `/api/v1${path}`, headers: { 'idempotency-key': key, ...by.headers }, body })
}

function age(key: string, by: string) {
  return app.database.query('update idempotency_key set created_at = now() - $2::interval where key = $1', [key, by])
}

async function named(name: string): Promise<number> {
  return (await allItems(acme, '/contacts')).filter((contact) => contact.name === name).length
}

test('a request that is sent again is answered again, and carried out once', async () => {
  const [key, body] = [randomUUID(), { name: 'Once' }]
  const first = await send({ key, body })
  assert.deepEqual([first.status, first.headers['idempotency-replayed']], [201, undefined])
  const { cursor } = await allEvents(acme)
  for (let n = 0; n < 3; n++) {
    const again = await send({ key, body })
    assert.deepEqual([again.status, again.text, again.headers['idempotency-replayed']], [201, first.text, 'true'])
    assert.equal(again.headers['content-type'], first.headers['content-type'])
  }
  assert.equal(await named('Once'), 1)
  assert.deepEqual((await allEvents(acme, cursor)).events, [])
})

test('changing and deleting are answered again too', async () => {
  const { id } = await acme.post('/contacts', { name: 'Changing' })
  const change = { key: randomUUID(), method: 'PATCH', path: `/contacts/${id}`, body: { title: 'First' } } as const
  const first = await send(change)
  await acme.patch(`/contacts/${id}`, { title: 'Second' })
  assert.equal((await send(change)).text, first.text)
  assert.equal((await acme.get(`/contacts/${id}`)).title, 'Second')

  const { id: keyId } = await acme.post('/api-keys', { name: 'K' })
  const revoke = { key: randomUUID(), method: 'DELETE', path: `/api-keys/${keyId}` } as const
  assert.equal((await send(revoke)).status, 204)
  const again = await send(revoke)
  assert.deepEqual([again.status, again.headers['idempotency-replayed']], [204, 'true'])
})

test('a key that came with another request is a 422', async () => {
  const key = randomUUID()
  await send({ key, body: { name: 'First body' } })
  const path = `/contacts/${(await acme.post('/contacts', { name: 'Other' })).id}`
  const others = [{ body: { name: 'Second body' } }, { method: 'PATCH', path, body: { name: 'First body' } }] as const
  for (const other of others) {
    const answer = await send({ key, ...other })
    assert.deepEqual([answer.status, answer.json.code], [422, 'idempotency_mismatch'])
  }
  assert.equal(await named('Second body'), 0)
})

test('a key belongs to who sent it', async () => {
  const [key, body] = [randomUUID(), { name: 'Same key' }]
  const others = [acme, await callerWithRole(app, acme, 'member'), await organization(app)]
  const answers = await Promise.all(others.map((by) => send({ key, by, body })))
  assert.ok(answers.every(({ status, headers }) => status === 201 && !headers['idempotency-replayed']))
})

test('of many at the same moment one is carried out', async () => {
  const [key, body] = [randomUUID(), { name: 'Raced' }]
  const answers = await Promise.all(Array.from({ length: 20 }, () => send({ key, body })))
  assert.equal(await named('Raced'), 1)
  const created = answers.filter(({ status }) => status === 201)
  assert.ok(created.length >= 1 && new Set(created.map(({ text }) => text)).size === 1)
  for (const { status, json, headers } of answers.filter(({ status }) => status !== 201)) {
    assert.deepEqual([status, json.code, headers['retry-after']], [409, 'idempotency_in_progress', '1'])
  }
  assert.equal((await send({ key, body })).text, created[0]!.text)
})

test('what failed was not done, so the key is free', async () => {
  const key = randomUUID()
  const failing = { key, body: { name: 'Fails', company: { id: '00000000-0000-7000-8000-000000000000' } } }
  assert.equal((await send(failing)).status, 404)
  assert.equal((await send({ key, body: {} })).status, 400)
  const done = await send({ key, body: { name: 'Succeeds' } })
  assert.deepEqual([done.status, done.headers['idempotency-replayed']], [201, undefined])
})

test('what was done before a crash could answer is not done again, and that is said', async (t) => {
  await app.database.query(`
    create function crash() returns trigger language plpgsql as $$ begin raise 'crashed'; end $$;
    create trigger crash before update on idempotency_key for each row execute function crash()
  `)
  t.after(() => app.database.query('drop function crash cascade'))
  const [key, body] = [randomUUID(), { name: 'Crashed' }]
  assert.equal((await send({ key, body })).status, 201)
  const soon = await send({ key, body })
  assert.deepEqual([soon.status, soon.json.code], [409, 'idempotency_in_progress'])
  await app.database.query('alter table idempotency_key disable trigger crash')
  await age(key, '11 seconds')
  const later = await send({ key, body })
  assert.deepEqual([later.status, later.json.code], [409, 'idempotency_lost'])
  assert.equal(await named('Crashed'), 1)
})

test('a write whose transaction fails leaves no claim', async (t) => {
  await app.database.query(`
    create function fail() returns trigger language plpgsql as $$ begin raise 'failed'; end $$;
    create trigger fail before insert on event for each row execute function fail()
  `)
  t.after(() => app.database.query('drop function if exists fail cascade'))
  const [key, body] = [randomUUID(), { name: 'Rolled back' }]
  assert.equal((await send({ key, body })).status, 500)
  await app.database.query('drop function fail cascade')
  assert.equal((await send({ key, body })).status, 201)
  assert.equal(await named('Rolled back'), 1)
})

test('a secret is kept nowhere, so it is not told again', async () => {
  const sent = { key: randomUUID(), path: '/api-keys', body: { name: 'Secret' } }
  const first = await send(sent)
  assert.equal(first.status, 201)
  const again = await send(sent)
  assert.deepEqual([again.status, again.json.code], [409, 'idempotency_lost'])
  assert.match(again.json.detail, /secret/)
  const [dump] = await app.database.query('select string_agg(k::text, $1) as text from idempotency_key k', [''])
  assert.ok(!dump!.text.includes(first.json.key))
  const keys = await allItems(acme, '/api-keys')
  assert.equal(keys.filter(({ name }) => name === 'Secret').length, 1)
})

test('a file is imported once, and not read again', async () => {
  const headers = { 'idempotency-key': randomUUID() }
  const upload = (rows: string[][]) => {
    const { body, headers: type } = form({ file: csv(['name'], ...rows) })
    return app.call({ url: '/api/v1/imports', key: acme.key, body, headers: { ...type, ...headers } })
  }
  const first = await upload([['Ada']])
  const again = await upload([['Ada']])
  assert.deepEqual([first.status, again.status, again.json.id], [202, 202, first.json.id])
  assert.equal((await upload([['Ada'], ['Grace']])).json.code, 'idempotency_mismatch')
  assert.equal((await acme.get('/operations')).data.length, 1)
})

test('keys are forgotten after a day', async () => {
  const [old, young] = [{ key: randomUUID(), body: { name: 'Old' } }, { key: randomUUID(), body: { name: 'Young' } }]
  await send(old)
  await send(young)
  await age(old.key, '25 hours')
  await sweepIdempotencyKeys(app.database.pools.system)
  assert.equal((await send(young)).headers['idempotency-replayed'], 'true')
  assert.equal((await send(old)).headers['idempotency-replayed'], undefined)
})

test('a key is of reasonable length, and means nothing for a GET', async () => {
  for (const key of ['', 'x'.repeat(256)]) assert.equal((await send({ key, body: { name: 'X' } })).json.code, 'invalid')
  const get = () => app.call({ url: '/api/v1/me', key: acme.key, headers: { 'idempotency-key': 'get' } })
  await get()
  assert.equal((await get()).headers['idempotency-replayed'], undefined)
})
