// A device with passkeys, in software: as much of WebAuthn (https://www.w3.org/TR/webauthn-3/) as a browser and its device do,
// with a P-256 key for each credential. What it gets wrong on demand is what a server must notice.

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

export interface Authenticator {
  /** As `navigator.credentials.create()` and `toJSON()`. */
  create(options: { challenge: string; rp: { id: string } }, how?: How): object
  /** As `navigator.credentials.get()` and `toJSON()`, with the credential that was made last. */
  get(options: { challenge: string; rpId: string }, how?: How): object
}

interface How {
  /** The page that asks. */
  origin?: string
  rp_id?: string
  /** Whether the device has asked who it is, and not only for a touch. */
  user_verified?: boolean
  /** How often the credential has signed; otherwise once more than before. */
  counter?: number
}

interface Credential {
  id: Buffer
  key: KeyObject
  user_handle: string | undefined
}

export function createAuthenticator(): Authenticator {
  let credential: Credential | undefined
  let signatures = 0
  return {
    create(options, how = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      credential = { id: randomBytes(32), key: privateKey, user_handle: (options as { user?: { id: string } }).user?.id }
      const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
      // COSE (RFC 9053): EC2, ES256, P-256.
      const coseKey = cbor(new Map<number, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]))
      const attested = Buffer.concat([Buffer.alloc(16), twoBytes(credential.id.length), credential.id, coseKey])
      const data = Buffer.concat([authenticatorData(options.rp.id, { counter: ++signatures, ...how }, 0x40), attested])
      const attestationObject = cbor(new Map<string, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', data]]))
      return {
        ...named(credential.id),
        response: {
          clientDataJSON: text(clientData('webauthn.create', options.challenge, how)),
          attestationObject: text(attestationObject),
          transports: ['internal'],
        },
      }
    },
    get(options, how = {}) {
      if (!credential) throw new Error('This device has no passkey.')
      const data = authenticatorData(options.rpId, { counter: ++signatures, ...how })
      const client = clientData('webauthn.get', options.challenge, how)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), credential.key)
      return {
        ...named(credential.id),
        response: { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature), userHandle: credential.user_handle },
      }
    },
  }
}

const named = (id: Buffer) => ({ id: text(id), rawId: text(id), type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {} })

function clientData(type: string, challenge: string, { origin = 'http://localhost:8080' }: How): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authenticatorData(asked: string, { rp_id = asked, user_verified = true, counter = 0 }: How, more = 0): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  // User present, user verified, may be backed up and is.
  const flags = 0x01 | (user_verified ? 0x04 : 0) | 0x08 | 0x10 | more
  return Buffer.concat([sha256(Buffer.from(rp_id)), Buffer.from([flags]), count])
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** RFC 8949, as much as is needed. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])])
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  return length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.concat([Buffer.from([(major << 5) | 25]), twoBytes(length)])
}

const twoBytes = (number: number) => Buffer.from([number >> 8, number & 0xff])
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest()
const bytes = (base64url: string) => Buffer.from(base64url, 'base64url')
const text = (data: Buffer) => data.toString('base64url')
