import { isIP } from 'node:net'
import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import type { Accounts } from './accounts.ts'
import { SignInMethods, SingleSignOn, SingleSignOnBeginning } from './contract.ts'
import { beginSingleSignOn, finishSingleSignOn } from './single-sign-on.ts'

export function singleSignOnRoutes(app: App, accounts: Accounts) {
  app.get('/sign-in-methods', {
    config: { access: 'public' },
    schema: {
      operationId: 'getSignInMethods',
      description: 'What there is beside address and password: what a page shows before anybody has signed in.',
      response: { 200: SignInMethods },
    },
  }, async () => ({ passkey: canHavePasskeys(accounts.public_url), oidc: accounts.oidc ? { label: accounts.oidc.label } : null }))

  app.post('/sessions/oidc', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createOidcSession',
      description: 'Begins to sign in with the provider: the browser is to go to `url`. It comes back to `next`, signed in, or to `/sign-in?error=…`.',
      body: SingleSignOnBeginning,
      response: { 201: SingleSignOn },
    },
  }, async (request, reply) => {
    reply.code(201)
    return beginSingleSignOn(accounts, { request, reply }, request.body.next ?? '/')
  })

  app.get('/sessions/oidc/callback', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getOidcCallback',
      description: 'Where the provider sends the browser back to. Errors: `not_invited`, `address_not_verified`, `sign_in_expired`, `cancelled`, `provider_failed`, `unavailable`, `rate_limited`.',
      // Providers add what they like (RFC 6749, 4.1.2).
      querystring: Type.Object(
        { code: Type.Optional(Type.String()), state: Type.Optional(Type.String()), error: Type.Optional(Type.String()) },
        { additionalProperties: true },
      ),
      response: { 302: Type.Null({ description: 'Goes on.' }) },
    },
  }, async (request, reply) => {
    const query = Object.fromEntries(Object.entries(request.query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    return reply.redirect(await finishSingleSignOn(accounts, { request, reply }, query), 302)
  })
}

/** Browsers keep them for names, not for addresses, and only where nobody can listen (https://www.w3.org/TR/webauthn-3/#relying-party-identifier). */
function canHavePasskeys(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl)
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0
  return isName && (protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost'))
}
