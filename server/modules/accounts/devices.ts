// Browsers in which somebody has signed in before. A sign-in from another one is told by mail; and one that is known is
// not shut out by strangers who try passwords for this account.

import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findCookie } from '#platform/cookies'
import type { Accounts } from './accounts.ts'
import { deviceDays } from './rules.ts'

const cookieName = (publicUrl: string) => `${publicUrl.startsWith('https:') ? '__Secure-' : ''}rapport.device`

export async function knowsDevice({ pool, public_url }: Accounts, request: FastifyRequest, email: string): Promise<boolean> {
  const hash = hashOfDevice(request, public_url)
  if (!hash) return false
  const query = 'select from device where hash = $1 and user_id = (select id from "user" where email = $2)'
  return (await pool.query(query, [hash, email])).rowCount === 1
}

interface NewDevice {
  request: FastifyRequest
  reply: FastifyReply
  user_id: string
}

/** Whether it is a new one. */
export async function noteDevice({ pool, public_url }: Accounts, device: NewDevice): Promise<boolean> {
  const { request, reply, user_id } = device
  const hash = hashOfDevice(request, public_url)
  if (hash) {
    const query = 'update device set last_seen_at = now() where user_id = $1 and hash = $2'
    if ((await pool.query(query, [user_id, hash])).rowCount === 1) return false
  }
  // One browser may be several people's: it keeps its cookie.
  const value = hash ? findCookie(request.headers.cookie, cookieName(public_url))! : randomBytes(32).toString('base64url')
  await pool.query('insert into device (user_id, hash) values ($1, $2) on conflict do nothing', [user_id, hashOf(value)])
  const secure = public_url.startsWith('https:') ? '; Secure' : ''
  const cookie = `${cookieName(public_url)}=${value}; Max-Age=${deviceDays * 86_400}; Path=/; HttpOnly; SameSite=Lax${secure}`
  reply.header('set-cookie', cookie)
  return true
}

/** Trusted browsers are asked for the second factor again. better-auth keeps each under a digest, and nothing else of a person so. */
export async function forgetTrustedDevices(client: Pick<Accounts['pool'], 'query'>, userId: string) {
  await client.query('delete from verification where value = $1 and length(identifier) = 43', [userId])
}

function hashOfDevice({ headers }: FastifyRequest, publicUrl: string): Buffer | undefined {
  const value = findCookie(headers.cookie, cookieName(publicUrl))
  return value && /^[\w-]{43}$/.test(value) ? hashOf(value) : undefined
}

function hashOf(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}
