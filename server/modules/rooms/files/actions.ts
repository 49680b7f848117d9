// Files of messages: uploaded to a room first, then sent with a message. What is never sent goes after a day.

import { randomUUID } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { sql } from 'kysely'
import { contentType } from '#modules/timeline'
import { notFound, tooLarge } from '#platform/errors'
import { enqueue } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'
import type { Actor, Tenancy } from '#platform/tenancy'
import { checkVisible, isWritable, notInRoom } from '../access.ts'
import type { MessageFile } from '../messages/contract.ts'
import { getVisibleFile } from './queries.ts'
import { drawThumbnail, mayBePicture } from './thumbnails.ts'

/** The folder of the storage, which has one for each organization. */
export const fileFolder = 'room-files'

export function roomFileKey(orgId: string, id: string): string {
  return `${fileFolder}/${orgId}/${id}`
}

export function thumbnailKey(orgId: string, id: string): string {
  return `${fileFolder}/${orgId}/${id}.webp`
}

export interface Uploaded {
  room_id: string
  name: string
  type: string
  content: Readable
  limit_bytes: number
}

/** Stores a file for a message of this room. Throws room_not_found, not_in_room, too_large. */
export async function uploadFile(
  { tenant, transact }: Tenancy,
  storage: Storage,
  actor: Actor,
  { room_id, name, type, content, limit_bytes }: Uploaded,
): Promise<MessageFile> {
  const db = tenant(actor.org_id)
  await checkVisible(db, actor, room_id)
  const { rows } = await sql`select from room where org_id = (select current_org()) and id = ${room_id} and ${isWritable(actor)}`.execute(db)
  if (rows.length === 0) throw notInRoom()
  const file = await storeContent({ transact }, storage, actor.org_id, { type, content, limit_bytes })
  return transact(actor, async (tx) => {
    await sql`
      insert into message_file (org_id, id, room_id, uploaded_by, name, type, size, width, height)
      values (current_org(), ${file.id}, ${room_id}, ${actor.id}, ${name}, ${file.type}, ${file.size}, ${file.width}, ${file.height})
    `.execute(tx)
    return getVisibleFile(tx, actor, file.id)
  })
}

/** Without what cannot be seen, or would have it read in another direction: `exe.gpj` is to end with what it ends with. */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim().slice(0, 255).replace(/[\ud800-\udbff]$/, '') || 'file'
}

export interface StoredContent {
  id: string
  type: string
  size: number
  width: number | null
  height: number | null
}

/** Stores what a file is, with a thumbnail of a picture; it goes after a day, unless a message has it by then. Throws too_large. */
export async function storeContent(
  { transact }: Pick<Tenancy, 'transact'>,
  storage: Storage,
  orgId: string,
  { type, content, limit_bytes }: Pick<Uploaded, 'type' | 'content' | 'limit_bytes'>,
): Promise<StoredContent> {
  const id = randomUUID()
  // Before there is a file: whatever happens to us, one that no message has is found and removed.
  await transact({ org_id: orgId }, (tx) => dropFiles(tx, orgId, [id]))
  const key = roomFileKey(orgId, id)
  const meter = createMeter(limit_bytes)
  await storage.write(key, content, meter.stream)
  const seen = contentType(meter.head(), type)
  const picture = mayBePicture(seen, meter.bytes()) ? await drawThumbnail(storage.read(key)) : undefined
  if (picture) await storage.write(thumbnailKey(orgId, id), Readable.from([picture.thumbnail]))
  return { id, type: seen, size: meter.bytes(), width: picture?.width ?? null, height: picture?.height ?? null }
}

interface Attaching {
  /** What has them from now on: a message, or one that is sent later. */
  to: { message_id: string } | { scheduled_id: string }
  room_id: string
  file_ids: string[]
}

/** In this order. Throws file_not_found for what is not the actor's, not of this room, or has its message already. */
export async function attachFiles(tx: Tx, actor: Actor, { to, room_id, file_ids }: Attaching) {
  if (file_ids.length === 0) return
  const { rows } = await sql<{ id: string }>`
    update message_file set ${'message_id' in to ? sql`message_id = ${to.message_id}` : sql`scheduled_id = ${to.scheduled_id}`}, position = wanted.position
    from unnest(${file_ids}::uuid[]) with ordinality as wanted (id, position)
    where org_id = (select current_org()) and message_file.id = wanted.id and room_id = ${room_id} and uploaded_by = ${actor.id}
      and message_id is null and scheduled_id is null
    returning message_file.id
  `.execute(tx)
  const missing = file_ids.find((id) => !rows.some((row) => row.id === id.toLowerCase()))
  if (missing) throw notFound('file', missing)
}

/** What waits with a message that is sent later is of no message again, and of this room. */
export async function detachFiles(tx: Tx, { scheduled_id, room_id }: { scheduled_id: string; room_id: string }) {
  await sql`
    update message_file set scheduled_id = null, room_id = ${room_id} where org_id = (select current_org()) and scheduled_id = ${scheduled_id}
  `.execute(tx)
}

export interface RemovedFiles {
  org_id: string
  files: string[]
}

/** They go after a day, unless a message has them by then. */
export async function dropFiles(tx: Tx, org_id: string, files: string[]) {
  if (files.length > 0) await enqueue(tx, 'rooms.remove_files', { org_id, files } as RemovedFiles, { run_at: inADay() })
}

/** Removes those of these that no message has; those that wait with one that is sent later are looked at again after a day. */
export async function removeFiles({ transact }: Tenancy, storage: Storage, { org_id, files }: RemovedFiles) {
  const kept = await transact({ org_id }, async (tx) => {
    await sql`
      delete from message_file
      where org_id = (select current_org()) and id = any(${files}::uuid[]) and message_id is null and scheduled_id is null
    `.execute(tx)
    const { rows } = await sql<{ id: string; waits: boolean }>`
      select id, message_id is null as waits from message_file where org_id = (select current_org()) and id = any(${files}::uuid[])
    `.execute(tx)
    await dropFiles(tx, org_id, rows.filter(({ waits }) => waits).map(({ id }) => id))
    return new Set(rows.map(({ id }) => id))
  })
  for (const id of files) {
    if (kept.has(id)) continue
    await storage.remove(roomFileKey(org_id, id))
    await storage.remove(thumbnailKey(org_id, id))
  }
}

/** Counts what passes, keeps its first bytes, and ends it with too_large behind the limit. */
function createMeter(limit: number) {
  let bytes = 0
  let head = Buffer.alloc(0)
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (head.length < 16) head = Buffer.concat([head, chunk.subarray(0, 16)])
      if (bytes <= limit) return done(null, chunk)
      done(tooLarge(`A file may have up to ${Math.floor(limit / 1024 / 1024)} MB: send a smaller one, or where it can be found.`))
    },
  })
  return { stream, bytes: () => bytes, head: () => head }
}

function inADay(): Date {
  return new Date(Date.now() + 86_400_000)
}
