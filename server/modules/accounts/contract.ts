import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { emailPattern } from './rules.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** An address that somebody can sign in with. */
export const Email = Type.String({ maxLength: 254, pattern: emailPattern, examples: ['ada@example.org'] })
const closed = { additionalProperties: false }

const scopeDescription = 'What it may do: read; write as well; administer as well.'
export const Scope = Type.Enum(['read', 'write', 'admin'], { description: scopeDescription })
export const MemberRole = Type.Enum(['owner', 'admin', 'member', 'guest'])

export const ApiKey = Type.Object(
  {
    id,
    name: Type.String(),
    prefix: Type.String({ description: 'The first characters of the key, to tell keys apart.' }),
    scope: Scope,
    created_at: time,
    expires_at: nullable(time),
    last_used_at: nullable(time),
    revoked_at: nullable(time),
  },
  { title: 'ApiKey' },
)
export type ApiKey = Static<typeof ApiKey>

export const ApiKeyPage = pageOf(ApiKey, 'ApiKeyPage')

export const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    scope: Type.Optional(Type.Enum(['read', 'write', 'admin'], { default: 'write', description: scopeDescription })),
    expires_at: Type.Optional(nullable(time)),
  },
  { title: 'NewApiKey', additionalProperties: false },
)
export type NewApiKey = Static<typeof NewApiKey>

export const CreatedApiKey = Type.Object(
  { ...ApiKey.properties, key: Type.String({ description: 'The key itself, shown this once.' }) },
  { title: 'CreatedApiKey' },
)

export const Me = Type.Object(
  {
    organization: Type.Object({ id, name: Type.String() }),
    role: MemberRole,
    user: nullable(Type.Object({ id, name: Type.String(), email: Type.String(), two_factor: Type.Boolean() })),
    api_key: nullable(Type.Object({ id, name: Type.String(), prefix: Type.String(), scope: Scope })),
  },
  { title: 'Me', description: 'Of somebody who has signed in the user, of a program the api key.' },
)
export type Me = Static<typeof Me>

export const Session = Type.Object(
  {
    id,
    current: Type.Boolean({ description: 'The one that asks.' }),
    organization_id: nullable(id),
    method: Type.Enum(['password', 'passkey', 'oidc']),
    address: nullable(Type.String()),
    user_agent: nullable(Type.String()),
    created_at: time,
    last_seen_at: time,
    expires_at: time,
  },
  { title: 'Session' },
)
export type Session = Static<typeof Session>

export const SessionPage = pageOf(Session, 'SessionPage')

export const NewSession = Type.Object(
  {
    email: Type.String({ maxLength: 254 }),
    password: Type.String({ maxLength: 1_000 }),
    remember: Type.Boolean({ default: true, description: 'Otherwise it ends with the browser, or after a day.' }),
  },
  { title: 'NewSession', ...closed },
)
export type NewSession = Static<typeof NewSession>

export const SignIn = Type.Object(
  {
    two_factor_needed: Type.Boolean({ description: 'A code is to be sent to `/sessions/two-factor` within 10 min.' }),
    session: nullable(Session),
  },
  { title: 'SignIn' },
)
export type SignIn = Static<typeof SignIn>

export const TwoFactorAnswer = Type.Object(
  {
    code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
    recovery_code: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    trust_device: Type.Boolean({ default: false, description: 'This browser is not asked for one for 30 days.' }),
  },
  { title: 'TwoFactorAnswer', ...closed },
)
export type TwoFactorAnswer = Static<typeof TwoFactorAnswer>

export const SessionChange = Type.Object({ organization_id: id }, { title: 'SessionChange', ...closed })

export const OrganizationSummary = Type.Object(
  { id, name: Type.String(), role: MemberRole, created_at: time },
  { title: 'OrganizationSummary' },
)
