// Who may import what.

import type { Actor } from '#platform/tenancy'

/** A Slack export holds what was said in private, and makes rooms of it. */
export function isAdmin({ role }: Actor): boolean {
  return role === 'admin' || role === 'owner'
}

export const onlyAdmins = 'Admins import conversations, and undo it: an export holds what others have said in private.'
