// Single sign-on with OpenID Connect: better-auth goes through the flow (code, PKCE, state, nonce, the id token's signature);
// this says with whom, and what is believed of the answer. Loaded with the first sign-in of this kind.

import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { unavailable } from '#platform/errors'
import type { Log } from '#platform/log'
import { oidcId } from './rules.ts'

/** The provider, as the settings say. */
export interface OidcSettings {
  /** Where it is, exactly as it calls itself. */
  issuer: string
  client_id: string
  client_secret: string
  /** On the button. */
  label: string
  /** Whether an address counts as verified of which the provider does not say. */
  trust_email: boolean
}

export interface OidcProvider extends OidcSettings {
  endpoints: Endpoints
  redirect_uri: string
  /** To be told of an address that is verified, before anybody is found by it. */
  claim(email: string): Promise<void>
}

interface Endpoints {
  issuer: string
  userinfo_endpoint?: string
  token_endpoint_auth_methods_supported?: string[]
}

const patienceMs = 10_000

/** What the provider says of itself. Throws unavailable when it does not answer, or is another than was asked for. */
export async function discover({ issuer }: OidcSettings): Promise<Endpoints> {
  const url = `${withoutSlash(issuer)}/.well-known/openid-configuration`
  const found = await fetchJson<Endpoints>(url).catch((error: Error) => {
    throw unavailable(`The sign-in provider does not answer (${error.message}): try again, or sign in in another way.`)
  })
  // OpenID Connect Discovery, 4.3: otherwise another could speak for it.
  if (withoutSlash(String(found.issuer)) !== withoutSlash(issuer)) {
    throw unavailable(`OIDC_ISSUER is ${issuer}, but what answers there calls itself ${found.issuer}.`)
  }
  return found
}

/** The plugin that lets people of this provider in. */
export function oidcPlugin({ issuer, client_id, client_secret, label, trust_email, endpoints, redirect_uri, claim }: OidcProvider, log: Log) {
  const methods = endpoints.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return genericOAuth({
    config: [
      {
        providerId: oidcId,
        name: label,
        clientId: client_id,
        clientSecret: client_secret,
        discoveryUrl: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        redirectURI: redirect_uri,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        tokenEndpointAuth: { method: methods.includes('client_secret_basic') ? 'client_secret_basic' : 'client_secret_post' },
        // Two providers, one after the other, may call different people by the same subject.
        accountSubject: ({ profile }) => `${endpoints.issuer} ${String(profile.sub)}`,
        // By now the library has checked the id token: whose it is, for whom, until when, and the nonce.
        getUserInfo: async ({ idToken, accessToken }) => {
          const claims = idToken ? await readClaims(idToken, accessToken, endpoints) : undefined
          if (!claims?.email) return null
          if (claims.email_verified === undefined && !trust_email) log.warn(notSaid)
          const person = personOf(claims, claims.email, trust_email)
          if (person.emailVerified) await claim(person.email.toLowerCase())
          return person
        },
      },
    ],
  })
}

interface Claims {
  sub: string
  email?: string
  email_verified?: boolean | string
  name?: string
  preferred_username?: string
}

const notSaid =
  'The sign-in provider does not say whether it has verified an address (email_verified), so it is not believed: see OIDC_TRUST_EMAIL in docs/settings.md.'

/** What the id token does not say, the provider is asked for. */
async function readClaims(idToken: string, accessToken: string | undefined, { userinfo_endpoint }: Endpoints): Promise<Claims> {
  const own = JSON.parse(Buffer.from(idToken.split('.')[1]!, 'base64url').toString('utf8')) as Claims
  const isWhole = own.email !== undefined && own.email_verified !== undefined
  return isWhole || !userinfo_endpoint || !accessToken ? own : { ...own, ...(await fetchUserInfo(userinfo_endpoint, accessToken, own.sub)) }
}

function personOf({ sub, email_verified, name, preferred_username }: Claims, email: string, trustEmail: boolean) {
  // Some providers write it as a word.
  const emailVerified = email_verified === undefined ? trustEmail : email_verified === true || email_verified === 'true'
  return { id: sub, sub, email, emailVerified, name: (name || preferred_username || email.split('@')[0]!).trim().slice(0, 200) }
}

async function fetchUserInfo(url: string, accessToken: string, sub: string): Promise<Claims> {
  const claims = await fetchJson<Claims>(url, { authorization: `Bearer ${accessToken}` })
  // OpenID Connect Core, 5.3.2: it may be somebody else's.
  if (claims.sub !== sub) throw unavailable('The sign-in provider answered with somebody else: tell your administrator.')
  return claims
}

async function fetchJson<Answer>(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  if (!response.ok) throw new Error(`${response.status} of ${new URL(url).host}`)
  return (await response.json()) as Answer
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '')
}
