import type { Actor } from '#platform/tenancy'

/** Guests see no timelines; everyone else writes on all of them. */
export function canWriteInteractions({ role }: Actor): boolean {
  return role !== 'guest'
}
