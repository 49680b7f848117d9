import type { Actor } from '#platform/tenancy'

export function canManageApiKeys({ role }: Actor): boolean {
  return role === 'owner' || role === 'admin'
}
