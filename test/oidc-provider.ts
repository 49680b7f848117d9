// A real OpenID Connect provider on loopback, and people who sign in at it.

import { createServer } from 'node:http'
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
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [`${publicUrl}/api/v1/sessions/oidc/callback`] }],
    cookies: { keys: ['cookies of a test'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...people.get(sub)!, sub }) }),
  })
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, issuer)
    if (!url.pathname.startsWith('/interaction/')) return provider.callback()(request, response)
    const sub = request.headers['x-person'] as string | undefined
    const { params } = await provider.interactionDetails(request, response)
    if (!sub) return provider.interactionFinished(request, response, { error: 'access_denied' })
    const grant = new provider.Grant({ accountId: sub, clientId: client_id })
    grant.addOIDCScope(String(params.scope))
    await provider.interactionFinished(request, response, { login: { accountId: sub }, consent: { grantId: await grant.save() } })
  })
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
  return {
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
}
