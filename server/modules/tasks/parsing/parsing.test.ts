import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { callerWithRole, organization } from '#test/factories'
import { file } from '#test/scope'
import type { Locale } from './marks.ts'
import { parseLine } from './parsing.ts'

const app = await testApp(file)
const acme = await organization(app)
const db = app.database.tenant(acme.organization_id)

// A Wednesday, half past ten in Berlin.
const now = Date.parse('2026-03-04T09:30:00Z')

async function read(text: string, locale: Locale = 'en', zone = 'Europe/Berlin') {
  const { task, spans } = await parseLine(db, acme.actor, { text, locale, zone }, now)
  return { ...task, said: spans.map(({ from, to }) => text.slice(from, to)) }
}

/** Title, and day with time. */
async function due(text: string, locale?: Locale) {
  const { title, due_on = '', due_time = '' } = await read(text, locale)
  return [title, `${due_on} ${due_time}`.trim()]
}

const english: [string, string, string][] = [
  ['call Ana fri 3pm', 'call Ana', '2026-03-06 15:00'],
  ['call Ana on Friday', 'call Ana', '2026-03-06'],
  ['call Ana by fri', 'call Ana', '2026-03-06'],
  ['call Ana fri', 'call Ana', '2026-03-06'],
  ['fri: call Ana tomorrow', 'fri: call Ana', '2026-03-05'],
  ['tomorrow call Ana', 'call Ana', '2026-03-05'],
  ['call Ana tomorrow at 9', 'call Ana', '2026-03-05 09:00'],
  ['call Ana at 3', 'call Ana', '2026-03-04 15:00'],
  ['call Ana at 9', 'call Ana', '2026-03-05 09:00'],
  ['call Ana at 15:45', 'call Ana', '2026-03-04 15:45'],
  ['call Ana tue 10', 'call Ana', '2026-03-10 10:00'],
  ['call Ana day after tomorrow', 'call Ana', '2026-03-06'],
  ['call Ana the day after tomorrow 5pm', 'call Ana', '2026-03-06 17:00'],
  ['call Ana in 2 hours', 'call Ana', '2026-03-04 12:30'],
  ['call Ana in 3 days', 'call Ana', '2026-03-07'],
  ['call Ana next week', 'call Ana', '2026-03-11'],
  ['call Ana next friday', 'call Ana', '2026-03-13'],
  ['call Ana tonight', 'call Ana', '2026-03-04'],
  ['call Ana this evening', 'call Ana', '2026-03-04'],
  ['call Ana noon', 'call Ana', '2026-03-04 12:00'],
  ['call Ana 2026-04-01', 'call Ana', '2026-04-01'],
  ['call Ana due by May 5', 'call Ana', '2026-05-05'],
  ['call Ana 5 may 10:30', 'call Ana', '2026-05-05 10:30'],
  ['call Ana on 3/14', 'call Ana', '2026-03-14'],
  ['call Ana 3pm PST', 'call Ana', '2026-03-05 00:00'],
  ['call Ana 3pm UTC', 'call Ana', '2026-03-04 16:00'],
  ['call Ana 9am GMT tomorrow', 'call Ana', '2026-03-05 10:00'],
  ['pay by end of month', 'pay', '2026-03-31'],
  ['call Ana, tomorrow.', 'call Ana.', '2026-03-05'],
  // What looks like a date and is none.
  ['fix fri menu', 'fix fri menu', ''],
  ['buy sun cream', 'buy sun cream', ''],
  ['look where she sat', 'look where she sat', ''],
  ['enjoy the sun', 'enjoy the sun', ''],
  ['ask whether they may come', 'ask whether they may come', ''],
  ['read the May report', 'read the May report', ''],
  ['march with the others', 'march with the others', ''],
  ['do it now', 'do it now', ''],
  ['buy 1/2 cup of milk', 'buy 1/2 cup of milk', ''],
  ['offer 24/7 support', 'offer 24/7 support', ''],
  ['try version 2.10', 'try version 2.10', ''],
  ['write the second draft', 'write the second draft', ''],
  ['run 100 days', 'run 100 days', ''],
  ['rest 5 min', 'rest 5 min', ''],
  ['say what happened yesterday', 'say what happened yesterday', ''],
  ['watch "The Day After Tomorrow"', 'watch The Day After Tomorrow', ''],
  ['watch "Friday" tomorrow', 'watch Friday', '2026-03-05'],
  ['plan Q3', 'plan Q3', ''],
  ['read what came last friday', 'read what came last friday', ''],
  ['order the book of the month', 'order the book of the month', ''],
  ['review the week', 'review the week', ''],
]

const german: [string, string, string][] = [
  ['Ana anrufen morgen um 9', 'Ana anrufen', '2026-03-05 09:00'],
  ['Ana anrufen am Freitag 15 Uhr', 'Ana anrufen', '2026-03-06 15:00'],
  ['Ana anrufen nächsten Montag', 'Ana anrufen', '2026-03-09'],
  ['Ana anrufen übermorgen', 'Ana anrufen', '2026-03-06'],
  ['Ana anrufen in 3 Tagen', 'Ana anrufen', '2026-03-07'],
  ['Ana anrufen bis Fr', 'Ana anrufen', '2026-03-06'],
  ['Ana anrufen Mo', 'Ana anrufen', '2026-03-09'],
  ['Ana anrufen Mi 14:30', 'Ana anrufen', '2026-03-04 14:30'],
  ['Ana anrufen am 5. Mai', 'Ana anrufen', '2026-05-05'],
  ['Ana anrufen heute Abend', 'Ana anrufen', '2026-03-04'],
  ['Ana am 24.12. anrufen', 'Ana anrufen', '2026-12-24'],
  ['Ana anrufen bis zum 1.2.', 'Ana anrufen', '2027-02-01'],
  ['Ana am 5.3. um 15 Uhr anrufen', 'Ana anrufen', '2026-03-05 15:00'],
  ['Kapitel 3.2. lesen', 'Kapitel 3.2. lesen', ''],
  ['am 30.2. lesen', 'am 30.2. lesen', ''],
  ['Protokoll vom letzten Freitag lesen', 'Protokoll vom letzten Freitag lesen', ''],
  ['So geht das', 'So geht das', ''],
  ['Die Mai Ausgabe lesen', 'Die Mai Ausgabe lesen', ''],
  ['mach das so', 'mach das so', ''],
  ['jetzt los', 'jetzt los', ''],
]

for (const [locale, sentences] of [['en', english], ['de', german]] as const) {
  test(`days and times are read where they are meant: ${locale}`, async () => {
    for (const [text, title, at] of sentences) assert.deepEqual(await due(text, locale), [title, at], text)
  })
}

test('signs say priority, labels and length; without one they are words', async () => {
  for (const [text, expected] of [
    ['pay !high', { title: 'pay', priority: 'high' }], ['pay !u #Tax #tax #"due soon"', { title: 'pay', priority: 'urgent', labels: ['tax', 'due soon'] }],
    ['pay !!', { title: 'pay', priority: 'high' }], ['pay !!!', { title: 'pay', priority: 'urgent' }], ['zahlen !dringend', { title: 'zahlen', priority: 'urgent' }],
    ['wow! great!', { title: 'wow! great!' }], ['fix !important', { title: 'fix !important' }], ['see issue #12', { title: 'see issue #12' }], ['use c# here', { title: 'use c# here' }],
    ['pay est 30m', { title: 'pay', estimate_minutes: 30 }], ['pay ~1h30', { title: 'pay', estimate_minutes: 90 }], ['pay est 1.5h now', { title: 'pay now', estimate_minutes: 90 }],
    ['pay est 2 h', { title: 'pay', estimate_minutes: 120 }], ['the best 30m', { title: 'the best 30m' }], ['#renewal, then call', { title: 'then call', labels: ['renewal'] }],
    ['say "#hello !high"', { title: 'say #hello !high' }], ['!high', { title: '', priority: 'high' }],
  ] as const) {
    const { said: _, ...task } = await read(text)
    assert.deepEqual(task, expected, text)
  }
})

test('what comes again begins on the first day of its rule', async () => {
  for (const [text, title, due_on, repeat_rule] of [
    ['report every monday', 'report', '2026-03-09', 'FREQ=WEEKLY;BYDAY=MO'],
    ['report every wed', 'report', '2026-03-04', 'FREQ=WEEKLY;BYDAY=WE'],
    ['report every monday and thursday', 'report', '2026-03-05', 'FREQ=WEEKLY;BYDAY=MO,TH'],
    ['report every other friday', 'report', '2026-03-06', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['report every weekday', 'report', '2026-03-04', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['report every 2 weeks', 'report', '2026-03-04', 'FREQ=WEEKLY;INTERVAL=2'],
    ['report every month from 1 april', 'report', '2026-04-01', 'FREQ=MONTHLY'],
    ['report every 15th', 'report', '2026-03-15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['report every month on the 15th', 'report', '2026-03-15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['report monthly on the 15th', 'report', '2026-03-15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['Bericht jeden Monat am 15.', 'Bericht', '2026-03-15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['report every monday until 1 may', 'report', '2026-03-09', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260501'],
    ['Bericht jeden Montag bis zum 1. Mai', 'Bericht', '2026-03-09', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260501'],
    ['report every 3rd friday', 'report', '2026-03-20', 'FREQ=MONTHLY;BYDAY=3FR'],
    ['report every first monday of the month', 'report', '2026-04-06', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['report every second friday', 'report', '2026-03-06', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['report every second friday of the month', 'report', '2026-03-13', 'FREQ=MONTHLY;BYDAY=2FR'],
    ['report every last day of the month', 'report', '2026-03-31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['Bericht jeden letzten Freitag im Monat', 'Bericht', '2026-03-27', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['Bericht jeden ersten Montag', 'Bericht', '2026-04-06', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['report every 0 days', 'report every 0 days', undefined, undefined],
    ['report daily', 'report', '2026-03-04', 'FREQ=DAILY'],
    ['Bericht jeden Montag', 'Bericht', '2026-03-09', 'FREQ=WEEKLY;BYDAY=MO'],
    ['Bericht alle 3 Monate', 'Bericht', '2026-03-04', 'FREQ=MONTHLY;INTERVAL=3'],
    ['ask every member', 'ask every member', undefined, undefined],
  ] as const) {
    const task = await read(text, text.startsWith('Bericht') ? 'de' : 'en')
    assert.deepEqual([task.title, task.due_on, task.repeat_rule], [title, due_on, repeat_rule], text)
  }
})

test('names are those of who is there: as long as fits, and left to choose from where several are', async () => {
  const peter = await callerWithRole(app, acme, 'member')
  await app.database.query('update "user" set name = $2 where id = $1', [peter.user_id, 'Péter Novák'])
  const lan = await acme.post('/contacts', { name: 'Ada Lan', company: { name: 'Acme Corp' } })
  const lovelace = await acme.post('/contacts', { name: 'Ada Lovelace' })
  const task = await read('call @peter about ^Acme Corp est 30m')
  assert.deepEqual([task.title, task.assignee_ids, task.company_ids, task.estimate_minutes], ['call about', [peter.user_id], [lan.company.id], 30])
  assert.deepEqual((await read('call ^ada lovelace tomorrow')).contact_ids, [lovelace.id])
  assert.deepEqual((await read('call ^"Ada Lan"')).said, ['^"Ada Lan"'])
  const either = await parseLine(db, acme.actor, { text: 'call ^ada today', locale: 'en', zone: 'UTC' }, now)
  assert.deepEqual([either.ambiguous, either.spans[0]!.candidates!.map(({ name }) => name).toSorted(), either.task.contact_ids], [true, ['Ada Lan', 'Ada Lovelace'], undefined])
  const nobody = await parseLine(db, acme.actor, { text: 'write to me@example.org and @nobody', locale: 'en', zone: 'UTC' }, now)
  assert.deepEqual([nobody.task.title, nobody.spans.map(({ candidates }) => candidates)], ['write to me@example.org and @nobody', [[]]])
})

test('a line is previewed without leaving anything, and becomes a task where it is clear', async () => {
  const org = await organization(app)
  await org.post('/contacts', { name: 'Ann A' })
  const me = await callerWithRole(app, org, 'member')
  const line = { text: 'call @me tomorrow 9:30 !high #renewal every week', zone: 'Europe/Berlin' }
  const parsed = await me.post('/tasks/parse', line, 200)
  assert.deepEqual(parsed.spans.map(({ kind, from, to }: { kind: string; from: number; to: number }) => [kind, line.text.slice(from, to)]),
    [['assignee', '@me'], ['due', 'tomorrow 9:30'], ['priority', '!high'], ['label', '#renewal'], ['repetition', 'every week']])
  assert.deepEqual((await me.get('/tasks')).data, [])
  const posted = await me.post('/tasks', parsed.task)
  const made = await me.post('/tasks/lines', line)
  for (const task of [posted, made]) {
    assert.deepEqual([task.title, task.priority, task.due_time, task.labels, task.assignee_ids, task.repeat_rule], ['call', 'high', '09:30', ['renewal'], [me.user_id], 'FREQ=WEEKLY'])
  }
  await org.post('/contacts', { name: 'Ann B' })
  assert.match((await me.post('/tasks/lines', { text: 'call ^ann' }, 400)).detail, /Ann A, Ann B|Ann B, Ann A/)
  assert.match((await me.post('/tasks/lines', { text: '!high' }, 400)).detail, /title/)
  await me.post('/tasks/parse', { text: 'x', zone: 'No/Where' }, 400)
})

test('whatever stands in a line, it is read within a moment', async () => {
  for (let n = 0; n < 30; n++) await callerWithRole(app, acme, 'member')
  for (const piece of ['^a ', '@a ', '@me ', '#a ', '"', ' “a', '" "', 'fri ', '1/', '1.', '12:', 'every ', 'every monday, ', 'est ', '~1h ', '!', ' ', '\ufffc', 'a,; ', 'monday ', 'a\u0301', 'in 5 ', 'next ', '9', '-', 'am ', '2026-', 'tomorrow ', '\ud83d']) {
    for (const locale of ['en', 'de'] as const) {
      const begun = process.cpuUsage()
      await parseLine(db, acme.actor, { text: piece.repeat(1_000).slice(0, 1_000), locale, zone: 'Europe/Berlin' }, now)
      const ms = process.cpuUsage(begun).user / 1_000
      assert.ok(ms < 2_000, `${JSON.stringify(piece)} ${locale} takes ${Math.round(ms)} ms of the processor`)
    }
  }
})
