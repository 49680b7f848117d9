// Every setting of Rapport: an environment variable with a default. `rapport --help` and docs/settings.md list this table;
// config.ts reads them.

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
    name: 'DATABASE_SYSTEM_POOL_SIZE',
    default: '5',
    description: 'Connections for work across organizations: the event log, clean-up, webhooks.',
  },
  { name: 'DATABASE_POOL_KEPT', default: '2', description: 'Connections of each pool that stay open when nobody needs them.' },
  { name: 'DATABASE_IDLE_SECONDS', default: '30', description: 'After how long the others are closed.' },
  {
    name: 'DATABASE_WAIT_MS',
    default: '2000',
    description: 'How long a request waits for a free connection before it is answered 503; work in the background five times as long.',
  },
  { name: 'DATABASE_LIFETIME_SECONDS', default: '3600', description: 'After how long a connection is opened anew.' },
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
    name: 'OIDC_TRUST_EMAIL',
    default: 'off',
    description: 'on: addresses of the provider are believed though it does not say whether it has verified them.',
  },
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
  { name: 'MESSAGE_FILE_LIMIT_MB', default: '100', description: 'The largest file of a message, in MB.' },
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
    name: 'DELETED_RETENTION_DAYS',
    default: '30',
    description: 'How long a contact, a task or a message that was deleted can be restored; then it is removed for good.',
  },
  {
    name: 'NOTIFICATION_RETENTION_DAYS',
    default: '90',
    description: 'How long notifications are kept after they were done, or read.',
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
      'Plan of a new organization: free (100 requests a minute for each api key and person), pro (500), enterprise (2,000) or unlimited.',
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
