// Who may do what in a room that they see. Who sees a room is in access.ts, since the database has to know.

import type { Actor } from '#platform/tenancy'
import type { LockedRoom } from './access.ts'

type Room = Pick<LockedRoom, 'kind' | 'visibility' | 'role' | 'owned'>

/** Guests are where they were invited; an api key, which is nobody, makes what everybody sees. */
export function canCreateChannel({ role, kind }: Actor, visibility: 'public' | 'private'): boolean {
  return role !== 'guest' && (kind !== 'api_key' || visibility === 'public')
}

export function canOpenDirect({ role, kind }: Actor): boolean {
  return role !== 'guest' && kind === 'user'
}

/**
 * Its owners; admins where they see it; and in a channel whose owners have all left, everybody who is in it, since nobody else
 * may know of it. That of a task has none.
 */
export function canManageRoom(actor: Actor, { kind, role, owned }: Room): boolean {
  return role === 'owner' || isAdmin(actor) || (kind === 'channel' && !owned && role !== null && actor.role !== 'guest')
}

/** What others wrote: who manages the room. In direct messages nobody's word is above another's. */
export function canDeleteOfOthers(actor: Actor, room: Room): boolean {
  return room.kind !== 'direct' && canManageRoom(actor, room)
}

/** They make a noise where somebody wants none: for who is of the house. */
export function canSendUrgent({ role, kind }: Actor): boolean {
  return role !== 'guest' && kind === 'user'
}

export function canInvite(actor: Actor, { role, visibility }: Room): boolean {
  return actor.role !== 'guest' && (role !== null || visibility === 'public')
}

/** What is to be kept, and for how long, is for those to say who answer for it. */
export function canSetRetention(actor: Actor): boolean {
  return isAdmin(actor)
}

/** All that was said, as a file: who owns the channel, and admins who see it; of direct messages who is in them. */
export function canExportRoom(actor: Actor, { kind, role }: Pick<LockedRoom, 'kind' | 'role'>): boolean {
  return kind === 'direct' ? role !== null && actor.role !== 'guest' : role === 'owner' || isAdmin(actor)
}

function isAdmin({ role }: Actor): boolean {
  return role === 'admin' || role === 'owner'
}
