// The settings, read from the environment and checked once, before anything starts. settings.ts lists them.

import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultPoolSettings, type PoolSettings } from '#platform/db/pool-settings'
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
  database_pooling: PoolSettings
  /** Prepared statements on the application pool; off for poolers that cannot keep them. */
  database_prepare: boolean
  redis_url: string | undefined
  /** Undefined: files are kept in the data folder. */
  storage_url: string | undefined
  /** Undefined: mail goes into the outbox of the data folder. */
  smtp_url: string | undefined
  mail_from: string | undefined
  /** Undefined: people sign in with passwords and passkeys. */
  oidc: { issuer: string; client_id: string; client_secret: string; label: string; trust_email: boolean } | undefined
  secret_key: string | undefined
  secret_key_previous: string | undefined
  api_key: string | undefined
  /** Where the CLI finds the server; undefined: what the data folder's running server wrote down, else HOST and PORT. */
  server_url: string | undefined
  roles: ProcessRole[]
  worker_concurrency: number
  upload_limit_bytes: number
  message_file_limit_bytes: number
  event_retention_days: number
  /** How long who was deleted can be restored. */
  deleted_retention_days: number
  audit_retention_days: number
  notification_retention_days: number
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
    database_pooling: pooling(text),
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
    message_file_limit_bytes: integer('MESSAGE_FILE_LIMIT_MB', text('MESSAGE_FILE_LIMIT_MB') ?? '100', 1, 1_000_000) * 1024 * 1024,
    event_retention_days: integer('EVENT_RETENTION_DAYS', text('EVENT_RETENTION_DAYS') ?? '90', 1, 36_500),
    deleted_retention_days: integer('DELETED_RETENTION_DAYS', text('DELETED_RETENTION_DAYS') ?? '30', 1, 36_500),
    audit_retention_days: integer('AUDIT_RETENTION_DAYS', text('AUDIT_RETENTION_DAYS') ?? '365', 1, 36_500),
    notification_retention_days: integer('NOTIFICATION_RETENTION_DAYS', text('NOTIFICATION_RETENTION_DAYS') ?? '90', 1, 36_500),
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
  const trust_email = onOrOff('OIDC_TRUST_EMAIL', text('OIDC_TRUST_EMAIL') ?? 'off')
  return { issuer, client_id, client_secret, trust_email, label: text('OIDC_LABEL') ?? 'Single sign-on' }
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

function pooling(text: (name: string) => string | undefined): PoolSettings {
  const { size, system_size, kept, idle_seconds, wait_ms, lifetime_seconds } = defaultPoolSettings
  const read = (name: string, unset: number, min: number, max: number) => integer(name, text(name) ?? String(unset), min, max)
  return {
    size: read('DATABASE_POOL_SIZE', size, 1, 1_000),
    system_size: read('DATABASE_SYSTEM_POOL_SIZE', system_size, 2, 1_000),
    kept: read('DATABASE_POOL_KEPT', kept, 0, 1_000),
    idle_seconds: read('DATABASE_IDLE_SECONDS', idle_seconds, 1, 86_400),
    wait_ms: read('DATABASE_WAIT_MS', wait_ms, 100, 60_000),
    lifetime_seconds: read('DATABASE_LIFETIME_SECONDS', lifetime_seconds, 10, 604_800),
  }
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
