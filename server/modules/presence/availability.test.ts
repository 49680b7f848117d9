import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from '#test/app'
import { allEvents, callerWithRole, organization, unique, type Person } from '#test/factories'
import { file } from '#test/scope'
import { listQuiet } from './availability.ts'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const db = app.database.tenant(acme.organization_id)

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** When it is quiet at a moment or next, in Berlin on working days from eight to six unless given otherwise. */
async function span(at: string, { said = null, days = workdays, zone = 'Europe/Berlin' }: { said?: string | null; days?: object[]; zone?: string } = {}) {
  const { rows: [found] } = await sql<{ quiet_from: string | null; quiet_until: string | null }>`
    select * from quiet_span(${said}::timestamptz, ${JSON.stringify(days)}::jsonb, ${zone}, ${at}::timestamptz)
  `.execute(db)
  return [found!.quiet_from, found!.quiet_until].map((time) => time && new Date(time).toISOString().slice(0, 16))
}
const workdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', until: '18:00' }))

test('outside of the hours of the week it is quiet, by the clock of their zone, also where it is changed', async () => {
  // A Wednesday in winter.
  assert.deepEqual(await span('2026-01-14T10:00Z'), ['2026-01-14T17:00', '2026-01-15T07:00'])
  assert.deepEqual(await span('2026-01-14T17:00Z'), [null, '2026-01-15T07:00'])
  assert.deepEqual(await span('2026-01-15T06:59Z'), [null, '2026-01-15T07:00'])
  // Friday evening to Monday, over the night in which clocks go forward.
  assert.deepEqual(await span('2026-03-27T17:30Z'), [null, '2026-03-30T06:00'])
  assert.deepEqual(await span('2026-01-14T10:00Z', { zone: 'America/New_York' }), [null, '2026-01-14T13:00'])
})

test('quiet that was asked for goes on where the hours do not begin, and hours that touch are one', async () => {
  assert.deepEqual(await span('2026-01-14T10:00Z', { said: '2026-01-14T11:00Z' }), [null, '2026-01-14T11:00'])
  assert.deepEqual(await span('2026-01-14T16:30Z', { said: '2026-01-14T17:30Z' }), [null, '2026-01-15T07:00'])
  assert.deepEqual(await span('2026-01-14T10:00Z', { said: '2026-01-14T09:00Z' }), ['2026-01-14T17:00', '2026-01-15T07:00'])
  const late = [{ day: 3, from: '20:00', until: '24:00' }, { day: 4, from: '00:00', until: '02:00' }]
  assert.deepEqual(await span('2026-01-14T20:00Z', { days: late }), ['2026-01-15T01:00', '2026-01-21T19:00'])
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '24:00' }))
  assert.deepEqual(await span('2026-01-14T20:00Z', { days: always }), [null, null])
})

test('who is not to be disturbed, and until when, can be asked for many', async () => {
  const until = soon(30)
  await ann.patch('/availability', { quiet_until: until })
  const ids = [ann.user_id, ben.user_id]
  assert.deepEqual([...(await listQuiet(db, ids))], [[ann.user_id, new Date(until)]])
  assert.deepEqual([...(await listQuiet(db, ids, new Date(soon(31))))], [])
  await ann.patch('/availability', { quiet_until: null })
  assert.deepEqual([...(await listQuiet(db, ids))], [])
})

test('what is said of oneself stays until its time is over, each part by itself, and its event is what a fetch gives', async () => {
  const status = { emoji: '🌴', text: 'Away', until: soon(60) }
  const hours = { zone: 'Europe/Berlin', days: workdays }
  assert.deepEqual(await ben.get('/availability'), { status: null, quiet_until: null, hours: null })
  const { cursor } = await allEvents(ben, 'now')
  await ben.patch('/availability', { status })
  const changed = await ben.patch('/availability', { hours })
  assert.deepEqual([Date.parse(changed.status.until), changed.status.text, changed.hours], [Date.parse(status.until), 'Away', hours])
  assert.deepEqual(await ben.get('/availability'), changed)
  await ben.patch('/availability', { hours })
  const { events } = await allEvents(ben, cursor)
  const own = events.filter(({ type }) => type === 'availability.updated')
  assert.deepEqual([own.length, own.at(-1).data.availability], [2, changed])
  await app.database.query("update availability set status_until = now() - interval '1 second' where user_id = $1", [ben.user_id])
  assert.equal((await ben.get('/availability')).status, null)
})

test('members hear what somebody says of themselves, and of guests those who share a room with them; nobody hears their hours', async () => {
  const [near, far] = [await callerWithRole(app, acme, 'guest'), await callerWithRole(app, acme, 'guest')]
  await ann.post('/rooms', { kind: 'channel', name: unique('channel'), visibility: 'private', user_ids: [near.user_id] })
  const listeners = [ben, near, far]
  const cursors = await Promise.all(listeners.map(async (person) => (await person.get('/events?after=now')).next_cursor as string))
  await ann.patch('/availability', { status: { emoji: null, text: 'Here', until: null }, hours: { zone: 'UTC', days: workdays } })
  const heard = async (person: Person, cursor: string) => (await allEvents(person, cursor)).events.map(({ type, data }) => [type, data.shown_availability?.status.text])
  const seen = await Promise.all(listeners.map((person, index) => heard(person, cursors[index]!)))
  assert.deepEqual(seen, [[['shown_availability.updated', 'Here']], [['shown_availability.updated', 'Here']], []])
})

test('what cannot be is refused', async () => {
  const refused = async (change: object) => (await ann.patch('/availability', change, 400)).detail
  assert.match(await refused({ status: { emoji: null, text: ' ', until: null } }), /says something/)
  assert.match(await refused({ hours: { zone: 'Europe/Atlantis', days: workdays } }), /time zone/)
  assert.match(await refused({ hours: { zone: 'UTC', days: [{ day: 1, from: '18:00', until: '08:00' }] } }), /before they begin/)
  assert.match(await refused({ hours: { zone: 'UTC', days: [workdays[0], workdays[0]] } }), /once/)
  await acme.patch('/availability', { quiet_until: null }, 400)
})
