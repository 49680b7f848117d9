import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, finished, organization, type Caller } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const ics = { filename: 'calendar.ics', options: { own_addresses: ['me@own.example'] } }
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const people = ['ORGANIZER;CN=Me:mailto:me@own.example', 'ATTENDEE;CN="Lovelace, Ada":mailto:Ada@x.example']

const ada = async (caller: Caller) => (await caller.get('/contacts?email=ada@x.example')).data[0]
const meetings = async (caller: Caller) =>
  (await allItems(caller, `/contacts/${(await ada(caller)).id}/timeline`)).toSorted((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at))
const times = async (caller: Caller) => (await meetings(caller)).map(({ occurred_at }) => new Date(occurred_at).toISOString().slice(0, 16))

test('a meeting is on the timeline of those who took part, with direction, place and length', async () => {
  const acme = await organization(app)
  const { result, status } = await acme.import(calendar(event(
    'UID:one@x', 'SUMMARY:The engine\\, again', 'DESCRIPTION:It runs.\\nShall we', '  meet?', 'LOCATION:Room 1', 'STATUS:CONFIRMED',
    'DTSTART:20260302T100000Z', 'DURATION:PT1H30M', ...people, 'ATTENDEE;CUTYPE=ROOM:mailto:room1@own.example', 'ATTENDEE:mailto:no-reply@x.example', 'ATTENDEE:urn:nobody',
  )), ics)
  assert.equal(status, 'succeeded')
  assert.deepEqual(result, { total: 1, meetings: 1, created: 1, updated: 0, removed: 0, rejected: 0, contacts_created: 1, unchanged: 0 })
  assert.equal((await ada(acme)).name, 'Lovelace, Ada')
  const [meeting] = await meetings(acme)
  const { kind, direction, subject, snippet, location, occurred_at, ends_at, all_day } = meeting
  assert.deepEqual([kind, direction, subject, snippet, location, all_day], ['meeting', 'out', 'The engine, again', 'It runs. Shall we meet?', 'Room 1', false])
  assert.deepEqual([occurred_at, ends_at].map((time) => new Date(time).toISOString()), ['2026-03-02T10:00:00.000Z', '2026-03-02T11:30:00.000Z'])
  assert.deepEqual(meeting.participants.map(({ role, address }: Record<string, string>) => [role, address]), [
    ['organizer', 'me@own.example'], ['attendee', 'ada@x.example'], ['attendee', 'no-reply@x.example'],
  ])
})

test('times are those of their zone: by IANA name, by Windows’ name, as the file defines it, of the calendar, in UTC', async () => {
  const custom = [
    'BEGIN:VTIMEZONE', 'TZID:Ours', 'BEGIN:STANDARD', 'DTSTART:20001029T030000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD',
    'BEGIN:DAYLIGHT', 'DTSTART:20000326T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE',
  ]
  const begins: [string, string][] = [
    ['DTSTART;TZID=Europe/Berlin:20260701T100000', '2026-07-01T08:00'],
    ['DTSTART;TZID=W. Europe Standard Time:20260701T100000', '2026-07-01T08:00'],
    ['DTSTART;TZID="/mozilla.org/20050126_1/America/Argentina/Buenos_Aires":20260701T100000', '2026-07-01T13:00'],
    ['DTSTART;TZID=Ours:20260701T100000', '2026-07-01T08:00'],
    ['DTSTART;TZID=Ours:20260101T100000', '2026-01-01T09:00'],
    ['DTSTART;TZID="(UTC-03:00) Somewhere":20260701T100000', '2026-07-01T14:00'],
    ['DTSTART;TZID=Nowhere:20260701T100000', '2026-07-01T14:00'],
    ['DTSTART:20260701T100000', '2026-07-01T14:00'],
    ['DTSTART:20260701T100000Z', '2026-07-01T10:00'],
    ['DTSTART:2026-07-01T10:00:00Z', '2026-07-01T10:00'],
  ]
  for (const [begin, expected] of begins) {
    const acme = await organization(app)
    // The zone may come after what is in it.
    await acme.import(calendar('X-WR-TIMEZONE:America/New_York', event('UID:1', begin, ...people), ...custom), ics)
    assert.deepEqual(await times(acme), [expected], begin)
  }
})

test('a series is each of its occurrences at the hour of its zone, without exceptions, and with what replaces them', async () => {
  const acme = await organization(app)
  const zone = 'TZID=Europe/Berlin'
  const text = calendar(
    // Before its series, as some programs have it.
    event('UID:s', `RECURRENCE-ID;${zone}:20260406T100000`, `DTSTART;${zone}:20260407T150000`, 'SUMMARY:Moved', ...people),
    event('UID:s', `DTSTART;${zone}:20260323T100000`, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260427T080000Z', `EXDATE;${zone}:20260413T100000`, `RDATE;${zone}:20260409T090000`, 'SUMMARY:Weekly', ...people),
  )
  const { result } = await acme.import(text, ics)
  assert.deepEqual([result.total, result.meetings, result.created], [2, 6, 6])
  assert.deepEqual(await times(acme), ['2026-03-23T09:00', '2026-03-30T08:00', '2026-04-07T13:00', '2026-04-09T07:00', '2026-04-20T08:00', '2026-04-27T08:00'])
  assert.equal(new Set((await meetings(acme)).map(({ thread_id }) => thread_id)).size, 1)
  const again = (await acme.import(text, ics)).result
  assert.deepEqual([again.created, again.updated, again.removed, again.unchanged], [0, 0, 0, 6])
})

test('a newer version changes what is stored, and an older one nothing', async () => {
  const acme = await organization(app)
  const version = (sequence: number, ...lines: string[]) => calendar(event('UID:v', `SEQUENCE:${sequence}`, ...lines, ...people))
  const first = version(0, 'DTSTART:20260302T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Daily')
  const second = version(1, 'DTSTART:20260302T110000Z', 'RRULE:FREQ=DAILY;COUNT=2', 'SUMMARY:Later')
  const cancelled = version(2, 'DTSTART:20260302T110000Z', 'RRULE:FREQ=DAILY;COUNT=2', 'STATUS:CANCELLED')
  assert.equal((await acme.import(first, ics)).result.created, 3)
  const changed = (await acme.import(second, ics)).result
  assert.deepEqual([changed.created, changed.removed], [2, 3])
  assert.deepEqual(await times(acme), ['2026-03-02T11:00', '2026-03-03T11:00'])
  const old = (await acme.import(first, ics)).result
  assert.deepEqual([old.created, old.updated, old.removed], [0, 0, 0])
  assert.deepEqual(await times(acme), ['2026-03-02T11:00', '2026-03-03T11:00'])
  assert.equal((await acme.import(cancelled, ics)).result.updated, 2)
  assert.deepEqual((await meetings(acme)).map(({ status }) => status), ['cancelled', 'cancelled'])
})

test('each calendar of a file is meant in its own way, and an answer to an invitation changes nothing of it', async () => {
  const acme = await organization(app)
  const of = (method: string, ...lines: string[]) => calendar(`METHOD:${method}`, event(...lines))
  await acme.import(of('PUBLISH', 'UID:kept', 'SUMMARY:Kept', 'DTSTART:20260302T100000Z', ...people), ics)
  const { result } = await acme.import(
    of('CANCEL', 'UID:off', 'SUMMARY:Called off', 'DTSTART:20260303T100000Z', ...people)
    + of('REPLY', 'UID:kept', 'SUMMARY:Accepted: Kept', 'DTSTART:20260302T100000Z', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@x.example')
    + of('REQUEST', 'UID:on', 'SUMMARY:On', 'DTSTART:20260304T100000Z', ...people), ics)
  assert.deepEqual([result.created, result.updated, result.rejected], [2, 0, 1])
  assert.deepEqual((await meetings(acme)).map(({ subject, status, participants }) => [subject, status, participants.length]),
    [['Kept', null, 2], ['Called off', 'cancelled', 2], ['On', null, 2]])
})

test('whole days, days that not every month has, and series without an end', async () => {
  const acme = await organization(app)
  const { result } = await acme.import(calendar(
    event('UID:day', 'DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260304', ...people),
    event('UID:last', 'DTSTART:20260131T100000Z', 'RRULE:FREQ=MONTHLY;COUNT=4', ...people),
    event('UID:leap', 'DTSTART;VALUE=DATE:20160229', 'RRULE:FREQ=YEARLY;UNTIL=20250101', ...people),
    event('UID:endless', 'DTSTART:19900101T100000Z', 'RRULE:FREQ=DAILY', 'ATTENDEE:mailto:other@x.example'),
  ), ics)
  assert.deepEqual([result.total, result.meetings, result.rejected], [4, 1_008, 0])
  assert.deepEqual(await times(acme), [
    '2016-02-29T00:00', '2020-02-29T00:00', '2024-02-29T00:00', '2026-01-31T10:00', '2026-03-02T00:00', '2026-03-31T10:00', '2026-05-31T10:00', '2026-07-31T10:00',
  ])
  const day = (await meetings(acme)).find(({ all_day, occurred_at }) => all_day && occurred_at.startsWith('2026'))
  assert.equal(new Date(day.ends_at).toISOString(), '2026-03-04T00:00:00.000Z')
  const [other] = (await acme.get('/contacts?email=other@x.example')).data
  const [latest] = (await acme.get(`/contacts/${other.id}/timeline?limit=1`)).data
  const ahead = Date.parse(latest.occurred_at) - Date.now()
  assert.ok(ahead > 300 * 86_400_000 && ahead < 400 * 86_400_000, 'a year ahead and no more')
})

test('a series that ended long ago is all of its occurrences', async () => {
  const acme = await organization(app)
  await acme.import(calendar(
    event('UID:daily', 'DTSTART:20080303T090000Z', 'RRULE:FREQ=DAILY;UNTIL=20080307T235959Z', ...people),
    event('UID:days', 'DTSTART;VALUE=DATE:20080310', 'RRULE:FREQ=DAILY;UNTIL=20080312', ...people),
    event('UID:weekly', 'DTSTART;TZID=Europe/Berlin:19980105T090000', 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=19980114T080000Z', ...people),
  ), ics)
  assert.deepEqual(await times(acme), [
    '1998-01-05T08:00', '1998-01-07T08:00', '1998-01-12T08:00', '1998-01-14T08:00', '2008-03-03T09:00', '2008-03-04T09:00', '2008-03-05T09:00',
    '2008-03-06T09:00', '2008-03-07T09:00', '2008-03-10T00:00', '2008-03-11T00:00', '2008-03-12T00:00',
  ])
})

test('rules that never end, or that no date fits, harm nobody: the first date is taken and the reason told', async () => {
  const acme = await organization(app)
  const rules = [
    'FREQ=SECONDLY', 'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'FREQ=DAILY;INTERVAL=999999999', 'FREQ=NEVER', 'nonsense',
    'FREQ=YEARLY;BYWEEKNO=99', 'RSCALE=HEBREW;FREQ=YEARLY', 'FREQ=DAILY;BYDAY=XX', 'FREQ=DAILY;INTERVAL=0',
  ]
  const { result, id } = await acme.import(calendar(...rules.map((rule, n) => event(`UID:${n}`, 'DTSTART:20260302T100000Z', `RRULE:${rule}`, ...people))), ics)
  assert.equal(result.total, rules.length)
  assert.ok(result.rejected >= rules.length - 1, JSON.stringify(result))
  for (const { reason } of await allItems(acme, `/imports/${id}/rejections`)) assert.match(reason, /^It repeats .* Only its first date was taken\.$/)
})

test('what is broken or no event is rejected with its line, and the others are stored', async () => {
  const acme = await organization(app)
  const text = calendar(
    event('UID:1', 'SUMMARY:No beginning'),
    event('UID:2', 'DTSTART:20260230T100000Z'),
    event('UID:3', 'DTSTART:20260302T100000Z', 'DESCRIPTION:a line', 'that nobody escaped', 'X;Y', ':', ...people),
    'BEGIN:VTODO', 'UID:4', 'SUMMARY:Do it', 'END:VTODO',
    event('DTSTART:20260303T100000Z', 'BEGIN:VALARM', 'DESCRIPTION:of the alarm', 'END:VALARM', ...people),
    event('UID:6', `DTSTART:20260304T100000Z`, `DESCRIPTION:${'x'.repeat(3_000_000)}`),
    'BEGIN:VEVENT', 'UID:7', 'DTSTART:20260302T100000Z',
  )
  const { result, id } = await acme.import(text, ics)
  assert.deepEqual([result.total, result.created, result.rejected], [7, 2, 5])
  const rejections = await allItems(acme, `/imports/${id}/rejections`)
  assert.deepEqual(rejections.map(({ position }) => position), [4, 8, 22, 34, 39])
  assert.deepEqual(rejections.map(({ reason }) => reason.slice(0, 22)), [
    'It has no beginning (D', 'Its beginning “2026023', 'It is a task (VTODO), ', 'It is larger than 2 MB', 'It has no end: the fil',
  ])
  assert.match((await acme.import('X:1\n', ics)).error.message, /nothing of a calendar/)
  assert.equal((await acme.import(calendar(), ics)).result.total, 0)
})

test('whom meetings make contacts of is set; an undo and a dry run leave no trace', async () => {
  const text = calendar(
    event('UID:1', 'DTSTART:20260302T100000Z', ...people),
    event('UID:2', 'DTSTART:20260303T100000Z', 'ORGANIZER:mailto:bob@x.example', 'ATTENDEE:mailto:me@own.example'),
  )
  for (const [create_contacts, count] of [['off', 0], ['written_to', 1], ['everyone', 2]] as const) {
    const acme = await organization(app)
    const options = { ...ics.options, create_contacts }
    const dry = (await acme.import(text, { ...ics, options: { ...options, dry_run: true } })).result
    assert.deepEqual([dry.created, dry.contacts_created, dry.dry_run], [2, count, true])
    assert.deepEqual((await acme.get('/contacts')).data, [])
    const { id, result } = await acme.import(text, { ...ics, options })
    assert.deepEqual([result.created, result.contacts_created], [2, count])
    assert.equal((await acme.get('/contacts')).data.length, count)
    const undo = await finished(acme, (await acme.remove(`/imports/${id}`, 202)).id)
    assert.deepEqual(undo.result, { total: 2 + count, removed: 2 + count, restored: 0, kept: 0 })
    assert.deepEqual((await acme.get('/contacts')).data, [])
    assert.equal((await acme.import(text, { ...ics, options })).result.created, 2)
  }
})
