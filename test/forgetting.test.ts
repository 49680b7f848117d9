// What was said and is deleted, or whose time is over, is nowhere any more: not in the event log, in no inbox, and not where somebody wrote it
// before it was sent.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heededTypes } from '../server/modules/notifications/collecting.ts'
import { testApp, type Answer } from './app.ts'
import { callerWithRole, organization, unique, until, type Organization, type Person } from './factories.ts'
import { runJobsNow } from './jobs.ts'
import { file } from './scope.ts'
import { findInTables } from './traces.ts'

const app = await testApp(file, { worker: true })
const later = () => new Date(Date.now() + 3_600_000).toISOString()

interface Team {
  acme: Organization
  ann: Person
  ben: Person
  room: Answer['json']
}

async function newTeam(): Promise<Team> {
  const acme = await organization(app)
  const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
  return { acme, ann, ben, room: await ann.post('/rooms', { kind: 'channel', name: unique('room'), user_ids: [ben.user_id] }) }
}

/** Says it in every way in which something comes to be said, and has others make something of it. */
async function sayEverywhere({ acme, ann, ben, room }: Team, mark: string): Promise<string[]> {
  const text = `[@ben](user:${ben.user_id}) ${mark}`
  const send = (more: object = {}) => ann.post(`/rooms/${room.id}/messages`, { text, ...more })
  await ann.put(`/rooms/${room.id}/draft`, { text })
  const said = await send()
  await ann.put(`/rooms/${room.id}/draft`, { text: '' })
  await ann.patch(`/messages/${said.id}`, { text: `${text}, again` })
  await ben.put(`/messages/${said.id}/pin`, {})
  await ben.put(`/messages/${said.id}/bookmark`, {}, 204)
  await ann.patch(`/rooms/${room.id}`, { topic: 'While it is the last' })

  await ann.put(`/rooms/${room.id}/draft`, { text, thread_id: said.id })
  const answer = await send({ thread_id: said.id })
  await ann.put(`/rooms/${room.id}/draft`, { text: '', thread_id: said.id })
  const urgent = await send({ urgent: true })
  await ben.put(`/messages/${urgent.id}/acknowledgement`, {})

  const waiting = await ann.post(`/rooms/${room.id}/scheduled-messages`, { text, send_at: later() })
  const scheduled = await ann.post(`/scheduled-messages/${waiting.id}/send`, {}, 200)
  const remind = () => ben.post('/reminders', { message_id: said.id, time: { remind_at: later() } })
  const told = await remind()
  await app.database.query('update reminder set remind_at = now() where id = $1', [told.id])
  await runJobsNow(app, 'reminders.tell')
  await ben.remove(`/reminders/${(await remind()).id}`)
  await settled(acme)
  await ben.post('/notifications/read', { up_to: new Date().toISOString() }, 200)
  return [said, answer, urgent, scheduled].map(({ id }) => id)
}

/** The inboxes have what happened until now. */
async function settled({ organization_id }: Organization) {
  await until(async () => {
    const [row] = await app.database.query<{ behind: boolean }>(`
      select exists (select from event where event.org_id = c.org_id and type = any($2)
        and (cursor is null or not pg_visible_in_snapshot(xid, split_part(cursor, '~', 2)::pg_snapshot))) as behind
      from notification_cursor c where org_id = $1`, [organization_id, [...heededTypes]])
    return row && !row.behind
  })
}

async function expire() {
  await app.database.query('select queue_expiring_rooms(30)')
  await runJobsNow(app, 'rooms.expire')
}

const places = async (mark: string) => (await findInTables(app, [mark])).map(({ where }) => where)

test('of a message that is deleted the text is kept with it alone, for who takes it back, and not for ever', async () => {
  const team = await newTeam()
  const ids = await sayEverywhere(team, 'walrusmark')
  for (const id of ids) await team.ann.remove(`/messages/${id}`)
  await settled(team.acme)
  const left = (await places('walrusmark')).filter((where) => !/^public\.message(_edit)?\./.test(where))
  assert.deepEqual(left, [])

  await expire()
  await team.ann.post(`/messages/${ids[1]}/restore`, {}, 200)
  await team.ann.remove(`/messages/${ids[1]}`)
  await app.database.query("update message set deleted_at = deleted_at - interval '31 days' where id = any($1)", [ids])
  await expire()
  assert.deepEqual(await places('walrusmark'), [])
  for (const id of ids) await team.ann.post(`/messages/${id}/restore`, {}, 404)
})

test('of a message whose time is over nothing is kept', async () => {
  const team = await newTeam()
  const ids = await sayEverywhere(team, 'herringmark')
  await app.database.query("update message set created_at = now() - interval '2 days', pinned_at = null where id = any($1)", [ids])
  await team.acme.put('/rooms/retention', { days: 1 })
  await expire()
  await settled(team.acme)
  assert.deepEqual(await places('herringmark'), [])
})
