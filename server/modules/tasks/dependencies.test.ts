import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from '#test/app'
import { allEvents, callerWithRole, organization, type Organization } from '#test/factories'
import { seededRandom } from '#test/random'
import { file } from '#test/scope'

const app = await testApp(file)

async function tasks(acme: Organization, ...titles: string[]): Promise<string[]> {
  const ids = []
  for (const title of titles) ids.push((await acme.post('/tasks', { title })).id)
  return ids
}

async function circles(acme: Organization): Promise<number> {
  const [row] = await app.database.query<{ count: number }>(`
    with recursive way as (
      select task_id as first, blocker_id as id from task_dependency where org_id = $1
      union select first, blocker_id from way join task_dependency d on org_id = $1 and task_id = way.id
    ) select count(*)::int as count from way where first = id`, [acme.organization_id])
  return row!.count
}

test('a circle is refused, and the way round it told', async () => {
  const acme = await organization(app)
  const [a, b, c] = await tasks(acme, 'A', 'B', 'C')
  await acme.put(`/tasks/${a}/blockers/${b}`, {})
  await acme.put(`/tasks/${b}/blockers/${c}`, {})
  const { code, detail } = await acme.put(`/tasks/${c}/blockers/${a}`, {}, 409)
  assert.deepEqual([code, detail], ['dependency_circle', 'They would wait for each other: “C” waits for “A” waits for “B” waits for “C”.'])
  await acme.put(`/tasks/${a}/blockers/${a}`, {}, 400)
  await acme.patch(`/tasks/${c}`, { blocker_ids: [b] }, 409)
  await acme.remove(`/tasks/${a}/blockers/${b}`, 200)
  assert.equal((await acme.put(`/tasks/${c}/blockers/${a}`, {})).blocked, true)
  assert.deepEqual((await acme.put(`/tasks/${c}/blockers/${a}`, {})).blockers.length, 1)
})

test('many at once, of which any two may close a circle, leave none', async (t) => {
  const seed = Number(process.env.TASKS_SEED ?? Date.now() % 1e6)
  t.diagnostic(`TASKS_SEED=${seed}`)
  const draw = seededRandom(seed)
  const acme = await organization(app)
  const ids = await tasks(acme, ...'abcdefgh')
  const one = () => ids[Math.floor(draw() * ids.length)]!
  const answers = await Promise.all(Array.from({ length: 100 }, async () => {
    const { status, text } = await app.call({ method: 'PUT', url: `/api/v1/tasks/${one()}/blockers/${one()}`, key: acme.key })
    assert.ok([200, 400, 409].includes(status), text)
    return status
  }))
  assert.ok(answers.includes(200) && answers.includes(409))
  assert.equal(await circles(acme), 0)
})

test('the database itself refuses a circle that two transactions close, neither of which sees the other', async () => {
  const acme = await organization(app)
  for (let n = 0; n < 10; n++) {
    const [a, b, c] = await tasks(acme, 'A', 'B', 'C')
    const add = (...pairs: [string, string][]) => app.database.transact(acme.actor, async (tx) => {
      for (const [task, blocker] of pairs) await sql`insert into task_dependency (org_id, task_id, blocker_id) values (current_org(), ${task}, ${blocker})`.execute(tx)
    })
    const ended = await Promise.allSettled([add([a!, b!]), add([b!, c!]), add([c!, a!])])
    assert.equal(ended.filter(({ status }) => status === 'rejected').length, 1)
  }
  assert.equal(await circles(acme), 0)
  const [a, b] = await tasks(acme, 'A', 'B')
  const both = app.database.transact(acme.actor, (tx) =>
    sql`insert into task_dependency (org_id, task_id, blocker_id) values (current_org(), ${a!}, ${b!}), (current_org(), ${b!}, ${a!})`.execute(tx))
  await assert.rejects(both, { constraint: 'task_dependency_circle' })
})

test('the last thing that was waited for sets free, and tells with whom', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const [first, second] = await tasks(acme, 'First', 'Second')
  const waiting = await acme.post('/tasks', { title: 'Waiting', blocker_ids: [first, second], assignee_ids: [member.user_id] })
  const other = await acme.post('/tasks', { title: 'Over', blocker_ids: [second], category: 'cancelled' })
  await acme.patch(`/tasks/${first}`, { category: 'cancelled' })
  const { cursor } = await allEvents(acme)
  await acme.patch(`/tasks/${second}`, { category: 'done' })
  const { events } = await allEvents(acme, cursor)
  const unblocked = events.filter(({ type }) => type === 'task.unblocked')
  assert.deepEqual(unblocked.map(({ data }) => [data.task, data.unblocked_by]), [[await acme.get(`/tasks/${waiting.id}`), [second]]])
  assert.deepEqual(unblocked[0]!.data.task.assignee_ids, [member.user_id])
  assert.ok(events.some(({ type, subject }) => type === 'task.updated' && subject === `task:${other.id}`))
  assert.deepEqual((await member.get('/tasks/my-day')).unblocked.data.map(({ id }: { id: string }) => id), [waiting.id])
})

test('of two blockers that are done at once, the last one sets free, and says so once', async () => {
  const acme = await organization(app)
  for (let n = 0; n < 10; n++) {
    const [first, second] = await tasks(acme, 'First', 'Second')
    const waiting = await acme.post('/tasks', { title: 'Waiting', blocker_ids: [first, second] })
    const { cursor } = await allEvents(acme)
    await Promise.all([first, second].map((id) => acme.patch(`/tasks/${id}`, { category: 'done' })))
    const told = (await allEvents(acme, cursor)).events.filter(({ subject }) => subject === `task:${waiting.id}`)
    assert.deepEqual(told.map(({ type }) => type), ['task.updated', 'task.unblocked'])
    assert.deepEqual(told.at(-1)!.data.task, await acme.get(`/tasks/${waiting.id}`))
  }
})

test('what is blocked, and what waits for a task, can be listed', async () => {
  const acme = await organization(app)
  const [first, free] = await tasks(acme, 'First', 'Free')
  const { id } = await acme.post('/tasks', { title: 'Waiting', blocker_ids: [first] })
  const ids = async (query: string) => (await acme.get(`/tasks?${query}&sort=created_at`)).data.map((task: { id: string }) => task.id)
  assert.deepEqual([await ids('blocked=true'), await ids('blocked=false'), await ids(`blocker_id=${first}`)], [[id], [first, free], [id]])
})
