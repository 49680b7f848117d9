// What somebody is mailed of what they have not seen, and how that ends.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from '#test/app'
import { callerWithRole, organization, unique, until, type Person } from '#test/factories'
import { hurryJobs, runJobsNow } from '#test/jobs'
import { startMailServer } from '#test/mail-server'
import { file } from '#test/scope'

const server = await startMailServer(file)
const app = await testApp(file, { worker: true, env: server.env })
const acme = await organization(app)
const person = () => callerWithRole(app, acme, 'member')
const ann = await person()

const at = (someone: Person) => `[@x](user:${someone.user_id})`
const newChannel = (ben: Person) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id] })
const entriesOf = async (someone: Person) => (await someone.get('/notifications')).data
const notified = (someone: Person, count: number) => until(async () => (await entriesOf(someone)).length === count)
const mailsTo = ({ email }: Person) => server.mails.filter(({ recipient }) => recipient === email)

test('what was not seen comes in one mail, with what was said, links, and an end that one click brings', async () => {
  const ben = await person()
  const [one, two, three] = [await newChannel(ben), await newChannel(ben), await newChannel(ben)]
  for (const { id } of [one, two, three]) await ann.post(`/rooms/${id}/messages`, { text: `Look at <this>, ${at(ben)}` })
  await notified(ben, 3)
  const [, , first] = await entriesOf(ben)
  await ben.patch(`/notifications/${first.id}`, { read: true })
  assert.deepEqual(mailsTo(ben), [])
  await runJobsNow(app, 'notifications.tell')
  const mail = await server.mailTo(ben.email, /mentioned you in #/)
  assert.match(mail.subject!, new RegExp(`^The member mentioned you in #${three.name}, and 1 more in `))
  for (const part of [mail.text!, mail.html!]) {
    assert.match(part, new RegExp(`http://localhost:8080/rooms/${two.id}\\?message=`))
    assert.ok(!part.includes(one.name) && part.includes(three.name))
  }
  assert.match(mail.html!, /Look at &lt;this&gt;, @x/)
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))
  assert.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click')
  const { pathname, search } = new URL(/^<(.+)>$/.exec(headers['list-unsubscribe']!)![1]!)
  assert.match(mail.text!, new RegExp(`http://localhost:8080/unsubscribe\\?token=`))

  // As programs of mail do, with neither cookie nor JSON.
  const leave = (url: string) => app.call({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' })
  assert.equal((await leave(`${pathname}${search.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`)).status, 404)
  assert.equal((await ben.get('/notification-preferences')).mail_minutes, 60)
  assert.equal((await leave(`${pathname}${search}`)).status, 204)
  assert.equal((await ben.get('/notification-preferences')).mail_minutes, null)
  await ann.post(`/rooms/${one.id}/messages`, { text: `Again, ${at(ben)}` })
  await until(async () => (await entriesOf(ben))[0].snippet.startsWith('Again'))
  assert.deepEqual(await app.database.query('select from inbox where user_id = $1 and mail_due_at is not null', [ben.user_id]), [])
  assert.equal(mailsTo(ben).length, 1)
})

test('what is said about a task is called a comment, and the task by its title', async () => {
  const ben = await person()
  const { id } = await ann.post('/tasks', { title: 'Call Ana', assignee_ids: [ben.user_id] })
  const { id: room } = await ann.put(`/tasks/${id}/room`, {}, 200)
  await ann.post(`/rooms/${room}/messages`, { text: 'She is away until Monday.' })
  await notified(ben, 2)
  await ann.post(`/rooms/${room}/messages`, { text: `${at(ben)}, can you?` })
  await notified(ben, 3)
  await runJobsNow(app, 'notifications.tell')
  assert.deepEqual((await entriesOf(ben)).map(({ kind, is_comment }: { kind: string; is_comment: boolean }) => [kind, is_comment]), [['mention', true], ['reply', true], ['assigned', false]])
  const { text } = await server.mailTo(ben.email, /^The member mentioned you in “Call Ana”, and 2 more in /)
  assert.match(text!, /The member commented on “Call Ana” \(/)
})

test('whoever reads German is written to in German, with times by their clock', async () => {
  const ben = await person()
  await ben.patch('/me', { language: 'de', time_zone: 'Asia/Tokyo' }, 204)
  await ann.post('/tasks', { title: 'Ana anrufen', assignee_ids: [ben.user_id] })
  const { id } = await newChannel(ben)
  await ann.post(`/rooms/${id}/messages`, { text: `Schau, ${at(ben)}` })
  await notified(ben, 2)
  await app.database.query("update notification set happened_at = '2026-11-24T13:05:00Z' where user_id = $1 and kind = 'assigned'", [ben.user_id])
  await runJobsNow(app, 'notifications.tell')
  const { text, html } = await server.mailTo(ben.email, /^The member hat Sie in #.* erwähnt, und 1 weitere in /)
  assert.match(text!, /The member hat Ihnen „Ana anrufen“ zugewiesen \(24\. Nov\.?, 22:05\)/)
  assert.match(text!, /höchstens einmal in der Stunde/)
  assert.match(html!, /<html lang="de">.*Eingang öffnen/s)
})

test('kinds that somebody does not want by mail stay in the inbox, and what is told once is not told again', async () => {
  const ben = await person()
  await ben.patch('/notification-preferences', { kinds: { assigned: { mail: false } } })
  await ann.post('/tasks', { title: 'Not by mail', assignee_ids: [ben.user_id] })
  const { id } = await newChannel(ben)
  await ann.post(`/rooms/${id}/messages`, { text: `Look, ${at(ben)}` })
  await notified(ben, 2)
  await runJobsNow(app, 'notifications.tell')
  const mail = await server.mailTo(ben.email, /mentioned you/)
  assert.ok(!mail.text!.includes('Not by mail'))
  assert.deepEqual(await app.database.query('select from notification_cause where user_id = $1 and to_mail', [ben.user_id]), [])
  assert.equal(mailsTo(ben).length, 1)
})

test('a mail server that is away is asked again, and the mail comes once', async () => {
  const ben = await person()
  server.refuse = 2
  await ann.post('/tasks', { title: 'Call Ana', assignee_ids: [ben.user_id] })
  await notified(ben, 1)
  await runJobsNow(app, 'notifications.tell')
  await until(async () => {
    await hurryJobs(app, 'notifications.send')
    return mailsTo(ben).length > 0
  })
  await server.mailTo(ben.email, /assigned “Call Ana” to you/)
  await until(async () => (await app.database.query('select from notification_dispatch where user_id = $1 and sent_at is not null and attempt = 3', [ben.user_id])).length > 0)
  assert.equal(mailsTo(ben).length, 1)
})

test('a mail server that takes a mail and does not say so is not given it again', async () => {
  const ben = await person()
  server.taken = () => false
  await ann.post('/tasks', { title: 'Once', assignee_ids: [ben.user_id] })
  await notified(ben, 1)
  await runJobsNow(app, 'notifications.tell')
  const [dispatch] = await until(async () => {
    await hurryJobs(app, 'notifications.send')
    const found = await app.database.query<{ error: string }>('select error from notification_dispatch where user_id = $1 and failed_at is not null', [ben.user_id])
    return found.length > 0 && found
  })
  server.taken = () => true
  assert.match(dispatch!.error, /^It may have arrived/)
  assert.equal(mailsTo(ben).length, 1)
})

test('who is taken out of a room is mailed nothing of it, and nobody what was deleted, although nobody has collected yet that it is so', async () => {
  const ben = await person()
  const [left, stays] = [await newChannel(ben), await newChannel(ben)]
  await ann.patch(`/rooms/${left.id}`, { visibility: 'private' })
  await ann.post(`/rooms/${left.id}/messages`, { text: `A secret, ${at(ben)}` })
  const { id: deleted } = await ann.post(`/rooms/${(await newChannel(ben)).id}/messages`, { text: `Another secret, ${at(ben)}` })
  await ann.post(`/rooms/${stays.id}/messages`, { text: `No secret, ${at(ben)}` })
  await notified(ben, 3)
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  const holding = app.database.transact(acme.actor, async (tx) => {
    await sql`select from notification_cursor where org_id = (select current_org()) for update`.execute(tx)
    await ann.remove(`/rooms/${left.id}/members/${ben.user_id}`)
    await ann.remove(`/messages/${deleted}`)
    await isOver
  })
  await until(async () => (await app.database.query("select from event where type = 'message.deleted' and subject = $1", [`message:${deleted}`])).length > 0)
  await runJobsNow(app, 'notifications.tell')
  const mail = await server.mailTo(ben.email, /mentioned you in #/)
  end()
  await holding
  assert.ok(mail.text!.includes('No secret') && !`${mail.subject}${mail.text}${mail.html}`.includes('A secret') && !mail.text!.includes('Another secret'))
  assert.ok(!`${mail.subject}${mail.text}`.includes(left.name))
})
