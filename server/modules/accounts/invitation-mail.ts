// The link of an invitation. Its token is derived from a key and the invitation, so that the link can be shown and mailed
// though nothing but a hash is stored; with each sending it is another one, and the one before is dead.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#platform/languages'
import type { MemberRole } from '#platform/tenancy'
import type { Accounts } from './accounts.ts'
import { invitationLetter } from './letters/letters.ts'
import { invitationDays } from './rules.ts'

interface Sending {
  org_id: string
  id: string
  sendings: number
}

/** The job of sending one. */
export interface InvitationMail {
  org_id: string
  invitation_id: string
}

export async function invitationToken({ signingKey }: Pick<Accounts, 'signingKey'>, { org_id, id, sendings }: Sending): Promise<string> {
  return createHmac('sha256', await signingKey()).update(`invitation ${org_id} ${id} ${sendings}`).digest('base64url')
}

/**
 * What the link in the mail has besides, `<token>.<proof>`: who brings it reads mail at the address. Whoever invites knows the
 * token and not this, or could become somebody else before they come.
 */
export async function provesAddress(accounts: Pick<Accounts, 'signingKey'>, sending: Sending, proof: string): Promise<boolean> {
  const [given, expected] = [Buffer.from(proof), Buffer.from(await proofOf(accounts, sending))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

async function proofOf({ signingKey }: Pick<Accounts, 'signingKey'>, { org_id, id, sendings }: Sending): Promise<string> {
  return createHmac('sha256', await signingKey()).update(`invitation mail ${org_id} ${id} ${sendings}`).digest('base64url')
}

export function invitationUrl({ public_url }: Pick<Accounts, 'public_url'>, token: string): string {
  return `${public_url}/invitation?token=${token}`
}

export function hashInvitation(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Sends it, unless it is over meanwhile. */
export async function mailInvitation(accounts: Accounts, { org_id, invitation_id }: InvitationMail) {
  const { rows } = await sql<Sending & { email: string; role: MemberRole; organization: string; by: string | null; language: Language | null }>`
    select invitation.org_id, invitation.id, sendings, invitation.email, role, organization.name as organization, inviting.name as by, inviting.language
    from invitation join organization on organization.id = invitation.org_id
    left join "user" inviting on inviting.id = invited_by
    where invitation.org_id = (select current_org()) and invitation.id = ${invitation_id}
      and accepted_at is null and revoked_at is null and expires_at > now()
  `.execute(accounts.tenancy.tenant(org_id))
  const [invitation] = rows
  if (!invitation) return
  const { organization, by, role, email } = invitation
  const token = await invitationToken(accounts, invitation)
  const url = invitationUrl(accounts, accounts.mail.sends ? `${token}.${await proofOf(accounts, invitation)}` : token)
  // In the outbox, admins read it and pass it on. One to an owner makes an owner of whoever reads it: that is for the owner
  // who invites, and has the link from the answer.
  const readers = role === 'owner' ? undefined : org_id
  // Whoever is new here most likely reads what whoever invites them reads.
  const language = (await findLanguage(accounts, email)) ?? invitation.language
  await accounts.mail.send({ to: email, org_id: readers, ...invitationLetter({ language }, { organization, by, role, url, days: invitationDays }) })
}

/** Of somebody who has an account, in another organization as well. */
async function findLanguage({ pool }: Pick<Accounts, 'pool'>, email: string): Promise<Language | null> {
  const { rows } = await pool.query<{ language: Language | null }>('select language from "user" where email = $1', [email])
  return rows[0]?.language ?? null
}
