import type { Role } from '@/app/roles.ts'

/** Nobody makes somebody more than they are themselves. */
export function grantableRoles(own: Role): Role[] {
  return own === 'owner' ? ['owner', 'admin', 'member', 'guest'] : ['admin', 'member', 'guest']
}
