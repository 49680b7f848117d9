// Passkeys, in the JSON of WebAuthn (https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON): browsers make and read
// it, so its names are theirs, and an answer of a browser may hold more than we know.

import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

const closed = { additionalProperties: false }
const time = Type.String({ format: 'date-time' })
const bytes = Type.String({ maxLength: 100_000, pattern: '^[A-Za-z0-9_-]+$', description: 'base64url' })
const name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

export const Passkey = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    synced: Type.Boolean({ description: 'Kept by a password manager or the account of the device, and so on other devices too.' }),
    created_at: time,
    last_used_at: Type.Union([time, Type.Null()]),
  },
  { title: 'Passkey' },
)
export type Passkey = Static<typeof Passkey>

export const PasskeyPage = pageOf(Passkey, 'PasskeyPage')

export const PasskeyOptionsRequest = Type.Object(
  { password: Type.Optional(Type.String({ maxLength: 1_000, description: 'Not needed within an hour of signing in.' })) },
  { title: 'PasskeyOptionsRequest', ...closed },
)

const credential = Type.Object({ type: Type.String(), id: bytes, transports: Type.Optional(Type.Array(Type.String())) })

export const PasskeyCreationOptions = Type.Object(
  {
    rp: Type.Object({ id: Type.String(), name: Type.String() }),
    user: Type.Object({ id: bytes, name: Type.String(), displayName: Type.String() }),
    challenge: bytes,
    pubKeyCredParams: Type.Array(Type.Object({ type: Type.String(), alg: Type.Integer() })),
    timeout: Type.Integer(),
    excludeCredentials: Type.Array(credential),
    authenticatorSelection: Type.Object({
      residentKey: Type.String(),
      requireResidentKey: Type.Boolean(),
      userVerification: Type.String(),
    }),
    attestation: Type.String(),
  },
  { title: 'PasskeyCreationOptions', description: 'For `PublicKeyCredential.parseCreationOptionsFromJSON()`.' },
)

export const PasskeyRequestOptions = Type.Object(
  { challenge: bytes, rpId: Type.String(), timeout: Type.Integer(), userVerification: Type.String() },
  { title: 'PasskeyRequestOptions', description: 'For `PublicKeyCredential.parseRequestOptionsFromJSON()`.' },
)

const answer = {
  id: Type.String({ maxLength: 2_000, pattern: '^[A-Za-z0-9_-]+$' }),
  rawId: bytes,
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(Type.Enum(['platform', 'cross-platform'])),
  clientExtensionResults: Type.Object({}, { additionalProperties: true }),
}

const CreatedCredential = Type.Object(
  {
    ...answer,
    response: Type.Object(
      {
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 50 }), { maxItems: 20 })),
      },
      { additionalProperties: true },
    ),
  },
  { additionalProperties: true, description: 'What `toJSON()` of the new credential gives.' },
)

const UsedCredential = Type.Object(
  {
    ...answer,
    response: Type.Object(
      {
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: Type.Optional(Type.String({ maxLength: 2_000 })),
      },
      { additionalProperties: true },
    ),
  },
  { additionalProperties: true, description: 'What `toJSON()` of the credential gives.' },
)
export type UsedCredential = Static<typeof UsedCredential>

export const NewPasskey = Type.Object(
  { credential: CreatedCredential, name: Type.Optional({ ...name, description: 'Otherwise that of the password manager, if it is known.' }) },
  { title: 'NewPasskey', ...closed },
)
export type NewPasskey = Static<typeof NewPasskey>

export const PasskeyChange = Type.Object({ name }, { title: 'PasskeyChange', ...closed })

export const PasskeySignIn = Type.Object({ credential: UsedCredential }, { title: 'PasskeySignIn', ...closed })
