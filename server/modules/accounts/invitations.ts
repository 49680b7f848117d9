// Inviting people, and becoming a member by it.

import { sql } from 'kysely'
import { allow, conflict, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, priorities } from '#platform/jobs'
import type { Db, Tx } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor, MemberRole } from '#platform/tenancy'
import type { Accounts } from './accounts.ts'
import type { CreatedInvitation, Invitation, ListedInvitation, NewInvitation } from './contract.ts'
import { hashInvitation, invitationToken, invitationUrl, type InvitationMail } from './invitation-mail.ts'
import { addMember } from './members.ts'
import { canInvite } from './policy.ts'
import { invitationDays } from './rules.ts'

/** Invites an address; a mail is on its way when this has committed. Throws already_member, already_invited, and for rooms as `InvitationRooms`. */
export async function createInvitation(accounts: Accounts, tx: Tx, actor: Actor, input: NewInvitation): Promise<CreatedInvitation> {
  const { email, role = 'member', room_ids = [] } = input
  allow(canInvite(actor, role), `Your role ${actor.role} may not invite ${role}s.`)
  const address = email.toLowerCase()
  await refuseKnown(tx, address)
  const { rows: ids } = await sql<{ id: string }>`select new_id() as id`.execute(tx)
  const sending = { org_id: actor.org_id, id: ids[0]!.id, sendings: 1 }
  const token = await invitationToken(accounts, sending)
  await sql`
    insert into invitation (org_id, id, email, role, token_hash, invited_by, expires_at)
    values (${actor.org_id}, ${sending.id}, ${address}, ${role}, ${hashInvitation(token)},
      ${actor.kind === 'user' ? actor.id : null}, now() + make_interval(days => ${invitationDays}))
  `.execute(tx)
  if (room_ids.length > 0) await accounts.rooms.hold(tx, actor, { id: sending.id, room_ids })
  return send(accounts, tx, actor, { id: sending.id, token, type: 'invitation.created' })
}

/** Sends it again, with another link and a new term. Throws invitation_not_found when it is over for good. */
export async function resendInvitation(accounts: Accounts, tx: Tx, actor: Actor, id: string): Promise<CreatedInvitation> {
  const { rows } = await sql<{ sendings: number; role: MemberRole }>`
    select sendings + 1 as sendings, role from invitation
    where org_id = (select current_org()) and id = ${id} and accepted_at is null and revoked_at is null for update
  `.execute(tx)
  if (!rows[0]) throw notFound('invitation', id)
  const { sendings, role } = rows[0]
  allow(canInvite(actor, role))
  const token = await invitationToken(accounts, { org_id: actor.org_id, id, sendings })
  await sql`
    update invitation set sendings = ${sendings}, token_hash = ${hashInvitation(token)},
      expires_at = now() + make_interval(days => ${invitationDays})
    where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return send(accounts, tx, actor, { id, token, type: 'invitation.resent' })
}

/** Repeating it changes nothing. Throws invitation_not_found, or invitation_accepted: then there is a member to remove. */
export async function revokeInvitation(tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql<{ role: MemberRole; accepted_at: string | null; revoked_at: string | null }>`
    select role, accepted_at, revoked_at from invitation where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  if (!rows[0]) throw notFound('invitation', id)
  allow(canInvite(actor, rows[0].role))
  if (rows[0].accepted_at) throw conflict('invitation_accepted', 'This invitation was accepted: remove the member instead.')
  if (rows[0].revoked_at) return
  await sql`update invitation set revoked_at = now() where org_id = (select current_org()) and id = ${id}`.execute(tx)
  await publish(tx, actor, await invitationEvent(tx, 'invitation.revoked', id))
}

/** Newest first. */
export async function listInvitations({ rooms }: Accounts, db: Db, actor: Actor, { limit, before }: { limit: number; before?: CursorValue }): Promise<ListedInvitation[]> {
  const { rows } = await sql<Invitation>`
    select ${invitationColumns} from invitation
    where org_id = (select current_org()) and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
    order by id desc limit ${limit}
  `.execute(db)
  const into = await rooms.list(db, actor, rows.map(({ id }) => id))
  return rows.map((invitation) => ({ ...invitation, rooms: into.get(invitation.id) ?? [] }))
}

export interface OpenInvitation {
  org_id: string
  id: string
  email: string
  role: MemberRole
  sendings: number
  organization: string
  invited_by: string | null
  expires_at: string
}

/** The one with this token; undefined when there is none, or it is over. */
export async function findInvitation({ tenancy }: Accounts, token: string): Promise<OpenInvitation | undefined> {
  const { rows } = await sql<{ org_id: string; id: string }>`
    select org_id, id from find_invitation(${hashInvitation(token)})
  `.execute(tenancy.tenant(nowhere))
  if (!rows[0]) return undefined
  const { org_id, id } = rows[0]
  const found = await sql<OpenInvitation>`
    select invitation.org_id, invitation.id, email, role, sendings, organization.name as organization, expires_at,
      (select name from "user" where id = invited_by) as invited_by
    from invitation join organization on organization.id = invitation.org_id
    where invitation.org_id = (select current_org()) and invitation.id = ${id}
  `.execute(tenancy.tenant(org_id))
  return found.rows[0]
}

/** Makes this person a member, in the rooms into which it leads. Throws invitation_not_found when somebody else was quicker. */
export async function acceptInvitation({ rooms }: Accounts, tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql<{ role: MemberRole }>`
    update invitation set accepted_at = now()
    where org_id = (select current_org()) and id = ${id} and accepted_at is null and revoked_at is null and expires_at > now()
    returning role
  `.execute(tx)
  if (!rows[0]) throw notFound('invitation')
  await addMember(tx, actor, { user_id: actor.id, role: rows[0].role })
  await rooms.enter(tx, actor, id)
  await publish(tx, actor, await invitationEvent(tx, 'invitation.accepted', id))
}

/** An organization that is nobody's: for functions that are asked before it is known. */
const nowhere = '00000000-0000-0000-0000-000000000000'

const status = sql`case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
  when expires_at <= now() then 'expired' else 'pending' end`

const invitationColumns = sql`id, email, role, ${status} as status, created_at, expires_at,
  (select json_build_object('id', "user".id, 'name', "user".name) from "user" where "user".id = invited_by) as invited_by`

async function refuseKnown(tx: Tx, email: string) {
  const { rows: members } = await sql`
    select from "user" join member on member.user_id = "user".id where org_id = (select current_org()) and email = ${email}
  `.execute(tx)
  if (members.length > 0) throw conflict('already_member', `${email} is a member already.`)
  // One that has expired stands in nobody's way.
  await sql`
    update invitation set revoked_at = now()
    where org_id = (select current_org()) and email = ${email} and accepted_at is null and revoked_at is null and expires_at <= now()
  `.execute(tx)
  const { rows: invited } = await sql`
    select from invitation
    where org_id = (select current_org()) and email = ${email} and accepted_at is null and revoked_at is null
  `.execute(tx)
  if (invited.length > 0) throw conflict('already_invited', `${email} is invited already: send that invitation again, or revoke it.`)
}

async function send(
  accounts: Accounts,
  tx: Tx,
  actor: Actor,
  { id, token, type }: { id: string; token: string; type: string },
): Promise<CreatedInvitation> {
  const event = await invitationEvent(tx, type, id)
  await publish(tx, actor, event)
  const job: InvitationMail = { org_id: actor.org_id, invitation_id: id }
  await enqueue(tx, 'accounts.mail_invitation', job, { priority: priorities.urgent })
  return { ...event.data.invitation, link: invitationUrl(accounts, token) }
}

async function invitationEvent(tx: Tx, type: string, id: string) {
  const { rows } = await sql<Invitation>`
    select ${invitationColumns} from invitation where org_id = (select current_org()) and id = ${id}
  `.execute(tx)
  return { type, subject: `invitation:${id}`, audience: 'admins' as const, data: { invitation: rows[0]! } }
}
