// Messages of an export, stored many at a time: with numbers as if they had been sent one after the other, and nothing of them unread
// for those who had read everything before.

import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { StoredContent } from '../files/actions.ts'
import { findMentions, snippetOfMessage } from '../messages/markdown.ts'
import { tellRefreshed } from '../refreshing.ts'
import type { ImportedMessage } from './messages.ts'

export type StoredFile = StoredContent & { name: string }

interface Storing {
  room_id: string
  import_id: string
  /** In their order; none of them twice, none that is known. */
  messages: ImportedMessage[]
  /** By the messages' `source_id`. */
  files: Map<string, StoredFile[]>
}

/** Those of these that were imported before, by what they are called there. */
export async function findImported(db: Db, sourceIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ source_id: string; message_id: string }>`
    select source_id, message_id from imported_message
    where org_id = (select current_org()) and source = 'slack' and source_id = any(${sourceIds}::text[])
  `.execute(db)
  return new Map(rows.map(({ source_id, message_id }) => [source_id, message_id]))
}

export async function storeMessages(tx: Tx, actor: Actor, { room_id, import_id, messages, files }: Storing) {
  const { rows: [room] } = await sql<{ last_seq: number }>`
    select last_seq from room where org_id = (select current_org()) and id = ${room_id} for no key update
  `.execute(tx)
  const inBatch = new Set(messages.filter(({ root }) => root === null).map(({ source_id }) => source_id))
  const known = await findImported(tx, messages.flatMap(({ root }) => (root === null ? [] : [root])))
  // What answers something that the export does not have stands for itself.
  const isAnswer = ({ root }: ImportedMessage) => root !== null && (known.has(root) || inBatch.has(root))
  const place = { room_id, import_id }
  const roots = messages.filter((message) => !isAnswer(message)).map((message, index) => ({ ...message, thread_id: null, seq: room!.last_seq + 1 + index }))
  const ids = new Map([...known, ...(await insertMessages(tx, place, roots))])
  const answers = messages.filter(isAnswer).map((message) => ({ ...message, thread_id: ids.get(message.root!)!, seq: 0 }))
  await extendRoom(tx, room_id, { before: room!.last_seq, added: roots })
  const numbered = await extendThreads(tx, room_id, answers)
  for (const [source, id] of await insertMessages(tx, place, numbered)) ids.set(source, id)
  await followThreads(tx, room_id, [...new Set(answers.map(({ thread_id }) => thread_id))])
  await addDetails(tx, { room_id, messages: [...roots, ...numbered], ids, files })
  await tellRefreshed(tx, actor, room_id)
}

interface Numbered extends ImportedMessage {
  thread_id: string | null
  seq: number
}

/** Their ids, by what they are called there. */
async function insertMessages(tx: Tx, { room_id, import_id }: { room_id: string; import_id: string }, messages: Numbered[]): Promise<Map<string, string>> {
  if (messages.length === 0) return new Map()
  const given = messages.map(({ files: _, reactions: __, ...message }) => ({ ...message, snippet: snippetOfMessage(message.text) }))
  const { rows } = await sql<{ source_id: string; id: string }>`
    with given as materialized (
      select new_id() as id, each.* from json_to_recordset(${JSON.stringify(given)}) as each (
        source_id text, thread_id uuid, seq int, user_id uuid, name text, text text, snippet text,
        created_at timestamptz, edited_at timestamptz, pinned_at timestamptz)
    ), stored as (
      insert into message (org_id, id, room_id, thread_id, seq, author_kind, author_id, author_name, text, snippet, created_at, edited_at, pinned_at)
      select current_org(), id, ${room_id}::uuid, thread_id, seq, case when user_id is null then 'outside' else 'user' end, user_id, name,
        text, snippet, created_at, edited_at, pinned_at from given
    ), noted as (
      insert into imported_message (org_id, source, source_id, message_id, import_id)
      select current_org(), 'slack', source_id, id, ${import_id}::uuid from given
    )
    select source_id, id from given
  `.execute(tx)
  return new Map(rows.map(({ source_id, id }) => [source_id, id]))
}

async function extendRoom(tx: Tx, roomId: string, { before, added }: { before: number; added: Numbered[] }) {
  if (added.length === 0) return
  const latest = added.map(({ created_at }) => created_at).toSorted().at(-1)!
  await sql`
    update room set last_seq = ${before + added.length}, last_message_at = greatest(last_message_at, ${latest}::timestamptz)
    where org_id = (select current_org()) and id = ${roomId}
  `.execute(tx)
  await sql`
    update room_member set read_seq = ${before + added.length} where org_id = (select current_org()) and room_id = ${roomId} and read_seq = ${before}
  `.execute(tx)
}

/** The answers with their numbers. */
async function extendThreads(tx: Tx, roomId: string, answers: Numbered[]): Promise<Numbered[]> {
  if (answers.length === 0) return []
  const threads = [...Map.groupBy(answers, ({ thread_id }) => thread_id!)].map(([id, own]) => ({
    id,
    count: own.length,
    last: own.map(({ created_at }) => created_at).toSorted().at(-1)!,
    authors: [...new Set(own.toReversed().flatMap(({ user_id }) => user_id ?? []))],
  }))
  await sql`
    insert into thread (org_id, id, room_id) select current_org(), id, ${roomId}::uuid from unnest(${threads.map(({ id }) => id)}::uuid[]) as id
    on conflict do nothing
  `.execute(tx)
  const { rows } = await sql<{ id: string; base: number }>`
    update thread set last_seq = last_seq + count, revision = revision + 1, reply_count = reply_count + count, last_reply_at = greatest(last_reply_at, last),
      author_ids = (authors || array(select known from unnest(author_ids) as known where known <> all(authors)))[:5]
    from json_to_recordset(${JSON.stringify(threads)}) as added (id uuid, count int, last timestamptz, authors uuid[])
    where org_id = (select current_org()) and thread.id = added.id
    returning thread.id, last_seq - count as base
  `.execute(tx)
  await sql`
    update thread_follower set read_seq = thread.last_seq
    from thread, unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ base }) => base)}::int[]) as before (id, base)
    where thread_follower.org_id = (select current_org()) and thread.org_id = thread_follower.org_id and thread.id = before.id
      and thread_follower.thread_id = thread.id and read_seq = base
  `.execute(tx)
  const next = new Map(rows.map(({ id, base }) => [id, base]))
  return answers.map((answer) => {
    const seq = next.get(answer.thread_id!)! + 1
    next.set(answer.thread_id!, seq)
    return { ...answer, seq }
  })
}

/** Who began one, or answered in it, and is in the room; they have read it. */
async function followThreads(tx: Tx, roomId: string, threadIds: string[]) {
  if (threadIds.length === 0) return
  await sql`
    insert into thread_follower (org_id, thread_id, user_id, room_id, read_seq, behind)
    select distinct thread.org_id, thread.id, room_member.user_id, thread.room_id, thread.last_seq, false
    from thread join message on message.org_id = thread.org_id and (message.id = thread.id or message.thread_id = thread.id)
      join room_member on room_member.org_id = thread.org_id and room_member.room_id = thread.room_id and room_member.user_id = message.author_id
    where thread.org_id = (select current_org()) and thread.id = any(${threadIds}::uuid[]) and thread.room_id = ${roomId}
    on conflict do nothing
  `.execute(tx)
}

/** What messages have beside themselves: reactions, whom they mention, files. */
async function addDetails(tx: Tx, { room_id, messages, ids, files }: { room_id: string; messages: Numbered[]; ids: Map<string, string>; files: Map<string, StoredFile[]> }) {
  const idOf = ({ source_id }: Numbered) => ids.get(source_id)!
  const reactions = messages.flatMap((message) => message.reactions.map((reaction) => ({ message_id: idOf(message), ...reaction })))
  if (reactions.length > 0) {
    await sql`
      insert into reaction (org_id, message_id, emoji, user_id)
      select current_org(), message_id, emoji, user_id from json_to_recordset(${JSON.stringify(reactions)}) as given (message_id uuid, emoji text, user_id uuid)
    `.execute(tx)
  }
  const mentions = messages.flatMap((message) => findMentions(message.text).user_ids.map((user_id) => ({
    message_id: idOf(message), thread_id: message.thread_id, seq: message.seq, user_id, own: message.user_id,
  })))
  if (mentions.length > 0) {
    await sql`
      insert into message_mention (org_id, message_id, user_id, room_id, thread_id, seq)
      select member.org_id, message_id, member.user_id, room.id, thread_id, seq
      from json_to_recordset(${JSON.stringify(mentions)}) as given (message_id uuid, thread_id uuid, seq int, user_id uuid, own uuid)
        join member using (user_id) join room on room.org_id = member.org_id and room.id = ${room_id}
      where member.org_id = (select current_org()) and member.user_id is distinct from own and (
        room.visibility = 'public' and member.role <> 'guest'
        or exists (select from room_member where org_id = member.org_id and room_id = room.id and user_id = member.user_id))
    `.execute(tx)
  }
  const attached = messages.flatMap((message) => (files.get(message.source_id) ?? []).map((file, position) => ({ ...file, message_id: idOf(message), position, by: message.user_id ?? message.thread_id ?? idOf(message) })))
  if (attached.length === 0) return
  await sql`
    insert into message_file (org_id, id, room_id, message_id, position, uploaded_by, name, type, size, width, height)
    select current_org(), id, ${room_id}::uuid, message_id, position, by, name, type, size, width, height
    from json_to_recordset(${JSON.stringify(attached)}) as given (
      id uuid, message_id uuid, position int, by uuid, name text, type text, size bigint, width int, height int)
  `.execute(tx)
}
