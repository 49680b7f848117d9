// The rooms of an export: found again by what Slack calls them, else made, with those of their people who are members here.

import { sql } from 'kysely'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { addMembers, tellJoined } from '../members.ts'
import { openDirectRoom } from '../direct-rooms.ts'
import { getRoom } from '../queries.ts'
import type { SlackChannel, SlackUser } from './export.ts'
import { nameOf, type People } from './people.ts'

interface Given {
  import_id: string
  channel: SlackChannel
  people: People
  users: Map<string, SlackUser>
}

/** The room of a channel; undefined for a private one of which nobody is a member here. */
export async function ensureRoom(tx: Tx, actor: Actor, { import_id, channel, people, users }: Given): Promise<{ id: string; created: boolean } | undefined> {
  const known = await findRoom(tx, channel)
  if (known) return { id: known, created: false }
  const user_ids = people.members(channel.members)
  if (channel.kind !== 'public' && user_ids.length === 0) return undefined
  const whole = user_ids.length === new Set(channel.members).size
  const { id, created } = channel.kind === 'direct' && whole
    ? await openDirectRoom(tx, actor, user_ids)
    : { id: await makeChannel(tx, actor, { channel, users, user_ids }), created: true }
  await sql`
    insert into imported_room (org_id, source, source_id, room_id, import_id)
    values (current_org(), 'slack', ${channel.id}, ${id}, ${created ? import_id : null}::uuid)
  `.execute(tx)
  return { id, created }
}

export async function findRoom(tx: Tx, { id }: SlackChannel): Promise<string | undefined> {
  const { rows } = await sql<{ room_id: string }>`
    select room_id from imported_room where org_id = (select current_org()) and source = 'slack' and source_id = ${id}
  `.execute(tx)
  return rows[0]?.room_id
}

/** Also of direct messages with somebody who is no member here: private, and called as they were. */
async function makeChannel(tx: Tx, actor: Actor, { channel, users, user_ids }: Pick<Given, 'channel' | 'users'> & { user_ids: string[] }): Promise<string> {
  const visibility = channel.kind === 'public' ? 'public' : 'private'
  const called = channel.kind === 'direct' ? channel.members.map((id) => nameOf(users.get(id)) ?? id).join(', ') : channel.name
  const name = visibility === 'public' && !channel.is_archived ? await freeName(tx, cut(called)) : cut(called)
  const { rows } = await sql<{ id: string }>`
    insert into room (org_id, kind, visibility, name, topic, created_by, created_at, archived_at)
    values (current_org(), 'channel', ${visibility}, ${name}, ${channel.topic.slice(0, 1_000).toWellFormed()}, ${JSON.stringify({ kind: actor.kind, id: actor.id })},
      coalesce(to_timestamp(${channel.created}::double precision), now()), case when ${channel.is_archived}::boolean then now() end)
    returning id
  `.execute(tx)
  const { id } = rows[0]!
  const added = await addMembers(tx, { room_id: id, user_ids })
  if (visibility === 'public') await publish(tx, actor, { type: 'room.created', subject: `room:${id}`, data: { room: await getRoom(tx, id) } })
  await tellJoined(tx, actor, id, added)
  return id
}

function cut(name: string): string {
  return name.replace(/\p{Cc}/gu, ' ').trim().slice(0, 70).toWellFormed().trim() || 'slack'
}

/** `general`, or `general-slack` where there is one already. */
async function freeName(tx: Tx, name: string): Promise<string> {
  const { rows } = await sql<{ match_name: string }>`
    select match_name from room where org_id = (select current_org()) and visibility = 'public' and archived_at is null and starts_with(match_name, lower(${name}))
  `.execute(tx)
  const taken = new Set(rows.map(({ match_name }) => match_name))
  for (let count = 0; ; count++) {
    const free = [name, `${name}-slack`][count] ?? `${name}-slack-${count}`
    if (!taken.has(free.toLowerCase())) return free
  }
}
