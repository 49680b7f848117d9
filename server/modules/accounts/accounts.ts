// What the routes of this module work with, made once by the composition root.

import type pg from 'pg'
import type { Origin, Tenancy } from '#platform/tenancy'
import { publish, type NewEvent } from '#platform/events'
import type { LimitStore } from '#platform/limits'
import { unavailable } from '#platform/errors'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Plan } from '#platform/plans'
import { deriveKey, type DerivedKey, type Secrets } from '#platform/secrets'
import type { MemberRole } from '#platform/tenancy'
import type { Authenticator } from './authentication.ts'
import type { Auth } from './better-auth.ts'
import type { OidcProvider, OidcSettings } from './oidc.ts'
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts'

export interface Accounts {
  tenancy: Tenancy
  /** Of the role rapport_auth: what belongs to a person and to no organization. Its timestamps are Dates. */
  pool: pg.Pool
  authenticator: Authenticator
  /** better-auth, loaded with the first call. */
  library(): Promise<Auth>
  /** The provider of single sign-on, where there is one. */
  oidc: OidcSettings | undefined
  /** better-auth with that provider, which is asked for what it is with the first call; `claim` hears of each address that it has verified. Throws unavailable. */
  singleSignOn(claim: OidcProvider['claim']): Promise<Auth>
  limits: SignInLimits
  mail: Mail
  /** Where the mails are that nobody sends. */
  data_folder: string
  /** For what is derived rather than stored. */
  signingKey(): Promise<string>
  /** Throws where there is no key to encrypt what must be read again. */
  expectSecretKey(): Promise<void>
  /** Of a new organization. */
  default_plan: Plan
  public_url: string
  log: Log
}

export interface AccountsOptions {
  tenancy: Tenancy
  pool: pg.Pool
  authenticator: Authenticator
  secrets: Secrets
  mail: Mail
  data_folder: string
  default_plan: Plan
  /** What sessions are signed with where there is no key for secrets: second factors cannot be stored then. */
  fallback_secret: string | undefined
  oidc: OidcSettings | undefined
  limit_store: LimitStore | undefined
  public_url: string
  log: Log
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { tenancy, pool, authenticator, oidc, public_url, log } = options
  const load = async (provider?: OidcProvider) => {
    const { createAuth } = await import('./better-auth.ts')
    return createAuth({ pool, secrets: await signingKeys(options), public_url, oidc: provider, log })
  }
  const loadSingleSignOn = async (claim: OidcProvider['claim']) => {
    if (!oidc) throw unavailable('There is no single sign-on here: see OIDC_ISSUER in docs/settings.md.')
    const { discover } = await import('./oidc.ts')
    return load({ ...oidc, endpoints: await discover(oidc), redirect_uri: `${public_url}/api/v1/sessions/oidc/callback`, claim })
  }
  return {
    tenancy,
    pool,
    authenticator,
    library: once(() => load()),
    oidc,
    singleSignOn: once(loadSingleSignOn),
    limits: createSignInLimits(options.limit_store),
    mail: options.mail,
    data_folder: options.data_folder,
    signingKey: async () => (await signingKeys(options))[0]!.value,
    expectSecretKey: async () => void (await options.secrets.derive('sign-in')),
    default_plan: options.default_plan,
    public_url,
    log,
  }
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

/** Made with the first call. What could not be had (a key, the provider) may be there the next time. */
function once<Made, Input extends unknown[]>(make: (...input: Input) => Promise<Made>): (...input: Input) => Promise<Made> {
  let making: Promise<Made> | undefined
  return (...input) => {
    making ??= make(...input)
    making.catch(() => (making = undefined))
    return making
  }
}

async function signingKeys({ secrets, fallback_secret }: AccountsOptions): Promise<DerivedKey[]> {
  if (fallback_secret === undefined) return secrets.derive('sign-in')
  return secrets.derive('sign-in').catch(() => [deriveKey(fallback_secret, 'sign-in')])
}
