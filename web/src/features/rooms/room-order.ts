// How rooms stand in the list, and what of them is counted where they are not open.

import type { Room } from './rooms-queries.ts'

export function isMuted({ membership }: Pick<Room, 'membership'>): boolean {
  return membership?.notify === 'nothing' || (membership?.muted_until != null && Date.parse(membership.muted_until) > Date.now())
}

/** Of it somebody wants to know at once: what mentions them, and all that is written to them directly. */
export function concerning({ kind, membership }: Room): number {
  return membership ? (kind === 'direct' ? membership.unread_count : membership.mention_count) : 0
}

/** Of all rooms that are not muted. */
export function countUnread(rooms: Room[]): { concerning: number; unread: number } {
  const heard = rooms.filter((room) => !isMuted(room))
  const sum = (count: (room: Room) => number) => heard.reduce((total, room) => total + count(room), 0)
  return { concerning: sum(concerning), unread: sum(({ membership }) => (membership?.notify === 'mentions' ? 0 : (membership?.unread_count ?? 0))) }
}

/** Channels by name, direct rooms by what was written last. */
export function inOrder(rooms: Room[]): { channels: Room[]; direct: Room[] } {
  const at = ({ last_message, created_at }: Room) => last_message?.created_at ?? created_at
  return {
    channels: rooms.filter(({ kind }) => kind === 'channel').toSorted((one, other) => one.name!.localeCompare(other.name!)),
    direct: rooms.filter(({ kind }) => kind === 'direct').toSorted((one, other) => at(other).localeCompare(at(one))),
  }
}
