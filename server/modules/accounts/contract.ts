import { Type, type Static } from 'typebox'
import { languages } from '#platform/languages'
import { pageOf } from '#platform/pages'
import { emailPattern, passwordLength } from './rules.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** An address that somebody can sign in with. */
export const Email = Type.String({ maxLength: 254, pattern: emailPattern, examples: ['ada@example.org'] })
const name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
/** One that is chosen now. */
const NewPassword = Type.String({ minLength: passwordLength.min, maxLength: passwordLength.max })
/** One that was chosen once. */
const Password = Type.String({ maxLength: 1_000 })
const token = Type.String({ minLength: 1, maxLength: 200, description: 'From the link.' })
const closed = { additionalProperties: false }

const language = Type.Enum(languages, { description: 'In which Rapport writes to you, and its pages speak.' })
const timeZone = Type.String({ maxLength: 64, description: 'Of the IANA database: by whose clock Rapport writes to you.' })

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
    user: nullable(Type.Object({ id, name: Type.String(), email: Type.String(), two_factor: Type.Boolean(), language: nullable(language), time_zone: nullable(timeZone) })),
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
    password: Password,
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

export const SignInMethods = Type.Object(
  {
    passkey: Type.Boolean({ description: 'PUBLIC_URL is an address for which browsers keep passkeys.' }),
    oidc: nullable(Type.Object({ label: Type.String({ description: 'For the button.' }) })),
  },
  { title: 'SignInMethods' },
)

export const SingleSignOnBeginning = Type.Object(
  { next: Type.Optional(Type.String({ maxLength: 2_000, pattern: '^/(?!/)[!-~]*$', description: 'Where to go afterwards, a path of this server.' })) },
  { title: 'SingleSignOnBeginning', ...closed },
)

export const SingleSignOn = Type.Object({ url: Type.String({ description: 'Of the provider.' }) }, { title: 'SingleSignOn' })

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

export const Membership = Type.Object(
  { id, name: Type.String(), role: MemberRole, created_at: time },
  { title: 'Membership', description: 'An organization, and what you are in it.' },
)
export type Membership = Static<typeof Membership>

export const MembershipPage = pageOf(Membership, 'MembershipPage')

export const Organization = Type.Object(
  {
    id,
    name: Type.String(),
    plan: Type.Enum(['free', 'pro', 'enterprise', 'unlimited']),
    require_two_factor: Type.Boolean({ description: 'Members without a second factor reach nothing of it.' }),
    created_at: time,
  },
  { title: 'Organization' },
)
export type Organization = Static<typeof Organization>

export const NewOrganizationBody = Type.Object({ name }, { title: 'NewOrganization', ...closed })

export const OrganizationChange = Type.Object(
  { name: Type.Optional(name), require_two_factor: Type.Optional(Type.Boolean()) },
  { title: 'OrganizationChange', ...closed },
)
export type OrganizationChange = Static<typeof OrganizationChange>

export const OrganizationDeletion = Type.Object(
  { name: Type.String({ maxLength: 200, description: 'Of the organization, to show that it is meant.' }) },
  { title: 'OrganizationDeletion', ...closed },
)

export const Member = Type.Object(
  {
    user_id: id,
    name: Type.String(),
    email: Type.String(),
    role: MemberRole,
    two_factor: Type.Boolean(),
    created_at: time,
    last_seen_at: nullable(time),
  },
  { title: 'Member' },
)
export type Member = Static<typeof Member>

export const MemberPage = pageOf(Member, 'MemberPage')

export const MemberChange = Type.Object({ role: MemberRole }, { title: 'MemberChange', ...closed })

const invitation = {
  id,
  email: Type.String(),
  role: MemberRole,
  status: Type.Enum(['pending', 'accepted', 'revoked', 'expired']),
  created_at: time,
  expires_at: time,
  invited_by: nullable(Type.Object({ id, name: Type.String() })),
}

export const Invitation = Type.Object(invitation, { title: 'Invitation' })
export type Invitation = Static<typeof Invitation>

export const ListedInvitation = Type.Object(
  { ...invitation, rooms: Type.Array(Type.Object({ id, name: Type.String() }), { description: 'Into which it leads, as far as you see them.' }) },
  { title: 'ListedInvitation' },
)
export type ListedInvitation = Static<typeof ListedInvitation>

export const InvitationPage = pageOf(ListedInvitation, 'InvitationPage')

export const CreatedInvitation = Type.Object(
  { ...invitation, link: Type.String({ description: 'What the mail holds, to be passed on in any other way. Shown this once.' }) },
  { title: 'CreatedInvitation' },
)
export type CreatedInvitation = Static<typeof CreatedInvitation>

export const NewInvitation = Type.Object(
  {
    email: Email,
    role: Type.Optional(Type.Enum(['owner', 'admin', 'member', 'guest'], { default: 'member' })),
    room_ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), {
      maxItems: 20,
      uniqueItems: true,
      description: 'Channels in which they are once they have come: public ones, and those in which you are. Not in those that are archived by then, nor in private ones in which you are not any more.',
    })),
  },
  { title: 'NewInvitation', ...closed },
)
export type NewInvitation = Static<typeof NewInvitation>

export const Token = Type.Object({ token }, { title: 'Token', ...closed })

export const OpenInvitation = Type.Object(
  {
    organization: Type.String(),
    email: Type.String(),
    role: MemberRole,
    invited_by: nullable(Type.String()),
    expires_at: time,
    known: Type.Boolean({ description: 'There is an account with this address: sign in with it, then accept.' }),
  },
  { title: 'OpenInvitation' },
)

export const InvitationAcceptance = Type.Object(
  {
    token,
    name: Type.Optional(Type.String({ ...name, description: 'Of somebody who is new here.' })),
    password: Type.Optional(Type.String({ ...NewPassword, description: 'Of somebody who is new here.' })),
  },
  { title: 'InvitationAcceptance', ...closed },
)

export const SetupState = Type.Object(
  { needed: Type.Boolean({ description: 'Nobody has set it up yet.' }) },
  { title: 'SetupState' },
)

export const Setup = Type.Object(
  { token, name, email: Email, password: NewPassword, organization: name },
  { title: 'Setup', ...closed },
)

export const OutboxMail = Type.Object(
  { id: Type.String(), to: Type.String(), subject: Type.String(), created_at: time, text: Type.String() },
  { title: 'OutboxMail', description: 'A mail that was not sent, because there is no mail server.' },
)
export type OutboxMail = Static<typeof OutboxMail>

export const OutboxPage = pageOf(OutboxMail, 'OutboxPage')

export const UserChange = Type.Object(
  { name: Type.Optional(name), language: Type.Optional(language), time_zone: Type.Optional(timeZone) },
  { title: 'UserChange', minProperties: 1, ...closed },
)
export type UserChange = Static<typeof UserChange>

export const PasswordChange = Type.Object(
  { current_password: Password, password: NewPassword },
  { title: 'PasswordChange', ...closed },
)

export const EmailChange = Type.Object({ email: Email, password: Password }, { title: 'EmailChange', ...closed })

export const PasswordReset = Type.Object({ email: Email }, { title: 'PasswordReset', ...closed })

export const PasswordResetConfirmation = Type.Object(
  { token, password: NewPassword },
  { title: 'PasswordResetConfirmation', ...closed },
)

export const PasswordProof = Type.Object({ password: Password }, { title: 'PasswordProof', ...closed })

const recovery_codes = Type.Array(Type.String(), { description: 'Each signs in once, instead of a code. Shown this once.' })

export const Totp = Type.Object(
  { uri: Type.String({ description: '`otpauth://…`, for a QR code.' }), recovery_codes },
  { title: 'Totp' },
)

export const TotpConfirmation = Type.Object(
  { code: Type.String({ pattern: '^[0-9]{6}$', examples: ['123456'] }) },
  { title: 'TotpConfirmation', ...closed },
)

export const RecoveryCodes = Type.Object({ recovery_codes }, { title: 'RecoveryCodes' })
