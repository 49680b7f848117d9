import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'

/** Who is told when something needs an admin: owners and admins, with their addresses. */
export async function listAdmins(db: Db): Promise<{ user_id: string; name: string; email: string }[]> {
  const { rows } = await sql<{ user_id: string; name: string; email: string }>`
    select user_id, name, email from "user" join member on member.user_id = "user".id
    where org_id = (select current_org()) and role in ('owner', 'admin') order by user_id
  `.execute(db)
  return rows
}
