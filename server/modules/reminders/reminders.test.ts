import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithRole, organization, unique, until } from '#test/factories'
import { runJobsNow } from '#test/jobs'
import { file } from '#test/scope'
import { tellReminder } from './actions.ts'
import { nextOf, readTime } from './times.ts'

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const room = await ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ben.user_id] })
const message = await ben.post(`/rooms/${room.id}/messages`, { text: 'The plan' })

const zone = 'Europe/Berlin'
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const come = (id: string) => app.database.query('update reminder set remind_at = now() where id = $1', [id])
const inbox = async (place: string) => (await ann.get('/notifications?limit=100')).data.filter((entry: { place: string }) => entry.place === place)

// A Wednesday, ten in the morning in Berlin.
const now = Date.parse('2026-01-14T09:00:00Z')
const read = async (text: string, locale: 'en' | 'de' = 'en') => {
  const time = await readTime({ text, zone, locale }, now)
  return time && [time.remind_at.toISOString().slice(0, 16), time.series?.repeat_rule ?? null]
}

test('words say when, in two languages, on the clock of a zone; a day alone is in the morning, and what is over is not meant', async () => {
  assert.deepEqual(await read('tomorrow at 9'), ['2026-01-15T08:00', null])
  assert.deepEqual(await read('in 20 minutes'), ['2026-01-14T09:20', null])
  assert.deepEqual(await read('friday'), ['2026-01-16T08:00', null])
  assert.deepEqual(await read('morgen um 14:30', 'de'), ['2026-01-15T13:30', null])
  assert.deepEqual(await read('every monday 8:30'), ['2026-01-19T07:30', 'FREQ=WEEKLY;BYDAY=MO'])
  assert.deepEqual(await read('every day at 8:00'), ['2026-01-15T07:00', 'FREQ=DAILY'])
  assert.equal(await read('some day'), undefined)
})

test('what comes again comes at the same time of the clock, also where clocks are changed', async () => {
  const series = { repeat_rule: 'FREQ=DAILY', series_on: '2026-03-28', series_time: '09:00', zone }
  const next = await nextOf(series, Date.parse('2026-03-28T08:00:00Z'))
  assert.deepEqual(next, { ...series, series_on: '2026-03-29' })
})

test('a reminder is told once at its time, as a notification; put off it comes again, and done it is gone', async () => {
  const { cursor } = await allEvents(ann, 'now')
  const made = await ann.post('/reminders', { message_id: message.id, text: 'Ask Ben', time: { when: 'tomorrow at 9', zone, locale: 'en' } })
  assert.deepEqual([made.message.snippet, made.text, made.told_at, made.repeat_rule], ['The plan', 'Ask Ben', null, null])
  await runJobsNow(app, 'reminders.tell')
  assert.equal((await ann.get('/reminders')).data[0].told_at, null)
  await ann.patch(`/reminders/${made.id}`, { remind_at: inAnHour() })
  await come(made.id)
  await runJobsNow(app, 'reminders.tell')
  const [due] = (await ann.get(`/reminders?message_id=${message.id}`)).data
  assert.ok(due.told_at)
  const place = `reminder:${made.id}`
  const [entry] = await until(async () => ((await inbox(place)).length > 0 ? inbox(place) : undefined))
  assert.deepEqual([entry.kind, entry.snippet, entry.subject, entry.unread_count], ['reminder', 'Ask Ben', `message:${message.id}`, 1])
  await ann.patch(`/reminders/${made.id}`, { remind_at: inAnHour() })
  await until(async () => (await inbox(place))[0].unread_count === 0)
  await ann.remove(`/reminders/${made.id}`)
  await until(async () => (await inbox(place)).length === 0)
  const { events } = await allEvents(ann, cursor)
  const own = events.filter(({ type }) => type.startsWith('reminder.'))
  assert.deepEqual(own.map(({ type }) => type), ['reminder.created', 'reminder.updated', 'reminder.due', 'reminder.updated', 'reminder.removed'])
  assert.deepEqual(own[2].data.reminder, due)
})

test('one that comes again is at its next time when it is told; another time for once changes nothing of that', async () => {
  const made = await ann.post('/reminders', { text: 'Water the plants', time: { when: 'every day at 7:15', zone, locale: 'en' } })
  const first = made.remind_at
  await ann.patch(`/reminders/${made.id}`, { remind_at: inAnHour() })
  await come(made.id)
  await Promise.all(Array.from({ length: 3 }, () => tellReminder(app.database, { org_id: acme.organization_id, id: made.id })))
  const told = (await ann.get('/reminders')).data.find(({ id }: { id: string }) => id === made.id)
  const dayLater = Date.parse(told.remind_at) - Date.parse(first)
  assert.deepEqual([told.told_at, dayLater === 86_400_000 || Math.abs(dayLater - 86_400_000) === 3_600_000], [null, true])
  await until(async () => (await inbox(`reminder:${made.id}`)).length === 1)
  await ann.remove(`/reminders/${made.id}`)
})

test('they are one’s own, any number of one message, and of a room that one has left only the own words stay', async () => {
  const other = await ben.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ann.user_id] })
  const { id: message_id } = await ben.post(`/rooms/${other.id}/messages`, { text: 'Secret' })
  const made = []
  for (const text of ['One', 'Two']) made.push(await ann.post('/reminders', { message_id, text, time: { remind_at: inAnHour() } }))
  assert.deepEqual((await allItems(ann, `/reminders?message_id=${message_id}`, 1)).map(({ text }) => text), ['One', 'Two'])
  assert.deepEqual((await ben.get('/reminders')).data, [])
  await ben.patch(`/reminders/${made[0].id}`, { text: 'x' }, 404)
  await ben.remove(`/reminders/${made[0].id}`, 404)
  await ann.remove(`/rooms/${other.id}/membership`)
  assert.deepEqual((await ann.get(`/reminders?message_id=${message_id}`)).data.map(({ message, text }: { message: unknown; text: string }) => [message, text]), [[null, 'One'], [null, 'Two']])
  await ann.post('/reminders', { message_id, time: { remind_at: inAnHour() } }, 404)
})

test('what says no time, or nothing, is refused', async () => {
  const refused = async (body: object) => (await ann.post('/reminders', body, 400)).detail
  assert.match(await refused({ text: 'x', time: { when: 'some day', zone, locale: 'en' } }), /no time to come/)
  assert.match(await refused({ text: 'x', time: { remind_at: '2020-01-01T00:00:00Z' } }), /over/)
  assert.match(await refused({ time: { remind_at: inAnHour() } }), /what it is about/)
  assert.match(await refused({ text: 'x', time: { remind_at: inAnHour(), repeat_rule: 'FREQ=SOMETIMES', zone } }), /rule/)
  assert.match(await refused({ text: 'x', time: { when: 'tomorrow', zone: 'Mars/Base', locale: 'en' } }), /time zone/)
  await acme.post('/reminders', { text: 'x', time: { remind_at: inAnHour() } }, 400)
  assert.deepEqual(await ann.post('/reminders/parse', { text: 'some day', zone, locale: 'en' }, 200), { remind_at: null, repeat_rule: null })
})

test('who may not read a message any more is reminded of nothing that it says, and words of one’s own stay as they are', async () => {
  const closed = await ben.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [ann.user_id] })
  const said = await ben.post(`/rooms/${closed.id}/messages`, { text: 'A secret plan' })
  const made = await Promise.all([{}, { text: 'My words' }].map((more) => ann.post('/reminders', { message_id: said.id, ...more, time: { remind_at: inAnHour() } })))
  for (const { id } of made) await come(id)
  await runJobsNow(app, 'reminders.tell')
  const snippets = async () => (await Promise.all(made.map(({ id }) => inbox(`reminder:${id}`)))).map(([entry]) => entry?.snippet)
  await until(async () => (await snippets()).every((snippet) => snippet !== undefined))
  await ben.patch(`/messages/${said.id}`, { text: 'A secret, changed' })
  await until(async () => (await snippets())[0] === 'A secret, changed')
  assert.equal((await snippets())[1], 'My words')
  await ben.remove(`/rooms/${closed.id}/members/${ann.user_id}`)
  await until(async () => (await snippets()).every((snippet) => snippet === undefined))
  const listed = (await ann.get('/reminders')).data.filter(({ id }: { id: string }) => made.some((each) => each.id === id))
  assert.deepEqual(listed.map(({ message, text }: { message: unknown; text: string }) => [message, text]).toSorted(), [[null, ''], [null, 'My words']])
})

test('what a message said is gone from the log when it is deleted, also where it was to be reminded of; of it nobody is reminded anew', async () => {
  const said = await ben.post(`/rooms/${room.id}/messages`, { text: 'A walrus' })
  await ann.post('/reminders', { message_id: said.id, time: { remind_at: inAnHour() } })
  assert.match(JSON.stringify((await allEvents(ann)).events), /walrus/)
  await ben.remove(`/messages/${said.id}`)
  assert.doesNotMatch(JSON.stringify([(await allEvents(ann)).events, await ann.get('/reminders')]), /walrus/)
  await ann.post('/reminders', { message_id: said.id, time: { remind_at: inAnHour() } }, 404)
})

test('a time is one that is reckoned with', async () => {
  const year = new Date().getUTCFullYear() + 1
  for (const time of [{ remind_at: `${year}-12-31T23:59:60Z` }, { remind_at: `${year}-12-31T23:59:60Z`, repeat_rule: 'FREQ=DAILY', zone }, { remind_at: '9999-12-31T23:59:59Z' }, { remind_at: '0000-01-01T00:00:00Z' }]) {
    await ann.post('/reminders', { text: 'X', time }, 400)
  }
})
