// A client of rooms as docs/api.md tells to write one: it fetches once, and from then on does what each event says.

import type { Answer } from './app.ts'
import { allEvents, type Caller } from './factories.ts'

type Entry = Answer['json']

export interface RoomsClient {
  /** By id. */
  rooms: Map<string, Entry>
  /** Those that are followed, as far as something of them was unread or has happened. */
  threads: Map<string, Entry>
  /** Takes in what has happened. */
  follow(): Promise<Entry[]>
}

export async function roomsClient(caller: Caller, userId: string): Promise<RoomsClient> {
  let { cursor } = await allEvents(caller, 'now')
  const list = await caller.get('/rooms')
  const rooms = new Map<string, Entry>(list.data.map((room: Entry) => [room.id, room]))
  const threads = new Map<string, Entry>(list.threads.map((thread: Entry) => [thread.thread_id, thread]))

  const fetchRoom = async (id: string) => {
    const room = await caller.get(`/rooms/${id}`).catch(() => undefined)
    if (room?.membership && !room.archived_at) rooms.set(id, room)
    else rooms.delete(id)
  }
  const mentionsMe = ({ user_ids, room }: Entry) => user_ids.includes(userId) || room
  const take = async ({ type, data }: Entry) => {
    const entry = rooms.get(data.room_id ?? data.room?.id ?? data.message?.room_id ?? data.membership?.room_id ?? data.draft?.room_id ?? data.following?.room_id)
    if (type === 'room.joined') await fetchRoom(data.room_id)
    else if (type === 'room.updated' && !entry) await fetchRoom(data.room.id)
    else if (type === 'room.refreshed') {
      await fetchRoom(data.room_id)
      for (const { thread_id, room_id } of threads.values()) if (room_id === data.room_id) await fetchThread(thread_id)
    }
    else if (type === 'member.removed') {
      for (const room of rooms.values()) room.people &&= room.people.filter((person: Entry) => person.user_id !== data.member.user_id)
    } else if (!entry) return
    else if (type === 'room.left') {
      rooms.delete(data.room_id)
      for (const { thread_id, room_id } of threads.values()) if (room_id === data.room_id) threads.delete(thread_id)
    } else if (type === 'draft.updated') {
      if (data.draft.thread_id === null) entry.draft = data.draft.text === '' ? null : data.draft
    } else if (data.thread) await takeReply(type, data)
    else if (type === 'thread.unfollowed') threads.delete(data.thread_id)
    else if (type === 'thread.updated') {
      if (data.following.revision < (threads.get(data.following.thread_id)?.revision ?? 0)) await fetchThread(data.following.thread_id)
      else threads.set(data.following.thread_id, data.following)
    } else if (type === 'room.updated') {
      Object.assign(entry, data.room)
      if (entry.archived_at) rooms.delete(entry.id)
    } else if (type === 'room.members_added' && entry.people) await fetchRoom(entry.id)
    else if (type === 'membership.updated') {
      if (data.membership.revision < entry.revision) await fetchRoom(entry.id)
      else entry.membership = data.membership
    } else if (type.startsWith('message.') && data.revision > entry.revision) takeMessage(entry, type, data)
  }
  const takeMessage = (entry: Entry, type: string, { message, revision, mentions_before }: Entry) => {
    const { id, seq, author, snippet, created_at, deleted_at } = message
    entry.revision = revision
    entry.membership.revision = revision
    if (type === 'message.created') entry.last_seq = seq
    if (seq === entry.last_seq) entry.last_message = { id, seq, author, snippet, created_at, deleted_at }
    count(entry.membership, type, { message, mentions_before })
  }
  const count = (counts: Entry, type: string, { message, mentions_before }: Entry) => {
    if (message.author.id === userId || message.seq <= counts.read_seq) return
    counts.unread_count += { 'message.created': 1, 'message.restored': 1, 'message.deleted': -1 }[type] ?? 0
    counts.mention_count += Number(mentionsMe(message.mentions)) - Number(mentions_before ? mentionsMe(mentions_before) : false)
  }
  const fetchThread = async (id: string) => {
    const following = await caller.get(`/messages/${id}/following`).catch(() => undefined)
    if (following) threads.set(id, following)
    else threads.delete(id)
  }
  const takeReply = async (type: string, data: Entry) => {
    const { id, revision, follower_ids } = data.thread
    if (!follower_ids.includes(userId)) return
    const known = threads.get(id)
    if (!known) return fetchThread(id)
    if (revision <= known.revision) return
    known.revision = revision
    if (type === 'message.created') known.last_seq = data.message.seq
    count(known, type, data)
  }

  return {
    rooms,
    threads,
    async follow() {
      const page = await allEvents(caller, cursor)
      cursor = page.cursor
      for (const event of page.events) await take(event)
      return page.events
    },
  }
}
