import type { Actor } from '#platform/tenancy'

export function canManageWebhooks({ role }: Actor): boolean {
  return role === 'owner' || role === 'admin'
}
