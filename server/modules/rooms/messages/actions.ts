// Messages: sent, changed, deleted. Each change that touches how much somebody has not read raises the revision of the room, or of
// the thread, under the lock of its row: counts and events can be told before from after.

import { sql } from 'kysely'
import type pg from 'pg'
import { allow, conflict, invalid, notFound, RapportError } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { checkOpen, isWritable, lockRoom, notInRoom, type LockedRoom } from '../access.ts'
import { attachFiles } from '../files/actions.ts'
import { canDeleteOfOthers } from '../policy.ts'
import { queuePreviews } from '../previews/queue.ts'
import { drawReplySeq, noteReply, noteReplyChange } from '../threads/actions.ts'
import { noteContacts } from './contacts.ts'
import type { Message, NewMessage } from './contract.ts'
import { findMentions, snippetOfMessage } from './markdown.ts'
import { addMentions, removeMentions } from './mentions.ts'
import { askToAcknowledge, noteAcknowledgement } from './urgent.ts'
import { findSent, getMessage, getMessages, messageColumns, show, type StoredMessage } from './queries.ts'

type Sending = NewMessage & { room_id: string }

/**
 * Sends a message; one that was sent already with this client_id is only found. Throws room_not_found, room_archived, not_in_room,
 * invalid, message_not_found, file_not_found, client_id_used.
 */
export async function sendOnce(tenancy: Tenancy, actor: Actor, input: Sending): Promise<Message> {
  try {
    return await tenancy.transact(actor, (tx) => sendMessage(tx, actor, input))
  } catch (error) {
    // Its number went back with the transaction.
    const isSent = (error as pg.DatabaseError).constraint === 'message_client'
    // Also who may not write there any more is told that it has arrived before, where they see it.
    if (!isSent && !(input.client_id && error instanceof RapportError)) throw error
    const message = await tenancy.transact(actor, (tx) => findSent(tx, actor, input.client_id!))
    if (!message && !isSent) throw error
    if (message?.room_id !== input.room_id || message.thread_id !== (input.thread_id ?? null)) {
      throw conflict('client_id_used', 'You have sent another message with this client_id: choose a new one for each.')
    }
    return message
  }
}

/** Throws as `sendOnce`, and the database's error where the client_id was used. */
export async function sendMessage(tx: Tx, actor: Actor, input: Sending): Promise<Message> {
  const { room_id, thread_id = null, text, client_id = null, file_ids = [], urgent = false } = input
  checkSays(text, file_ids.length)
  const { seq, revision, kind, visibility, name } = thread_id === null ? await drawSeq(tx, actor, room_id) : await drawReply(tx, actor, { room_id, thread_id })
  const mentions = findMentions(text)
  // Whether the actor may, once more: they may have been removed while the room was waited for.
  const { rows } = await sql<StoredMessage>`
    insert into message (org_id, room_id, thread_id, seq, author_kind, author_id, client_id, text, snippet, mentions_room)
    select org_id, id, ${thread_id}::uuid, ${seq}::int, ${actor.kind}::text, ${actor.id}::uuid, ${client_id}::uuid, ${text}::text,
      ${snippetOfMessage(text)}::text, ${mentions.room}::boolean
    from room where org_id = (select current_org()) and id = ${room_id} and ${isWritable(actor)}
    returning ${messageColumns}
  `.execute(tx)
  if (!rows[0]) throw notInRoom()
  const { id, created_at } = rows[0]
  const concerns = await addMentions(tx, { id, room_id, thread_id, seq, author_id: actor.id, visibility }, mentions)
  await attachFiles(tx, actor, { to: { message_id: id }, room_id, file_ids })
  await queuePreviews(tx, { org_id: actor.org_id, message_id: id, texts: [text] })
  if (urgent) await askToAcknowledge(tx, actor, { id, room_id })
  // All who send in this room wait meanwhile: what is known already is not asked for.
  const message = concerns || urgent || file_ids.length > 0 ? await getMessage(tx, id) : show(rows[0])
  await noteContacts(tx, actor, { message, room: { kind, visibility, name } })
  if (thread_id === null) return tell(tx, actor, 'message.created', message, { revision })
  await noteAcknowledgement(tx, actor, thread_id)
  const thread = await noteReply(tx, { room_id, thread_id, seq, author_id: actor.id, mentioned_ids: message.mentions.user_ids, created_at })
  return tell(tx, actor, 'message.created', message, { thread })
}

/** Throws invalid. */
export function checkSays(text: string, files: number) {
  if (text.trim() === '' && files === 0) throw invalid('The message says nothing: write something, or add a file.')
}

interface Drawn {
  seq: number
  /** Of the room; of an answer none. */
  revision?: number
  kind: 'channel' | 'direct' | 'task'
  visibility: 'public' | 'private'
  name: string | null
}

/** The number of the next message; the room is locked from now on. */
async function drawSeq(tx: Tx, actor: Actor, roomId: string): Promise<Drawn> {
  const { rows } = await sql<Drawn>`
    update room set last_seq = last_seq + 1, revision = revision + 1, last_message_at = clock_timestamp()
    where org_id = (select current_org()) and id = ${roomId} and archived_at is null and ${isWritable(actor)}
    returning last_seq as seq, revision, kind, visibility, name
  `.execute(tx)
  return rows[0] ?? explain(tx, actor, roomId)
}

/** That of the next answer: its thread is locked, and the room is not held up by it. */
async function drawReply(tx: Tx, actor: Actor, place: { room_id: string; thread_id: string }): Promise<Drawn> {
  const { rows } = await sql<Omit<Drawn, 'seq'>>`
    select kind, visibility, name from room
    where org_id = (select current_org()) and id = ${place.room_id} and archived_at is null and ${isWritable(actor)}
  `.execute(tx)
  const room = rows[0] ?? (await explain(tx, actor, place.room_id))
  return { ...room, seq: await drawReplySeq(tx, place) }
}

async function explain(tx: Tx, actor: Actor, roomId: string): Promise<never> {
  checkOpen(await lockRoom(tx, actor, roomId))
  throw notInRoom()
}

/** Only what one has written oneself. Throws message_not_found, forbidden, room_archived. */
export async function changeMessage(tx: Tx, actor: Actor, id: string, text: string): Promise<Message> {
  const { message, room } = await lockMessage(tx, actor, id)
  checkOpen(room)
  allow(isAuthor(actor, message), 'Only who wrote a message can change it.')
  if (message.deleted_at !== null) throw notFound('message', id)
  if (message.text === text) return message
  const mentions = findMentions(text)
  await sql`
    with before as (
      insert into message_edit (org_id, message_id, edited_at, text)
      select org_id, id, clock_timestamp(), text from message where org_id = (select current_org()) and id = ${id}
    )
    update message set text = ${text}, snippet = ${snippetOfMessage(text)}, mentions_room = ${mentions.room}, edited_at = now()
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  await queuePreviews(tx, { org_id: actor.org_id, message_id: id, texts: [text, message.text] })
  await removeMentions(tx, id)
  await addMentions(tx, { ...message, author_id: message.author.id, visibility: room.visibility }, mentions)
  return told(tx, actor, 'message.updated', { message, room, by: 0 })
}

/** One's own, and others' where one manages the room. Repeating it changes nothing. Throws message_not_found, forbidden. */
export async function deleteMessage(tx: Tx, actor: Actor, id: string) {
  const { message, room } = await lockMessage(tx, actor, id)
  checkOpen(room)
  allow(isAuthor(actor, message) || canDeleteOfOthers(actor, room), 'Only who wrote a message can delete it, and who manages the channel.')
  if (message.deleted_at !== null) return
  await sql`update message set deleted_at = now(), deleted_by = ${actor.id}, pinned_at = null where org_id = (select current_org()) and id = ${id}`.execute(tx)
  await removeMentions(tx, id)
  // What was said is not to be found in the log either.
  await sql`select forget_message(${id}::uuid)`.execute(tx)
  await told(tx, actor, 'message.deleted', { message, room, by: -1 })
}

/** Whoever has deleted it takes that back, while the text is kept. Throws message_not_found, forbidden, message_gone. */
export async function restoreMessage(tx: Tx, actor: Actor, id: string): Promise<Message> {
  const { message, room } = await lockMessage(tx, actor, id)
  checkOpen(room)
  const { rows: [deletion] } = await sql<{ deleted_by: string | null }>`
    select deleted_by from message where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  allow(deletion!.deleted_by === null ? isAuthor(actor, message) : deletion!.deleted_by === actor.id, 'Only who deleted a message can bring it back.')
  if (message.deleted_at === null) return message
  const { rows } = await sql<{ text: string }>`
    update message set deleted_at = null, deleted_by = null where org_id = (select current_org()) and id = ${id}
      and (text <> '' or exists (select from message_file where org_id = message.org_id and message_id = message.id)) returning text
  `.execute(tx)
  if (!rows[0]) throw conflict('message_gone', 'The message was deleted too long ago: its text is not kept any more.')
  await addMentions(tx, { ...message, author_id: message.author.id, visibility: room.visibility }, findMentions(rows[0].text))
  return told(tx, actor, 'message.restored', { message, room, by: 1 })
}

function isAuthor({ kind, id }: Actor, { author }: Message): boolean {
  return author.kind === kind && author.id === id
}

/**
 * The message, locked, and so is its room. Whoever tells how a message is holds its row from before they read it: so the last that is told of
 * it has all that was told before. Throws message_not_found.
 */
export async function lockMessage(tx: Tx, actor: Actor, id: string): Promise<{ message: Message; room: LockedRoom }> {
  const { rows } = await sql<{ room_id: string }>`select room_id from message where org_id = (select current_org()) and id = ${id}`.execute(tx)
  if (!rows[0]) throw notFound('message', id)
  const room = await lockRoom(tx, actor, rows[0].room_id).catch((error) => {
    throw error.code === 'room_not_found' ? notFound('message', id) : error
  })
  const lock = sql`select from message where org_id = (select current_org()) and id = ${id} for no key update`
  const [, messages] = await Promise.all([lock.execute(tx), getMessages(tx, [id])])
  const message = messages.get(id)
  // It may have gone for good while it was waited for.
  if (!message) throw notFound('message', id)
  return { message, room }
}

/** With whom it was for before: whoever counts mentions may not have it. `by`: how many more messages there are now. */
async function told(
  tx: Tx,
  actor: Actor,
  type: string,
  { message: before, room, by }: { message: Message; room: LockedRoom; by: -1 | 0 | 1 },
): Promise<Message> {
  const { id, room_id, thread_id, mentions: mentions_before } = before
  const message = await getMessage(tx, id)
  await noteContacts(tx, actor, { message, room, before: before.text })
  if (thread_id !== null) return tell(tx, actor, type, message, { thread: await noteReplyChange(tx, thread_id, by), mentions_before })
  const { rows } = await sql<{ revision: number }>`
    update room set revision = revision + 1 where org_id = (select current_org()) and id = ${room_id} returning revision
  `.execute(tx)
  return tell(tx, actor, type, message, { ...rows[0]!, mentions_before })
}

/** Not in the audit log, where every message would be one more: it is a record by itself. */
async function tell(tx: Tx, actor: Actor, type: string, message: Message, counted: object): Promise<Message> {
  const audited = type !== 'message.created'
  const data = { message, ...counted }
  await publish(tx, actor, { type, subject: `message:${message.id}`, audience: `room:${message.room_id}`, audited, data })
  return message
}
