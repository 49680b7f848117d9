// Secrets and signatures of Standard Webhooks. Secrets are stored encrypted: to sign, they must be read again.

import { randomBytes } from 'node:crypto'
import { Webhook as Signer } from 'standardwebhooks'
import type { Secrets } from '#platform/secrets'

export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** Where a secret belongs. */
export function contextOf(orgId: string, webhookId: string): { context: string } {
  return { context: `${orgId} webhook.secret ${webhookId}` }
}

export interface StoredSecrets {
  secret: string
  previous_secret: string | null
  previous_secret_until: string | null
}

/** The secrets that are valid now, the current one first. Throws when one cannot be read. */
export async function readSecrets(stored: StoredSecrets, secrets: Secrets, place: { context: string }, now: Date): Promise<string[]> {
  const { secret, previous_secret, previous_secret_until } = stored
  const previous = previous_secret_until !== null && new Date(previous_secret_until) > now ? previous_secret : null
  return Promise.all([secret, ...(previous === null ? [] : [previous])].map((text) => secrets.decrypt(text, place)))
}

/** The headers of a message: one signature for each secret, of which the receiver knows at least one. */
export function signatureHeaders(keys: string[], { id, at, body }: { id: string; at: Date; body: string }): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': keys.map((key) => new Signer(key).sign(id, at, body)).join(' '),
  }
}
