// Who may look inside: what this program says of itself names hosts and folders.

import { hash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

type Request = Pick<FastifyRequest, 'ip' | 'headers'>

/** Whether it comes from this machine, and through no proxy on it, which would make everyone look so. */
export function isLocal({ ip, headers }: Request): boolean {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) && !headers['x-forwarded-for'] && !headers.forwarded
}

/** Whether it presents the token, where there is one; in a time that tells nothing of how much of it is right. */
export function presentsToken({ headers }: Request, token: string | undefined): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer')
  return token !== undefined && timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}
