// Organizations: a new one with its owner, its settings, and its end.

import { sql } from 'kysely'
import { conflict, invalid } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue, type JobContext } from '#platform/jobs'
import type { Db, Tx } from '#platform/db/kysely'
import { emptyOutbox } from '#platform/mail'
import type { Plan } from '#platform/plans'
import type { Storage } from '#platform/storage'
import type { Actor, Origin, Tenancy } from '#platform/tenancy'
import type pg from 'pg'
import { createApiKey } from './api-keys.ts'
import type { Organization, OrganizationChange } from './contract.ts'
import { emailPattern } from './rules.ts'

export interface NewOrganization {
  /** Of the organization. */
  organization: string
  /** Of its owner. */
  name: string
  email: string
  /** Of a person who is new here; then nobody may have the address yet. */
  password_hash?: string
  /** What it may ask of the API; unlimited unless told otherwise. */
  plan?: Plan
  /** Where the request came from, if one asked for it. */
  origin?: Origin
}

export interface CreatedOrganization {
  organization_id: string
  user_id: string
}

/**
 * An organization with its owner, who signs in; both or nothing. Throws invalid when a name is empty or the address is
 * none, and address_taken when a password was given for somebody who is known.
 */
export function createOrganizationWithoutKey(tenancy: Tenancy, input: NewOrganization): Promise<CreatedOrganization> {
  return create(tenancy, input, async (_, __, created) => created)
}

/** The same with an admin api key, which is shown this once: for whoever works without a browser. */
export function createOrganization(tenancy: Tenancy, input: NewOrganization): Promise<CreatedOrganization & { key: string }> {
  return create(tenancy, input, async (tx, owner, created) => {
    const { key } = await createApiKey(tx, owner, { name: 'First key', scope: 'admin' })
    return { ...created, key }
  })
}

async function create<Created>(
  tenancy: Tenancy,
  input: NewOrganization,
  complete: (tx: Tx, owner: Actor, created: CreatedOrganization) => Promise<Created>,
): Promise<Created> {
  const { organization, name, email, plan, password_hash } = check(input)
  const id = await newId(tenancy)
  return tenancy.transact({ org_id: id }, async (tx) => {
    const userId = password_hash === undefined ? await ensureUser(tx, name, email) : await createUser(tx, { name, email, password_hash, email_verified: true })
    const owner = await insertOrganization(tx, { id, name: organization, plan, user_id: userId, origin: input.origin })
    return complete(tx, owner, { organization_id: id, user_id: userId })
  })
}

/** Another organization of somebody who has one. */
export async function openOrganization(tenancy: Tenancy, by: Actor, { name, plan }: { name: string; plan: Plan }): Promise<Organization> {
  const id = await newId(tenancy)
  return tenancy.transact({ org_id: id }, async (tx) => {
    await insertOrganization(tx, { id, name: nameOf('organization', name), plan, user_id: by.id, origin: by.origin })
    return getOrganization(tx)
  })
}

/** That of the transaction, or of the reads. */
export async function getOrganization(db: Db): Promise<Organization> {
  const { rows } = await sql<Organization>`
    select id, name, plan, require_two_factor, created_at from organization where id = (select current_org())
  `.execute(db)
  return rows[0]!
}

/** Throws two_factor_needed when whoever asks for a second factor has none, and would be shut out. */
export async function changeOrganization(tx: Tx, actor: Actor, { name, require_two_factor }: OrganizationChange): Promise<Organization> {
  if (require_two_factor && actor.kind === 'user') await expectTwoFactor(tx, actor.id)
  await sql`
    update organization set name = coalesce(${name === undefined ? null : nameOf('organization', name)}, name),
      require_two_factor = coalesce(${require_two_factor ?? null}, require_two_factor)
    where id = (select current_org())
  `.execute(tx)
  const organization = await getOrganization(tx)
  await publish(tx, actor, { type: 'organization.changed', subject: `organization:${actor.org_id}`, data: { organization } })
  return organization
}

/**
 * Shuts an organization, from now on and for everybody; a job then erases what it has, a part at a time. Throws invalid
 * when its name was not typed.
 */
export async function deleteOrganization(tx: Tx, actor: Actor, confirmation: string) {
  const { name } = await getOrganization(tx)
  if (confirmation.trim() !== name) throw invalid(`To delete the organization with everything in it, give its name: “${name}”.`)
  await sql`update organization set deleted_at = now() where id = (select current_org())`.execute(tx)
  await publish(tx, actor, { type: 'organization.deleted', subject: `organization:${actor.org_id}`, data: { organization: { id: actor.org_id } } })
  await enqueue(tx, 'accounts.erase_organization', { org_id: actor.org_id }, { run_at: new Date(Date.now() + eraseAfterMs) })
}

/** Where a deleted organization has left something. */
export interface Remains {
  /** The pool of the system role. */
  system: pg.Pool
  storage: Storage
  /** The folders of the storage that have one for each organization. */
  folders: readonly string[]
  data_folder: string
}

/** Removes what a deleted organization has: rows, with the people who are in no other; files; mails that were not sent. */
export async function eraseOrganization(remains: Remains, orgId: string, { signal }: Pick<JobContext, 'signal'>) {
  const { system, storage, folders, data_folder } = remains
  for (let gone = 1; gone > 0;) {
    signal.throwIfAborted()
    const { rows } = await system.query<{ gone: number }>('select erase_organization($1, $2) as gone', [orgId, eraseBatch])
    gone = rows[0]!.gone
  }
  for (const folder of folders) await storage.removeAll(`${folder}/${orgId}`, signal)
  await emptyOutbox(data_folder, orgId)
}

/** Rows at once: a transaction of some tens of milliseconds. */
const eraseBatch = 1_000

/** By then every process has read of it in the log, and closed its sockets. */
const eraseAfterMs = 10_000

interface Opening {
  id: string
  name: string
  plan: Plan
  /** Of its owner. */
  user_id: string
  origin: Origin | undefined
}

/** Returns its owner. */
async function insertOrganization(tx: Tx, organization: Opening): Promise<Actor> {
  const { id, name, plan, user_id, origin } = organization
  await sql`insert into organization (id, name, plan) values (${id}, ${name}, ${plan})`.execute(tx)
  await sql`insert into member (org_id, user_id, role) values (${id}, ${user_id}, 'owner')`.execute(tx)
  const owner: Actor = { org_id: id, kind: 'user', id: user_id, role: 'owner', origin }
  await publish(tx, owner, { type: 'organization.created', subject: `organization:${id}`, audience: 'admins', data: { organization: await getOrganization(tx) } })
  return owner
}

async function ensureUser(tx: Tx, name: string, email: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select ensure_user(${name}, ${email}) as id`.execute(tx)
  return rows[0]!.id
}

interface NewUser {
  name: string
  email: string
  password_hash: string
  /** Whether this person has shown that the address is theirs. */
  email_verified: boolean
}

/** Somebody who is new here. Throws address_taken. */
export async function createUser(tx: Tx, { name, email, password_hash, email_verified }: NewUser): Promise<string> {
  const { rows } = await sql<{ id: string | null }>`select create_user(${name}, ${email}, ${password_hash}, ${email_verified}) as id`.execute(tx)
  if (!rows[0]!.id) throw conflict('address_taken', `Somebody signs in with ${email} already.`)
  return rows[0]!.id
}

async function expectTwoFactor(tx: Tx, userId: string) {
  const { rows } = await sql<{ enabled: boolean }>`select two_factor_enabled as enabled from "user" where id = ${userId}`.execute(tx)
  if (!rows[0]?.enabled) throw conflict('two_factor_needed', 'Set up a second factor for yourself first, or you would be shut out.')
}

function check({ organization, name, email, plan = 'unlimited', password_hash }: NewOrganization) {
  const address = email.trim().toLowerCase()
  if (address.length > 254 || !new RegExp(emailPattern).test(address)) throw invalid(`“${email}” is not an e-mail address.`)
  return { plan, password_hash, organization: nameOf('organization', organization), name: nameOf('name', name), email: address }
}

/** Without space around it. Throws invalid. */
export function nameOf(field: string, given: string): string {
  const name = given.trim()
  if (name === '' || name.length > 200) throw invalid(`The ${field} must have 1 to 200 characters.`)
  return name
}

// The database makes the ids, and an organization's is needed before its transaction can name it.
async function newId(tenancy: Tenancy): Promise<string> {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const { rows } = await sql<{ id: string }>`select new_id() as id`.execute(tenancy.tenant(nobody))
  return rows[0]!.id
}
