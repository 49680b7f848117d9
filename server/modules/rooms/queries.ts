import { sql, type RawBuilder } from 'kysely'
import { notFound } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import { isVisible, notInRoom } from './access.ts'
import type { BrowsedRoom, Membership, Room, RoomEntry, RoomMember } from './contract.ts'
import { authorOf } from './messages/queries.ts'

/** What everybody who sees `room` sees of it. */
const roomColumns = sql.raw(`
  room.id, room.kind, room.visibility, room.name, room.topic, room.task_id, room.created_by, room.created_at, room.updated_at, room.archived_at,
  room.retention_days, kept_days(room) as kept_days,
  case when room.kind = 'direct' then coalesce((
    select json_agg(json_build_object('user_id', "user".id, 'name', "user".name) order by "user".id)
    from room_member someone join "user" on "user".id = someone.user_id
    where someone.org_id = room.org_id and someone.room_id = room.id
  ), '[]') end as people`)

/**
 * What somebody has not read of `room`, whose member `mine` they are: all numbers behind the one up to which they have, but for
 * deleted messages, their own, and those that are gone for good. All are few, and have an index (ADR 14).
 */
const unreadCount = whereBehind(`
  room.last_seq - mine.read_seq
    - (select count(*)::int from message where org_id = room.org_id and room_id = room.id and seq > mine.read_seq
        and thread_id is null and deleted_at is not null)
    - (select count(*)::int from message where org_id = room.org_id and room_id = room.id and seq > mine.read_seq
        and thread_id is null and author_id = mine.user_id and deleted_at is null)
    - (select coalesce(sum(to_seq - greatest(from_seq, mine.read_seq + 1) + 1), 0)::int from message_gap
        where org_id = room.org_id and room_id = room.id and to_seq > mine.read_seq)`)

const mentionCount = whereBehind(`(
  select count(*)::int from (
    select seq from message_mention where org_id = room.org_id and room_id = room.id and user_id = mine.user_id and seq > mine.read_seq
      and thread_id is null
    union
    select seq from message where org_id = room.org_id and room_id = room.id and seq > mine.read_seq
      and mentions_room and deleted_at is null and thread_id is null and author_id is distinct from mine.user_id
  ) mention)`)

/** Most rooms are read to their end: of those nothing is looked up. */
function whereBehind(count: string): RawBuilder<unknown> {
  return sql.raw(`case when room.last_seq > mine.read_seq then ${count} else 0 end`)
}

const membership = sql`json_build_object(
  'room_id', mine.room_id, 'role', mine.role, 'read_seq', mine.read_seq, 'unread_count', ${unreadCount}, 'mention_count', ${mentionCount},
  'muted_until', rfc3339(mine.muted_until), 'notify', mine.notify, 'joined_at', rfc3339(mine.joined_at), 'revision', room.revision
)`

/** `room` as somebody has it before them, of whom `mine` is the membership, if any. */
const entryColumns = sql`
  ${roomColumns}, room.last_seq, room.revision,
  (
    select json_build_object('id', id, 'seq', seq, 'author', ${authorOf('message')},
      'snippet', case when deleted_at is null then snippet else '' end, 'created_at', rfc3339(created_at), 'deleted_at', rfc3339(deleted_at))
    from message where org_id = room.org_id and room_id = room.id and seq = room.last_seq and thread_id is null
  ) as last_message,
  (
    select json_build_object('room_id', room_id, 'thread_id', thread_id, 'text', text, 'updated_at', rfc3339(updated_at)) from message_draft
    where org_id = room.org_id and user_id = mine.user_id and room_id = room.id and thread_id is null
  ) as draft,
  case when mine.user_id is not null then ${membership} end as membership`

/** The rooms of somebody, with what they have not read: those with the latest messages first. Of an api key, all that it sees. Comments stand with their tasks. */
export async function listRooms(db: Db, actor: Actor, { archived = false }: { archived?: boolean } = {}): Promise<RoomEntry[]> {
  const { rows } = await sql<RoomEntry>`
    select ${entryColumns} from ${withMembership(actor)}
    where room.org_id = (select current_org()) and room.kind <> 'task' and room.archived_at is ${archived ? sql`not null` : sql`null`}
      and ${actor.kind === 'user' ? sql`mine.user_id is not null` : isVisible(actor)}
    order by coalesce(room.last_message_at, room.created_at) desc, room.id desc
  `.execute(db)
  return rows
}

/** Throws room_not_found. */
export async function getRoomEntry(db: Db, actor: Actor, id: string): Promise<RoomEntry> {
  const { rows } = await sql<RoomEntry>`
    select ${entryColumns} from ${withMembership(actor)}
    where room.org_id = (select current_org()) and room.id = ${id} and ${isVisible(actor)}
  `.execute(db)
  if (!rows[0]) throw notFound('room', id)
  return rows[0]
}

function withMembership({ kind, id }: Actor): RawBuilder<unknown> {
  return sql`room left join room_member mine
    on mine.org_id = room.org_id and mine.room_id = room.id and mine.user_id = ${kind === 'user' ? id : null}::uuid`
}

/** What everybody sees of it, whoever may; null when it is not there. */
export async function getRoom(db: Db, id: string): Promise<Room> {
  const { rows } = await sql<Room>`select ${roomColumns} from room where org_id = (select current_org()) and id = ${id}`.execute(db)
  return rows[0]!
}

/** Throws not_in_room. */
export async function getMembership(db: Db, userId: string, roomId: string): Promise<Membership> {
  const { rows } = await sql<{ membership: Membership }>`
    select ${membership} as membership from room join room_member mine on mine.org_id = room.org_id and mine.room_id = room.id
    where room.org_id = (select current_org()) and room.id = ${roomId} and mine.user_id = ${userId}
  `.execute(db)
  if (!rows[0]) throw notInRoom()
  return rows[0].membership
}

interface Browsing {
  q?: string
  archived?: boolean
  limit: number
  /** Name and id of the last one before. */
  after?: CursorValue[]
}

/** Public channels, by name; of archived ones also the private ones in which somebody is: they are in no other list. */
export async function browseRooms(db: Db, actor: Actor, { q, archived = false, limit, after }: Browsing): Promise<(BrowsedRoom & { match_name: string })[]> {
  const beyond = after ? sql`(room.match_name, room.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`
  const named = q === undefined ? sql`true` : sql`strpos(room.match_name, lower(${q})) > 0`
  const { rows } = await sql<BrowsedRoom & { match_name: string }>`
    select ${roomColumns}, room.match_name, room.last_message_at,
      (select count(*)::int from room_member where org_id = room.org_id and room_id = room.id) as member_count,
      mine.user_id is not null as joined, mine.role
    from ${withMembership(actor)}
    where room.org_id = (select current_org()) and room.kind = 'channel' and ${archived ? sql`true` : sql`room.visibility = 'public'`} and ${isVisible(actor)}
      and room.archived_at is ${archived ? sql`not null` : sql`null`} and ${named} and ${beyond}
    order by room.match_name, room.id limit ${limit}
  `.execute(db)
  return rows
}

/** In the order in which they came to Rapport. */
export async function listRoomMembers(db: Db, roomId: string, { limit, after }: { limit: number; after?: CursorValue }): Promise<RoomMember[]> {
  const beyond = after === undefined ? sql`true` : sql`user_id > ${after}::uuid`
  return selectMembers(db, sql`room_id = ${roomId} and ${beyond} order by user_id limit ${limit}`)
}

/** Those of these users who are in it. */
export async function getRoomMembers(db: Db, roomId: string, userIds: string[]): Promise<RoomMember[]> {
  return selectMembers(db, sql`room_id = ${roomId} and user_id = any(${userIds}::uuid[]) order by user_id`)
}

async function selectMembers(db: Db, which: RawBuilder<unknown>): Promise<RoomMember[]> {
  const { rows } = await sql<RoomMember>`
    select user_id, name, role, joined_at from room_member join "user" on "user".id = room_member.user_id
    where org_id = (select current_org()) and ${which}
  `.execute(db)
  return rows
}
