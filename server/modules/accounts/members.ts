// Members of an organization: their roles, and leaving. There always is an owner.

import { sql } from 'kysely'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Db, Tx } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor, MemberRole } from '#platform/tenancy'
import { revokeKeysOf } from './api-keys.ts'
import type { Member } from './contract.ts'
import { canChangeRole, canRemoveMember } from './policy.ts'

/** In the order in which they came to Rapport. */
export async function listMemberPage(db: Db, { limit, after }: { limit: number; after?: CursorValue }): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select ${memberColumns} from member join "user" on "user".id = member.user_id
    where org_id = (select current_org()) and (${after ?? null}::uuid is null or user_id > ${after ?? null}::uuid)
    order by user_id limit ${limit}
  `.execute(db)
  return rows
}

/** Throws already_member. */
export async function addMember(tx: Tx, actor: Actor, { user_id, role }: { user_id: string; role: MemberRole }): Promise<Member> {
  const { rows } = await sql`
    insert into member (org_id, user_id, role) values (${actor.org_id}, ${user_id}, ${role}) on conflict do nothing returning user_id
  `.execute(tx)
  if (rows.length === 0) throw conflict('already_member', 'This person is a member already.')
  return told(tx, actor, 'member.added', user_id)
}

/** Throws member_not_found, forbidden, or last_owner. */
export async function changeRole(tx: Tx, actor: Actor, userId: string, role: MemberRole): Promise<Member> {
  const current = await lockMember(tx, userId)
  allow(canChangeRole(actor, { from: current, to: role }), `Your role ${actor.role} may not make ${current}s ${role}s.`)
  if (current === 'owner' && role !== 'owner') await expectAnotherOwner(tx, userId)
  if (current === role) return getMember(tx, userId)
  await setRole(tx, userId, role)
  return told(tx, actor, 'member.role_changed', userId)
}

/** Ends a membership, somebody else's or one's own, and the keys that this person made. Throws member_not_found, forbidden, or last_owner. */
export async function removeMember(tx: Tx, actor: Actor, userId: string) {
  const role = await lockMember(tx, userId)
  allow(canRemoveMember(actor, { user_id: userId, role }), `Your role ${actor.role} may not remove ${role}s.`)
  if (role === 'owner') await expectAnotherOwner(tx, userId)
  const member = await getMember(tx, userId)
  await sql`delete from member where org_id = (select current_org()) and user_id = ${userId}`.execute(tx)
  await revokeKeysOf(tx, actor, userId)
  await publish(tx, actor, { type: 'member.removed', subject: `user:${userId}`, data: { member } })
}

/** Makes a member the owner, and the one who says so an admin. Throws member_not_found. */
export async function transferOwnership(tx: Tx, actor: Actor, userId: string): Promise<Member> {
  if (userId === actor.id) throw invalid('You are an owner already: name another member.')
  await lockMember(tx, userId)
  await setRole(tx, userId, 'owner')
  const member = await told(tx, actor, 'member.role_changed', userId)
  await setRole(tx, actor.id, 'admin')
  await told(tx, actor, 'member.role_changed', actor.id)
  return member
}

const memberColumns = sql`user_id, name, email, role, two_factor_enabled as two_factor, member.created_at, last_seen_at`

/**
 * The role of a member, whose row nobody changes until the end. All owners are locked with it: of two who leave at once,
 * one would be the last.
 */
async function lockMember(tx: Tx, userId: string): Promise<MemberRole> {
  const { rows } = await sql<{ user_id: string; role: MemberRole }>`
    select user_id, role from member
    where org_id = (select current_org()) and (user_id = ${userId} or role = 'owner') order by user_id for update
  `.execute(tx)
  const found = rows.find(({ user_id }) => user_id === userId)
  if (!found) throw notFound('member', userId)
  return found.role
}

async function expectAnotherOwner(tx: Tx, userId: string) {
  const { rows } = await sql`
    select from member where org_id = (select current_org()) and role = 'owner' and user_id <> ${userId} limit 1
  `.execute(tx)
  if (rows.length === 0) throw conflict('last_owner', 'This is the last owner: make another member an owner first.')
}

async function setRole(tx: Tx, userId: string, role: MemberRole) {
  await sql`update member set role = ${role} where org_id = (select current_org()) and user_id = ${userId}`.execute(tx)
}

async function getMember(tx: Tx, userId: string): Promise<Member> {
  const { rows } = await sql<Member>`
    select ${memberColumns} from member join "user" on "user".id = member.user_id
    where org_id = (select current_org()) and user_id = ${userId}
  `.execute(tx)
  return rows[0]!
}

async function told(tx: Tx, actor: Actor, type: string, userId: string): Promise<Member> {
  const member = await getMember(tx, userId)
  await publish(tx, actor, { type, subject: `user:${userId}`, data: { member } })
  return member
}
