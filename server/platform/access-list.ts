// Every route with who may call it, as docs/access.md shows it. Made from the routes themselves and from `permit`, which
// decides; a test calls each route as each caller and compares.

import { permit, type Access, type Caller } from '#platform/admission'
import { isSafe } from '#platform/foreign-pages'
import type { MemberRole } from '#platform/tenancy'

export interface RouteAccess {
  method: string
  url: string
  access: Access
  /** Whether it changes something. */
  writes: boolean
}

const session = { id: '', user_id: '' }
const actor = (kind: 'user' | 'api_key', role: MemberRole) => ({ org_id: '', kind, id: '', role })
const person = (role: MemberRole): Caller => ({ actor: actor('user', role), session, plan: 'free' })
const key = (role: MemberRole, read_only = false): Caller => ({ actor: actor('api_key', role), read_only, plan: 'free' })

/** Undefined: nobody knows who it is. */
const callers: Record<string, Caller | undefined> = {
  nobody: undefined,
  'no organization': { actor: undefined, session, plan: 'free' },
  guest: person('guest'),
  member: person('member'),
  admin: person('admin'),
  owner: person('owner'),
  'key: read': key('member', true),
  'key: write': key('member'),
  'key: admin': key('admin'),
}

export const callerNames = Object.keys(callers)

/** Whether this caller may call this route, whatever comes of it. */
function mayCall({ access, writes }: RouteAccess, name: string): boolean {
  const caller = callers[name]
  if (!caller) return access === 'public'
  try {
    permit(caller, access, writes)
    return true
  } catch {
    return false
  }
}

export function routeAccess(method: string, url: string, { access, writes = !isSafe(method) }: { access: Access; writes?: boolean }) {
  return { method, url, access, writes }
}

/** The text of docs/access.md. */
export function describeAccess(routes: RouteAccess[]): string {
  const sorted = routes.toSorted((a, b) => a.url.localeCompare(b.url) || a.method.localeCompare(b.method))
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    '# Who may call what',
    '',
    'Written by `npm run access` from the routes. Those with a role are people who have signed in; “no organization” is',
    'somebody who has, and is in none. The WebSocket `/api/v1/live` is for whoever may call `GET /api/v1/events`. What somebody',
    'may do within a route (an admin may not make owners) is said in [api.md](api.md).',
    '',
    row(['route', ...callerNames]),
    row(['---', ...callerNames.map(() => ':-:')]),
    ...sorted.map((route) => row([`\`${route.method} ${route.url}\``, ...callerNames.map((name) => (mayCall(route, name) ? '●' : ''))])),
    '',
  ].join('\n')
}
