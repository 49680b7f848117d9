import type { FastifyReply } from 'fastify'
import { sessionCookie, type Accounts } from './accounts.ts'

/** Tells the browser to forget its session. */
export function clearSessionCookie({ public_url }: Accounts, reply: FastifyReply) {
  const secure = public_url.startsWith('https:') ? '; Secure' : ''
  reply.header('set-cookie', `${sessionCookie(public_url)}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`)
}
