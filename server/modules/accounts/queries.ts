import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'
import type { ApiKey, Me } from './contract.ts'

export const apiKeyColumns = sql.raw(
  ['id', 'name', 'prefix', 'scope', 'created_at', 'expires_at', 'last_used_at', 'revoked_at']
    .map((column) => `api_key.${column}`)
    .join(', '),
)

/** Who the caller is. */
export async function getMe(db: Db, { kind, id, role }: Actor): Promise<Me> {
  const isKey = kind === 'api_key'
  const { rows } = await sql<Omit<Me, 'role'>>`
    select json_build_object('id', organization.id, 'name', organization.name) as organization,
      (select json_build_object('id', id, 'name', name, 'email', email, 'two_factor', two_factor_enabled, 'language', language, 'time_zone', time_zone)
        from "user" where ${!isKey} and id = ${id}) as "user",
      (select json_build_object('id', id, 'name', name, 'prefix', prefix, 'scope', scope)
        from api_key where ${isKey} and org_id = organization.id and id = ${id}) as api_key
    from organization where organization.id = (select current_org())
  `.execute(db)
  return { ...rows[0]!, role }
}

/** Newest first; revoked ones too. */
export async function listApiKeys(db: Db, { limit, before }: { limit: number; before?: CursorValue }): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`
    select ${apiKeyColumns} from api_key
    where org_id = (select current_org()) and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
    order by id desc limit ${limit}
  `.execute(db)
  return rows
}

/** The user, when it is a member of this organization. */
export async function findMember(db: Db, userId: string): Promise<{ user_id: string; role: string } | undefined> {
  const { rows } = await sql<{ user_id: string; role: string }>`
    select user_id, role from member where org_id = (select current_org()) and user_id = ${userId}
  `.execute(db)
  return rows[0]
}

/** The addresses of everyone in the organization: what tells a mail that we wrote from one that we got. */
export async function listMemberAddresses(db: Db): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select email from "user" join member on member.user_id = "user".id where org_id = (select current_org())
  `.execute(db)
  return rows.map(({ email }) => email)
}

/** Everyone in the organization; the address is in lower case. */
export async function listMembers(db: Db): Promise<{ user_id: string; email: string }[]> {
  const { rows } = await sql<{ user_id: string; email: string }>`
    select user_id, email from "user" join member on member.user_id = "user".id where org_id = (select current_org())
  `.execute(db)
  return rows
}
