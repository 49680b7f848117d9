// Whether what somebody has not read is as many as the program says: compared with what is counted plainly.

import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { ask } from '../asking.ts'
import type { Server } from '../server.ts'
import type { Person } from '../sessions.ts'

/** What of their rooms, threads and inboxes is not as it is counted. `db` sees every row. */
export async function differingCounts({ url }: Server, db: pg.Client, orgId: string, people: Person[]): Promise<string[]> {
  const differing: string[] = []
  const compare = (what: string, said: unknown, counted: unknown) => {
    if (!isDeepStrictEqual(said, counted)) differing.push(describe(what, said, counted))
  }
  for (const person of people) {
    const plain = async (text: string) => (await db.query(text, [orgId, person.user_id])).rows
    const { data: rooms, threads } = await ask<{ data: { membership: Counted }[]; threads: Counted[] }>(url, person.cookie, { path: '/rooms' })
    const asCounted = ({ room_id, thread_id, unread_count, mention_count }: Counted) => ({ id: thread_id ?? room_id, unread_count, mention_count })
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    compare(`rooms of ${person.name}`, rooms.map(({ membership }) => asCounted(membership)).toSorted(byId), await plain(unreadRooms))
    compare(`threads of ${person.name}`, threads.map(asCounted).toSorted(byId), await plain(unreadThreads))
    const { counts } = await ask<{ counts: object }>(url, person.cookie, { path: '/notifications' })
    compare(`inbox of ${person.name}`, [{ counts }], await plain(inboxCounts))
  }
  return differing
}

export function describe(what: string, said: unknown, counted: unknown): string {
  return `${what}: ${JSON.stringify(said).slice(0, 500)} instead of ${JSON.stringify(counted).slice(0, 500)}`
}

interface Counted {
  room_id: string
  thread_id?: string
  unread_count: number
  mention_count: number
}

const mentionsThem = `mentions_room or exists (
  select from message_mention where org_id = $1 and message_id = message.id and user_id = $2)`

/** Of each room of the user $2 what they have not read; comments of tasks are in no list of rooms. */
export const unreadRooms = `
  select mine.room_id as id, count(message.id)::int as unread_count, count(*) filter (where ${mentionsThem})::int as mention_count
  from room_member mine join room on room.org_id = $1 and room.id = mine.room_id and room.kind <> 'task'
    left join message on message.org_id = $1 and message.room_id = mine.room_id and thread_id is null and seq > read_seq
      and deleted_at is null and author_id is distinct from $2
  where mine.org_id = $1 and mine.user_id = $2 group by mine.room_id order by mine.room_id`

const unreadThreads = `
  select mine.thread_id as id, count(*)::int as unread_count, count(*) filter (where ${mentionsThem})::int as mention_count
  from thread_follower mine join message on message.org_id = $1 and message.thread_id = mine.thread_id and seq > read_seq
    and deleted_at is null and author_id is distinct from $2
  where mine.org_id = $1 and mine.user_id = $2 group by mine.thread_id order by mine.thread_id`

const inboxCounts = `
  select json_build_object('unread', count(distinct place) filter (where unread_count > 0 and snoozed_until is null),
    'snoozed', count(distinct place) filter (where snoozed_until is not null)) as counts
  from notification where org_id = $1 and user_id = $2`
