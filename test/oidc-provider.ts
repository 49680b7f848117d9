// A real OpenID Connect provider on loopback, and people who sign in at it.

import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { Provider } from 'oidc-provider'
import { freePort } from './ports.ts'
import { onClose, type Scope } from './scope.ts'

export interface OidcProvider {
  /** Settings with which an app has it. */
  env: Record<string, string>
  /** The browser of this person goes to `url` and says yes; returns where the provider sends it back to. */
  visit(url: string, person: ProviderPerson): Promise<URL>
  /** A browser of its own whose requests have the header `x-person`, with their `sub`, is theirs. */
  know(person: ProviderPerson): void
  /** It goes to `url` and says no. */
  refuse(url: string): Promise<URL>
  stop(): Promise<void>
  start(): Promise<void>
  /** What is otherwise in the id tokens that it gives out, as if somebody else had made them. */
  forgery: Forgery | undefined
}

export interface Forgery {
  alg?: 'none' | 'HS256'
  claims?: Record<string, unknown>
  /** Instead of the provider's. */
  signature?: string
}

export interface ProviderPerson {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

/** Starts one that knows an app which is reached at `publicUrl`. */
export async function startOidcProvider(scope: Scope, publicUrl = 'http://localhost:8080'): Promise<OidcProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const [client_id, client_secret] = ['rapport', 'a secret of the provider and us']
  const people = new Map<string, ProviderPerson>()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [`${publicUrl}/api/v1/sessions/oidc/callback`] }],
    cookies: { keys: ['cookies of a test'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' } as never] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...people.get(sub)!, sub }) }),
  })
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, issuer)
    if (url.pathname === '/token' && made.forgery) forge(response, made.forgery)
    if (!url.pathname.startsWith('/interaction/')) return provider.callback()(request, response)
    const sub = request.headers['x-person'] as string | undefined
    const { params } = await provider.interactionDetails(request, response)
    if (!sub) return provider.interactionFinished(request, response, { error: 'access_denied' })
    const grant = new provider.Grant({ accountId: sub, clientId: client_id })
    grant.addOIDCScope(String(params.scope))
    await provider.interactionFinished(request, response, { login: { accountId: sub }, consent: { grantId: await grant.save() } })
  })
  /** Puts another id token into the answer. */
  const forge = (response: ServerResponse, { alg, claims, signature }: Forgery) => {
    const end = response.end.bind(response) as (text: string) => ServerResponse
    response.end = ((body: string | Buffer) => {
      const answer = JSON.parse(String(body))
      const [head, own] = String(answer.id_token).split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
      const parts = [{ ...head, ...(alg && { alg }) }, { ...own, ...claims }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      const signed = parts.join('.')
      const signatures = {
        none: () => '',
        HS256: () => createHmac('sha256', client_secret).update(signed).digest('base64url'),
        RS256: () => sign('sha256', Buffer.from(signed), privateKey).toString('base64url'),
      }
      const text = JSON.stringify({ ...answer, id_token: `${signed}.${signature ?? signatures[alg ?? 'RS256']()}` })
      response.setHeader('content-length', Buffer.byteLength(text))
      return end(text)
    }) as typeof response.end
  }
  const start = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const stop = async () => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  await start()
  onClose(scope, stop)

  const know = (person: ProviderPerson) => void people.set(person.sub, person)

  /** As a browser does: follows, and keeps cookies. */
  const follow = async (url: string, sub?: string) => {
    const cookies = new Map<string, string>()
    for (let to = new URL(url); ;) {
      if (to.origin !== issuer) return to
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
      const response = await fetch(to, { redirect: 'manual', headers: { cookie, ...(sub && { 'x-person': sub }) } })
      const location = response.headers.get('location')
      if (!location) throw new Error(`The provider stays at ${to}: ${await response.text()}`)
      for (const set of response.headers.getSetCookie()) {
        const [name, ...value] = set.split(';')[0]!.split('=')
        cookies.set(name!, value.join('='))
      }
      to = new URL(location, to)
    }
  }
  const made: OidcProvider = {
    forgery: undefined,
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client_id, OIDC_CLIENT_SECRET: client_secret, OIDC_LABEL: 'Our company' },
    know,
    async visit(url, person) {
      know(person)
      return follow(url, person.sub)
    },
    refuse: (url) => follow(url),
    stop,
    start,
  }
  return made
}
