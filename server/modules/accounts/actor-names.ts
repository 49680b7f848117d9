import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'

/** What these users and api keys of the organization are called now. Ids of other things are left out. */
export async function listActorNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => uuid.test(id))
  if (known.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from api_key where org_id = (select current_org()) and id = any(${known}::uuid[])
    union all
    select id, name from "user" join member on member.user_id = "user".id
    where org_id = (select current_org()) and id = any(${known}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
