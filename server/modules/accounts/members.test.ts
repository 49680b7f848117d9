import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp } from '#test/app'
import { allEvents, allItems, callerOf, newMember, organization, unique, until, type Person } from '#test/factories'
import { form } from '#test/forms'
import { liveClient } from '#test/live-client'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })
const url = await app.http.listen({ port: 0, host: '127.0.0.1' })

async function team() {
  const org = await organization(app)
  const [owner, admin, member, guest] = await Promise.all(
    (['owner', 'admin', 'member', 'guest'] as const).map((role) => newMember(app, org.organization_id, role)),
  )
  return { org, owner: owner!, admin: admin!, member: member!, guest: guest! }
}

test('members are listed with role and when they were last seen, page by page', async () => {
  const { owner, member } = await team()
  await member.get('/me')
  const all = await allItems(owner, '/members', 2)
  assert.equal(all.length, 5)
  const found = all.find(({ user_id }) => user_id === member.user_id)
  assert.deepEqual([found.role, found.email, found.two_factor], ['member', member.email, false])
  await app.database.query("update auth.session set last_seen_at = now() - interval '1 h' where id = $1", [member.session_id])
  await app.database.query('update member set last_seen_at = null')
  await member.patch('/sessions/current', { organization_id: (await member.get('/me')).organization.id })
  await member.get('/me')
  const seen = (await allItems(owner, '/members')).find(({ user_id }) => user_id === member.user_id).last_seen_at
  assert.ok(Date.now() - Date.parse(seen) < 60_000)
})

test('an admin changes roles up to their own, an owner all, and nobody else any', async () => {
  const { owner, admin, member, guest } = await team()
  assert.equal((await admin.patch(`/members/${guest.user_id}`, { role: 'member' })).role, 'member')
  assert.equal((await admin.patch(`/members/${member.user_id}`, { role: 'admin' })).role, 'admin')
  await admin.patch(`/members/${member.user_id}`, { role: 'owner' }, 403)
  await admin.patch(`/members/${owner.user_id}`, { role: 'member' }, 403)
  await admin.remove(`/members/${owner.user_id}`, 403)
  assert.equal((await owner.patch(`/members/${admin.user_id}`, { role: 'owner' })).role, 'owner')
  await guest.patch(`/members/${guest.user_id}`, { role: 'owner' }, 403)
})

test('a role that was changed counts from the next request on', async () => {
  const { owner, admin } = await team()
  await admin.get('/api-keys')
  await owner.patch(`/members/${admin.user_id}`, { role: 'member' })
  await admin.get('/api-keys', 403)
  await owner.patch(`/members/${admin.user_id}`, { role: 'guest' })
  await admin.get('/contacts', 403)
})

test('the last owner stays: neither demoted nor gone, though two leave at once', async () => {
  const { org, owner } = await team()
  await app.database.query("delete from member where org_id = $1 and role = 'owner' and user_id <> $2", [org.organization_id, owner.user_id])
  assert.equal((await owner.patch(`/members/${owner.user_id}`, { role: 'admin' }, 409)).code, 'last_owner')
  assert.equal((await owner.remove(`/members/${owner.user_id}`, 409)).code, 'last_owner')
  const second = await newMember(app, org.organization_id, 'owner')
  const answers = await Promise.all(
    [owner, second].map(({ user_id, headers }) => app.call({ method: 'DELETE', url: `/api/v1/members/${user_id}`, headers })),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [204, 409])
})

test('an organization is handed over in one step', async () => {
  const { org, owner, member } = await team()
  await owner.post(`/members/${owner.user_id}/ownership`, {}, 400)
  assert.equal((await owner.post(`/members/${member.user_id}/ownership`, {}, 200)).role, 'owner')
  assert.equal((await owner.get('/me')).role, 'admin')
  assert.equal((await member.get('/me')).role, 'owner')
  const stranger = await newMember(app, (await organization(app)).organization_id, 'member')
  await member.post(`/members/${stranger.user_id}/ownership`, {}, 404)
  assert.ok(org)
})

test('everybody may leave, and is nowhere then', async () => {
  const { guest, member } = await team()
  await guest.remove(`/members/${member.user_id}`, 403)
  for (const person of [guest, member]) {
    await person.remove(`/members/${person.user_id}`)
    assert.equal((await person.get('/me', 403)).code, 'no_organization')
    assert.deepEqual((await person.get('/organizations')).data, [])
  }
})

test('a removed member’s open socket is closed, and so is that of one who is made a guest', async (t) => {
  const { owner, admin, member } = await team()
  for (const [person, act] of [
    [member, () => owner.remove(`/members/${member.user_id}`)],
    [admin, () => owner.patch(`/members/${admin.user_id}`, { role: 'guest' })],
  ] as [Person, () => Promise<unknown>][]) {
    const client = liveClient(person.headers)
    const other = liveClient(owner.headers)
    t.after(() => (client.cut(), other.cut()))
    await client.connect(url)
    await other.connect(url)
    await act()
    await until(async () => client.closed.length > 0, 5)
    assert.deepEqual([client.closed, other.closed], [[4401], []])
  }
})

test('signing out, and ending a session, close its sockets', async (t) => {
  const { member } = await team()
  const client = liveClient(member.headers)
  t.after(() => client.cut())
  await client.connect(url)
  await member.remove('/sessions/current')
  await until(async () => client.closed.length > 0, 5)
})

test('an api key goes with who made it, and does no more than they may', async () => {
  const { owner, admin } = await team()
  const { key } = await admin.post('/api-keys', { name: 'Mine', scope: 'admin' })
  const program = callerOf(app, key)
  // One that a key makes is of the same person.
  const second = callerOf(app, (await program.post('/api-keys', { name: 'Of the key', scope: 'admin' })).key)
  for (const each of [program, second]) await each.get('/api-keys')
  await owner.patch(`/members/${admin.user_id}`, { role: 'member' })
  for (const each of [program, second]) {
    await each.get('/contacts')
    await each.get('/api-keys', 403)
  }
  await owner.patch(`/members/${admin.user_id}`, { role: 'guest' })
  for (const each of [program, second]) await each.get('/contacts', 401)
  await owner.patch(`/members/${admin.user_id}`, { role: 'admin' })
  await program.get('/api-keys')
  await owner.remove(`/members/${admin.user_id}`)
  for (const each of [program, second]) await each.get('/me', 401)
  const listed = (await owner.get('/api-keys')).data.filter(({ name }: { name: string }) => ['Mine', 'Of the key'].includes(name))
  assert.deepEqual(listed.map(({ revoked_at }: { revoked_at: unknown }) => typeof revoked_at), ['string', 'string'])
  assert.equal((await owner.get('/audit?type=api_key.revoked')).data.length, 2)
  await app.database.query("insert into member (org_id, user_id, role) values ($1, $2, 'admin')", [(await owner.get('/me')).organization.id, admin.user_id])
  for (const each of [program, second]) await each.get('/me', 401)
})

test('a key does not come to life again when the person who made it is erased elsewhere', async () => {
  const { org, admin } = await team()
  const { key } = await admin.post('/api-keys', { name: 'Mine', scope: 'admin' })
  await app.database.query('delete from member where org_id = $1 and user_id = $2', [org.organization_id, admin.user_id])
  await app.database.query('delete from "user" where id = $1', [admin.user_id])
  await callerOf(app, key).get('/me', 401)
})

test('an event about a member shows what a fresh fetch does', async () => {
  const { owner, member } = await team()
  const { cursor } = await allEvents(owner)
  await owner.patch(`/members/${member.user_id}`, { role: 'admin' })
  const { events } = await allEvents(owner, cursor)
  const event = events.find(({ type }) => type === 'member.role_changed')
  const fresh = (await allItems(owner, '/members')).find(({ user_id }) => user_id === member.user_id)
  assert.deepEqual(event.data.member, fresh)
  assert.deepEqual(event.actor, { kind: 'user', id: owner.user_id })
})

test('somebody is in several organizations, and goes from one to the other', async () => {
  const { owner } = await team()
  const made = await owner.post('/organizations', { name: 'Another one' })
  const { data } = await owner.get('/organizations')
  assert.equal(data.length, 2)
  assert.deepEqual(data.map(({ role }: { role: string }) => role), ['owner', 'owner'])
  await owner.get(`/organizations/${made.id}`, 404)
  await owner.patch('/sessions/current', { organization_id: made.id })
  assert.equal((await owner.get(`/organizations/${made.id}`)).name, 'Another one')
  assert.equal((await owner.get('/members')).data.length, 1)
  const [{ actor, data: said }] = (await owner.get('/audit')).data
  assert.deepEqual([actor.id, said.organization.name], [owner.user_id, 'Another one'])
})

test('an organization is renamed by its admins', async () => {
  const { org, admin, member } = await team()
  const path = `/organizations/${org.organization_id}`
  await member.patch(path, { name: 'X' }, 403)
  assert.equal((await admin.patch(path, { name: ' New name ' })).name, 'New name')
  await admin.patch(path, { name: '   ' }, 400)
})

test('members without a second factor are shut out of an organization that asks for it, until they have one', async () => {
  const { org, admin, member } = await team()
  const path = `/organizations/${org.organization_id}`
  assert.equal((await admin.patch(path, { require_two_factor: true }, 409)).code, 'two_factor_needed')
  await app.database.query('update "user" set two_factor_enabled = true where id = $1', [admin.user_id])
  await admin.patch(path, { require_two_factor: true })
  assert.equal((await member.get('/contacts', 403)).code, 'two_factor_needed')
  await member.get('/sessions')
  await admin.get('/contacts')
  await org.get('/contacts')
  await admin.patch(path, { require_two_factor: false })
  await member.get('/contacts')
})

test('an organization is deleted by its owner who types its name: shut at once, and erased, and nobody else’s', async (t) => {
  const name = unique('Doomed')
  const { org, owner, admin } = await team()
  const other = await organization(app)
  await other.post('/contacts', { name: 'Stays' })
  const path = `/organizations/${org.organization_id}`
  await owner.patch(path, { name })
  for (let n = 0; n < 3; n++) await org.post('/contacts', { name: `Goes ${n}`, emails: [{ address: `goes${n}@example.net` }], company: { name: 'Co' }, tags: ['t'] })
  const [{ id: pictured }] = (await org.get('/contacts')).data
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).png().toBuffer()
  await app.call({ method: 'POST', url: `/api/v1/contacts/${pictured}/photo`, key: org.key, ...form({ file: picture }) })
  await org.post('/invitations', { email: 'expected@example.net' })
  // Walking it fails while a folder goes away.
  const filesOf = async (orgId: string) => (await readdir(app.data_folder, { recursive: true }).catch(() => [orgId])).filter((path) => path.includes(orgId))
  await until(async () => (await filesOf(org.organization_id)).filter((path) => /eml|webp|photos\/.*\//.test(path)).length >= 2)
  await app.database.query("insert into member (org_id, user_id, role) values ($1, $2, 'member')", [other.organization_id, admin.user_id])
  const remove = (person: Person, body: object) => app.call({ method: 'DELETE', url: `/api/v1${path}`, headers: person.headers, body })
  assert.equal((await remove(admin, { name })).status, 403)
  assert.equal((await remove(owner, { name: 'Something else' })).status, 400)
  const client = liveClient(admin.headers)
  t.after(() => client.cut())
  await client.connect(url)
  assert.equal((await remove(owner, { name })).status, 204)
  await owner.get('/me', 403)
  await org.get('/me', 401)
  await until(async () => client.closed.length > 0, 5)
  const tables = await app.database.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'org_id'",
  )
  await until(async () => {
    const [left] = await app.database.query<{ rows: number }>(
      `select (select count(*) from organization where id = $1) + ${tables.map(({ name }) => `(select count(*) from ${name} where org_id = $1)`).join(' + ')} as rows`,
      [org.organization_id],
    )
    return Number(left!.rows) === 0
  })
  await until(async () => (await filesOf(org.organization_id)).length === 0)
  assert.equal((await other.get('/contacts')).data.length, 1)
  // Who is in another organization stays; who was in this one alone is gone, with everything.
  assert.deepEqual((await admin.get('/organizations')).data.map(({ id }: { id: string }) => id), [other.organization_id])
  await owner.get('/organizations', 401)
  const people = await app.database.query<{ id: string }>('select id from "user" where id = any($1)', [[owner.user_id, admin.user_id]])
  assert.deepEqual(people, [{ id: admin.user_id }])
})
