// Encryption of what is stored and must be read again: secrets of webhooks, tokens of connected accounts. (Api
// keys and passwords are hashed instead.) AES-256-GCM; the key is derived from RAPPORT_SECRET_KEY or the data folder's
// own.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unavailable } from '#platform/errors'
import { readOrCreateSecret } from '#platform/secret-file'

export interface Secrets {
  /**
   * The text to store. `context` says where: organization, table, column and row; the text can be read in that
   * place alone. Throws when there is no key.
   */
  encrypt(plain: string, options: { context: string }): Promise<string>
  /** What was encrypted in this context. Throws when it was changed, belongs elsewhere, or its key is not set. */
  decrypt(stored: string, options: { context: string }): Promise<string>
  /** The text to store instead when it was encrypted with the previous key; undefined when it is up to date. */
  renew(stored: string, options: { context: string }): Promise<string | undefined>
  /** Keys for a library that encrypts by itself, the current one first. Throws when there is no key. */
  derive(purpose: string): Promise<DerivedKey[]>
}

export interface DerivedKey {
  /** Stays with the key, and says nothing of it. */
  version: number
  value: string
}

interface SecretSettings {
  secret_key: string | undefined
  secret_key_previous: string | undefined
  database_url: string | undefined
  data_folder: string
}

/** Asks for its key when the first secret is stored or read: who stores none needs none. */
export function createSecrets(settings: SecretSettings): Secrets {
  let deriving: Promise<Key[]> | undefined
  const keys = () => {
    deriving ??= deriveKeys(settings)
    // A key that could not be had may be there the next time.
    deriving.catch(() => (deriving = undefined))
    return deriving
  }
  const secrets: Secrets = {
    async encrypt(plain, { context }) {
      const [{ id, key }] = (await keys()) as [Key]
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${version}.${id}.${context}`))
      const sealed = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `${version}.${id}.${Buffer.concat(sealed).toString('base64url')}`
    },

    async decrypt(stored, { context }) {
      const { id, sealed } = parse(stored)
      const key = (await keys()).find((known) => known.id === id)?.key
      if (!key) {
        throw new Error(
          'A stored secret was encrypted with another key: set RAPPORT_SECRET_KEY_PREVIOUS to the one of before.',
        )
      }
      try {
        const nonce = sealed.subarray(0, nonceBytes)
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
          .setAAD(Buffer.from(`${version}.${id}.${context}`))
          .setAuthTag(sealed.subarray(-tagBytes))
        return decipher.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        throw unreadable()
      }
    },

    async renew(stored, options) {
      const [current] = await keys()
      if (parse(stored).id === current!.id) return undefined
      return secrets.encrypt(await secrets.decrypt(stored, options), options)
    },

    async derive(purpose) {
      return (await keys()).map(({ key }) => deriveKey(key, purpose))
    },
  }
  return secrets
}

/** From a secret of any kind. */
export function deriveKey(secret: Buffer | string, purpose: string): DerivedKey {
  const derived = Buffer.from(hkdfSync('sha256', secret, '', `rapport ${purpose}`, 36))
  return { version: derived.readUInt32BE(32) >>> 1, value: derived.subarray(0, 32).toString('base64url') }
}

const version = 'v1'
const nonceBytes = 12
const tagBytes = 16

interface Key {
  /** Tells keys apart in what is stored, and says nothing of them. */
  id: string
  key: Buffer
}

function parse(stored: string): { id: string; sealed: Buffer } {
  const [, id, text] = /^v1\.([\w-]{8})\.([\w-]+)$/.exec(stored) ?? []
  const sealed = Buffer.from(text ?? '', 'base64url')
  if (!id || sealed.length < nonceBytes + tagBytes) throw unreadable()
  return { id, sealed }
}

function unreadable(): Error {
  return new Error('A stored secret cannot be read: it was changed, or belongs to something else.')
}

/** The current one first. */
async function deriveKeys(settings: SecretSettings): Promise<Key[]> {
  const previous = settings.secret_key_previous
  return [await currentSecret(settings), ...(previous ? [previous] : [])].map((secret) => {
    const derive = (purpose: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', secret, '', `rapport secrets ${purpose}`, bytes))
    return { id: derive('key id', 6).toString('base64url'), key: derive('key', 32) }
  })
}

async function currentSecret({ secret_key, database_url, data_folder }: SecretSettings): Promise<string> {
  if (secret_key) return secret_key
  const path = join(data_folder, 'secret.key')
  if (!database_url) return readOrCreateSecret(path)
  // Of several processes on one database only some would have a file: none is made.
  return readFile(path, 'utf8').catch(() => {
    throw unavailable(
      'This stores a secret, and with DATABASE_URL there is no key to encrypt it with: set RAPPORT_SECRET_KEY to the ' +
        'same in all processes (`openssl rand -hex 32` makes one).',
    )
  })
}
