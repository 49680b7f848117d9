import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Reader } from '#platform/languages'

interface Admin extends Reader {
  user_id: string
  name: string
  email: string
}

/** Who is told when something needs an admin: owners and admins, with their addresses. */
export async function listAdmins(db: Db): Promise<Admin[]> {
  const { rows } = await sql<Admin>`
    select user_id, name, email, language, time_zone from "user" join member on member.user_id = "user".id
    where org_id = (select current_org()) and role in ('owner', 'admin') order by user_id
  `.execute(db)
  return rows
}
