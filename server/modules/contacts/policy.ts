import type { Actor } from '#platform/tenancy'

/** Guests look; everyone else works with all contacts of the organization. */
export function canWriteContacts({ role }: Actor): boolean {
  return role !== 'guest'
}
