import type { Actor } from '#platform/tenancy'

/** What is erased is gone for everybody: admins decide. */
export function canErasePeople({ role }: Actor): boolean {
  return role === 'admin' || role === 'owner'
}

/** Guests look; everyone else works with all contacts of the organization. */
export function canWriteContacts({ role }: Actor): boolean {
  return role !== 'guest'
}
