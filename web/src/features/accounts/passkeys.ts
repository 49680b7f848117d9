// Passkeys as the browser has them: it is asked with what the server sent, and its answer goes back as it is.

import { api, body, type Schemas } from '@/api/client.ts'

/** Somebody closed the browser's question, or it was asked anew elsewhere: nothing went wrong. */
export class Cancelled extends Error {}

export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Whether the browser offers passkeys in the list under an input, where it offers addresses too. */
export async function canOfferPasskeys(): Promise<boolean> {
  return canUsePasskeys() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false)
}

/** `offered`: waits until somebody takes one from the list under the address. Throws Cancelled. */
export async function signInWithPasskey({ offered, signal }: { offered: boolean; signal: AbortSignal }) {
  const options = await body(api.POST('/sessions/passkey/options', { signal }))
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
  const credential = await asked(navigator.credentials.get({ publicKey, mediation: offered ? 'conditional' : 'optional', signal }))
  return body(api.POST('/sessions/passkey', { body: { credential: credential.toJSON() as Schemas['PasskeySignIn']['credential'] } }))
}

/** Throws Cancelled, or the Problem `confirm_identity` when the password is needed. */
export async function addPasskey({ name, password }: { name?: string; password?: string }) {
  const options = await body(api.POST('/me/passkeys/options', { body: { password } }))
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON)
  const credential = await asked(navigator.credentials.create({ publicKey }))
  return body(api.POST('/me/passkeys', { body: { name, credential: credential.toJSON() as Schemas['NewPasskey']['credential'] } }))
}

async function asked(question: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await question
    if (credential) return credential as PublicKeyCredential
  } catch (error) {
    if (!(error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError'))) throw error
  }
  throw new Cancelled()
}
