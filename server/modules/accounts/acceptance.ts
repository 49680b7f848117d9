// Accepting an invitation: as somebody who is new here, or as who has signed in.

import { conflict, invalid, RapportError } from '#platform/errors'
import { originOf } from '#platform/http'
import type { Actor } from '#platform/tenancy'
import type { Accounts } from './accounts.ts'
import type { SignIn } from './contract.ts'
import { acceptInvitation, findInvitation, type OpenInvitation } from './invitations.ts'
import { provesAddress } from './invitation-mail.ts'
import type { Exchange } from './library-calls.ts'
import { createUser, nameOf } from './organizations.ts'
import { hashPassword } from './passwords.ts'
import { findPerson } from './posting.ts'
import { findCaller, getOwnSession, switchOrganization } from './sessions.ts'
import { signInAnew } from './setup.ts'
import { invalidToken } from './tokens.ts'

interface Acceptance {
  token: string
  name?: string
  password?: string
}

/** What an invitation says to whoever has its link. Throws invalid_token. */
export async function lookUpInvitation(accounts: Accounts, { request }: Exchange, token: string) {
  const { invitation } = await findByToken(accounts, request.ip, token)
  return { ...invitation, known: await isKnown(accounts, invitation.email) }
}

/** Throws invalid_token; sign_in_first when the address has an account; other_account when another person has signed in. */
export async function accept(accounts: Accounts, exchange: Exchange, { token, name, password }: Acceptance): Promise<SignIn> {
  const { request } = exchange
  const { invitation, email_verified } = await findByToken(accounts, request.ip, token)
  const { org_id, id, role, email } = invitation
  const actorOf = (user_id: string): Actor => ({ org_id, kind: 'user', id: user_id, role, origin: originOf(request) })
  const join = (user_id: string) =>
    accounts.tenancy.transact(actorOf(user_id), (tx) => acceptInvitation(accounts, tx, actorOf(user_id), id))

  const caller = await findCaller(accounts, request)
  if (caller) {
    const person = await findPerson(accounts, caller.user_id)
    if (person?.email !== email) throw conflict('other_account', `This invitation is for ${email}: sign out first, or ask for one to your address.`)
    await join(caller.user_id)
    await switchOrganization(accounts, exchange, { ...caller, organization_id: org_id })
    return { two_factor_needed: false, session: await getOwnSession(accounts, caller) }
  }
  if (await isKnown(accounts, email)) throw new RapportError('conflict', 'sign_in_first', `${email} has an account: sign in, then accept.`)
  if (name === undefined || password === undefined) throw invalid('Somebody who is new here gives a name and a password.')
  const user = { name: nameOf('name', name), email, password_hash: await hashPassword(password), email_verified }
  await accounts.tenancy.transact({ org_id }, async (tx) => {
    const user_id = await createUser(tx, user)
    await acceptInvitation(accounts, tx, actorOf(user_id), id)
  })
  return signInAnew(accounts, exchange, { email, password })
}

async function findByToken(accounts: Accounts, address: string, given: string): Promise<{ invitation: OpenInvitation; email_verified: boolean }> {
  const attempt = await accounts.limits.token(address)
  const [token, proof] = given.split('.') as [string, string | undefined]
  const invitation = await findInvitation(accounts, token)
  if (!invitation) throw invalidToken()
  if (proof !== undefined && !(await provesAddress(accounts, invitation, proof))) throw invalidToken()
  await attempt.succeeded()
  return { invitation, email_verified: proof !== undefined }
}

async function isKnown({ pool }: Accounts, email: string): Promise<boolean> {
  return (await pool.query('select from "user" where email = $1', [email])).rowCount === 1
}
