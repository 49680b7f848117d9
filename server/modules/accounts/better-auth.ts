// better-auth: what checks passwords and second factors, and makes sessions. Loaded with the first sign-in, since
// it takes 30 MB; what happens on each request (authentication.ts) does without it. Our routes stand before it (ADR 11).

import { betterAuth } from 'better-auth/minimal'
import { getAdapter } from 'better-auth/db/adapter'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Log } from '#platform/log'
import { oidcPlugin, type OidcProvider } from './oidc.ts'
import { addressHeader, passwordLength, sessionDays, trustedDeviceDays } from './rules.ts'
import { hashingTokens } from './session-tokens.ts'

export interface AuthOptions {
  /** Of the role rapport_auth. */
  pool: pg.Pool
  /** The current one first; what was signed or encrypted with another can still be read. */
  secrets: { version: number; value: string }[]
  public_url: string
  /** The provider of single sign-on. */
  oidc?: OidcProvider
  log: Log
}

const day = 86_400

export type Auth = Awaited<ReturnType<typeof createAuth>>

export async function createAuth({ pool, secrets, public_url, oidc, log }: AuthOptions) {
  const options = {
    appName: 'Rapport',
    baseURL: public_url,
    basePath: '/api/v1/sessions',
    secrets,
    telemetry: { enabled: false },
    logger: { level: 'debug', log: (level, message) => log[level === 'error' ? 'warn' : 'debug'](`better-auth: ${message}`) },
    // Ours count for all processes, and know what an address has done before.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'rapport',
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      modelName: 'user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      expiresIn: sessionDays * day,
      disableSessionRefresh: true,
      // We ask for a fresh session or the password (confirmIdentity).
      freshAge: 0,
      fields: {
        userId: 'user_id',
        token: 'token_hash',
        ipAddress: 'address',
        userAgent: 'user_agent',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        orgId: { type: 'string', required: false, input: false, fieldName: 'org_id' },
        method: { type: 'string', required: false, input: false },
      },
    },
    account: {
      modelName: 'account',
      updateAccountOnSignIn: false,
      // Where nobody has shown yet that the address is theirs, whoever comes with it now has the account to themselves (ownership.ts).
      accountLinking: { requireLocalEmailVerified: false },
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      // People are made by set-up and invitations alone: of those who come by single sign-on, whoever is expected.
      user: { create: { before: (user) => expectInvited(pool, user) } },
      // Nothing is asked of the provider afterwards.
      account: { create: { before: async (account) => ({ data: { ...account, ...noTokens } }) } },
      session: {
        create: {
          // An enabled second factor renews the session: it goes on where it was, as what it was.
          before: async (session, context) => ({
            data: {
              ...session,
              orgId: session.orgId ?? (await lastOrganization(pool, session.userId)),
              method: methods[context?.path ?? ''] ?? session.method ?? 'password',
            },
          }),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Rapport',
        trustDeviceMaxAge: trustedDeviceDays * day,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpID: new URL(public_url).hostname,
        rpName: 'Rapport',
        origin: new URL(public_url).origin,
        // Found without an address, and a second factor in itself: the device has asked who it is.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => expectUserVerified(verification.registrationInfo) },
        authentication: { afterVerification: ({ verification }) => expectUserVerified(verification.authenticationInfo) },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      ...(oidc ? [oidcPlugin(oidc, log)] : []),
    ],
  } satisfies BetterAuthOptions
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const adapter = await getAdapter({ ...options, database: { db, type: 'postgres', transaction: true } } as BetterAuthOptions)
  return betterAuth({ ...options, database: () => hashingTokens(adapter) })
}

/** By which of the library's endpoints a session was made; all others ask for a password. */
const methods: Record<string, string> = { '/passkey/verify-authentication': 'passkey', '/callback/:id': 'oidc' }

const noTokens = { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null }

async function expectInvited(pool: pg.Pool, { email, emailVerified }: { email: string; emailVerified: boolean }) {
  if (!emailVerified) throw new APIError('FORBIDDEN', { code: 'address_not_verified' })
  const query = `select from invitation join organization on organization.id = invitation.org_id
    where email = $1 and accepted_at is null and revoked_at is null and expires_at > now() and deleted_at is null limit 1`
  if ((await pool.query(query, [email.toLowerCase()])).rowCount === 0) throw new APIError('FORBIDDEN', { code: 'not_invited' })
}

/** The library takes a touch for enough. */
async function expectUserVerified(info: { userVerified: boolean } | undefined) {
  if (!info?.userVerified) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' })
}

/** Where this person worked last; undefined for somebody who is in no organization. */
async function lastOrganization(pool: pg.Pool, userId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ org_id: string }>(
    `select member.org_id from member join organization on organization.id = member.org_id
    where user_id = $1 and deleted_at is null order by member.last_seen_at desc nulls last, member.created_at limit 1`,
    [userId],
  )
  return rows[0]?.org_id
}
