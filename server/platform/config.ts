// Every setting of Rapport: an environment variable with a default, checked once, before anything starts.
// `rapport --help` and docs/settings.md list this table.

import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseAllowed, type Allowed } from '#platform/outgoing-addresses'
import { plans, type Plan } from '#platform/plans'
import { redisProtocols } from '#platform/redis-address'

export interface Config {
  host: string
  /** 0 takes a free port. */
  port: number
  public_url: string
  data_folder: string
  /** Undefined: the embedded server in the data folder. */
  database_url: string | undefined
  database_direct_url: string | undefined
  database_replica_url: string | undefined
  database_pool_size: number
  /** Prepared statements on the application pool; off for poolers that cannot keep them. */
  database_prepare: boolean
  redis_url: string | undefined
  /** Undefined: files are kept in the data folder. */
  storage_url: string | undefined
  /** Undefined: mail goes into the outbox of the data folder. */
  smtp_url: string | undefined
  mail_from: string | undefined
  /** Undefined: people sign in with passwords and passkeys. */
  oidc: { issuer: string; client_id: string; client_secret: string; label: string } | undefined
  secret_key: string | undefined
  secret_key_previous: string | undefined
  api_key: string | undefined
  /** Where the CLI finds the server; undefined: what the data folder's running server wrote down, else HOST and PORT. */
  server_url: string | undefined
  roles: ProcessRole[]
  worker_concurrency: number
  upload_limit_bytes: number
  event_retention_days: number
  /** How long who was deleted can be restored. */
  deleted_retention_days: number
  audit_retention_days: number
  webhook_retention_days: number
  /** How long an import can be undone, and what it rejected is kept. */
  import_retention_days: number
  /** How long operations are listed that have ended. */
  operation_retention_days: number
  metrics_token: string | undefined
  /** Of a new organization. */
  default_plan: Plan
  /** Where requests to URLs that members gave may go beside public addresses. */
  outgoing_allow: Allowed
  /** Addresses of the proxies whose X-Forwarded-For is believed. */
  trust_proxy: false | string[]
  log_level: string
}

export type ProcessRole = 'web' | 'worker'

interface Setting {
  name: string
  description: string
  /** What `--help` shows; the parser of an unset variable is not called. */
  default: string
}

export const settings: readonly Setting[] = [
  { name: 'HOST', default: '127.0.0.1', description: 'Address to listen on; 0.0.0.0 for all.' },
  { name: 'PORT', default: '8080', description: 'Port to listen on; 0 takes a free one.' },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost and PORT',
    description: 'Where people reach this server: the base of every link that it gives out.',
  },
  {
    name: 'RAPPORT_DATA',
    default: '/var/lib/rapport as root, else ~/.local/share/rapport',
    description: 'Data folder: the embedded database and the files.',
  },
  {
    name: 'DATABASE_URL',
    default: 'the embedded PostgreSQL 18',
    description: 'Your own PostgreSQL (16 or later), or a PgBouncer before it, as a role that may create roles.',
  },
  {
    name: 'DATABASE_DIRECT_URL',
    default: 'DATABASE_URL',
    description: 'The same database without the PgBouncer, for migrations and the job queue.',
  },
  {
    name: 'DATABASE_REPLICA_URL',
    default: 'none',
    description: 'A read replica, for lists that bear being a moment old.',
  },
  { name: 'DATABASE_POOL_SIZE', default: '20', description: 'Connections of the application pool.' },
  {
    name: 'DATABASE_PREPARE',
    default: 'on; off when DATABASE_DIRECT_URL is set',
    description: 'Prepared statements: on or off. A PgBouncer before 1.21 needs off.',
  },
  {
    name: 'REDIS_URL',
    default: 'none',
    description: 'Redis or Valkey, for two processes or more: what makes them quick, and nothing that would be missed.',
  },
  {
    name: 'STORAGE_URL',
    default: 'the data folder',
    description: 'Where files are kept: s3://bucket/prefix?region=…, and &endpoint=https://… for others than AWS.',
  },
  {
    name: 'SMTP_URL',
    default: "none: mail goes into the data folder's outbox",
    description: 'The mail server: smtp://user:password@host:587, or smtps:// for TLS from the first byte.',
  },
  {
    name: 'MAIL_FROM',
    default: 'none',
    description: 'The sender of mail: “Rapport <rapport@example.org>”. SMTP_URL needs it.',
  },
  {
    name: 'OIDC_ISSUER',
    default: 'none: no single sign-on',
    description: 'The OpenID Connect provider with which people may sign in: https://login.example.org.',
  },
  { name: 'OIDC_CLIENT_ID', default: 'none', description: 'What the provider calls Rapport. OIDC_ISSUER needs it.' },
  { name: 'OIDC_CLIENT_SECRET', default: 'none', description: 'Given by the provider with it. OIDC_ISSUER needs it.' },
  { name: 'OIDC_LABEL', default: 'Single sign-on', description: 'What the button of the sign-in says.' },
  {
    name: 'RAPPORT_SECRET_KEY',
    default: "the password in DATABASE_URL; the data folder's own for the embedded server",
    description: 'At least 32 characters: the passwords of the database roles and the key of stored secrets come from it.',
  },
  {
    name: 'RAPPORT_SECRET_KEY_PREVIOUS',
    default: 'none',
    description: 'The one of before, when it has been changed: what was encrypted with it can still be read.',
  },
  { name: 'RAPPORT_ROLES', default: 'web,worker', description: 'What this process does: web, worker or both.' },
  { name: 'WORKER_CONCURRENCY', default: '4', description: 'Jobs that this process runs at once.' },
  { name: 'UPLOAD_LIMIT_MB', default: '2048', description: 'The largest file that may be uploaded, in MB.' },
  {
    name: 'EVENT_RETENTION_DAYS',
    default: '90',
    description: 'How long events are kept; a client that was away for longer fetches everything afresh.',
  },
  {
    name: 'AUDIT_RETENTION_DAYS',
    default: '365',
    description: 'How long the audit log keeps who did what from where; what was changed goes with the event.',
  },
  {
    name: 'WEBHOOK_RETENTION_DAYS',
    default: '30',
    description: 'How long the log of webhook deliveries is kept.',
  },
  {
    name: 'IMPORT_RETENTION_DAYS',
    default: '30',
    description: 'How long an import can be undone, and the rows that it rejected are kept.',
  },
  {
    name: 'OPERATION_RETENTION_DAYS',
    default: '365',
    description: 'How long operations that have ended are listed; at least IMPORT_RETENTION_DAYS.',
  },
  {
    name: 'DEFAULT_PLAN',
    default: 'unlimited',
    description:
      'Plan of a new organization: free (100 requests a minute for each api key), pro (500), enterprise (2,000) or unlimited.',
  },
  {
    name: 'OUTGOING_ALLOW',
    default: 'public addresses over https only',
    description:
      'Where webhooks and other requests to URLs of members may go as well, and over http: 10.0.0.0/8, hooks.corp.example, *.corp.example …, by comma.',
  },
  {
    name: 'TRUST_PROXY',
    default: 'off',
    description:
      'Addresses of the proxies whose X-Forwarded-For is believed: loopback, uniquelocal, 192.0.2.7, 10.0.0.0/8 …, by comma.',
  },
  {
    name: 'METRICS_TOKEN',
    default: 'none',
    description: 'Bearer token of /metrics; without one it answers only to this machine.',
  },
  { name: 'LOG_LEVEL', default: 'info; warn in a terminal', description: 'fatal, error, warn, info, debug or trace.' },
  { name: 'RAPPORT_API_KEY', default: 'none', description: 'CLI: the api key to work with.' },
  {
    name: 'RAPPORT_URL',
    default: 'the server of the data folder',
    description: 'CLI: where the server answers.',
  },
]

/** A setting that cannot be used; its message is the one line to show. */
export class ConfigError extends Error {}

/** Reads the settings. Throws ConfigError that names the variable and what it must be. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const text = (name: string) => env[name]?.trim() || undefined
  const direct = databaseUrl('DATABASE_DIRECT_URL', text('DATABASE_DIRECT_URL'))
  const config: Config = {
    host: text('HOST') ?? '127.0.0.1',
    port: integer('PORT', text('PORT') ?? '8080', 0, 65_535),
    public_url: webUrl('PUBLIC_URL', text('PUBLIC_URL') ?? `http://localhost:${text('PORT') ?? '8080'}`),
    data_folder: resolve(text('RAPPORT_DATA') ?? defaultDataFolder(env)),
    database_url: databaseUrl('DATABASE_URL', text('DATABASE_URL')),
    database_direct_url: direct,
    database_replica_url: databaseUrl('DATABASE_REPLICA_URL', text('DATABASE_REPLICA_URL')),
    database_pool_size: integer('DATABASE_POOL_SIZE', text('DATABASE_POOL_SIZE') ?? '20', 1, 1_000),
    database_prepare: onOrOff('DATABASE_PREPARE', text('DATABASE_PREPARE') ?? (direct ? 'off' : 'on')),
    redis_url: url('REDIS_URL', text('REDIS_URL'), redisProtocols, 'redis://localhost:6379'),
    storage_url: bucketUrl('STORAGE_URL', text('STORAGE_URL')),
    smtp_url: smtpUrl('SMTP_URL', text('SMTP_URL')),
    mail_from: sender('MAIL_FROM', text('MAIL_FROM')),
    oidc: oidc(text),
    secret_key: secret('RAPPORT_SECRET_KEY', text('RAPPORT_SECRET_KEY')),
    secret_key_previous: secret('RAPPORT_SECRET_KEY_PREVIOUS', text('RAPPORT_SECRET_KEY_PREVIOUS')),
    api_key: text('RAPPORT_API_KEY'),
    server_url: text('RAPPORT_URL') && webUrl('RAPPORT_URL', text('RAPPORT_URL')!),
    roles: roles('RAPPORT_ROLES', text('RAPPORT_ROLES') ?? 'web,worker'),
    worker_concurrency: integer('WORKER_CONCURRENCY', text('WORKER_CONCURRENCY') ?? '4', 1, 100),
    upload_limit_bytes: integer('UPLOAD_LIMIT_MB', text('UPLOAD_LIMIT_MB') ?? '2048', 1, 1_000_000) * 1024 * 1024,
    event_retention_days: integer('EVENT_RETENTION_DAYS', text('EVENT_RETENTION_DAYS') ?? '90', 1, 36_500),
    deleted_retention_days: integer('DELETED_RETENTION_DAYS', text('DELETED_RETENTION_DAYS') ?? '30', 1, 36_500),
    audit_retention_days: integer('AUDIT_RETENTION_DAYS', text('AUDIT_RETENTION_DAYS') ?? '365', 1, 36_500),
    webhook_retention_days: integer('WEBHOOK_RETENTION_DAYS', text('WEBHOOK_RETENTION_DAYS') ?? '30', 2, 36_500),
    import_retention_days: integer('IMPORT_RETENTION_DAYS', text('IMPORT_RETENTION_DAYS') ?? '30', 1, 36_500),
    operation_retention_days: integer('OPERATION_RETENTION_DAYS', text('OPERATION_RETENTION_DAYS') ?? '365', 1, 36_500),
    metrics_token: text('METRICS_TOKEN'),
    default_plan: oneOf('DEFAULT_PLAN', text('DEFAULT_PLAN') ?? 'unlimited', plans) as Plan,
    outgoing_allow: allowed('OUTGOING_ALLOW', text('OUTGOING_ALLOW') ?? ''),
    trust_proxy: proxies('TRUST_PROXY', text('TRUST_PROXY') ?? 'off'),
    log_level: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? (process.stdout.isTTY ? 'warn' : 'info'), logLevels),
  }
  if (!config.database_url && (config.database_direct_url || config.database_replica_url)) {
    const given = config.database_direct_url ? 'DATABASE_DIRECT_URL' : 'DATABASE_REPLICA_URL'
    throw new ConfigError(`${given} is set without DATABASE_URL: set both, or neither for the embedded server.`)
  }
  if (config.operation_retention_days < config.import_retention_days) {
    throw new ConfigError('OPERATION_RETENTION_DAYS is less than IMPORT_RETENTION_DAYS: an import that can be undone is listed.')
  }
  if (config.smtp_url && !config.mail_from) {
    throw new ConfigError('SMTP_URL is set without MAIL_FROM: set it to the sender, “Rapport <rapport@example.org>”.')
  }
  return config
}

/** The base of PUBLIC_URL is what links start with; the server itself may listen elsewhere, behind a proxy. */
function webUrl(name: string, value: string): string {
  return url(name, value, ['http:', 'https:'], 'http://localhost:8080')!.replace(/\/+$/, '')
}

function databaseUrl(name: string, value: string | undefined): string | undefined {
  return url(name, value, ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database')
}

function bucketUrl(name: string, value: string | undefined): string | undefined {
  const example = 's3://bucket/prefix?region=eu-central-1&endpoint=https://host'
  const given = url(name, value, ['s3:'], example)
  if (given === undefined) return undefined
  const { hostname, pathname, searchParams, username } = new URL(given)
  const endpoint = searchParams.get('endpoint')
  if (username) {
    throw new ConfigError(`${name} must not hold credentials: they are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`)
  }
  const known = [...searchParams.keys()].every((key) => ['region', 'endpoint'].includes(key))
  const valid = hostname !== '' && known && /^[\w./-]*$/.test(pathname) && !pathname.includes('//')
  if (!valid || (endpoint !== null && !/^https?:\/\/./.test(endpoint))) {
    throw new ConfigError(`${name} is not a URL of the form ${example}.`)
  }
  return given
}

function smtpUrl(name: string, value: string | undefined): string | undefined {
  const example = 'smtp://user:password@host:587'
  const given = url(name, value, ['smtp:', 'smtps:'], example)
  if (given === undefined) return undefined
  const { hostname, searchParams } = new URL(given)
  const known = ['requireTLS', 'tls.rejectUnauthorized']
  if (hostname === '' || ![...searchParams.keys()].every((key) => known.includes(key))) {
    throw new ConfigError(`${name} is not a URL of the form ${example}, or has other than ${known.join(' and ')} after a “?”.`)
  }
  return given
}

function oidc(text: (name: string) => string | undefined): Config['oidc'] {
  const [issuer, client_id, client_secret] = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].map(text)
  if (!issuer && !client_id && !client_secret) return undefined
  if (!issuer || !client_id || !client_secret) {
    throw new ConfigError('Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all three, or none.')
  }
  url('OIDC_ISSUER', issuer, ['http:', 'https:'], 'https://login.example.org')
  return { issuer, client_id, client_secret, label: text('OIDC_LABEL') ?? 'Single sign-on' }
}

function sender(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^(?:[^<>@\p{Cc}]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u.test(value)) {
    throw new ConfigError(`${name} must be of the form “Rapport <rapport@example.org>”.`)
  }
  return value
}

function url(name: string, value: string | undefined, protocols: string[], example: string): string | undefined {
  if (value === undefined) return undefined
  // Never the value itself: it may hold a password.
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new ConfigError(`${name} is not a URL of the form ${example}.`)
  }
  return value
}

function integer(name: string, value: string, min: number, max: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not “${value}”.`)
  }
  return number
}

function oneOf(name: string, value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) throw new ConfigError(`${name} must be one of ${choices.join(', ')}, not “${value}”.`)
  return value
}

function onOrOff(name: string, value: string): boolean {
  return oneOf(name, value, ['on', 'off']) === 'on'
}

function roles(name: string, value: string): ProcessRole[] {
  return value.split(',').map((role) => oneOf(name, role.trim(), ['web', 'worker']) as ProcessRole)
}

function proxies(name: string, value: string): Config['trust_proxy'] {
  if (value === 'off') return false
  const addresses = value.split(',').map((address) => address.trim())
  const names = ['loopback', 'linklocal', 'uniquelocal']
  const isAddress = (text: string) => /^[^/]+(\/\d{1,3})?$/.test(text) && isIP(text.split('/')[0]!) !== 0
  if (addresses.every((text) => names.includes(text) || isAddress(text))) return addresses
  throw new ConfigError(`${name} must be off, or addresses of proxies by comma (loopback, 10.0.0.0/8), not “${value}”.`)
}

function allowed(name: string, value: string): Allowed {
  const entries = value.split(',').map((entry) => entry.trim()).filter(Boolean)
  const parsed = parseAllowed(entries)
  if (parsed) return parsed
  throw new ConfigError(`${name} must be addresses, ranges or host names by comma (10.0.0.0/8, *.corp.example), not “${value}”.`)
}

function secret(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && value.length < 32) {
    throw new ConfigError(`${name} must have at least 32 characters: make one with \`openssl rand -hex 32\`.`)
  }
  return value
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return '/var/lib/rapport'
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'rapport')
}
