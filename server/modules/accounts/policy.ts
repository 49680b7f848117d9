import type { Actor, MemberRole } from '#platform/tenancy'

export function canManageApiKeys({ role }: Actor): boolean {
  return isAdmin(role)
}

/** Nobody makes somebody more than they are themselves. */
export function canInvite({ role }: Actor, invited: MemberRole): boolean {
  return role === 'owner' || (role === 'admin' && invited !== 'owner')
}

/** Owners are made and unmade by owners. */
export function canChangeRole({ role }: Actor, { from, to }: { from: MemberRole; to: MemberRole }): boolean {
  return role === 'owner' || (role === 'admin' && from !== 'owner' && to !== 'owner')
}

/** Everybody may leave. */
export function canRemoveMember({ kind, id, role }: Actor, member: { user_id: string; role: MemberRole }): boolean {
  const oneself = kind === 'user' && id === member.user_id
  return oneself || role === 'owner' || (role === 'admin' && member.role !== 'owner')
}

function isAdmin(role: MemberRole): boolean {
  return role === 'owner' || role === 'admin'
}
