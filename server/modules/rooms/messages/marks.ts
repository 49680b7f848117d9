// What others do with a message: react to it, pin it for everyone in the room, keep it for themselves.

import { sql } from 'kysely'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Db, Tx } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import { checkOpen, isVisible, notInRoom } from '../access.ts'
import { lockMessage } from './actions.ts'
import type { Bookmark, Message, MessageEdits } from './contract.ts'
import { renderMessage } from './markdown.ts'
import { getMessage, getMessages, getVisibleMessage } from './queries.ts'
import { noteAcknowledgement } from './urgent.ts'

/** Reactions to one message: more than that nobody can tell apart. */
const mostReactions = 50

/** Repeating it changes nothing. Throws message_not_found, not_in_room, room_archived, too_many_reactions. */
export async function addReaction(tx: Tx, actor: Actor, { id, emoji }: { id: string; emoji: string }): Promise<Message> {
  const message = await lockOpen(tx, actor, id)
  if (!/^\S+$/.test(emoji)) throw invalid('A reaction is one emoji, or the name of one.')
  const known = message.reactions.find((reaction) => reaction.emoji === emoji)
  if (known?.user_ids.includes(actor.id)) return message
  if (!known && message.reactions.length >= mostReactions) {
    throw conflict('too_many_reactions', `A message has at most ${mostReactions} different reactions: use one that is there.`)
  }
  await sql`
    insert into reaction (org_id, message_id, emoji, user_id) values (current_org(), ${id}, ${emoji}, ${actor.id})
  `.execute(tx)
  await noteAcknowledgement(tx, actor, id)
  return tell(tx, actor, 'message.reacted', id)
}

/** One's own. Repeating it changes nothing. Throws message_not_found, not_in_room, room_archived. */
export async function removeReaction(tx: Tx, actor: Actor, { id, emoji }: { id: string; emoji: string }): Promise<Message> {
  const message = await lockOpen(tx, actor, id)
  const { rows } = await sql`
    delete from reaction where org_id = (select current_org()) and message_id = ${id} and emoji = ${emoji} and user_id = ${actor.id} returning emoji
  `.execute(tx)
  return rows.length === 0 ? message : tell(tx, actor, 'message.reacted', id)
}

/** For everyone in the room. Repeating it changes nothing. Throws message_not_found, not_in_room, room_archived, forbidden. */
export async function setPinned(tx: Tx, actor: Actor, { id, pinned }: { id: string; pinned: boolean }): Promise<Message> {
  const message = await lockOpen(tx, actor, id)
  allow(actor.role !== 'guest', 'Guests pin nothing.')
  if ((message.pinned_at !== null) === pinned) return message
  await sql`update message set pinned_at = case when ${pinned} then now() end where org_id = (select current_org()) and id = ${id}`.execute(tx)
  return tell(tx, actor, pinned ? 'message.pinned' : 'message.unpinned', id)
}

/** Of an urgent message that asks the actor. Repeating it changes nothing. Throws message_not_found, not_in_room, room_archived, not_asked. */
export async function acknowledge(tx: Tx, actor: Actor, id: string): Promise<Message> {
  const message = await lockOpen(tx, actor, id)
  const isAsked = message.urgent?.acknowledgements.some(({ user_id }) => user_id === actor.id)
  if (!isAsked) throw conflict('not_asked', 'This message does not ask you to acknowledge it.')
  return (await noteAcknowledgement(tx, actor, id)) ?? message
}

async function lockOpen(tx: Tx, actor: Actor, id: string): Promise<Message> {
  const { message, room } = await lockMessage(tx, actor, id)
  checkOpen(room)
  if (room.role === null) throw notInRoom()
  if (message.deleted_at !== null) throw notFound('message', id)
  return message
}

async function tell(tx: Tx, actor: Actor, type: string, id: string): Promise<Message> {
  const message = await getMessage(tx, id)
  const audited = type !== 'message.reacted'
  await publish(tx, actor, { type, subject: `message:${id}`, audience: `room:${message.room_id}`, audited, data: { message } })
  return message
}

/** The latest first. */
export async function listPinned(db: Db, roomId: string): Promise<Message[]> {
  const { rows } = await sql<{ id: string }>`
    select id from message where org_id = (select current_org()) and room_id = ${roomId} and pinned_at is not null
    order by pinned_at desc limit 100
  `.execute(db)
  const messages = await getMessages(db, rows.map(({ id }) => id))
  return rows.map(({ id }) => messages.get(id)!)
}

/** What it said before it was changed. Throws message_not_found. */
export async function listEdits(db: Db, actor: Actor, id: string): Promise<MessageEdits['data']> {
  const { deleted_at } = await getVisibleMessage(db, actor, id)
  if (deleted_at !== null) return []
  const { rows } = await sql<{ text: string; until: string }>`
    select text, edited_at as until from message_edit where org_id = (select current_org()) and message_id = ${id} order by edited_at
  `.execute(db)
  return rows.map((edit) => ({ ...edit, html: renderMessage(edit.text) }))
}

/** One's own, wherever they are still to be seen; the latest first. */
export async function listBookmarks(db: Db, actor: Actor, { limit, after }: { limit: number; after?: CursorValue[] }): Promise<Bookmark[]> {
  const beyond = after ? sql`(bookmark.created_at, message_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ message_id: string; created_at: string }>`
    select message_id, bookmark.created_at from bookmark
      join message on message.org_id = bookmark.org_id and message.id = message_id
      join room on room.org_id = message.org_id and room.id = message.room_id
    where bookmark.org_id = (select current_org()) and user_id = ${actor.id} and ${isVisible(actor)} and ${beyond}
    order by bookmark.created_at desc, message_id desc limit ${limit}
  `.execute(db)
  const messages = await getMessages(db, rows.map(({ message_id }) => message_id))
  return rows.map(({ message_id, created_at }) => ({ message: messages.get(message_id)!, created_at }))
}

/** Those of a room, by the messages; as many as one looks at. */
export async function listRoomBookmarks(db: Db, actor: Actor, roomId: string): Promise<string[]> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from bookmark join message on message.org_id = bookmark.org_id and message.id = message_id
    where bookmark.org_id = (select current_org()) and user_id = ${actor.id} and room_id = ${roomId}
    order by bookmark.created_at desc limit 1000
  `.execute(db)
  return rows.map(({ message_id }) => message_id)
}

/** Repeating it changes nothing. Throws message_not_found, not_in_room for an api key. */
export async function setBookmarked(tx: Tx, actor: Actor, { id, bookmarked }: { id: string; bookmarked: boolean }) {
  const { room_id } = await getVisibleMessage(tx, actor, id)
  if (actor.kind !== 'user') throw notInRoom()
  const change = bookmarked
    ? sql`insert into bookmark (org_id, user_id, message_id) values (current_org(), ${actor.id}, ${id}) on conflict do nothing returning message_id`
    : sql`delete from bookmark where org_id = (select current_org()) and user_id = ${actor.id} and message_id = ${id} returning message_id`
  const { rows } = await change.execute(tx)
  if (rows.length === 0) return
  const type = bookmarked ? 'bookmark.created' : 'bookmark.removed'
  await publish(tx, actor, { type, subject: `message:${id}`, audience: `user:${actor.id}`, audited: false, data: { message_id: id, room_id } })
}
