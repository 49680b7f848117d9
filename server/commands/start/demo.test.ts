import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOrganization } from '#modules/accounts'
import { testDatabase, type TestDatabase } from '#test/database'
import { until } from '#test/factories'
import { dataFolder, spawnRapport, type Process } from '#test/rapport'
import type { Scope } from '#test/scope'

async function startDemo(scope: Scope, { address }: TestDatabase, args: string[] = ['--demo-people', '40']): Promise<Process> {
  const env = { RAPPORT_DATA: await dataFolder(scope), PORT: '0', DATABASE_URL: address.url, RAPPORT_SECRET_KEY: address.secret }
  return spawnRapport(scope, ['start', '--demo', ...args], env)
}

/** What it says at the end, once it is done. */
async function told(started: Process): Promise<string> {
  const end = () => /^ {2}Demo {7}[^]*/m.exec(started.output())?.[0]
  await Promise.race([
    until(async () => end()),
    started.exited.then(() => assert.fail(`It ended:\n${started.output()}`)),
  ])
  return end()!
}

async function stop(started: Process) {
  started.signal('SIGTERM')
  assert.equal(await started.exited, 0, started.output())
}

async function count(database: TestDatabase) {
  const [row] = await database.query<Record<string, number>>(`
    select (select count(*)::int from contact) as contacts, (select count(*)::int from interaction where kind = 'mail') as mails,
      (select count(*)::int from interaction where kind = 'meeting') as meetings, (select count(*)::int from interaction where kind = 'note') as notes,
      (select count(*)::int from task) as tasks, (select count(*)::int from reminder) as reminders, (select count(*)::int from organization) as organizations, (select count(*)::int from member) as members,
      (select count(*)::int from room) as rooms, (select count(*)::int from message) as messages, (select count(*)::int from reaction) as reactions, (select count(*)::int from saved_view) as views,
      (select count(*)::int from api_key where revoked_at is null and expires_at is not null) as keys`)
  return row!
}

test('an empty database becomes a company to look around in, with a link to sign in; repeating it adds nothing', async (t) => {
  const database = await testDatabase(t)
  const first = await startDemo(t, database)
  const link = new URL(/https?:\S+/.exec(await told(first))![0])
  const made = await count(database)
  assert.ok(made.contacts! >= 40 && made.mails! > 60 && made.meetings! > 20 && made.notes! > 3 && made.tasks! > 30, JSON.stringify(made))
  assert.deepEqual([made.organizations, made.views, made.keys, made.members, made.rooms], [1, 3, 0, 6, 13])
  assert.ok(made.messages! > 70 && made.reactions! > 40, JSON.stringify(made))
  const kinds = await until(async () => {
    const rows = await database.query<{ kind: string }>(`
      select distinct kind from notification join "user" on "user".id = user_id where email = 'nora@alderpine.example' order by kind`)
    return rows.length >= 7 && rows.map(({ kind }) => kind)
  })
  for (const kind of ['urgent', 'mention', 'direct_message', 'reply', 'reminder', 'assigned', 'unblocked']) assert.ok(kinds.includes(kind), `${kind} is missing: ${kinds}`)
  const url = /answers at (\S+)/.exec(first.output())![1]!
  const chosen = await fetch(`${url}/api/v1/password-resets/confirmation`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: link.searchParams.get('token'), password: 'a long enough password' }),
  })
  assert.ok(chosen.ok, await chosen.text())
  const past = await database.query("select from interaction where kind = 'note' and occurred_at < now() - interval '30 days'")
  assert.ok(past.length > 0, 'Notes are of all the time.')
  await stop(first)

  const second = await startDemo(t, database)
  assert.match(await told(second), /sign in as Nora Alder <nora@alderpine\.example>/)
  assert.deepEqual(await count(database), made)
  await stop(second)

  // As if it had been stopped before the end.
  await database.query('delete from saved_view')
  await database.query("delete from interaction where id = (select max(id::text)::uuid from interaction where kind = 'note')")
  const third = await startDemo(t, database)
  await told(third)
  assert.deepEqual(await count(database), made)
  await stop(third)
})

test('where there is another organization it refuses, and changes nothing', async (t) => {
  const database = await testDatabase(t)
  await createOrganization(database, { organization: 'Real', name: 'Olive', email: 'olive@example.org' })
  const refused = await startDemo(t, database)
  assert.equal(await refused.exited, 1)
  assert.match(refused.output(), /The demo goes into an empty database, and there is “Real” here/)
  assert.deepEqual(await count(database).then(({ organizations, contacts }) => [organizations, contacts]), [1, 0])
})

test('what it cannot understand it says at once', async (t) => {
  const database = await testDatabase(t)
  const many = await startDemo(t, database, ['--demo-people', 'many'])
  assert.equal(await many.exited, 1)
  assert.match(many.output(), /how many people the demo has/)
})
