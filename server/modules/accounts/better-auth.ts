// better-auth: what checks passwords, second factors and passkeys, and makes sessions. Loaded with the first sign-in, since
// it takes 30 MB; what happens on each request (authentication.ts) does without it. Our routes stand before it (ADR 11).

import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth/minimal'
import { getAdapter } from 'better-auth/db/adapter'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { BetterAuthOptions } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Log } from '#platform/log'
import { addressHeader, passwordLength, sessionDays, trustedDeviceDays } from './rules.ts'
import { hashingTokens } from './session-tokens.ts'

export interface AuthOptions {
  /** Of the role rapport_auth. */
  pool: pg.Pool
  /** The current one first; what was signed or encrypted with another can still be read. */
  secrets: { version: number; value: string }[]
  public_url: string
  log: Log
  oidc?: OidcOptions
  /** Whether somebody whom nobody knows yet may come in by single sign-on: called with a verified address. */
  mayJoin(email: string): Promise<boolean>
}

export interface OidcOptions {
  issuer: string
  client_id: string
  client_secret: string
}

const day = 86_400

export type Auth = Awaited<ReturnType<typeof createAuth>>

export async function createAuth({ pool, secrets, public_url, log, oidc, mayJoin }: AuthOptions) {
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
      freshAge: day,
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
      user: { create: { before: async (user) => user.emailVerified && mayJoin(user.email) } },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
      session: {
        create: {
          // An enabled second factor renews the session: it goes on where it was.
          before: async (session, context) => ({
            data: {
              ...session,
              orgId: session.orgId ?? (await lastOrganization(pool, session.userId)),
              method: session.method ?? methodOf(context?.path),
            },
          }),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Rapport',
        trustDeviceMaxAge: trustedDeviceDays * day,
        // Somebody who only ever signs in elsewhere has no password to show.
        allowPasswordless: true,
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
        rpName: 'Rapport',
        rpID: new URL(public_url).hostname,
        origin: new URL(public_url).origin,
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
      ...(oidc ? [singleSignOn(oidc)] : []),
    ],
  } satisfies BetterAuthOptions
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const adapter = await getAdapter({ ...options, database: { db, type: 'postgres', transaction: true } } as BetterAuthOptions)
  return betterAuth({ ...options, database: () => hashingTokens(adapter) })
}

/** We never call the provider for anybody: what is not stored cannot be stolen. */
async function withoutTokens<Account extends object>(account: Account) {
  return { data: { ...account, accessToken: null, refreshToken: null, idToken: null } }
}

function methodOf(path = ''): string {
  return path.startsWith('/passkey') ? 'passkey' : path.startsWith('/callback') ? 'oidc' : 'password'
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

function singleSignOn({ issuer, client_id, client_secret }: OidcOptions) {
  return genericOAuth({
    config: [
      {
        providerId: 'oidc',
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: client_id,
        clientSecret: client_secret,
        scopes: ['openid', 'email', 'profile'],
        requireIdTokenVerification: true,
      },
    ],
  })
}
