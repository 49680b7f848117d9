// Signing in with an account of the organization's own provider. Who may enter is decided here: people who are members, and
// those whom somebody has invited, by an address that the provider has verified. Nobody else becomes anything.

import { findCookie } from '#platform/cookies'
import { notFound, RapportError, unavailable } from '#platform/errors'
import { originOf } from '#platform/http'
import type { Actor } from '#platform/tenancy'
import { listMemberships, sessionCookie, type Accounts } from './accounts.ts'
import { acceptInvitation } from './invitations.ts'
import { ask, headersFor, type Exchange } from './library-calls.ts'
import { oidcId } from './rules.ts'
import { endSessions, switchOrganization, welcome, getSessionOf } from './sessions.ts'
import { tokenIn } from './session-tokens.ts'

/** Where to send the browser, and where it is to land when it comes back. Throws provider_not_found, unavailable or too_many. */
export async function beginSingleSignOn(accounts: Accounts, exchange: Exchange, next: string): Promise<{ url: string }> {
  if (!accounts.oidc) throw notFound('provider')
  await accounts.limits.beginning(exchange.request.ip)
  const body = {
    provider: oidcId,
    callbackURL: accounts.public_url + next,
    errorCallbackURL: signInPage(accounts),
    disableRedirect: true,
  }
  const nobody = { ...exchange, as_nobody: true, library: accounts.singleSignOn }
  const { url } = await ask(accounts, nobody, (api, input) => api.signInSocial({ ...input, body }))
  if (!url) throw new Error('The library has not begun.')
  return { url }
}

/**
 * What the provider sends the browser back with. Returns where it goes on: where it wanted to, signed in, or the page of the
 * sign-in with `?error=` and the code of what went wrong.
 */
export async function finishSingleSignOn(accounts: Accounts, exchange: Exchange, query: Record<string, string>): Promise<string> {
  try {
    return await finish(accounts, exchange, query)
  } catch (error) {
    if (!(error instanceof RapportError)) accounts.log.warn({ err: error }, 'A single sign-on failed.')
    return signInPage(accounts, error instanceof RapportError ? error.code : 'provider_failed')
  }
}

async function finish(accounts: Accounts, exchange: Exchange, query: Record<string, string>): Promise<string> {
  if (!accounts.oidc) throw notFound('provider')
  const attempt = await accounts.limits.token(exchange.request.ip)
  const { api } = await accounts.singleSignOn()
  const headers = headersFor(accounts, { ...exchange, as_nobody: true })
  const answer = await inTime(api.callbackOAuth({ params: { id: oidcId }, query, method: 'GET', headers, asResponse: true }))
  const to = new URL(answer.headers.get('location') ?? signInPage(accounts, 'provider_failed'))
  const cookies = answer.headers.getSetCookie()
  const token = cookies.map((cookie) => tokenIn(findCookie(cookie, sessionCookie(accounts.public_url)))).find(Boolean)
  if (token === undefined) {
    const error = to.searchParams.get('error') ?? ''
    accounts.log.info({ error, description: to.searchParams.get('error_description') }, 'A single sign-on was refused.')
    throw new RapportError('unauthenticated', refusals[error] ?? 'provider_failed', 'The sign-in was refused.')
  }
  await joinIfInvited(accounts, exchange, token)
  for (const cookie of cookies) exchange.reply.header('set-cookie', cookie)
  await attempt.succeeded()
  await welcome(accounts, exchange, token)
  return to.href
}

/** The library's words, and those of RFC 6749, 4.1.2.1, as ours. All others: provider_failed. */
const refusals: Record<string, string> = {
  account_not_linked: 'address_not_verified',
  address_not_verified: 'address_not_verified',
  not_invited: 'not_invited',
  state_mismatch: 'sign_in_expired',
  state_not_found: 'sign_in_expired',
  access_denied: 'cancelled',
}

/** Whoever is in no organization joins those that expect this address. Throws not_invited, and ends the session, when none does. */
async function joinIfInvited(accounts: Accounts, exchange: Exchange, token: string) {
  const { request } = exchange
  const { id, user_id } = await getSessionOf(accounts, token)
  if ((await listMemberships(accounts.pool, user_id)).length > 0) return
  const { rows: invitations } = await accounts.pool.query<{ org_id: string; id: string; role: Actor['role'] }>(
    `select invitation.org_id, invitation.id, role from invitation join organization on organization.id = invitation.org_id
    where email = (select email from "user" where id = $1) and accepted_at is null and revoked_at is null
      and expires_at > now() and deleted_at is null order by invitation.id`,
    [user_id],
  )
  for (const invitation of invitations) {
    const actor: Actor = { org_id: invitation.org_id, kind: 'user', id: user_id, role: invitation.role, origin: originOf(request) }
    await accounts.tenancy.transact(actor, (tx) => acceptInvitation(accounts, tx, actor, invitation.id))
  }
  if (invitations[0]) return void (await switchOrganization(accounts, exchange, { id, user_id, organization_id: invitations[0].org_id }))
  await endSessions(accounts, { user_id, id, request })
  throw new RapportError('forbidden', 'not_invited', 'Nobody has invited this address: ask an administrator.')
}

function signInPage({ public_url }: Accounts, error?: string): string {
  return `${public_url}/sign-in${error ? `?error=${error}` : ''}`
}

/** The provider is asked in between, and may not answer. */
async function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable('The sign-in provider does not answer: try again later.')), 20_000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
