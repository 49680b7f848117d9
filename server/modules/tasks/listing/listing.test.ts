import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, type Caller } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)

const titles = async (caller: Caller, query: string) => (await allItems(caller, `/tasks?${query}`, 2)).map(({ title }) => title).join('')

test('tasks are found by what they are, whose, about whom and when, and by all of that together', async () => {
  const acme = await organization(app)
  const member = await callerWithRole(app, acme, 'member')
  const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Acme' } })
  const a = await acme.post('/tasks', { title: 'A', priority: 'urgent', labels: ['x', 'y'], assignee_ids: [member.user_id], due_on: '2026-03-01' })
  await acme.post('/tasks', { title: 'B', description: 'Für 100% aller', category: 'doing', labels: ['x'], contact_ids: [ada.id], due_on: '2026-03-02', due_time: '00:30', due_zone: 'Europe/Berlin' })
  await member.post('/tasks', { title: 'C', category: 'done', parent_id: a.id, company_ids: [ada.company.id], watcher_ids: [member.user_id] })
  for (const [query, found] of [
    ['', 'ABC'], ['q=a', 'AB'], ['q=fÜR%20100%25', 'B'], ['q=100_', ''], ['assignee=me', 'A'], [`assignee=${member.user_id}`, 'A'], ['assignee=none', 'BC'],
    ['creator=me', 'C'], ['watcher=me', 'C'], ['category=doing&category=done', 'BC'], ['open=true', 'AB'], ['open=false', 'C'], ['priority=urgent', 'A'],
    ['label=X', 'AB'], ['label=x&label=y', 'A'], [`contact_id=${ada.id}`, 'B'], [`company_id=${ada.company.id}`, 'C'], [`parent_id=${a.id}`, 'C'],
    ['parent_id=none', 'AB'], ['due=none', 'C'], ['due=some', 'AB'], ['due=overdue', 'AB'], ['due_to=2026-03-01', 'AB'], ['due_to=2026-03-01&zone=Europe/Berlin', 'A'],
    ['due_from=2026-03-02', ''], ['due_from=2026-03-02&zone=Europe/Berlin', 'B'], ['label=x&open=true&assignee=none&due=overdue', 'B'],
  ] as const) assert.equal(await titles(member, `${query}&sort=title`), found, query)
  assert.match((await acme.get('/tasks?assignee=me', 400)).detail, /api key/)
  assert.equal((await acme.get('/tasks?zone=Nowhere/At', 400)).code, 'invalid')
  await acme.get('/tasks?sort=other', 400)
})

test('a list goes either way round in every order, and what has no value comes last', async () => {
  const acme = await organization(app)
  const dates = ['2026-01-02', null, '2026-01-01', '2026-01-02', null]
  for (const [n, due_on] of dates.entries()) {
    await acme.post('/tasks', { title: `T${n}`, due_on, starts_on: due_on, estimate_minutes: due_on ? n + 1 : null, priority: due_on ? 'high' : 'low', category: due_on ? 'done' : 'todo' })
  }
  assert.equal(await titles(acme, 'sort=due'), 'T2T0T3T1T4')
  assert.equal(await titles(acme, 'sort=-due'), 'T3T0T2T4T1')
  assert.equal(await titles(acme, 'sort=priority'), 'T0T2T3T1T4')
  assert.equal(await titles(acme, 'sort=-estimate_minutes'), 'T3T2T0T4T1')
  const all = await allItems(acme, '/tasks')
  for (const sort of ['due', 'priority', 'title', 'status', 'starts_on', 'estimate_minutes', 'created_at', 'updated_at', 'completed_at', 'position']) {
    for (const way of ['', '-']) {
      const listed = await allItems(acme, `/tasks?sort=${way}${sort}`, 2)
      assert.deepEqual(listed.map(({ id }) => id).toSorted(), all.map(({ id }) => id).toSorted(), `${way}${sort}`)
    }
  }
  const { next_cursor } = await acme.get('/tasks?sort=due&limit=1')
  await acme.get(`/tasks?sort=title&cursor=${next_cursor}`, 400)
  assert.equal((await acme.get('/tasks?limit=1&count=exact&category=done')).total, 3)
})

test('the board has every column with its count, and each goes on where its page ends', async () => {
  const acme = await organization(app)
  for (const title of ['c', 'b', 'a']) await acme.post('/tasks', { title, labels: ['l'] })
  await acme.post('/tasks', { title: 'd', category: 'doing' })
  const { columns } = await acme.get('/tasks/board?limit=2')
  assert.deepEqual(columns.map(({ total, data }: { total: number; data: { title: string }[] }) => [total, data.map(({ title }) => title).join('')]), [[0, ''], [3, 'ab'], [1, 'd'], [0, ''], [0, '']])
  const { status_id, next_cursor } = columns[1]
  const rest = await acme.get(`/tasks?status_id=${status_id}&sort=position&cursor=${next_cursor}`)
  assert.deepEqual([rest.data.map(({ title }: { title: string }) => title), rest.next_cursor], [['c'], null])
  const narrowed = await acme.get(`/tasks/board?status_id=${status_id}&label=l&q=b`)
  assert.deepEqual(narrowed.columns.map(({ total }: { total: number }) => total), [1])
})

test('a task goes where it is dragged, and many who drag to one place at once all find one', async () => {
  const acme = await organization(app)
  const ids: string[] = []
  for (const title of 'abcdefgh') ids.push((await acme.post('/tasks', { title, category: 'doing' })).id)
  const [a, b, c] = ids as [string, string, string]
  const { status_id } = await acme.get(`/tasks/${a}`)
  const column = () => titles(acme, `status_id=${status_id}&sort=position`)
  const move = (id: string, body: object) => acme.post(`/tasks/${id}/move`, body, 200)
  assert.equal(await column(), 'hgfedcba')
  await move(a, { before_id: b })
  assert.equal(await column(), 'hgfedcab')
  await move(a, { after_id: null })
  await move(b, { before_id: null, after_id: c })
  assert.equal(await column(), 'ahgfedcb')
  const todo = await acme.post('/tasks', { title: 'z' })
  await move(todo.id, { status_id, after_id: a })
  assert.equal(await column(), 'azhgfedcb')
  // Its neighbour has left meanwhile.
  await move(c, { after_id: todo.id, status_id: todo.status_id })
  assert.equal(await column(), 'azhgfedb')

  await Promise.all(ids.slice(3).map((id) => move(id, { status_id, after_id: a })))
  const places = (await allItems(acme, `/tasks?status_id=${status_id}&sort=position`)).map(({ position }) => position)
  assert.equal(new Set(places).size, 8)
  assert.deepEqual(places, places.toSorted())
  assert.match(await column(), /^a[defgh]{5}zb$/)
})

test('the calendar shows each day by the clocks of whoever looks', async () => {
  const acme = await organization(app)
  await acme.post('/tasks', { title: 'late', due_on: '2026-03-01', due_time: '23:30', due_zone: 'UTC' })
  await acme.post('/tasks', { title: 'day', due_on: '2026-03-01' })
  for (let n = 0; n < 3; n++) await acme.post('/tasks', { title: `many ${n}`, due_on: '2026-03-05' })
  const days = async (query: string) => (await acme.get(`/tasks/calendar?${query}`)).days
    .map(({ day, total, data }: { day: string; total: number; data: { title: string }[] }) => [day, total, data.map(({ title }) => title).join()])
  assert.deepEqual(await days('from=2026-03-01&to=2026-03-05&limit=2'), [['2026-03-01', 2, 'late,day'], ['2026-03-05', 3, 'many 0,many 1']])
  assert.deepEqual(await days('from=2026-03-01&to=2026-03-04&zone=Asia/Tokyo'), [['2026-03-01', 1, 'day'], ['2026-03-02', 1, 'late']])
  assert.deepEqual(await days('from=2026-03-01&to=2026-03-05&due_to=2026-03-01'), [['2026-03-01', 2, 'late,day']])
  assert.deepEqual((await days('from=2026-03-02&to=2026-03-05')).map(([day]: [string]) => day), ['2026-03-05'])
  for (const range of ['from=2026-03-02&to=2026-03-01', 'from=2026-01-01&to=2026-12-31']) await acme.get(`/tasks/calendar?${range}`, 400)
})

test('my day is what is mine to do, each once, and what I have planned', async () => {
  const acme = await organization(app)
  const me = await callerWithRole(app, acme, 'member')
  const today = new Date().toISOString().slice(0, 10)
  const make = async (title: string, given: object) => (await acme.post('/tasks', { title, assignee_ids: [me.user_id], ...given })).id
  await make('overdue', { due_on: '2026-01-01' })
  await make('today', { due_on: today })
  await make('started', { category: 'doing' })
  await make('begins', { starts_on: '2026-01-01' })
  await make('nothing', {})
  await make('later', { due_on: '9999-01-01' })
  await acme.patch(`/tasks/${await make('done', {})}`, { category: 'done' })
  const planned = await make('planned', { due_on: '2026-01-01', assignee_ids: [] })
  await me.put(`/tasks/${planned}/plan`, { planned_on: today })
  const future = await make('future', {})
  await me.put(`/tasks/${future}/plan`, { planned_on: '9999-01-01' })
  const sections = async () => Object.fromEntries(Object.entries((await me.get('/tasks/my-day')) as Record<string, { data: { title: string }[] }>)
    .flatMap(([name, { data }]) => (data?.length ? [[name, data.map(({ title }) => title).toSorted().join()]] : [])))
  assert.deepEqual(await sections(), { planned: 'planned', overdue: 'overdue', due_today: 'today', started: 'begins,started', done: 'done' })
  await me.remove(`/tasks/${planned}/plan`, 200)
  assert.equal((await sections()).planned, undefined)
  await acme.get('/tasks/my-day', 400)
  assert.equal((await me.get('/tasks/my-day?zone=Pacific/Kiritimati')).day >= today, true)
})

test('a view narrows lists, board and calendar down, and each sees what is theirs', async () => {
  const acme = await organization(app)
  const [maker, other] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
  for (const [title, assignee] of [['a', maker], ['b', other], ['c', maker]] as const) {
    await acme.post('/tasks', { title, assignee_ids: [assignee.user_id], due_on: '2026-03-01', category: title === 'c' ? 'done' : 'todo' })
  }
  const view = await maker.post('/tasks/views', { name: ' Mine ', layout: 'board', filter: { assignee: 'me', open: true }, sort: 'title' })
  assert.deepEqual([view.name, view.layout, view.shared], ['Mine', 'board', false])
  assert.deepEqual([await titles(maker, `view=${view.id}`), await titles(maker, `view=${view.id}&open=false`)], ['a', 'c'])
  assert.deepEqual((await maker.get(`/tasks/board?view=${view.id}`)).columns.map(({ total }: { total: number }) => total), [0, 1, 0, 0, 0])
  assert.equal((await maker.get(`/tasks/calendar?view=${view.id}&from=2026-03-01&to=2026-03-01`)).days[0].total, 1)
  await other.get(`/tasks?view=${view.id}`, 404)
  await maker.patch(`/tasks/views/${view.id}`, { shared: true })
  assert.equal(await titles(other, `view=${view.id}`), 'b')
  await maker.patch(`/tasks/views/${view.id}`, { sort: 'other' }, 400)
  await maker.patch(`/tasks/views/${view.id}`, { filter: { unknown: 1 } }, 400)
  // Of another kind.
  assert.deepEqual((await maker.get('/views')).data, [])
  await maker.get(`/views/${view.id}`, 404)
  const { events } = await allEvents(other)
  assert.deepEqual(events.at(-1)!.data.task_view, await other.get(`/tasks/views/${view.id}`))
  await maker.remove(`/tasks/views/${view.id}`)
})

test('tasks leave as a table that the list with the same filter shows, without formulas', async () => {
  const acme = await organization(app)
  const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Acme' } })
  const first = await acme.post('/tasks', { title: '=1+1', labels: ['a', 'b'], due_on: '2026-03-01', due_time: '09:00', due_zone: 'UTC', contact_ids: [ada.id], company_ids: [ada.company.id] })
  await acme.post('/tasks', { title: 'Waits', blocker_ids: [first.id], description: 'Two\nlines' })
  await acme.post('/tasks', { title: 'Other', category: 'done' })
  const { text, headers } = await app.call({ url: '/api/v1/exports/tasks.csv?open=true&sort=title', key: acme.key })
  assert.match(headers['content-disposition']!, /tasks\.csv/)
  const rows: string[][] = parse(text, { bom: true })
  assert.deepEqual(rows.slice(1).map((row) => [1, 2, 3, 5, 6, 11, 12, 13, 14, 15].map((column) => row[column])), [
    ["'=1+1", '', 'To do', '2026-03-01', '09:00', 'a; b', 'Ada', 'Acme', '', ''],
    ['Waits', 'Two\nlines', 'To do', '', '', '', '', '', '=1+1'.replace('=', "'="), 'yes']])
  assert.equal((await app.call({ url: '/api/v1/exports/tasks.csv?sort=no', key: acme.key })).status, 400)
})
