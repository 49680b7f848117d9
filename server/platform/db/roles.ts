// The database roles, each with the least that its work needs. The application cannot get past row-level security,
// whatever a query forgets; what owns the tables runs migrations only.

import { createHmac } from 'node:crypto'
import pg from 'pg'

export const roles = {
  /** Owns the tables; migrations only. */
  owner: 'rapport_owner',
  /** The modules: `public` under row-level security. */
  app: 'rapport_app',
  /** Work across organizations, in `platform/` alone: only what a policy names. */
  system: 'rapport_system',
  /** Owns the queue's schema `graphile_worker`. */
  worker: 'rapport_worker',
  /** The schema `auth`: passwords and sessions, and which organizations a person is in. */
  auth: 'rapport_auth',
} as const

export type RoleName = keyof typeof roles

/** The password of a role: derived, so that every process that may know the secret agrees without storing it. */
export function credentials(secret: string, role: RoleName): { user: string; password: string } {
  const password = createHmac('sha256', secret).update(roles[role]).digest('base64url')
  return { user: roles[role], password }
}

/**
 * Creates the roles, or gives them their passwords and limits again. Idempotent, and safe when two processes do it.
 * `admin` is connected to Rapport's database as a role that may create roles. Throws a readable error when it may not.
 */
export async function ensureRoles(admin: pg.Client, secret: string): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query('select pg_advisory_xact_lock(hashtext($1))', ['rapport roles'])
    for (const [role, limits] of Object.entries(limitsOf) as [RoleName, Limits][]) {
      const { user, password } = credentials(secret, role)
      const known = await admin.query('select from pg_roles where rolname = $1', [user])
      const verb = known.rowCount ? 'alter' : 'create'
      await admin.query(`${verb} role ${user} login noinherit password ${pg.escapeLiteral(password)}`)
      for (const [setting, value] of Object.entries({ timezone: 'UTC', ...limits })) {
        const values = value.split(', ').map((each) => pg.escapeLiteral(each))
        await admin.query(`alter role ${user} set ${setting} = ${values.join(', ')}`)
      }
    }
    await admin.query(grants)
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    if ((error as pg.DatabaseError).code === '42501') {
      throw new Error(
        `The role of DATABASE_URL may not create Rapport's roles (${(error as Error).message}): ` +
          'give it CREATEROLE and ownership of the database.',
      )
    }
    throw error
  }
}

/** Throws as a connection does when a role is missing: an older version made fewer. */
export async function expectRoles(owner: pg.Client): Promise<void> {
  const wanted = Object.values(roles)
  const { rowCount } = await owner.query('select from pg_roles where rolname = any($1)', [wanted])
  if (rowCount !== wanted.length) throw Object.assign(new Error('A role of Rapport is missing.'), { code: '28000' })
}

type Limits = Record<string, string>

const limitsOf: Record<RoleName, Limits> = {
  owner: { lock_timeout: '30s' },
  app: { statement_timeout: '30s', idle_in_transaction_session_timeout: '60s', lock_timeout: '10s' },
  system: { statement_timeout: '30s', idle_in_transaction_session_timeout: '60s', lock_timeout: '10s' },
  worker: { statement_timeout: '30s', idle_in_transaction_session_timeout: '60s', lock_timeout: '10s' },
  auth: {
    statement_timeout: '30s',
    idle_in_transaction_session_timeout: '60s',
    lock_timeout: '10s',
    // better-auth names its tables without a schema; "user" is in public.
    search_path: 'auth, public',
  },
}

// `noinherit`: the owner becomes the worker only where a migration says `set role`.
const grants = `
  do $$ begin
    execute format('grant create on database %I to ${roles.owner} with grant option', current_database());
    execute format('create schema if not exists graphile_worker');
  end $$;
  grant ${roles.worker} to current_user;
  alter schema graphile_worker owner to ${roles.worker};
  grant ${roles.worker} to ${roles.owner};
  grant usage, create on schema public to ${roles.owner};
  grant usage on schema public to ${roles.app}, ${roles.system}, ${roles.worker}, ${roles.auth};
`
