// A new organization with its owner and a first api key: what `rapport setup` makes.

import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import type { Plan } from '#platform/plans'
import type { Actor, Tenancy } from '#platform/tenancy'
import { createApiKey } from './api-keys.ts'

export interface NewOrganization {
  /** Of the organization. */
  organization: string
  /** Of its owner. */
  name: string
  email: string
  /** What it may ask of the API; unlimited unless told otherwise. */
  plan?: Plan
}

export interface CreatedOrganization {
  organization_id: string
  user_id: string
  /** An admin api key, shown this once. */
  key: string
}

/** Makes all three or nothing. Throws invalid when a name is empty or the address is none. */
export async function createOrganization(tenancy: Tenancy, input: NewOrganization): Promise<CreatedOrganization> {
  const { organization, name, email, plan } = check(input)
  const id = await newId(tenancy)
  return tenancy.transact({ org_id: id }, async (tx) => {
    await sql`insert into organization (id, name, plan) values (${id}, ${organization}, ${plan})`.execute(tx)
    const { rows } = await sql<{ id: string }>`select ensure_user(${name}, ${email}) as id`.execute(tx)
    const userId = rows[0]!.id
    await sql`insert into member (org_id, user_id, role) values (${id}, ${userId}, 'owner')`.execute(tx)
    const owner: Actor = { org_id: id, kind: 'user', id: userId, role: 'owner' }
    const { key } = await createApiKey(tx, owner, { name: 'First key', scope: 'admin' })
    return { organization_id: id, user_id: userId, key }
  })
}

function check({ organization, name, email, plan = 'unlimited' }: NewOrganization): Required<NewOrganization> {
  const input = { plan, organization: organization.trim(), name: name.trim(), email: email.trim().toLowerCase() }
  for (const field of ['organization', 'name'] as const) {
    if (input[field] === '' || input[field].length > 200) throw invalid(`The ${field} must have 1 to 200 characters.`)
  }
  if (!/^[^\s@]+@[^\s@]+$/.test(input.email)) throw invalid(`“${email}” is not an e-mail address.`)
  return input
}

// The database makes the ids, and an organization's is needed before its transaction can name it.
async function newId(tenancy: Tenancy): Promise<string> {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const { rows } = await sql<{ id: string }>`select new_id() as id`.execute(tenancy.tenant(nobody))
  return rows[0]!.id
}
