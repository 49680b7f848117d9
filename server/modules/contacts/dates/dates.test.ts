import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)

test('dates are added, changed and removed, and each change is told as a fresh fetch shows it', async () => {
  const { id } = await acme.post('/contacts', { name: 'Ada' })
  const { cursor } = await allEvents(acme)
  const birthday = await acme.post(`/contacts/${id}/dates`, { kind: 'birthday', year: 1815, month: 12, day: 10 })
  const first = await acme.post(`/contacts/${id}/dates`, { kind: 'custom', label: ' First program ', month: 9, day: 1 })
  assert.deepEqual(
    [birthday.yearly, birthday.label, first.label, first.year],
    [true, null, 'First program', null],
  )
  const changed = await acme.patch(`/dates/${first.id}`, { label: 'Notes', year: 1843, yearly: false })
  assert.deepEqual(changed, { ...first, label: 'Notes', year: 1843, yearly: false })
  assert.deepEqual((await acme.get(`/contacts/${id}/dates`)).data, [birthday, changed])
  await acme.remove(`/dates/${first.id}`)
  await acme.remove(`/dates/${first.id}`, 404)
  assert.deepEqual((await acme.get(`/contacts/${id}/dates`)).data, [birthday])
  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(
    events.map(({ type, subject, data }) => [type, subject, data.date]),
    [
      ['contact_date.created', `contact:${id}`, birthday],
      ['contact_date.created', `contact:${id}`, first],
      ['contact_date.updated', `contact:${id}`, changed],
      ['contact_date.removed', `contact:${id}`, changed],
    ],
  )
})

test('a day that no calendar has is refused, and so is a second birthday', async () => {
  const { id } = await acme.post('/contacts', { name: 'Ada' })
  const dates = `/contacts/${id}/dates`
  for (const body of [
    { kind: 'birthday', month: 2, day: 30 },
    { kind: 'birthday', month: 4, day: 31 },
    { kind: 'birthday', year: 2023, month: 2, day: 29 },
    { kind: 'birthday', year: 1900, month: 2, day: 29 },
    { kind: 'birthday', month: 13, day: 1 },
    { kind: 'birthday', month: 0, day: 1 },
    { kind: 'birthday', year: 0, month: 1, day: 1 },
    { kind: 'birthday', month: 1, day: 1.5 },
    { kind: 'birthday', label: 'x', month: 1, day: 1 },
    { kind: 'custom', month: 1, day: 1 },
    { kind: 'custom', label: '   ', month: 1, day: 1 },
    { kind: 'custom', label: 'x', month: 1, day: 1, yearly: false },
    { kind: 'wedding', month: 1, day: 1 },
  ]) await acme.post(dates, body, 400)
  const { id: dateId } = await acme.post(dates, { kind: 'birthday', month: 2, day: 29 })
  await acme.patch(`/dates/${dateId}`, { year: 2023 }, 400)
  await acme.patch(`/dates/${dateId}`, { label: 'x' }, 400)
  await acme.patch(`/dates/${dateId}`, { yearly: false }, 400)
  assert.equal((await acme.patch(`/dates/${dateId}`, { year: 33, yearly: false, day: 1, month: 1 })).year, 33)
  await acme.post(dates, { kind: 'birthday', month: 1, day: 1 }, 409)
  await acme.post(dates, { kind: 'anniversary', month: 1, day: 1 })
  await acme.post(dates, { kind: 'anniversary', month: 1, day: 1 })
})

test('of two birthdays at once one is taken', async () => {
  const { id } = await acme.post('/contacts', { name: 'Ada' })
  const both = await Promise.all([1, 2, 3, 4].map((day) =>
    app.call({ url: `/api/v1/contacts/${id}/dates`, key: acme.key, body: { kind: 'birthday', month: 1, day } })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409, 409, 409])
})

/** Somebody with these dates, in an organization of their own. */
async function calendar(dates: object[]) {
  const own = await organization(app)
  const { id } = await own.post('/contacts', { name: 'Ada' })
  for (const [index, date] of dates.entries()) await own.post(`/contacts/${id}/dates`, { kind: 'custom', label: String(index), ...date })
  const upcoming = async (from: string, days: number) => {
    const found = await allItems(own, `/dates/upcoming?from=${from}&days=${days}`, 1)
    return found.map(({ label, occurs_on, years }) => `${label} ${occurs_on}${years === null ? '' : ` (${years})`}`)
  }
  return { own, id, upcoming }
}

test('what comes up is in order, over the end of the year, with how many years it is', async () => {
  const { upcoming, own, id } = await calendar([
    { month: 1, day: 2 }, { month: 12, day: 31, year: 1990 }, { month: 12, day: 30 }, { month: 1, day: 3 }, { month: 6, day: 1 },
    { month: 1, day: 2, year: 2027, yearly: false }, { month: 1, day: 2, year: 2026, yearly: false }, { month: 1, day: 2, year: 2030 },
  ])
  assert.deepEqual(await upcoming('2026-12-31', 3), ['1 2026-12-31 (36)', '0 2027-01-02', '5 2027-01-02 (0)'])
  assert.deepEqual(await upcoming('2026-12-31', 1), ['1 2026-12-31 (36)'])
  assert.deepEqual(await upcoming('2027-01-01', 1), [])
  assert.equal((await upcoming('2026-03-01', 365)).length, 6)
  const [{ contact }] = (await own.get('/dates/upcoming?from=2026-12-31')).data
  assert.deepEqual(contact, { id, name: 'Ada', photo_url: null })
})

test('29 February is on the 28th in a year without one', async () => {
  const { upcoming } = await calendar([{ month: 2, day: 29, year: 2000 }, { month: 2, day: 28 }, { month: 3, day: 1 }])
  assert.deepEqual(await upcoming('2027-02-28', 1), ['1 2027-02-28', '0 2027-02-28 (27)'])
  assert.deepEqual(await upcoming('2027-03-01', 1), ['2 2027-03-01'])
  assert.deepEqual(await upcoming('2028-02-28', 1), ['1 2028-02-28'])
  assert.deepEqual(await upcoming('2028-02-29', 1), ['0 2028-02-29 (28)'])
  assert.deepEqual(await upcoming('2100-02-27', 3), ['1 2100-02-28', '0 2100-02-28 (100)', '2 2100-03-01'])
})

test('days that are none, and too many, are refused; today is where it begins', async () => {
  for (const query of ['from=2026-02-30', 'from=2026-13-01', 'from=x', 'from=', 'days=0', 'days=366', 'days=x', 'cursor=WyJ4Il0']) {
    await acme.get(`/dates/upcoming?${query}`, 400)
  }
  const now = new Date()
  const { own, id } = await calendar([])
  await own.post(`/contacts/${id}/dates`, { kind: 'birthday', month: now.getUTCMonth() + 1, day: now.getUTCDate() })
  assert.equal((await own.get('/dates/upcoming?days=2')).data.length + (await own.get('/dates/upcoming?days=365')).data.length, 2)
})

test('who may only read looks, and others find nothing', async () => {
  const { own, id } = await calendar([{ month: 5, day: 5 }])
  const reader = await callerWithScope(app, own, 'read')
  const [date] = (await reader.get(`/contacts/${id}/dates`)).data
  await reader.post(`/contacts/${id}/dates`, { kind: 'birthday', month: 1, day: 1 }, 403)
  await reader.remove(`/dates/${date.id}`, 403)
  await acme.patch(`/dates/${date.id}`, { day: 1 }, 404)
  await acme.get(`/contacts/${id}/dates`, 404)
  assert.deepEqual(await allItems(acme, '/dates/upcoming?from=2026-05-05&days=1'), [])
})

test('what comes up is found along the index', async () => {
  const { own, id } = await calendar([])
  await app.database.query(`
    insert into contact_date (org_id, contact_id, kind, label, month, day)
    select $1, $2, 'custom', n::text, 1 + n % 12, 1 + n % 28 from generate_series(1, 20000) n`, [own.organization_id, id])
  await app.database.query('analyze contact_date')
  const plan = await app.database.connectAs('app', async (client) => {
    await client.query(`begin; set local rapport.org_id = '${own.organization_id}'`)
    const { rows } = await client.query(`explain (analyze) select * from contact_date
      where org_id = (select current_org()) and month_day between 1231 and 1231 order by month_day, id limit 51`)
    return JSON.stringify(rows)
  })
  assert.match(plan, /contact_date_upcoming/)
  assert.equal((await allItems(own, '/dates/upcoming?from=2026-12-01&days=31')).length, 1666)
})
