import type { FastifyReply } from 'fastify'
import { organizationCookie, sessionCookie, type Accounts } from './accounts.ts'
import { ttlSeconds } from './authentication.ts'

/** Tells the browser to forget its session. */
export function clearSessionCookie({ public_url }: Accounts, reply: FastifyReply) {
  reply.header('set-cookie', `${sessionCookie(public_url)}=; Max-Age=0; ${attributes(public_url)}`)
}

/** Has the browser say where its session has gone on, for as long as another process may remember it as it was. */
export function noteOrganization({ public_url }: Accounts, reply: FastifyReply, organizationId: string) {
  reply.header('set-cookie', `${organizationCookie(public_url)}=${organizationId}; Max-Age=${2 * ttlSeconds}; ${attributes(public_url)}`)
}

function attributes(publicUrl: string): string {
  return `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`
}
