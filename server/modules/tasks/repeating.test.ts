import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeTurns, taskJobs } from '#modules/tasks'
import { testApp } from '#test/app'
import { allEvents, allItems, organization, type Organization } from '#test/factories'
import { file } from '#test/scope'
import { nextDay } from './rules.ts'

const app = await testApp(file)
const jobs = taskJobs(takeTurns(app.database))
const run = ({ organization_id: org_id }: Organization, job: string) => jobs[job]!({ org_id } as never, { signal: AbortSignal.timeout(60_000), attempt: 1 })

const weekly = 'FREQ=WEEKLY;BYDAY=MO'

test('the next day is the one that follows by the rule, and never one that is over', async () => {
  for (const [rule, due_on, now, next] of [
    [weekly, '2026-03-02', '2026-03-01', '2026-03-09'],
    [weekly, '2026-03-02', '2026-03-25', '2026-03-30'],
    [weekly, '2026-03-02', '2026-03-30', '2026-03-30'],
    ['FREQ=DAILY', '2026-03-02', '2026-03-02', '2026-03-03'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-03-06', '2026-03-06', '2026-03-09'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY', '2026-01-31', '2026-01-31', '2026-03-31'],
    ['FREQ=YEARLY', '2024-02-29', '2024-03-01', '2028-02-29'],
    ['FREQ=WEEKLY;UNTIL=20260303', '2026-03-02', '2026-03-02', undefined],
  ] as const) assert.equal(await nextDay({ due_on, due_zone: null, repeat_rule: rule }, Date.parse(now)), next, `${rule} ${now}`)
})

test('what is done comes again once, however often and by how many at once it is done', async () => {
  const acme = await organization(app)
  const contact = await acme.post('/contacts', { name: 'Ada' })
  const task = await acme.post('/tasks', {
    title: 'Report', due_on: '2999-01-07', due_time: '09:00', due_zone: 'Europe/Berlin', starts_on: '2999-01-05', repeat_rule: weekly, labels: ['l'],
    assignee_ids: [acme.user_id], contact_ids: [contact.id],
  })
  assert.equal(task.repeat_mode, 'on_completion')
  await Promise.all(['done', 'todo', 'done', 'done', 'todo', 'done'].map((category) => acme.patch(`/tasks/${task.id}`, { category })))
  await acme.patch(`/tasks/${task.id}`, { category: 'done' })
  const open = await allItems(acme, '/tasks?open=true')
  assert.equal(open.length, 1)
  const { title, due_on, due_time, starts_on, labels, assignee_ids, contacts, repeat_rule, repeated_from_id } = open[0]!
  assert.deepEqual([title, due_on, due_time, starts_on, labels, assignee_ids, contacts[0].id, repeat_rule, repeated_from_id],
    ['Report', '2999-01-14', '09:00', '2999-01-12', ['l'], [acme.user_id], contact.id, weekly, task.id])
  const { events } = await allEvents(acme)
  assert.equal(events.filter(({ type }) => type === 'task.created').length, 2)
})

test('what comes again can be skipped: it is put off to the next day of its rule, undone', async () => {
  const acme = await organization(app)
  const { id } = await acme.post('/tasks', { title: 'Report', due_on: '2999-01-07', starts_on: '2999-01-05', repeat_rule: `${weekly};UNTIL=29990120` })
  const skipped = await acme.post(`/tasks/${id}/skip`, {}, 200)
  assert.deepEqual([skipped.due_on, skipped.starts_on, skipped.category], ['2999-01-14', '2999-01-12', 'todo'])
  assert.equal((await acme.post(`/tasks/${id}/skip`, {}, 409)).code, 'task_repetition_over')
  assert.equal((await allItems(acme, '/tasks')).length, 1)
  await acme.patch(`/tasks/${id}`, { repeat_rule: null })
  assert.equal((await acme.post(`/tasks/${id}/skip`, {}, 409)).code, 'task_not_repeating')
})

test('what comes on schedule is there when its day has come, once, also when jobs collide', async () => {
  const acme = await organization(app)
  const today = new Date().toISOString().slice(0, 10)
  await acme.post('/tasks', { title: 'Water', due_on: '2026-01-01', repeat_rule: 'FREQ=DAILY', repeat_mode: 'on_schedule' })
  await acme.post('/tasks', { title: 'Later', due_on: '2999-01-01', repeat_rule: 'FREQ=DAILY', repeat_mode: 'on_schedule' })
  await Promise.all([run(acme, 'tasks.repeat'), run(acme, 'tasks.repeat'), taskJobs(app.database)['tasks.repeat']!({ org_id: acme.organization_id } as never, { signal: AbortSignal.timeout(60_000), attempt: 1 })])
  const days = (await allItems(acme, '/tasks?q=water&sort=due')).map(({ due_on }) => due_on)
  assert.deepEqual(days.slice(0, 2), ['2026-01-01', today])
  assert.ok(days.length <= 3)
  assert.equal((await allItems(acme, '/tasks?q=later')).length, 1)
})

test('a rule is one by which a task comes again', async () => {
  const acme = await organization(app)
  const make = async (given: object) => (await acme.post('/tasks', { title: 'X', due_on: '2026-03-02', ...given }, 400)).detail
  assert.match(await make({ repeat_rule: 'FREQ=HOURLY' }), /hourly/)
  assert.match(await make({ repeat_rule: 'nonsense' }), /nothing comes again/)
  assert.match(await make({ repeat_rule: 'EXDATE:1' }), /a rule that cannot be read\.$/)
  assert.match(await make({ repeat_rule: 'FREQ=DAILY;COUNT=3' }), /UNTIL/)
  assert.match(await make({ repeat_rule: 'FREQ=DAILY;UNTIL=20260301' }), /end/)
  assert.match(await make({ repeat_rule: weekly, due_on: null }), /due_on/)
  assert.match(await make({ repeat_mode: 'on_schedule' }), /repeat_rule/)
  const { id } = await acme.post('/tasks', { title: 'X', due_on: '2026-03-02', repeat_rule: weekly })
  const { repeat_rule, repeat_mode } = await acme.patch(`/tasks/${id}`, { due_on: null })
  assert.deepEqual([repeat_rule, repeat_mode], [null, null])
})

test('what has come to its end is done, is told as it is, and holds up nobody who asks for nonsense', async () => {
  const acme = await organization(app)
  const last = await acme.post('/tasks', { title: 'Last', due_on: '9999-12-30', repeat_rule: 'FREQ=DAILY' })
  assert.equal((await acme.patch(`/tasks/${last.id}`, { category: 'done' })).category, 'done')
  const [next] = await allItems(acme, '/tasks?open=true')
  assert.equal(next!.due_on, '9999-12-31')
  const done = await acme.patch(`/tasks/${next!.id}`, { category: 'done' })
  assert.deepEqual([done, await allItems(acme, '/tasks?open=true')], [await acme.get(`/tasks/${next!.id}`), []])
  assert.match((await acme.post('/tasks', { title: 'X', due_on: '9999-12-31', repeat_rule: 'FREQ=DAILY' }, 400)).detail, /end/)
  assert.equal(await nextDay({ due_on: '2024-02-29', due_zone: null, repeat_rule: 'FREQ=MONTHLY' }, Date.parse('2024-03-01')), '2024-03-29')

  const { id } = await acme.post('/tasks', { title: 'Over', due_on: '2026-01-01', repeat_rule: 'FREQ=DAILY;UNTIL=20260102', repeat_mode: 'on_schedule' })
  await run(acme, 'tasks.repeat')
  await run(acme, 'tasks.repeat')
  const over = await acme.get(`/tasks/${id}`)
  assert.deepEqual([over.repeat_rule, over.repeat_mode], [null, null])
  const { events } = await allEvents(acme)
  assert.deepEqual(events.findLast(({ subject }) => subject === `task:${id}`)!.data.task, over)
  await run(acme, 'tasks.repeat')
  assert.equal((await allEvents(acme)).events.length, events.length)

  for (const rule of ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31', 'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=25', 'FREQ=MONTHLY;BYDAY=6MO', 'FREQ=YEARLY;BYYEARDAY=367']) {
    const begun = process.cpuUsage()
    await app.call({ url: '/api/v1/tasks', key: acme.key, body: { title: 'X', due_on: '2026-01-01', repeat_rule: rule } })
    assert.ok(process.cpuUsage(begun).user < 2_000_000, rule)
  }
})

test('a rule that cannot be followed from the day to which somebody has put it off ends there, and holds up nobody', async () => {
  const acme = await organization(app)
  const put = async (repeat_mode: string) => {
    const { id } = await acme.post('/tasks', { title: 'X', due_on: '2026-02-28', repeat_rule: 'FREQ=MONTHLY;INTERVAL=6;BYDAY=MO,TU;BYMONTHDAY=-1', repeat_mode })
    await acme.patch(`/tasks/${id}`, { due_on: '2026-03-31' })
    return id
  }
  const [done, due] = [await put('on_completion'), await put('on_schedule')]
  await acme.post('/tasks', { title: 'Other', due_on: '2026-01-01', repeat_rule: 'FREQ=DAILY', repeat_mode: 'on_schedule' })
  assert.equal((await acme.post(`/tasks/${done}/skip`, {}, 409)).code, 'task_repetition_over')
  assert.equal((await acme.patch(`/tasks/${done}`, { category: 'done' })).category, 'done')
  await run(acme, 'tasks.repeat')
  assert.equal((await acme.get(`/tasks/${due}`)).repeat_rule, null)
  assert.ok((await allItems(acme, '/tasks?q=Other')).length > 1)
})

test('that something is due soon is told once for each day or moment on which it is', async () => {
  const acme = await organization(app)
  const today = new Date().toISOString().slice(0, 10)
  const soon = new Date(Date.now() + 30 * 60_000).toISOString()
  const later = new Date(Date.now() + 120 * 60_000).toISOString()
  const at = (moment: string) => ({ due_on: moment.slice(0, 10), due_time: moment.slice(11, 16), due_zone: 'UTC' })
  const { id } = await acme.post('/tasks', { title: 'today', due_on: today })
  await acme.post('/tasks', { title: 'soon', ...at(soon) })
  await acme.post('/tasks', { title: 'later', ...at(later) })
  await acme.post('/tasks', { title: 'long ago', due_on: '2020-01-01' })
  await acme.post('/tasks', { title: 'done', due_on: today, category: 'done' })
  const told = async () => (await allEvents(acme)).events.filter(({ type }) => type === 'task.due_soon').map(({ data }) => data.task.title)
  await Promise.all([run(acme, 'tasks.tell_due'), run(acme, 'tasks.tell_due')])
  await run(acme, 'tasks.tell_due')
  assert.deepEqual((await told()).toSorted(), ['soon', 'today'])
  await acme.patch(`/tasks/${id}`, { due_on: '2999-01-01' })
  await acme.patch(`/tasks/${id}`, at(soon))
  await run(acme, 'tasks.tell_due')
  assert.deepEqual((await told()).toSorted(), ['soon', 'today', 'today'])
  const { events } = await allEvents(acme)
  assert.deepEqual(events.at(-1)!.data.task, await acme.get(`/tasks/${id}`))
})

test('a job comes for each organization in which something is due or comes again, and for no other', async () => {
  const [acme, idle] = [await organization(app), await organization(app)]
  await acme.post('/tasks', { title: 'X', due_on: '2026-01-01', repeat_rule: 'FREQ=DAILY', repeat_mode: 'on_schedule' })
  await idle.post('/tasks', { title: 'X', due_on: '2999-01-01', repeat_rule: 'FREQ=DAILY', repeat_mode: 'on_schedule' })
  await app.database.query('select queue_due_tasks()')
  await app.database.query('select queue_due_tasks()')
  const queued = await app.database.query<{ key: string }>('select key from graphile_worker.jobs order by key')
  const of = ({ organization_id }: Organization) => queued.map(({ key }) => key).filter((key) => key?.endsWith(organization_id)).map((key) => key.split(':')[0])
  assert.deepEqual([of(acme), of(idle)], [['due', 'repeat'], []])
})
