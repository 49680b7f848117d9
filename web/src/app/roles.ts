// What the role of whoever is signed in lets them see. The server decides; here it only keeps doors out of sight.

import { useSuspenseQuery } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import { meQuery } from './session.ts'

export type Role = Schemas['Me']['role']

const rising: Role[] = ['guest', 'member', 'admin', 'owner']

export function isAtLeast(role: Role, needed: Role): boolean {
  return rising.indexOf(role) >= rising.indexOf(needed)
}

export function useMe(): Schemas['Me'] {
  return useSuspenseQuery(meQuery).data
}
