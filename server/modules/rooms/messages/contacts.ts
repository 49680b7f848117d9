// Contacts that a message mentions, `[Ada](contact:<id>)`: their timelines say in which channel, or of which task, and when. Only of those
// which everybody sees who sees timelines; and not what was said.

import { sql } from 'kysely'
import { recordMention } from '#modules/timeline'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import type { Message } from './contract.ts'
import { findMentions } from './markdown.ts'

interface Place {
  kind: 'channel' | 'direct' | 'task'
  visibility: 'public' | 'private'
  name: string | null
}

/** Makes the timelines of contacts say what this message mentions now. `before`: what it said until now. */
export async function noteContacts(tx: Tx, actor: Actor, { message, room, before = '' }: { message: Message; room: Place; before?: string }) {
  // Guests know no contacts.
  if (room.visibility === 'private' || actor.role === 'guest') return
  const contact_ids = message.deleted_at === null ? findMentions(message.text).contact_ids : []
  if (contact_ids.length === 0 && findMentions(before).contact_ids.length === 0) return
  await recordMention(tx, actor, {
    source: 'room', source_id: message.id, kind: 'message', subject: room.kind === 'task' ? room.name! : `#${room.name}`, occurred_at: message.created_at, contact_ids,
  })
}

/** Takes what these messages mention off all timelines: they are to go for good. */
export async function hideMentions(tx: Tx, actor: Actor, messageIds: string[]) {
  const { rows } = await sql<{ source_id: string; subject: string; occurred_at: string }>`
    select source_id, subject, occurred_at from interaction
    where org_id = (select current_org()) and kind = 'message' and source = 'room' and deleted_at is null and source_id = any(${messageIds}::text[])
  `.execute(tx)
  for (const mention of rows) await recordMention(tx, actor, { ...mention, source: 'room', kind: 'message', contact_ids: [] })
}

export interface HiddenRoom {
  org_id: string
  room_id: string
  actor: Actor
}

/** A room is not public any more: takes what it mentions off all timelines, some at a time. */
export async function hideContacts({ transact }: Tenancy, { room_id, actor }: HiddenRoom, signal: AbortSignal) {
  for (let more = true; more && !signal.aborted; ) {
    more = await transact({ org_id: actor.org_id }, async (tx) => {
      const { rows } = await sql<{ source_id: string; subject: string; occurred_at: string }>`
        select source_id, subject, occurred_at from interaction
        where org_id = (select current_org()) and kind = 'message' and source = 'room' and deleted_at is null and source_id in (
          select message.id::text from message join room on room.org_id = message.org_id and room.id = message.room_id
          where room.org_id = (select current_org()) and room.id = ${room_id} and room.visibility = 'private')
        limit 20
      `.execute(tx)
      for (const mention of rows) await recordMention(tx, actor, { ...mention, source: 'room', kind: 'message', contact_ids: [] })
      return rows.length > 0
    })
  }
}
