// The law of every event of rooms, tasks, notifications, presence and reminders: what it says is what a fetch gives. Made from what the modules
// write, so that an event without its law here, or that nothing here brings about, fails. Many at once are in the tests beside the modules.

import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { takeTurns, taskJobs } from '#modules/tasks'
import { audited } from '../web/src/messages/en/audited.ts'
import { heededTypes } from '../server/modules/notifications/collecting.ts'
import { testApp, type Answer } from './app.ts'
import { allEvents, callerWithRole, organization, until, type Person } from './factories.ts'
import { runJobsNow } from './jobs.ts'
import { file } from './scope.ts'

type Json = Answer['json']
type Law = (by: Person, data: Json) => Promise<[told: unknown, fetched: unknown]>

const app = await testApp(file, { worker: true })
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]

const modules = ['rooms', 'tasks', 'notifications', 'presence', 'reminders']

/** For the audit log alone. */
const unheard = ['link_previews.updated']

/** Every name of an event that stands in these modules: in the past tense. Jobs are called after the modules. */
async function findTypes(): Promise<string[]> {
  const found = new Set<string>()
  for await (const path of glob(`server/modules/{${modules.join()}}/**/*.ts`, { exclude: (name) => name.endsWith('.test.ts') })) {
    // What inboxes hear of is what the others say.
    if (path.includes('/causes/')) continue
    for (const [, type] of (await readFile(path, 'utf8')).matchAll(/'([a-z_]+\.(?:[a-z_]*ed|left|hidden|due|due_soon))'/g)) {
      if (!modules.includes(type!.split('.')[0]!) && !unheard.includes(type!)) found.add(type!)
    }
  }
  // Named by what they share with the views of contacts.
  return [...found, 'task_view.created', 'task_view.updated', 'task_view.deleted'].toSorted()
}

const find = async (by: Person, path: string, isMeant: (item: Json) => boolean) => (await by.get(path)).data.find(isMeant)
const get = async (by: Person, path: string) => {
  const { status, json } = await app.call({ url: `/api/v1${path}`, headers: by.headers })
  return status === 404 ? undefined : json
}
const among = (of: Json, fetched: Json) => fetched && Object.fromEntries(Object.keys(of).map((key) => [key, fetched[key]]))

const isRoom: Law = async (by, { room }) => [room, among(room, await get(by, `/rooms/${room.id}`))]
const isOut: Law = async (by, { room_id }) => [null, (await get(by, `/rooms/${room_id}`))?.membership ?? null]
const isHidden: Law = async (by, { room_id }) => [true, (await get(by, `/rooms/${room_id}`))?.membership !== null]
const isMessage: Law = async (by, { message, revision, thread }) => {
  const root = thread && (await get(by, `/messages/${thread.id}`)).thread
  return [
    { message, revision, thread: thread && among(root, thread) },
    { message: await get(by, `/messages/${message.id}`), revision: revision && (await get(by, `/rooms/${message.room_id}`)).revision, thread: root },
  ]
}
const listed = (path: string, name: string): Law => async (by, data) => [data[name], await find(by, path, ({ id }) => id === data[name].id)]
const unlisted = (path: string, idOf: (data: Json) => string): Law => async (by, data) => [undefined, await find(by, path, ({ id }) => id === idOf(data))]
const fetched = (path: string, name: string): Law => async (by, data) => [data[name], await get(by, `${path}/${data[name].id}`)]
const gone = (path: string, name: string): Law => async (by, data) => [undefined, await get(by, `${path}/${data[name].id}`)]
const isKept = (kept: boolean): Law => async (by, { room_id, message_id }) => [kept, (await by.get(`/rooms/${room_id}/bookmarks`)).data.includes(message_id)]
const isPlanned = (planned: boolean): Law => async (by, { plan }) => [planned, (await by.get('/tasks/my-day')).planned.data.some(({ id }: Json) => id === plan.task_id)]
const isNotified: Law = async (by, { notification, counts }) => [{ notification, counts }, { notification: await get(by, `/notifications/${notification.id}`), counts: (await by.get('/notifications')).counts }]
const memberOf = async (by: Person, { room_id }: Json, userId: string) => find(by, `/rooms/${room_id}/members`, ({ user_id }) => user_id === userId)

const laws: Record<string, Law> = {
  'room.created': isRoom,
  'room.updated': isRoom,
  'room.hidden': isHidden,
  'room.left': isOut,
  'room.joined': async (by, { room_id }) => [room_id, (await find(by, '/rooms', ({ id }) => id === room_id))?.id],
  'room.members_added': async (by, data) => [data.members, await Promise.all(data.members.map(({ user_id }: Json) => memberOf(by, data, user_id)))],
  'room.member_changed': async (by, data) => [data.member, await memberOf(by, data, data.member.user_id)],
  'room.member_removed': async (by, data) => [undefined, await memberOf(by, data, data.user_id)],
  'room.refreshed': async (by, { room_id, revision }) => [revision, (await get(by, `/rooms/${room_id}`)).revision],
  ...Object.fromEntries(['created', 'updated', 'deleted', 'restored', 'reacted', 'pinned', 'unpinned', 'acknowledged', 'repeated', 'previewed'].map((verb) => [`message.${verb}`, isMessage])),
  'thread.updated': async (by, { following }) => [following, await get(by, `/messages/${following.thread_id}/following`)],
  'thread.unfollowed': async (by, { thread_id }) => [undefined, await get(by, `/messages/${thread_id}/following`)],
  'draft.updated': async (by, { draft }) => [draft.text === '' ? undefined : draft, await find(by, '/rooms/drafts', ({ room_id }) => room_id === draft.room_id)],
  'bookmark.created': isKept(true),
  'bookmark.removed': isKept(false),
  'membership.updated': async (by, { membership }) => [membership, (await get(by, `/rooms/${membership.room_id}`)).membership],
  'retention.updated': async (by, data) => [data, await by.get('/rooms/retention')],
  'scheduled_message.created': listed('/scheduled-messages', 'scheduled_message'),
  'scheduled_message.updated': listed('/scheduled-messages', 'scheduled_message'),
  'scheduled_message.failed': listed('/scheduled-messages', 'scheduled_message'),
  'scheduled_message.removed': unlisted('/scheduled-messages', ({ scheduled_message }) => scheduled_message.id),
  'reminder.created': listed('/reminders', 'reminder'),
  'reminder.updated': listed('/reminders', 'reminder'),
  'reminder.due': listed('/reminders', 'reminder'),
  'reminder.removed': unlisted('/reminders', ({ id }) => id),
  ...Object.fromEntries(['created', 'updated', 'deleted', 'restored', 'unblocked', 'due_soon'].map((verb) => [`task.${verb}`, fetched('/tasks', 'task')])),
  'task.planned': isPlanned(true),
  'task.unplanned': isPlanned(false),
  'task_status.created': fetched('/task-statuses', 'task_status'),
  'task_status.updated': fetched('/task-statuses', 'task_status'),
  'task_status.deleted': gone('/task-statuses', 'task_status'),
  'label.created': fetched('/labels', 'label'),
  'label.updated': fetched('/labels', 'label'),
  'label.deleted': gone('/labels', 'label'),
  'task_view.created': fetched('/tasks/views', 'task_view'),
  'task_view.updated': fetched('/tasks/views', 'task_view'),
  'task_view.deleted': gone('/tasks/views', 'task_view'),
  'notification.created': isNotified,
  'notification.updated': isNotified,
  'notification.removed': async (by, { notification_id, counts }) => [[undefined, counts], [await get(by, `/notifications/${notification_id}`), (await by.get('/notifications')).counts]],
  'inbox.changed': async (by, { counts }) => [counts, (await by.get('/notifications')).counts],
  'notification_preferences.updated': async (by, { notification_preferences }) => [notification_preferences, await by.get('/notification-preferences')],
  'availability.updated': async (by, { availability }) => [availability, await by.get('/availability')],
  'shown_availability.updated': async (by, { shown_availability: shown }) => [shown, among(shown, (await by.get(`/presence?user_ids=${shown.user_id}`)).data[0])],
}

const checked = new Set<string>()
const cursors = new Map([ann, ben].map((person): [Person, string] => [person, 'now']))

/** Does something, and holds the law against what both are told of it: of what is told several times, the last. */
async function by(act: () => Promise<unknown>) {
  for (const [person, cursor] of cursors) cursors.set(person, (await allEvents(person, cursor)).cursor)
  await act()
  await settled()
  for (const [person, cursor] of cursors) {
    const { events } = await allEvents(person, cursor)
    const told = new Map<string, Json>(events.map((event) => [`${event.subject} ${Object.keys(event.data)}`, event]))
    for (const { type, data } of told.values()) {
      if (!laws[type]) continue
      const [said, is] = await laws[type](person, data)
      assert.deepEqual(said, is, `${type} to ${person === ann ? 'Ann' : 'Ben'}`)
      checked.add(type)
    }
  }
}

/** The inboxes have what happened until now. */
async function settled() {
  await until(async () => {
    const [row] = await app.database.query<{ behind: boolean }>(`
      select exists (select from event where event.org_id = c.org_id and type = any($2)
        and (cursor is null or not pg_visible_in_snapshot(xid, split_part(cursor, '~', 2)::pg_snapshot))) as behind
      from notification_cursor c where org_id = $1`, [acme.organization_id, [...heededTypes]])
    return row && !row.behind
  })
}

const at = ({ user_id }: Person) => `[@x](user:${user_id})`
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const say = (person: Person, room: Json, text: string, more: object = {}) => person.post(`/rooms/${room.id}/messages`, { text, ...more })

test('what each event says is what a fetch gives, and there is no event without its law', async () => {
  let room: Json, message: Json, answer: Json, secret: Json
  await by(async () => (room = await ann.post('/rooms', { kind: 'channel', name: 'laws', user_ids: [ben.user_id] })))
  await by(async () => (secret = await ann.post('/rooms', { kind: 'channel', name: 'secret', visibility: 'private' })))
  await by(() => ann.patch(`/rooms/${room.id}`, { topic: 'New' }))
  await by(() => ann.patch(`/rooms/${room.id}/members/${ben.user_id}`, { role: 'owner' }))
  await by(async () => (message = await say(ann, room, `Look, ${at(ben)}`)))
  await by(() => ann.patch(`/messages/${message.id}`, { text: `Look there, ${at(ben)}` }))
  await by(() => ben.put(`/messages/${message.id}/reactions/👍`, {}))
  await app.database.query('update message set previews = $1 where id = $2', [JSON.stringify([{ url: 'https://x.example', title: 'X', description: '', site: '' }]), message.id])
  await by(() => ann.remove(`/messages/${message.id}/previews`, 200))
  await by(() => ben.put(`/messages/${message.id}/pin`, {}))
  await by(() => ben.remove(`/messages/${message.id}/pin`, 200))
  await by(() => ben.put(`/messages/${message.id}/bookmark`, {}, 204))
  await by(() => ben.remove(`/messages/${message.id}/bookmark`))
  await by(async () => (answer = await say(ben, room, 'An answer', { thread_id: message.id })))
  await by(() => ben.patch(`/messages/${answer.id}`, { text: `Another, ${at(ann)}` }))
  await by(() => ann.post(`/messages/${message.id}/replies/read`, { seq: 1 }, 200))
  await by(() => ben.remove(`/messages/${answer.id}`))
  await by(() => ben.post(`/messages/${answer.id}/restore`, {}, 200))
  await by(() => ann.remove(`/messages/${message.id}/following`))
  await by(() => ann.remove(`/messages/${message.id}`))
  await by(() => ann.post(`/messages/${message.id}/restore`, {}, 200))
  await by(() => ben.post(`/rooms/${room.id}/read`, { seq: 1 }, 200))
  await by(() => ben.put(`/rooms/${room.id}/draft`, { text: 'Begun' }))
  await by(() => ben.put(`/rooms/${room.id}/draft`, { text: '' }))
  const urgent = await say(ann, room, `Now, ${at(ben)}`, { urgent: true })
  await app.database.query('update message set urgent_next_at = now() where id = $1', [urgent.id])
  await by(() => runJobsOf(`rooms.repeat_urgent:${urgent.id}`))
  await by(() => ben.put(`/messages/${urgent.id}/acknowledgement`, {}))

  const scheduled = (text: string) => ann.post(`/rooms/${room.id}/scheduled-messages`, { text, send_at: later(1) })
  let waiting: Json
  await by(async () => (waiting = await scheduled('Later')))
  await by(() => ann.patch(`/scheduled-messages/${waiting.id}`, { text: 'Later still' }))
  await by(() => ann.post(`/scheduled-messages/${waiting.id}/send`, {}, 200))
  waiting = await scheduled('Never')
  await ann.patch(`/rooms/${room.id}`, { archived: true })
  await app.database.query('update scheduled_message set send_at = now() where id = $1', [waiting.id])
  await by(() => runJobsNow(app, 'rooms.send_scheduled'))
  await by(() => ann.patch(`/rooms/${room.id}`, { archived: false }))

  let reminder: Json
  await by(async () => (reminder = await ben.post('/reminders', { message_id: message.id, time: { remind_at: later(1) } })))
  await by(() => ben.patch(`/reminders/${reminder.id}`, { text: 'Mine' }))
  await app.database.query('update reminder set remind_at = now() where id = $1', [reminder.id])
  await by(() => runJobsNow(app, 'reminders.tell'))
  await by(() => ben.remove(`/reminders/${reminder.id}`))

  let task: Json, blocker: Json, view: Json, label: Json, status: Json
  await by(async () => (task = await ann.post('/tasks', { title: 'Task', assignee_ids: [ben.user_id], due_on: new Date().toISOString().slice(0, 10), labels: ['one'] })))
  await by(async () => (blocker = await ann.post('/tasks', { title: 'Before' })))
  await by(() => ann.put(`/tasks/${task.id}/blockers/${blocker.id}`, {}))
  await by(() => ann.patch(`/tasks/${blocker.id}`, { category: 'done' }))
  const job = taskJobs(takeTurns(app.database))['tasks.tell_due']!
  await by(async () => job({ org_id: acme.organization_id } as never, { signal: AbortSignal.timeout(60_000), attempt: 1 }))
  await by(() => ben.put(`/tasks/${task.id}/room`, {}))
  await by(() => ben.put(`/tasks/${task.id}/plan`, { planned_on: new Date().toISOString().slice(0, 10) }))
  await by(() => ben.remove(`/tasks/${task.id}/plan`, 200))
  await by(() => ann.remove(`/tasks/${task.id}`))
  await by(() => ann.post(`/tasks/${task.id}/restore`, {}, 200))
  await by(async () => (label = await ann.post('/labels', { name: 'two' })))
  await by(() => ann.patch(`/labels/${label.id}`, { name: 'three' }))
  await by(() => ann.remove(`/labels/${label.id}`))
  await by(async () => (status = await acme.post('/task-statuses', { name: 'Review', category: 'doing' })))
  await by(() => acme.patch(`/task-statuses/${status.id}`, { name: 'Reviewed' }))
  await by(() => acme.remove(`/task-statuses/${status.id}`))
  await by(async () => (view = await ann.post('/tasks/views', { name: 'View', shared: true })))
  await by(() => ann.patch(`/tasks/views/${view.id}`, { name: 'Views' }))
  await by(() => ann.remove(`/tasks/views/${view.id}`))

  // More than a hundred entries at once.
  const assigned = { method: 'POST', path: '/api/v1/tasks', body: { title: 'One of many', assignee_ids: [ben.user_id] } }
  for (let part = 0; part < 3; part++) await ann.post('/batch', { calls: Array.from({ length: 40 }, () => assigned) }, 200)
  await settled()
  await by(() => ben.post('/notifications/read', { up_to: new Date().toISOString() }, 200))
  await by(() => ben.patch('/notification-preferences', { mail_minutes: 5 }))
  await by(() => ben.patch('/availability', { status: { emoji: '🌴', text: 'Away', until: null }, quiet_until: later(2) }))
  await by(() => acme.put('/rooms/retention', { days: 30 }))
  await app.database.query("update message set created_at = now() - interval '31 days' where id = $1", [urgent.id])
  await by(async () => {
    await app.database.query('select queue_expiring_rooms(30)')
    await runJobsNow(app, 'rooms.expire')
  })
  await by(() => ann.post(`/rooms/${secret.id}/members`, { user_ids: [ben.user_id] }, 200))
  await by(() => ben.remove(`/rooms/${secret.id}/membership`))
  await by(() => ben.remove(`/rooms/${room.id}/membership`))
  await by(() => ann.patch(`/rooms/${room.id}`, { visibility: 'private' }))

  const types = await findTypes()
  assert.deepEqual(types.filter((type) => !laws[type]), [], 'Each event has its law.')
  assert.deepEqual(types.filter((type) => !checked.has(type)), [], 'Each was brought about, and the law held against it.')
  const entries = await app.database.query<{ type: string }>('select distinct type from audit_entry')
  assert.deepEqual(entries.filter(({ type }) => !(type in audited.audited)), [], 'The audit log says each in words.')
})

async function runJobsOf(key: string) {
  await app.database.query('update graphile_worker._private_jobs set run_at = now() where key = $1', [key])
  await app.database.query(`select pg_notify('jobs:insert', '{"count":1}')`)
  await until(async () => {
    const [job] = await app.database.query<{ due: boolean }>('select run_at <= now() as due from graphile_worker._private_jobs where key = $1', [key])
    return !job?.due
  })
}
