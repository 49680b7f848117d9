// Messages that come or go many at a time: by an import, its undo, or because their time is over. One event says that a room is to be
// fetched anew.

import { sql } from 'kysely'
import { publish } from '#platform/events'
import { enqueue } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { RemovedFiles } from './files/actions.ts'
import { hideMentions } from './messages/contacts.ts'

/** Raises the revision of the room, and tells who is in it. */
export async function tellRefreshed(tx: Tx, actor: Actor, roomId: string) {
  const { rows } = await sql<{ revision: number }>`
    update room set revision = revision + 1 where org_id = (select current_org()) and id = ${roomId} returning revision
  `.execute(tx)
  const subject = `room:${roomId}` as const
  await publish(tx, actor, { type: 'room.refreshed', subject, audience: subject, audited: false, data: { room_id: roomId, ...rows[0]! } })
}

/** Whoever is about to answer one of these is waited for, and then nobody answers it: look again whether it is to go. */
export async function lockMessages(tx: Tx, ids: string[]) {
  await sql`select from message where org_id = (select current_org()) and id = any(${ids}::uuid[]) order by id for update`.execute(tx)
}

/**
 * Takes messages of a room away for good, with the threads that they begin, all that they have, and what the event log says of them.
 * Their numbers are kept as gaps, so that what is unread stays exact. The room and they are locked.
 */
export async function removeMessages(tx: Tx, actor: Actor, { room_id, ids }: { room_id: string; ids: string[] }) {
  if (ids.length === 0) return
  // With the answers in threads that go as a whole.
  const { rows: gone } = await sql<{ id: string; seq: number; thread_id: string | null }>`
    select id, seq, thread_id from message
    where org_id = (select current_org()) and room_id = ${room_id} and (id = any(${ids}::uuid[]) or thread_id = any(${ids}::uuid[]))
  `.execute(tx)
  const all = gone.map(({ id }) => id)
  const cut = new Set(all)
  const shortened = [...new Set(gone.flatMap(({ thread_id }) => (thread_id && !cut.has(thread_id) ? [thread_id] : [])))]
  // Before messages, as who answers does.
  await sql`select from thread where org_id = (select current_org()) and id = any(${shortened}::uuid[]) order by id for update`.execute(tx)
  await hideMentions(tx, actor, all)
  await sql`select forget_messages(${all}::uuid[])`.execute(tx)
  const { rows: files } = await sql<{ id: string }>`
    select id from message_file where org_id = (select current_org()) and message_id = any(${all}::uuid[])
  `.execute(tx)
  await sql`delete from message where org_id = (select current_org()) and id = any(${all}::uuid[])`.execute(tx)
  if (files.length > 0) await enqueue(tx, 'rooms.remove_files', { org_id: actor.org_id, files: files.map(({ id }) => id) } as RemovedFiles)
  await recountThreads(tx, shortened)
  await addGaps(tx, room_id, gone.flatMap(({ seq, thread_id }) => (thread_id === null ? [seq] : [])))
  await tellRefreshed(tx, actor, room_id)
}

/** One that has no answers any more is none. */
async function recountThreads(tx: Tx, ids: string[]) {
  if (ids.length === 0) return
  await sql`
    delete from thread where org_id = (select current_org()) and id = any(${ids}::uuid[])
      and not exists (select from message where org_id = thread.org_id and thread_id = thread.id)
  `.execute(tx)
  await sql`
    update thread set revision = revision + 1, reply_count = left_over.count, last_reply_at = left_over.last, author_ids = left_over.authors
    from unnest(${ids}::uuid[]) as wanted (id) cross join lateral (
      select count(*)::int as count, max(created_at) as last,
        array(
          select author_id from message where org_id = (select current_org()) and thread_id = wanted.id and deleted_at is null and author_id is not null
          group by author_id order by max(seq) desc limit 5) as authors
      from message where org_id = (select current_org()) and thread_id = wanted.id and deleted_at is null
    ) left_over
    where org_id = (select current_org()) and thread.id = wanted.id
  `.execute(tx)
}

/** Gaps that meet become one: what a room loses from its beginning on is one gap. */
async function addGaps(tx: Tx, roomId: string, seqs: number[]) {
  if (seqs.length === 0) return
  await sql`
    with own as (delete from message_gap where org_id = (select current_org()) and room_id = ${roomId} returning from_seq, to_seq)
    insert into message_gap (org_id, room_id, from_seq, to_seq)
    select current_org(), ${roomId}, lower(gap), upper(gap) - 1
    from (
      select unnest(range_agg(int4range(from_seq, to_seq + 1))) as gap
      from (select from_seq, to_seq from own union all select seq, seq from unnest(${seqs}::int[]) as seq) as each
    ) as gaps
  `.execute(tx)
}
