// What the routes of this module work with, made once (composition.ts).

import type pg from 'pg'
import type { Actor, Origin, Tenancy } from '#platform/tenancy'
import type { Db, Tx } from '#platform/db/kysely'
import { publish, type NewEvent } from '#platform/events'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Plan } from '#platform/plans'
import type { MemberRole } from '#platform/tenancy'
import type { Authenticator } from './authentication.ts'
import type { Auth } from './better-auth.ts'
import type { OidcSettings } from './oidc.ts'
import type { SignInLimits } from './sign-in-limits.ts'

/** The rooms into which an invitation leads: they come after accounts. */
export interface InvitationRooms {
  /** Throws room_not_found, not_a_channel, room_archived, forbidden. */
  hold(tx: Tx, actor: Actor, invitation: { id: string; room_ids: string[] }): Promise<void>
  /** The actor, who has accepted it, is in them. */
  enter(tx: Tx, actor: Actor, invitationId: string): Promise<void>
  /** Of each of these invitations, those that the actor sees. */
  list(db: Db, actor: Actor, invitationIds: string[]): Promise<Map<string, { id: string; name: string }[]>>
}

export interface Accounts {
  tenancy: Tenancy
  /** Of the role rapport_auth: what belongs to a person and to no organization. Its timestamps are Dates. */
  pool: pg.Pool
  authenticator: Authenticator
  /** better-auth, loaded with the first call. */
  library(): Promise<Auth>
  /** The provider of single sign-on, where there is one. */
  oidc: OidcSettings | undefined
  /** better-auth with that provider, which is asked for what it is with the first call. Throws unavailable. */
  singleSignOn(): Promise<Auth>
  limits: SignInLimits
  mail: Mail
  /** Where the mails are that nobody sends. */
  data_folder: string
  /** For what is derived rather than stored. */
  signingKey(): Promise<string>
  /** Throws where there is no key to encrypt what must be read again. */
  expectSecretKey(): Promise<void>
  rooms: InvitationRooms
  /** Of a new organization. */
  default_plan: Plan
  public_url: string
  log: Log
}

/** The name of the cookie that holds a session: as better-auth calls it. */
export function sessionCookie(publicUrl: string): string {
  return `${publicUrl.startsWith('https:') ? '__Secure-' : ''}rapport.session_token`
}

/** The name of the cookie that says, for some seconds, in which organization a session goes on. */
export function organizationCookie(publicUrl: string): string {
  return `${publicUrl.startsWith('https:') ? '__Secure-' : ''}rapport.organization`
}

/** The name of its cookie between the two steps of a sign-in. */
export function twoFactorCookie(publicUrl: string): string {
  return `${publicUrl.startsWith('https:') ? '__Secure-' : ''}rapport.two_factor`
}

/**
 * Writes an event about a person into the log of each of their organizations, for its admins. What was not done by this person:
 * `by` a part of Rapport.
 */
export async function announce(
  { tenancy, pool }: Pick<Accounts, 'tenancy' | 'pool'>,
  { user_id, origin, by }: { user_id: string; origin?: Origin; by?: string },
  event: Omit<NewEvent, 'audience'>,
) {
  for (const { org_id, role } of await listMemberships(pool, user_id)) {
    const doer = by === undefined ? { kind: 'user' as const, id: user_id } : { kind: 'system' as const, id: by }
    const actor = { org_id, ...doer, role, origin }
    await tenancy.transact(actor, (tx) => publish(tx, actor, { ...event, audience: 'admins' }))
  }
}

export interface Membership {
  org_id: string
  name: string
  role: MemberRole
  created_at: Date
}

/** The organizations of a person, by name. */
export async function listMemberships(pool: pg.Pool, userId: string): Promise<Membership[]> {
  const { rows } = await pool.query<Membership>(
    `select member.org_id, organization.name, member.role, member.created_at
    from member join organization on organization.id = member.org_id
    where user_id = $1 and deleted_at is null order by organization.name, organization.id`,
    [userId],
  )
  return rows
}
