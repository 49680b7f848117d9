// better-auth: what checks passwords and second factors, and makes sessions. Loaded with the first sign-in, since
// it takes 30 MB; what happens on each request (authentication.ts) does without it. Our routes stand before it (ADR 11).

import { betterAuth } from 'better-auth/minimal'
import { getAdapter } from 'better-auth/db/adapter'
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
}

const day = 86_400

export type Auth = Awaited<ReturnType<typeof createAuth>>

export async function createAuth({ pool, secrets, public_url, log }: AuthOptions) {
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
      // People are made by set-up and invitations alone.
      user: { create: { before: async () => false } },
      session: {
        create: {
          // An enabled second factor renews the session: it goes on where it was.
          before: async (session) => ({
            data: { ...session, orgId: session.orgId ?? (await lastOrganization(pool, session.userId)) },
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
    ],
  } satisfies BetterAuthOptions
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const adapter = await getAdapter({ ...options, database: { db, type: 'postgres', transaction: true } } as BetterAuthOptions)
  return betterAuth({ ...options, database: () => hashingTokens(adapter) })
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
